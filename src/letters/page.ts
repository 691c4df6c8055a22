import type { Brief } from '../model/letter.ts';
import type { Language } from '../model/request.ts';
import { versionBelow } from '../model/wording.ts';
import { escapeHtml } from './html.ts';

/** A letter in one language: what stands in the subject, the body, and the words of the footer. */
export interface Section {
  language: Language;
  title: string;
  body: string;
  footer: string;
}

/** What the letter holds, in a language that no version of it is in. */
export interface BriefSection {
  language: Brief;
  title: string;
  body: string;
}

const directions: Readonly<Record<Brief, { dir: 'ltr' | 'rtl'; style: string }>> = {
  pt: { dir: 'ltr', style: '' },
  ar: { dir: 'rtl', style: 'text-align:right;' },
};

const courtesyTitles: Record<Language, string> = {
  fr: 'VERSION FRANÇAISE',
  en: 'ENGLISH VERSION',
  es: 'VERSIÓN EN ESPAÑOL',
};

const rule = '='.repeat(72);

/** The text part: the sections one below the other, their footers at the end, then who we are. */
export function textPage(sections: readonly Section[], briefs: readonly BriefSection[], sender: string): string {
  const [first, ...others] = sections;
  return tidy(
    [
      ...others.map(({ language }) => versionBelow[language]),
      first?.body ?? '',
      ...others.map(({ language, body }) => `${rule}\n${courtesyTitles[language]}\n${rule}\n\n${body}`),
      ...briefs.map(({ title, body }) => `${rule}\n${title}\n${rule}\n\n${body}`),
      rule,
      ...sections.map(({ footer }) => footer),
      sender,
    ].join('\n\n'),
  );
}

/** The HTML part: one column of at most 640 px that loads nothing, in light and dark colours. */
export function htmlPage(
  sections: readonly Section[],
  briefs: readonly BriefSection[],
  sender: string,
  institute: string,
): string {
  const [first, ...others] = sections;
  const language = first?.language ?? 'fr';
  return `<!DOCTYPE html>
<html lang="${language}" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escapeHtml(first?.title ?? '')}</title>
<style>${darkColours}</style>
</head>
<body class="page" style="margin:0;padding:0;background:#e9eef0;color:#1f2a30">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="border-collapse:collapse">
<tr><td align="center" style="padding:16px 8px">
${outlook('<table role="presentation" width="640" cellpadding="0" cellspacing="0" border="0"><tr><td>')}
<table role="presentation" class="card" width="100%" cellpadding="0" cellspacing="0" border="0" style="border-collapse:collapse;max-width:640px;background:#ffffff;color:#1f2a30;text-align:left;font-family:'Segoe UI',Helvetica,Arial,sans-serif;font-size:16px;line-height:24px;overflow-wrap:anywhere;word-break:break-word">
<tr><td class="head" style="padding:14px 20px;background:#0b5566;color:#ffffff;font-weight:bold">${escapeHtml(institute)}</td></tr>
<tr><td style="padding:20px 20px 8px">
${others.map((other) => `<p class="soft" lang="${other.language}" dir="ltr" style="margin:0 0 16px;color:#4a5a63">${versionBelow[other.language]}</p>`).join('\n')}
${sections.map(sectionBlock).join('\n')}
${briefs.map(briefBlock).join('\n')}
</td></tr>
<tr><td class="foot soft" style="padding:16px 20px;border-top:1px solid #cbd5da;background:#f2f5f6;color:#4a5a63;font-size:14px;line-height:20px">
${sections.map(({ language, footer }) => `<div lang="${language}" dir="ltr">${footer}</div>`).join('\n')}
<div lang="fr" dir="ltr">${sender}</div>
</td></tr>
</table>
${outlook('</td></tr></table>')}
</td></tr>
</table>
</body>
</html>
`;
}

/** Outlook for Windows draws with Word, which knows no `max-width`: a table of that width stands around the column. */
function outlook(markup: string): string {
  return `<!--[if mso]>${markup}<![endif]-->`;
}

function sectionBlock({ language, title, body }: Section, index: number): string {
  const above = index === 0 ? '' : 'margin-top:24px;padding-top:24px;border-top:2px solid #9aa9b2';
  return `<div lang="${language}" dir="ltr" style="${above}">
<h1 class="accent" style="margin:0 0 16px;font-size:24px;line-height:30px;font-weight:bold;color:#0b5566">${escapeHtml(title)}</h1>
${body}
</div>`;
}

function briefBlock({ language, title, body }: BriefSection): string {
  const { dir, style } = directions[language];
  return `<div lang="${language}" dir="${dir}" style="${style}margin-top:24px;padding-top:24px;border-top:2px solid #9aa9b2">
<h2 class="accent" style="margin:0 0 12px;font-size:20px;line-height:26px;font-weight:bold;color:#0b5566">${escapeHtml(title)}</h2>
${body}
</div>`;
}

// Mail programs that drop this keep the light colours, which are readable by themselves.
const darkColours = `
:root { color-scheme: light dark; }
@media (prefers-color-scheme: dark) {
  .page { background: #0f1517 !important; }
  .card { background: #1a2226 !important; color: #e8edef !important; }
  .head { background: #0a4350 !important; }
  .foot { background: #141b1e !important; border-color: #3a474d !important; }
  .soft { color: #b4c0c6 !important; }
  .accent { color: #86d3e1 !important; }
  .piece { border-color: #4b5a61 !important; border-top-color: #86d3e1 !important; }
  .box { background: #222c31 !important; color: #e8edef !important; border-color: #4b5a61 !important; }
  .warn { background: #3a2a10 !important; color: #ffe2b0 !important; }
  .button { background: #127a8d !important; border-color: #127a8d !important; color: #ffffff !important; }
  .quiet { background: #1a2226 !important; border-color: #86d3e1 !important; color: #86d3e1 !important; }
  .link { color: #86d3e1 !important; }
}`;

function tidy(text: string): string {
  return `${text
    .replace(/[ \t]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim()}\n`;
}
