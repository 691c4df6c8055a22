import { cutTo } from './letters/cut.ts';
import { environment, parse, type Render } from './letters/environment.ts';
import { html } from './letters/html.ts';
import { type BriefSection, htmlPage, type Section, textPage } from './letters/page.ts';
import { glued } from './letters/spaces.ts';
import { text } from './letters/text.ts';
import { viewOf } from './letters/view.ts';
import type { Content, Letter } from './model/letter.ts';
import type { Policy } from './model/policy.ts';

/** One language of one letter, ready to be filled in. */
interface Form {
  subject: Render;
  text: Render;
  html: Render;
}

/** All letters, compiled, under the keys of the templates. */
export type Composer = ReadonlyMap<string, Form>;

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
      try {
        const [subject, body] = [parse(match[1] ?? ''), parse(match[2] ?? '')];
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
    view: viewOf(letter, language, policy),
  }));
  const titles = views.map(({ language, view }) =>
    glued(oneLine(formOf(composer, `${letter.name}/${language}`).subject(view, language))),
  );
  const sections = (medium: 'text' | 'html'): Section[] =>
    views.map(({ language, view }, index) => ({
      language,
      title: titles[index] ?? '',
      body: formOf(composer, `${letter.name}/${language}`)[medium](view, language),
      footer: formOf(composer, `footer/${language}`)[medium](view, language),
    }));
  const brief = (medium: 'text' | 'html'): BriefSection[] => {
    const [first] = views;
    if (!letter.brief || !first) return [];
    const form = formOf(composer, `brief/${letter.brief}`);
    const title = oneLine(form.subject(first.view, first.language));
    return [{ language: letter.brief, title, body: form[medium](first.view, first.language) }];
  };
  const sender = (medium: 'text' | 'html'): string => formOf(composer, 'sender/fr')[medium](views[0]?.view ?? {}, 'fr');
  return {
    subject: oneLine(`${prefixOf(letter)}${titles.join(' / ')}`),
    text: textPage(sections('text'), brief('text'), sender('text')),
    html: htmlPage(sections('html'), brief('html'), sender('html'), policy.institute.name),
    ...(letter.calendar && { calendar: letter.calendar }),
    ...(letter.attachments && { attachments: letter.attachments }),
  };
}

function formOf(composer: Composer, key: string): Form {
  const form = composer.get(key);
  if (!form) throw new Error(`cannot compose without templates/${key}.hbs`);
  return form;
}

/** « [INMQ-2026-0042] », by which a reply is filed even where threads are lost; a digest speaks of several. */
function prefixOf(letter: Letter): string {
  if (letter.digest !== undefined) return '';
  const reference = letter.reference ?? ('reference' in letter.data ? letter.data.reference : '');
  return reference ? `[${reference}] ` : '';
}

function oneLine(subject: string): string {
  const line = subject.replace(/\s*[\r\n\t\u2028\u2029]+\s*/g, ' ').trim();
  // What stands behind the sign that more was there is cut with it, not cut again.
  return line.length <= longestSubject
    ? line
    : `${cutTo(line.replace(/[\s\u00A0]*\[…\]$/u, ''), longestSubject - 2)}\u00A0…`;
}
