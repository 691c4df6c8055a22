import type { Button } from '../model/letter-parts.ts';
import type { Medium } from './medium.ts';
import { glued as withSpaces } from './spaces.ts';

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Kinds of link that a letter may hold; anything else (`javascript:`, `data:`) is a fault of ours. */
const links = /^(?:mailto:|https:\/\/)/;

const quoted =
  'margin:0 0 16px;padding:8px 12px;text-align:start;border-left:4px solid #9aa9b2;background:#f2f5f6;color:#1f2a30;font-size:16px;line-height:24px;overflow-wrap:anywhere';
const pressed =
  'display:inline-block;margin:4px 8px 12px 0;padding:12px 18px;border:1px solid #0b6475;border-radius:6px;font-size:16px;line-height:20px;text-decoration:none;';

/** A letter as HTML for mail programs: styles inline, classes only for the dark colours of the page. */
export const html: Medium = {
  name: 'html',
  paragraph: (content) => `<p style="margin:0 0 16px">${glued(content)}</p>\n`,
  heading: (content) =>
    `<h2 class="accent" style="margin:28px 0 12px;font-size:20px;line-height:26px;font-weight:bold;color:#0b5566">${glued(content)}</h2>\n`,
  list: (content) => `<ul style="margin:0 0 16px;padding:0 0 0 22px">${content}</ul>\n`,
  item: (content) => `<li style="margin:0 0 6px">${glued(content)}</li>\n`,
  facts: (content) =>
    `<div class="box" style="margin:0 0 16px;padding:12px 16px 8px;border:1px solid #cbd5da;border-radius:6px;background:#f7f9fa;color:#1f2a30">${content}</div>\n`,
  fact: (label, content, language) =>
    `<p style="margin:0 0 4px;overflow-wrap:anywhere"><strong>${escapeHtml(label)}${language === 'fr' ? '&nbsp;:' : ':'}</strong> ${glued(content)}</p>\n`,
  quote: (value) => `<blockquote class="box" dir="auto" style="${quoted}">${broken(value)}</blockquote>\n`,
  lines: (value) =>
    `<p dir="auto" style="margin:0 0 16px;text-align:start;overflow-wrap:anywhere">${broken(withSpaces(value))}</p>\n`,
  part: (title, value) =>
    // The card around it breaks long words. A digest holds a hundred of these, and Gmail clips above 102 kB.
    `${smallTitle(escapeHtml(title))}<p dir="auto" style="margin:0 0 16px;text-align:start">${broken(value)}</p>\n`,
  question: (number, title, content) =>
    `${smallTitle(`${number}. ${escapeHtml(title)}`)}<p class="soft" style="margin:0 0 8px;color:#4a5a63">${content}</p>\n`,
  slot: (number, content, button) =>
    `<div class="box" style="margin:0 0 12px;padding:14px 16px 6px;border:1px solid #cbd5da;border-radius:6px;background:#f7f9fa;color:#1f2a30">` +
    `<p style="margin:0 0 10px"><strong>${number} ·</strong> ${glued(content)}</p>${pressable(button, false)}</div>\n`,
  note: (content) =>
    `<p class="warn" style="margin:0 0 16px;padding:10px 14px;border-left:4px solid #a35b00;background:#fff6e6;color:#402600">${glued(content)}</p>\n`,
  card: (content) =>
    `<div class="piece" style="margin:0 0 20px;padding:0 16px 8px;border:1px solid #9aa9b2;border-top:4px solid #0b6475;border-radius:6px">${content}</div>\n`,
  strong: (content) => `<strong>${content}</strong>`,
  code: (value) =>
    `<code style="font-family:Consolas,Menlo,monospace;font-weight:bold;overflow-wrap:anywhere">${escapeHtml(value)}</code>`,
  whole: (value) => `<span style="white-space:nowrap">${escapeHtml(value)}</span>`,
  lineBreak: () => '<br>',
  // <bdi> keeps a name in Arabic from turning our own sentence round.
  line: (value) => `<bdi>${escapeHtml(value)}</bdi>`,
  button: pressable,
  link: ({ label, href }) =>
    `<a class="link" href="${escapeHtml(checked(href))}" style="display:inline-block;vertical-align:top;padding:0 0 12px;color:#0b5566">${escapeHtml(withSpaces(label))}</a>`,
};

/** « (Val-d’Or, UTC−5) » on one line, as are the words that no-break spaces hold. */
function glued(content: string): string {
  return withSpaces(content).replace(
    /\([^()<>]{1,40},[ \u00A0]UTC[+−]\d{1,2}(?::\d\d)?\)/g,
    '<span style="white-space:nowrap">$&</span>',
  );
}

function smallTitle(content: string): string {
  return `<h3 style="margin:16px 0 2px;font-size:16px">${content}</h3>\n`;
}

function pressable({ label, href }: Button, quiet: boolean): string {
  const [kind, colours] = quiet
    ? ['quiet', 'background:#ffffff;color:#0b5566']
    : ['button', 'background:#0b6475;color:#ffffff'];
  return `<a class="${kind}" href="${escapeHtml(checked(href))}" style="${pressed}${colours}">${escapeHtml(withSpaces(label))}</a>\n`;
}

function checked(href: string): string {
  if (!links.test(href)) throw new Error(`cannot make a button of ${href}`);
  return href;
}

function broken(value: string): string {
  return value.split('\n').map(escapeHtml).join('<br>\n');
}

/** Text made safe for element content and for quoted attributes (HTML, 13.1.2.3). */
export function escapeHtml(value: string): string {
  return value.replace(/[&<>"']/g, (mark) => entities[mark] ?? mark);
}
