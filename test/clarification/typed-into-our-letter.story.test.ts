import { beforeEach, describe, expect, test } from 'vitest';
import { htmlToText } from '../../src/mail/html-text.ts';
import type { Mail } from '../../src/mail/mail.ts';
import { points } from '../../src/model/request.ts';
import { ama, desk, genuine, last, officer, only, opened, request } from '../correspondence.ts';
import { written } from '../world.ts';

const needs = 'Twelve instructors in Obuasi';
const resources = 'CAD 175 000 voted';
const titles = {
  en: ['1. Nature of the needs', '4. Available resources'],
  fr: ['1. Nature des besoins', '4. Ressources disponibles'],
} as const;
const helps = {
  en: ['audience, number of people, place.', 'staff, premises and equipment.'],
  fr: ['visé, nombre de personnes, lieu.', 'personnel, locaux et équipements.'],
} as const;
type Tongue = keyof typeof titles;

/** Where people type an answer into the form, by what stands before it. */
const places: Record<string, (text: string, tongue: Tongue) => string> = {
  'under the title': (text, tongue) => put(text, titles[tongue], '\n'),
  'apart under the title': (text, tongue) => put(text, titles[tongue], '\n\n'),
  'on the line of the title': (text, tongue) => put(text, titles[tongue], ': '),
  'on the line of the help': (text, tongue) => put(text, helps[tongue], ' '),
  'under the help': (text, tongue) => put(text, helps[tongue], '\n'),
};

function put(text: string, lines: readonly [string, string], between: string): string {
  return [needs, resources].reduce((filled, answer, index) => {
    const line = lines[index] ?? '';
    if (!filled.includes(line)) throw new Error(`no « ${line} » in the letter`);
    return filled.replace(line, `${line}${between}${answer}`);
  }, text);
}

const head = (subject: string) =>
  `From: INMQ <info@inm.example>\nSent: Monday, November 23, 2026 10:00 AM\nTo: Ama Boateng <${ama}>\nSubject: ${subject}\n`;
const paragraphs = (text: string) =>
  text
    .split('\n')
    .map((line) => `<p class=MsoNormal>${line.replaceAll('&', '&amp;').replaceAll('<', '&lt;') || '&nbsp;'}</p>`)
    .join('\n');

/** How mail programs quote a letter that was written into. */
const programs: Record<string, (above: string, letter: Mail, filled: string) => { text?: string; html?: string }> = {
  'Outlook, text': (above, { subject }, filled) => ({ text: `${above}\n\n${head(subject)}\n${filled}` }),
  'Outlook, HTML': (above, { subject }, filled) => ({
    html: `<div class=WordSection1>${paragraphs(above)}<div style="border:none;border-top:solid #E1E1E1 1.0pt">${paragraphs(head(subject))}</div>${paragraphs(filled)}</div>`,
  }),
  'no mark at all': (above, _, filled) => ({ text: `${above}\n\n${filled}` }),
};

async function answered(mail: { text?: string; html?: string }, letter: Mail): Promise<string> {
  const reply = { from: ama, subject: `Re: ${letter.subject}`, answers: letter, headers: genuine(ama), text: '' };
  await desk.world.arrives(desk.clerk, await written({ ...reply, ...mail }));
  return (await last(officer)).text.replace(/\s+/g, ' ');
}
const told = () => Object.fromEntries(Object.entries(only().points).map(([point, answer]) => [point, answer?.value]));

beforeEach(async () => {
  await opened();
  await desk.world.arrives(desk.clerk, await written(request));
});

describe.each(Object.keys(programs))('what is typed into our letter, quoted by %s', (program) => {
  const rows = (['en', 'fr'] as const).flatMap((tongue) =>
    Object.keys(places).map((place) => [place, tongue] as const),
  );
  test.each(rows)('%s, %s', async (place, tongue) => {
    const letter = await last(ama);
    const filled = places[place]?.(letter.text, tongue) ?? '';
    const staff = await answered(programs[program]?.('Dear Sir,', letter, filled) ?? {}, letter);
    expect(told()).toEqual({ needs, resources });
    expect(staff).toContain(needs);
    expect(staff).toContain(resources);
    expect(staff).not.toContain('We have received your request');
  });

  test.each(['', 'Inline.', 'Réponses en rouge.', 'Respondo abajo.', 'Antwoorden hieronder.'])(
    'is shown to staff wherever it stands, below %j',
    async (above) => {
      const letter = await last(ama);
      const remark = 'Please note that our rector visits you in March.';
      const filled = letter.text.replace('What happens next', `${remark}\n\nWhat happens next`);
      const staff = await answered(programs[program]?.(above, letter, filled) ?? {}, letter);
      expect(staff).toContain(remark);
      expect(staff).not.toContain('We have received your request');
    },
  );
});

const numbered = /^([1-5])\. .*$/;
const marked = (_: string, __: Mail, filled: string) => ({
  text: `On Monday, INMQ <info@inm.example> wrote:\n\n${filled.replace(/^/gm, '> ')}`,
});

describe.each(Object.entries({ ...programs, 'marks at each line': marked }))(
  'an answer beside the title that begins as our help does, quoted by %s',
  (_, quote) => {
    // The second half of the letter is the courtesy version.
    test.each([0, 1])('in half %i', async (half) => {
      const letter = await last(ama);
      const lines = letter.text.split('\n');
      const titled = lines.flatMap((line, index) => (numbered.test(line) ? [index] : [])).slice(5 * half, 5 * half + 5);
      expect(titled).toHaveLength(5);
      const beginning = (index: number) => (lines[index + 1] ?? '').trim().split(/[\s,]/)[0] ?? '';
      for (const like of [0, 1, 2, 3, 4]) {
        const other = (like + 2) % 5;
        const answers = new Map([
          [like, `${beginning(titled[like] ?? 0)} 12`],
          [other, '175 000 $'],
        ]);
        const filled = lines.map((line, index) => {
          const answer = answers.get(titled.indexOf(index));
          return answer === undefined ? line : `${line}: ${answer}`;
        });
        await answered(quote('Dear Sir,', letter, filled.join('\n')), letter);
        expect(told()).toMatchObject(
          Object.fromEntries([...answers].map(([place, answer]) => [points[place], answer])),
        );
      }
    });
  },
);

test.each([
  'On Mon, 23 Nov 2026 at 15:02, INMQ <info@inm.example> wrote:',
  'On Mon, 23 Nov 2026 at 15:02, INMQ <info@inm.example>\nwrote:',
  'On Mon, 23 Nov 2026 at 15:02, INMQ <\ninfo@inm.example> wrote:',
  'Le lun. 23 nov. 2026 à 15:02, INMQ <info@inm.example>\na écrit :',
  'El lun, 23 nov 2026 a las 15:02, INMQ (<info@inm.example>)\nescribió:',
])('an answer below a heading of what programs marked, behind %j', async (attribution) => {
  const letter = await last(ama);
  const filled = letter.text
    .replace(/^/gm, '> ')
    .replace(`> ${titles.en[0]}`, `> ${titles.en[0]}\n${needs}`)
    .replace(`> ${titles.en[1]}`, `> ${titles.en[1]}\n${resources}`);
  await answered({ text: `Hello.\n\n${attribution}\n\n${filled}` }, letter);
  expect(told()).toEqual({ needs, resources });
});

test('a letter that was only quoted is quoted, in its HTML too', async () => {
  const letter = await last(ama);
  const below = `${paragraphs(head(letter.subject))}${letter.html}`;
  const html = `<div>${paragraphs('Thank you, we will write next week.')}${below}</div>`;
  expect(htmlToText(html)).toContain('We have received your request');
  const staff = await answered({ html }, letter);
  expect(staff).toContain('we will write next week');
  expect(staff).not.toContain('We have received your request');
  expect(told()).toEqual({});
});

test('a slot is chosen where it is typed below our letter', async () => {
  const letter = await last(ama);
  await answered({ text: `Dear Sir,\n\n${head(letter.subject)}\n${letter.text}\n\nSlot 2, please.` }, letter);
  expect(only().meeting?.start).toBe(only().slots[1]?.start);
});

test.each([
  [
    'Notes',
    (subject: string) => `INMQ <info@inm.example>\n23/11/2026 10:00\n\nTo\n${ama}\ncc\n\nSubject\n${subject}\n\n`,
  ],
  ['a program that writes the subject alone', (subject: string) => `${subject}\n`],
  ['a program without any mark', () => ''],
])('above the head that %s writes, an answer ends too', async (_, above) => {
  const letter = await last(ama);
  const filled = put(letter.text, titles.en, '\n').replace(`\n${needs}`, '');
  const text = `Preliminary timeline: May 2027, three weeks.\n\nAma Boateng\n\n${above(letter.subject)}\n${filled}`;
  const staff = await answered({ text }, letter);
  expect(told()).toMatchObject({ timeline: 'May 2027, three weeks.' });
  expect(staff).toContain(resources);
});

test('a number above it chooses, whatever is typed into it', async () => {
  const letter = await last(ama);
  const filled = put(letter.text, titles.en, '\n');
  await answered({ text: `2\n\nAma Boateng\n\n${letter.subject}\n\n${filled}` }, letter);
  expect(told()).toEqual({ needs, resources });
  expect(only().meeting?.start).toBe(only().slots[1]?.start);
});

describe('a letter that a program damaged is nobody’s answer', () => {
  test.each([
    ['without accents', (text: string) => text.replace(/[^\x20-\x7e\n]/g, '?')],
    ['in another charset', (text: string) => Buffer.from(text, 'utf-8').toString('latin1')],
    ['with soft hyphens', (text: string) => text.replace(/(\p{L}{4})(\p{L}{3})/gu, '$1-$2')],
  ])('%s', async (_, damage) => {
    const letter = await last(ama);
    const staff = await answered({ text: `Thank you.\n\n${head(letter.subject)}\n${damage(letter.text)}` }, letter);
    expect(told()).toEqual({});
    expect(only().meeting).toBeUndefined();
    expect(staff).toContain('Nouveau courriel du demandeur');
    expect(staff).not.toContain('receive the same notice');
    expect(staff).not.toContain('vous nous faites');
  });
});
