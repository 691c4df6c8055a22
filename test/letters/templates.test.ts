import Handlebars from 'handlebars';
import { describe, expect, test } from 'vitest';
import { compile, compose } from '../../src/letters.ts';
import { briefs, type Letter, type LetterName } from '../../src/model/letter.ts';
import { type Language, languages } from '../../src/model/request.ts';
import { composer, templates } from './composer.ts';
import { every, frames, translated } from './readers.ts';
import { letterNames, policy, sample, samples } from './samples.ts';

describe('the templates', () => {
  test('there is one for every letter and language, and no other', () => {
    const wanted = [...every.map(([name, language]) => `${name}/${language}`), ...frames];
    expect([...templates.keys()]).toEqual(wanted.toSorted());
  });

  test.each(every)('%s in %s uses only fields that its data has', (name, language) => {
    for (const field of fieldsOf(source(`${name}/${language}`), view(name, language)))
      expect(field.known, `${name}/${language}: ${field.path}`).toBe(true);
  });

  test.each(['footer/fr', 'footer/en', 'footer/es', 'sender/fr'])(
    '%s uses only fields that every letter has',
    (key) => {
      const { institute, privacy, leaving, personal, staff } = frame;
      for (const field of fieldsOf(source(key), { institute, privacy, leaving, personal, staff }))
        expect(field.known, field.path).toBe(true);
    },
  );

  test.each(briefs)('brief/%s uses only fields that the acknowledgement has', (language) => {
    for (const field of fieldsOf(source(`brief/${language}`), view('acknowledgement', 'fr')))
      expect(field.known, field.path).toBe(true);
  });

  test.each([...translated, 'footer'])('%s says the same things in every language', (name) => {
    const [fr, en, es] = languages.map((language) => {
      const letter = letterNames.find((known) => known === name);
      return fieldsOf(source(`${name}/${language}`), letter ? view(letter, language) : frame).map(({ path }) => path);
    });
    expect(en).toEqual(fr);
    expect(es).toEqual(fr);
  });

  test.each([...templates])('%s is written as the text part needs it', (_key, content) => {
    expect(content).not.toContain('{{{');
    expect(content).not.toMatch(/\{\{&/);
    // A line that begins with spaces would begin so in the text part.
    expect(content).not.toMatch(/^[ \t]/m);
  });

  test.each([...templates])('%s is set as its language sets type', (key, content) => {
    const words = content
      .replace(/^subject:/, '')
      .replaceAll(/\{\{[#/].*?\}\}/g, '')
      .replaceAll(/\{\{.*?\}\}/g, 'x');
    expect(words).not.toMatch(/ [;!?]|\p{L}'/u);
    // French in Quebec: a no-break space before the colon and inside guillemets, none before ; ! and ?
    expect(words).not.toMatch(key.endsWith('/fr') ? / [:»]|« |[^\u00A0\d]:(?!\d)/ : /\s[:»]|«\s/);
  });
});

describe('a broken template', () => {
  test.each([
    ['no subject', '{{#p}}Bonjour{{/p}}'],
    ['an empty subject', 'subject: \n---\n{{#p}}Bonjour{{/p}}'],
    ['an unclosed block', 'subject: x\n---\n{{#p}}Bonjour'],
    ['an unknown word', 'subject: x\n---\n{{shout name}}'],
    ['an unknown word in the subject', 'subject: {{shout name}}\n---\nBonjour'],
    ['an unknown block', 'subject: x\n---\n{{#if name}}{{#shout name}}x{{/shout}}{{/if}}'],
    ['an unknown word in another', 'subject: x\n---\n{{line (shout name)}}'],
  ])('%s stops the start', (_fault, content) => {
    expect(() => compile(new Map([['news/fr', content]]))).toThrow(/cannot (?:read|compile) template news\/fr/);
  });

  test.each([
    '{{absent}}',
    '{{quote absent}}',
    '{{line absent}}',
    '{{#fact absent}}x{{/fact}}',
    '{{button absent}}',
    '{{number absent "a" "b"}}',
  ])('%s of a field that is not there is no letter', (body) => {
    const around = [...templates].filter(([key]) => frames.includes(key));
    const broken = compile(new Map([...around, ['news/fr', `subject: x\n---\n${body}`]]));
    expect(() => compose(sample('news'), broken, policy)).toThrow(/absent|cannot/);
  });

  test('a link that runs a script is no button', () => {
    const buttons = [{ label: 'x', href: 'javascript:alert(1)' }];
    expect(() =>
      compose({ ...sample('news'), data: { ...samples.news, buttons } } as Letter, composer, policy),
    ).toThrow('cannot make a button of javascript:');
  });
});

const frame = {
  institute: policy.institute,
  privacy: 'x',
  leaving: true,
  personal: false,
  staff: false,
  category: 'x',
  date: 'x',
};

function source(key: string): string {
  return (templates.get(key) ?? '').replace(/^subject:|^---$/gm, '');
}

function view(name: LetterName, language: Language): object {
  const { localised, ...common } = { localised: {}, ...samples[name] };
  const own: object = Reflect.get(localised, language) ?? {};
  const others = 'buttons' in common ? { others: common.buttons } : {};
  return { ...common, ...own, ...others, ...frame };
}

interface Node {
  type: string;
  path?: { original: string };
  /** True for what Handlebars itself tells, such as `@last`. */
  data?: boolean;
  parts?: string[];
  params?: Node[];
  hash?: { pairs: { value: Node }[] };
  body?: Node[];
  program?: Node;
  inverse?: Node;
}

/** Every field that a template reads, in order, told from the root: `slots.0.button`; whatever branch it stands in. */
function fieldsOf(template: string, root: object): { path: string; known: boolean }[] {
  const found: { path: string; known: boolean }[] = [];
  const look = (parts: readonly string[], scope: readonly string[]): unknown => {
    let value: unknown = root;
    for (const part of [...scope, ...parts])
      value = typeof value === 'object' && value !== null ? Reflect.get(value, part) : undefined;
    found.push({ path: [...scope, ...parts].join('.'), known: value !== undefined });
    return value;
  };
  const walk = (node: Node | undefined, scope: readonly string[]): void => {
    if (!node) return;
    if (node.type === 'PathExpression' && !node.data) look(node.parts ?? [], scope);
    const given = [...(node.params ?? []), ...(node.hash?.pairs ?? []).map(({ value }) => value)];
    for (const parameter of given) walk(parameter, scope);
    // A word that stands alone is a field, but for the line break.
    if (node.type === 'MustacheStatement' && given.length === 0 && node.path?.original !== 'br')
      walk(node.path as unknown as Node, scope);
    const inner = node.path?.original === 'each' ? [...scope, ...(node.params?.[0]?.parts ?? []), '0'] : scope;
    for (const child of node.body ?? []) walk(child, scope);
    walk(node.program, inner);
    walk(node.inverse, scope);
  };
  walk(Handlebars.parse(template) as unknown as Node, []);
  return found;
}
