import { describe, expect, test } from 'vitest';
import { readChoice } from '../../src/clarification/choice.ts';
import { questionLines, questionnaireBody, readAnswers } from '../../src/clarification/questionnaire.ts';
import { slotLine } from '../../src/clarification/wording.ts';
import { compose } from '../../src/letters.ts';
import { visibleText } from '../../src/mail/visible-text.ts';
import { type Language, languages, type Slot } from '../../src/model/request.ts';
import { pointTitles } from '../../src/model/wording.ts';
import { composer } from '../letters/composer.ts';
import { policy } from '../letters/samples.ts';

const slots: Slot[] = [1, 2, 3].map((number) => ({
  number,
  start: `2026-11-2${4 + number}T15:00:00.000Z`,
  end: `2026-11-2${4 + number}T15:45:00.000Z`,
}));

/** The acknowledgement as the requester has it before the eyes. */
function letter(language: Language): string {
  const href = 'mailto:info@institut.example';
  const section = (each: Language) => ({
    questions: questionLines(each, {}),
    slots: slots.map((slot) => slotLine(slot, each, 'America/Toronto', 'Africa/Accra', { label: 'x', href })),
    answerAll: { label: 'x', href },
  });
  const shown: Language[] = language === 'fr' ? ['fr'] : ['fr', language];
  const { text } = compose(
    {
      name: 'acknowledgement',
      to: { name: 'Ama Boateng', address: 'aboateng@tgtu.example' },
      languages: ['fr', ...shown.slice(1)],
      thread: [],
      automatic: true,
      data: {
        name: 'Ama Boateng',
        reference: 'INMQ-2026-0042',
        subject: 'Mine rescue',
        copyFor: '',
        winmail: false,
        sealed: false,
        localised: Object.fromEntries(shown.map((each) => [each, section(each)])),
      },
    },
    composer,
    policy,
  );
  return text;
}

const attribution = 'On Mon, Nov 23, 2026 at 9:00 AM INMQ <info@institut.example> wrote:';
const quoted = (text: string) => text.replace(/^/gm, '> ').replace(/^> $/gm, '>');
/** What a mail client makes of long quoted lines: broken where it likes, the rest with a mark of its own. */
const wrapped = (text: string) => text.replace(/^(> .{40,60}) (?=\S)/gm, '$1\n> ');
const below = (text: string, line: RegExp, added: string) => text.replace(line, (found) => `${found}\n\n${added}\n`);

describe.each(languages)('a reply to the acknowledgement (%s)', (language) => {
  const text = letter(language);
  const { needs, timeline } = pointTitles[language];
  const choose = (mail: string) => readChoice(mail, 'Re: [INMQ-2026-0042]', slots);
  const chooseSeen = (mail: string) => choose(visibleText({ text: mail }));

  test('the number above the quote', () => {
    const mail = `2\n\nAma\n\n${attribution}\n${wrapped(quoted(text))}`;
    expect(readAnswers(mail)).toEqual([]);
    expect(chooseSeen(mail)).toEqual({ kind: 'slot', number: 2 });
    expect(choose(mail)).toEqual({ kind: 'slot', number: 2 });
  });

  test('the number below the quote', () => {
    const mail = `${attribution}\n${wrapped(quoted(text))}\n\n2, thank you\n`;
    expect(readAnswers(mail)).toEqual([]);
    expect(chooseSeen(mail)).toEqual({ kind: 'slot', number: 2 });
    expect(choose(mail)).toEqual({ kind: 'slot', number: 2 });
  });

  test('answers between the quoted questions, none of them a choice', () => {
    const marked = wrapped(quoted(text));
    const answered = below(
      below(marked, new RegExp(`^> .*${needs.title}(?:\\n> .*)*?(?=\\n>\\n)`, 'm'), 'Mine rescue'),
      new RegExp(`^> .*${timeline.title}(?:\\n> .*)*?(?=\\n>\\n)`, 'm'),
      '2',
    );
    const mail = `${attribution}\n${answered}`;
    expect(readAnswers(mail).map(({ point, value }) => [point, value])).toEqual([
      ['needs', 'Mine rescue'],
      ['timeline', '2'],
    ]);
    expect(choose(mail)).toBeUndefined();
  });

  test('the quote alone, or the letter sent back without marks, says nothing', () => {
    for (const mail of [`${attribution}\n${quoted(text)}`, text, `From: INMQ\nSent: Monday\nSubject: x\n\n${text}`]) {
      expect(readAnswers(mail)).toEqual([]);
      expect(choose(mail)?.kind).not.toBe('slot');
      expect(chooseSeen(mail)?.kind).not.toBe('slot');
    }
  });

  test('the prefilled form above the quote', () => {
    const form = questionnaireBody(language, {}).replace(needs.title, `${needs.title}\nMine rescue`);
    const mail = `${form}\nAma Boateng\n\n${attribution}\n${quoted(text)}`;
    for (const seen of [mail, visibleText({ text: mail })]) {
      expect(readAnswers(seen)).toEqual([{ point: 'needs', value: 'Mine rescue', applies: true }]);
      expect(choose(seen)).toBeUndefined();
    }
  });
});
