import { describe, expect, test } from 'vitest';
import { compose } from '../../src/letters.ts';
import { composer } from './composer.ts';
import { letterNames, policy, sample } from './samples.ts';

// What mail programs make of our HTML. A style is allowed where it is known here: either every program draws it, or the
// letter is as readable without it, for the reason that stands beside.

type Support = 'everywhere' | { without: string };

const properties: Readonly<Record<string, Support>> = {
  margin: 'everywhere',
  'margin-top': 'everywhere',
  padding: 'everywhere',
  'padding-top': 'everywhere',
  color: 'everywhere',
  background: 'everywhere',
  border: 'everywhere',
  'border-top': 'everywhere',
  'border-left': 'everywhere',
  'border-collapse': 'everywhere',
  'font-family': 'everywhere',
  'font-size': 'everywhere',
  'font-weight': 'everywhere',
  'line-height': 'everywhere',
  'text-align': 'everywhere',
  'text-decoration': 'everywhere',
  'border-radius': { without: 'Outlook for Windows: square corners' },
  'max-width': { without: 'Outlook for Windows: the table around the column is as wide' },
  display: { without: 'Outlook for Windows: a button is a coloured link in its line' },
  'white-space': { without: 'a reference may break at its hyphens' },
  'overflow-wrap': { without: 'Outlook for Windows: a very long word widens the column' },
  'word-break': { without: 'as overflow-wrap' },
};

/** Others are taken out by one program or another, with what they hold. */
const elements = new Set(
  'html head meta title style body table tr td div p h1 h2 h3 ul li a strong br span bdi code blockquote'.split(' '),
);

/** Values that one program or another does not draw. */
const undrawn = /url\(|var\(|calc\(|!important|(?:^|\s)-\d|\d(?:rem|vw|vh)\b/;

/** Gmail ignores a style sheet above that, and all that come after it. */
const longestSheet = 8192;
/** Gmail hides what stands beyond. */
const clipped = 102_400;

const tags = (html: string) =>
  [...html.matchAll(/<([a-z][a-z0-9]*)\b([^>]*)>/g)].map(([, name = '', rest = '']) => ({ name, rest }));
const styleOf = (rest: string) => / style="([^"]*)"/.exec(rest)?.[1];
const declared = (style: string) =>
  style
    .split(';')
    .filter(Boolean)
    .map((one) => {
      const [property = '', ...value] = one.split(':');
      return { property: property.trim(), value: value.join(':').trim() };
    });
/** Without what only Outlook reads. */
const shown = (html: string) =>
  html.replace(/<!--\[if mso\]>.*?<!\[endif\]-->/gs, '').replace(/<style>.*?<\/style>/s, '');

describe.each(letterNames)('%s', (name) => {
  let written: string | undefined;
  const html = () => (written ??= compose(sample(name), composer, policy).html);

  test('holds only what mail programs draw, or do without', () => {
    const page = shown(html());
    const unknown: string[] = [];
    for (const { name: element, rest } of tags(page)) {
      if (!elements.has(element)) unknown.push(`<${element}>`);
      for (const { property, value } of declared(styleOf(rest) ?? ''))
        if (!Object.hasOwn(properties, property) || undrawn.test(value))
          unknown.push(`${property}: ${value} on <${element}>`);
    }
    expect(unknown).toEqual([]);
    expect(page).not.toMatch(/<!--|\son[a-z]+=|\sid=|\ssrc=|\sbackground=/);
    for (const [, href = ''] of page.matchAll(/\shref="([^"]*)"/g)) expect(href).toMatch(/^(?:mailto:|https:\/\/)/);
  });

  test('is laid out by tables, with its colours in place', () => {
    const page = shown(html());
    const all = tags(page);
    for (const { rest } of all.filter(({ name: element }) => element === 'table'))
      expect(rest).toMatch(/role="presentation".*cellpadding="0" cellspacing="0" border="0"/);
    expect(page).toMatch(/<body[^>]*>\s*<table/);
    // A class only changes the colours in the dark: what is coloured by one has its light colours without it.
    for (const { name: element, rest } of all)
      if (/ class="/.test(rest))
        expect(styleOf(rest), `<${element}${rest}>`).toMatch(/(?:^|;)(?:color|background|border(?:-\w+)?):/);
    // Dark text on no ground of its own would stand on whatever a program puts below it.
    for (const { rest } of all.filter((one) => /background:/.test(styleOf(one.rest) ?? '')))
      expect(styleOf(rest)).toMatch(/(?:^|;)color:/);
  });

  test('its style sheet is one that Gmail keeps', () => {
    const sheets = [...html().matchAll(/<style>(.*?)<\/style>/gs)].map(([, sheet = '']) => sheet);
    expect(sheets).toHaveLength(1);
    const [sheet = ''] = sheets;
    expect(sheet.length).toBeLessThan(longestSheet);
    expect(sheet.match(/@[\w-]+/g)).toEqual(['@media']);
    expect(sheet).not.toMatch(/url\(|@import|[#*[>~+]\s*[\w.]+\s*\{/);
    expect(html().indexOf('<style>')).toBeLessThan(html().indexOf('</head>'));
    expect(Buffer.byteLength(html())).toBeLessThan(clipped);
  });
});
