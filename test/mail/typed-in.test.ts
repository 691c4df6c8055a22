import { describe, expect, test } from 'vitest';
import { apartFromLetter } from '../../src/mail/typed-in.ts';

const letter = `Hello Ama Boateng,

We have received your request and entered it in our tracking register. A
member of our team will read it, normally within one business day.

1. Nature of the needs
   The training, support or expertise you are looking for: field,
   audience, number of people, place.

> our board would like to train 12 instructors.

2. Expectations
   The results you expect, and what you expect from Quebec institutions.

3. Type of agreement sought
   Memorandum of understanding, framework agreement, service contract,
   mobility, programme abroad, or undecided.

Yours sincerely,
Institut national des mines`;
const head = 'From: Institut <info@inm.example>\nSent: Monday, 23 November 2026 10:00\nTo: Ama\nSubject: Request\n';
const above = 'Dear Sir,';
const typed = (text: string) =>
  apartFromLetter(text, [letter])
    .split('\n')
    .filter((line) => line.trim() && !line.startsWith('>'));

describe('what was typed into the letter stands apart from it', () => {
  test.each([
    ['under a title', '2. Expectations', '2. Expectations\nA certificate', 'A certificate'],
    ['on the line of a title', '2. Expectations', '2. Expectations: a certificate', 'a certificate'],
    ['on the line of the help', 'Quebec institutions.', 'Quebec institutions. A certificate', 'A certificate'],
    ['before the help', '   The results', 'A certificate. The results', 'A certificate.'],
    [
      'in the words of the help',
      'agreement sought',
      'agreement sought\nMemorandum of understanding',
      'Memorandum of understanding',
    ],
    [
      'a longer part of the help',
      'agreement sought',
      'agreement sought\nService contract, mobility, programme abroad',
      'Service contract, mobility, programme abroad',
    ],
    ['a number', '2. Expectations', '2\n\n2. Expectations', '2'],
    ['below all', 'Institut national des mines', 'Institut national des mines\n\nSlot 2, please.', 'Slot 2, please.'],
    ['above a paragraph', 'We have received', 'Sorry for the delay.\n\nWe have received', 'Sorry for the delay.'],
  ])('%s', (_, place, filled, words) => {
    expect(typed(`${above}\n\n${head}\n${letter.replace(place, filled)}`)).toEqual([above, words]);
  });

  test('where a program broke the lines of the letter elsewhere', () => {
    const wrapped = letter.replaceAll(/(?<=[^\n]) ?\n {3}/g, ' ').replace(/(.{40}\S*) /g, '$1\n');
    const filled = wrapped.replace('2. Expectations', '2. Expectations\nA certificate\n');
    expect(typed(`${above}\n\n${head}\n${filled}`)).toEqual([above, 'A certificate']);
  });

  test('in the marked lines of a program that marks all', () => {
    const filled = letter.replace('2. Expectations', '2. Expectations\nA certificate').replace(/^/gm, '> ');
    const text = `${above}\n\nOn Mon, 23 Nov 2026 at 10:00, Institut <info@inm.example> wrote:\n${filled}`;
    expect(typed(text)).toEqual([above, text.split('\n')[2], 'A certificate']);
  });

  test('with links and pictures that the program wrote out', () => {
    const linked = letter.replace('Institut national', '[cid:logo.png]\nInstitut<https://inm.example/> national');
    const filled = linked.replace('2. Expectations', '2. Expectations\nA certificate');
    expect(typed(`${above}\n\n${head}\n${filled}`)).toEqual([above, 'A certificate']);
  });
});

describe('left as it is', () => {
  const others = `${head}\n${letter}`;
  test.each([
    ['a letter into which nothing was typed', `${above}\n\n${others}`],
    ['another mail', `${above}\n\n${head}\nPlease send us the form that we spoke of yesterday, with the three names.`],
    ['a form that the sender copied', `${above}\n\n${letter.slice(letter.indexOf('1. '))}`],
    ['a mail without a quote', `${above}\n\n1. Nature of the needs: twelve instructors.`],
    ['a marked letter that nobody wrote into', `${above}\n\n${letter.replace(/^/gm, '> ')}`],
    ['what is too long', `${others.replace('2. Exp', 'A certificate\n2. Exp')}\n${'word '.repeat(30_000)}`],
  ])('%s', (_, text) => {
    expect(apartFromLetter(text, [letter])).toBe(text);
  });

  test('the mail that the letter answered, below it', () => {
    const first =
      'From: Ama <ama@tgtu.example>\nSent: Friday, 20 November 2026 9:00\nTo: Institut\nSubject: Training\n\nWe cannot meet on Monday.';
    const filled = others.replace('2. Expectations', '2. Expectations\nA certificate');
    const text = apartFromLetter(`${above}\n\n${filled}\n\n${first}`, [letter]);
    expect(text.endsWith(`\n${first}`)).toBe(true);
    expect(text).toContain('\nA certificate\n');
  });

  test.each(['expertise you are', 'expertise you are look'])('a letter that was cut short: %s', (end) => {
    const text = `${above}\n\n${others.slice(0, others.indexOf(end) + end.length)}`;
    expect(apartFromLetter(text, [letter])).toBe(text);
    expect(apartFromLetter(`${text}\n[Message clipped]`, [letter])).toMatch(/\n> .*you are.*\n\[Message clipped\]$/);
  });

  test('what the letter cites', () => {
    const filled = others.replace('2. Expectations', '2. Expectations\nA certificate');
    expect(apartFromLetter(filled, [letter])).toContain('\n> > our board would like to train 12 instructors.\n');
  });
});

test.each([
  ['many lines', `${'The training, support or expertise you are looking for: what\n'.repeat(1500)}`],
  ['one long line', `${letter.replaceAll('\n', ' ')} `.repeat(130)],
  ['one long line that nearly is', 'the training, support or expertise you are looking for: field, what '.repeat(1400)],
])('takes a time in keeping with the length: %s', (_, flood) => {
  const begun = performance.now();
  apartFromLetter(`${head}\n${letter}\n${flood}`, [letter, letter]);
  expect(performance.now() - begun).toBeLessThan(2000);
});
