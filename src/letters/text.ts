import type { Button } from '../model/letter-parts.ts';
import type { Language } from '../model/request.ts';
import type { Medium } from './medium.ts';
import { glued } from './spaces.ts';

/** Columns that mail programs show without breaking, with room for quote marks (RFC 5322, 2.1.1 asks for 78). */
const width = 72;

const quoteMark = '> ';

/** U+2028 marks a wanted line break until the lines are folded; what comes from outside never holds one. */
const lineBreak = '\u2028';

const linkWords: Record<Language, { write: string; subject: string; body: string }> = {
  fr: { write: 'Écrire à', subject: 'Objet', body: 'Texte' },
  en: { write: 'Write to', subject: 'Subject', body: 'Text' },
  es: { write: 'Escriba a', subject: 'Asunto', body: 'Texto' },
};

/** A letter as plain text: folded at 72 columns, links written out as what a reader has to type. */
export const text: Medium = {
  name: 'text',
  paragraph: (content) => block(fold(content)),
  heading: (content) => {
    const title = fold(content);
    return block(`${title}\n${'-'.repeat(Math.max(...title.split('\n').map((line) => line.length)))}`);
  },
  list: block,
  item: (content) => `${fold(content, '- ')}\n`,
  facts: block,
  fact: (label, content, language) =>
    `${fold(`${label}${language === 'fr' ? '\u00A0:' : ':'} ${content}`, '', '  ')}\n`,
  quote: (value) => block(foldEach(value, quoteMark)),
  lines: (value) => block(foldEach(value, '')),
  part: (title, value) => block(`${fold(title)}\n${foldEach(value.replace(/\n(?:[ \t]*\n)+/g, '\n'), '  ')}`),
  question: (number, title, content) => block(`${number}. ${title}\n${fold(content, '   ')}`),
  // No « 1. »: where a reply repeats the letter without marks, it would read as the answer to question 1.
  slot: (number, content) => block(fold(content, `  ${number} · `)),
  note: (content) => block(fold(content)),
  card: (content) => block(`${'* '.repeat(36).trimEnd()}\n\n`) + content,
  strong: (content) => content,
  code: (value) => value,
  whole: (value) => value,
  lineBreak: () => lineBreak,
  line: (value) => value,
  button: (button, _quiet, language) => block(instruction(button, language)),
  link: (button, language) => {
    const { subject } = opened(button.href);
    const colon = language === 'fr' ? '\u00A0:' : ':';
    return subject
      ? `${button.label}${lineBreak}${linkWords[language].subject}${colon} ${subject}`
      : `${button.label}${lineBreak}${button.href}`;
  },
};

/**
 * Folds text at spaces; no-break spaces hold, and a word longer than the line stays whole.
 * @param first - What the first line begins with; the others get as many spaces unless `rest` is given.
 */
function fold(content: string, first = '', rest = ' '.repeat(first.length)): string {
  const folded: string[] = [];
  // Somebody else's words stay as they were written.
  for (const part of (first === quoteMark ? content : glued(content)).split(lineBreak)) {
    let line = folded.length === 0 ? first : rest;
    let empty = true;
    for (const word of part.split(/[ \t\r\n]+/)) {
      if (word === '') continue;
      if (!empty && line.length + 1 + word.length > width) {
        folded.push(line);
        line = rest;
        empty = true;
      }
      line += empty ? word : ` ${word}`;
      empty = false;
    }
    folded.push(line);
  }
  return folded.join('\n');
}

/** Folds every line of its own, each behind the margin. */
function foldEach(value: string, margin: string): string {
  const lines = value.split('\n').map((line) => fold(line, margin, margin).trimEnd());
  return lines.join('\n');
}

function block(content: string): string {
  return `\n\n${content.replace(/\n{2,}/g, '\n').replace(/^\n+|\n+$/g, '')}\n\n`;
}

/** What a person types who can't press the button; a long prefilled body is left out, the letter shows it. */
function instruction({ label, href }: Button, language: Language): string {
  const words = linkWords[language];
  const colon = language === 'fr' ? '\u00A0:' : ':';
  if (!href.startsWith('mailto:')) return `→ ${label}\n  ${href}`;
  const { to, subject, body } = opened(href);
  const lines = [`${words.write} ${to}`];
  if (subject) lines.push(`${words.subject}${colon} ${subject}`);
  if (body && body.length <= width && !/[\r\n]/.test(body)) lines.push(`${words.body}${colon} ${body}`);
  return [fold(label, '→ '), ...lines.map((line) => fold(line, '  ', '    '))].join('\n');
}

/** What the mail program shows at a press; empty where the link is none of mail. */
function opened(href: string): { to: string; subject: string; body: string } {
  if (!href.startsWith('mailto:')) return { to: '', subject: '', body: '' };
  const [address = '', query = ''] = href.slice('mailto:'.length).split('?');
  const field = (name: string) => {
    const given = query.split('&').find((one) => one.startsWith(`${name}=`));
    return decodeURIComponent(given?.slice(name.length + 1) ?? '');
  };
  return { to: decodeURIComponent(address), subject: field('subject'), body: field('body').trim() };
}
