import { describe, expect, test } from 'vitest';
import { endOfQuestionnaire } from '../../src/clarification/headings.ts';
import { readAnswers } from '../../src/clarification/questionnaire.ts';
import { type Language, languages, points } from '../../src/model/request.ts';
import { pointTitles } from '../../src/model/wording.ts';

const read = (text: string) => Object.fromEntries(readAnswers(text).map(({ point, value }) => [point, value]));
const five = {
  needs: 'Rescue training for 12',
  expectations: 'A certificate',
  agreementType: 'MoU',
  resources: 'CAD 175,000',
  timeline: 'May 2027',
};

/** Our questions with what our letter cites under them, and what was typed into each at a place of its own. */
const letter = (language: Language, place: 'title' | 'above' | 'below', answers: Partial<typeof five> = five) =>
  [
    ...points.flatMap((point, index) => {
      const { title, help } = pointTitles[language][point];
      const answer = answers[point];
      const typed = answer === undefined ? [] : ['', answer];
      return [
        `${index + 1}. ${title}${place === 'title' && answer !== undefined ? ` : ${answer}` : ''}`,
        help,
        ...(place === 'above' ? typed : []),
        '',
        '> « What the first mail seems to say,',
        '> wrapped. »',
        ...(place === 'below' ? typed : []),
        '',
      ];
    }),
    endOfQuestionnaire[language],
    'Institut national des mines',
  ].join('\n');

const outlook = (text: string) =>
  `Please see below.\n\nFrom: INMQ <info@inmq.example>\nSent: Monday, November 23, 2026 3:00 PM\nTo: Ama\nSubject: x\n\n${text}`;
const gmail = (text: string) =>
  `See inline.\n\nOn Mon, Nov 23, 2026 at 3:00 PM INMQ <info@inmq.example> wrote:\n\n${text.replace(/^(?=>)/gm, '>').replace(/^(?!>)/gm, '> ')}`;
/** Thunderbird parts the quote where somebody types. */
const parted = (text: string) => gmail(text).replace(new RegExp(`^> (${Object.values(five).join('|')})$`, 'gm'), '$1');

describe.each(languages)('answers typed into our letter (%s)', (language) => {
  test.each(['title', 'above', 'below'] as const)('%s', (place) => {
    const text = letter(language, place);
    for (const program of [outlook, gmail, parted]) expect(read(program(text)), program.name).toEqual(five);
  });

  test('what our letter cites is none', () => {
    const text = letter(language, 'title', {});
    for (const program of [outlook, gmail, parted]) expect(read(program(text)), program.name).toEqual({});
  });

  test('beside the title only where our help stands below', () => {
    const { title } = pointTitles[language].expectations;
    const old = `2. ${title} : a diploma\n\n5. ${pointTitles[language].timeline.title} : 2030\n${endOfQuestionnaire[language]}`;
    for (const program of [outlook, gmail]) expect(read(program(old)), program.name).toEqual({});
  });
});

test('a quote below an answer is a citation only where our next question follows', () => {
  const { title, help } = pointTitles.en.timeline;
  const text = `> 5. ${title}\n> ${help}\n\nMay 2027\n\n>> Older words.\n\nOur dean says thank you for these.`;
  expect(read(text)).toEqual({ timeline: 'May 2027' });
});

test('a title set in bold or italics leaves no mark', () =>
  expect(read('**Needs:** training\n*Expectations: a certificate*\n_Timeline_: 2027')).toEqual({
    needs: 'training',
    expectations: 'a certificate',
    timeline: '2027',
  }));
