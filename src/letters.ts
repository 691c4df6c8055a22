import { environment, type Render } from './letters/environment.ts';
import { html } from './letters/html.ts';
import { htmlPage, type Section, textPage } from './letters/page.ts';
import { text } from './letters/text.ts';
import type { Content, Letter, LetterName } from './model/letter.ts';
import type { Policy } from './model/policy.ts';
import type { Language } from './model/request.ts';
import { categoryNames } from './model/wording.ts';

/** One language of one letter, ready to be filled in. */
interface Form {
  subject: Render;
  text: Render;
  html: Render;
}

/** All letters, compiled, under the keys of the templates. */
export type Composer = ReadonlyMap<string, Form>;

/** Whom a letter goes to decides what its footer says. */
const audiences: Record<LetterName, 'requester' | 'staff' | 'partner'> = {
  acknowledgement: 'requester',
  'meeting-proposal': 'requester',
  'meeting-confirmed': 'requester',
  questionnaire: 'requester',
  'new-request': 'staff',
  news: 'staff',
  'command-done': 'staff',
  'command-refused': 'staff',
  confirm: 'staff',
  help: 'staff',
  alarm: 'staff',
  digest: 'partner',
  'interest-recorded': 'partner',
};

const longestSubject = 200;

const layout = /^subject:[ \t]*(\S.*)\r?\n---\r?\n([\s\S]*)$/;

/**
 * Compiles every template: a `subject:` line, `---`, then the body.
 * @param templates - Source by `<letter>/<language>`; `footer/…` and `sender/…` frame every letter.
 * @throws if one can't be read, so that a broken template stops the start and not a letter.
 */
export function compile(templates: ReadonlyMap<string, string>): Composer {
  const inText = environment(text);
  const inHtml = environment(html);
  return new Map(
    Array.from(templates, ([key, source]): [string, Form] => {
      const match = layout.exec(source);
      if (!match) throw new Error(`cannot read template ${key}: it must begin with « subject: … » and « --- »`);
      const [, subject = '', body = ''] = match;
      try {
        return [key, { subject: inText(subject), text: inText(body), html: inHtml(body) }];
      } catch (cause) {
        throw new Error(`cannot compile template ${key}`, { cause });
      }
    }),
  );
}

/**
 * The letter in words, in its languages from first to last; a letter that exists only in French goes out in French.
 * @throws if a template or the data of a language is missing.
 */
export function compose(letter: Letter, composer: Composer, policy: Policy): Content {
  const offered = letter.languages.filter((language) => composer.has(`${letter.name}/${language}`));
  const views = (offered.length > 0 ? offered : (['fr'] as const)).map((language) => ({
    language,
    view: clean(viewOf(letter, language, policy)),
  }));
  const titles = views.map(({ language, view }) =>
    oneLine(formOf(composer, `${letter.name}/${language}`).subject(view, language)),
  );
  const sections = (medium: 'text' | 'html'): Section[] =>
    views.map(({ language, view }, index) => ({
      language,
      title: titles[index] ?? '',
      body: formOf(composer, `${letter.name}/${language}`)[medium](view, language),
      footer: formOf(composer, `footer/${language}`)[medium](view, language),
    }));
  const sender = (medium: 'text' | 'html'): string => formOf(composer, 'sender/fr')[medium](views[0]?.view ?? {}, 'fr');
  return {
    subject: oneLine(`${prefixOf(letter)}${titles.join(' / ')}`),
    text: textPage(sections('text'), sender('text')),
    html: htmlPage(sections('html'), sender('html'), policy.institute.name),
    ...(letter.calendar && { calendar: letter.calendar }),
  };
}

function formOf(composer: Composer, key: string): Form {
  const form = composer.get(key);
  if (!form) throw new Error(`cannot compose without templates/${key}.hbs`);
  return form;
}

/** The fields that the templates of a letter see in one language. */
function viewOf(letter: Letter, language: Language, policy: Policy): object {
  const frame = {
    institute: policy.institute,
    leaving: letter.name === 'digest',
    privacy: audiences[letter.name] === 'staff' ? '' : policy.institute.privacy,
  };
  if (letter.name === 'digest') {
    const category = categoryNames[language][letter.data.category];
    return { ...letter.data, ...frame, category, date: dateOf(letter.digest ?? '', language, policy.timeZone) };
  }
  if (!('localised' in letter.data)) return { ...letter.data, ...frame };
  const { localised, ...common } = letter.data;
  const own = localised[language];
  if (!own) throw new Error(`cannot compose ${letter.name} in ${language}: its data is missing`);
  return { ...common, ...own, ...frame };
}

/** « [INMQ-2026-0042] », by which a reply is filed even where threads are lost; a digest speaks of several. */
function prefixOf(letter: Letter): string {
  if (letter.name === 'digest') return '';
  const reference = letter.reference ?? ('reference' in letter.data ? letter.data.reference : '');
  return reference ? `[${reference}] ` : '';
}

/** The day in the period id of a digest, in words; empty when it names none. */
function dateOf(period: string, language: Language, timeZone: string): string {
  const match = /(\d{4}-\d{2}-\d{2})(T[\d:.]+Z)?$/.exec(period);
  if (!match) return '';
  // A day without a time is meant as it stands: read in another zone it could be the day before.
  const zone = match[2] ? timeZone : 'UTC';
  return new Intl.DateTimeFormat(`${language}-CA`, { dateStyle: 'long', timeZone: zone }).format(new Date(match[0]));
}

/** A copy without what could end a line, hide text or turn it round; every line end becomes LF. */
function clean<T>(value: T): T;
function clean(value: unknown): unknown {
  if (typeof value === 'string')
    return value
      .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
      .replace(/(?![\t\n])\p{Cc}|[\u202A-\u202E\u2066-\u2069\uFEFF]/gu, '')
      .replace(/\p{Surrogate}/gu, '\uFFFD');
  if (Array.isArray(value)) return value.map((entry) => clean(entry));
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, clean(entry)]));
  return value;
}

function oneLine(subject: string): string {
  const line = subject.replace(/\s*[\r\n\t\u2028\u2029]+\s*/g, ' ').trim();
  return line.length <= longestSubject ? line : `${[...line].slice(0, longestSubject - 1).join('')}…`;
}
