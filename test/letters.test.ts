import { describe, expect, test } from 'vitest';
import { readChoice } from '../src/clarification/choice.ts';
import { endOfQuestionnaire } from '../src/clarification/headings.ts';
import { readAnswers } from '../src/clarification/questionnaire.ts';
import { compose } from '../src/letters.ts';
import type { Letter, LetterName } from '../src/model/letter.ts';
import { type Language, languages } from '../src/model/request.ts';
import { pointTitles } from '../src/model/wording.ts';
import { composer } from './letters/composer.ts';
import { every, toRequesters } from './letters/readers.ts';
import { policy, sample, samples, toNetwork } from './letters/samples.ts';

const digest = 'digest/short/2026-11-23T14:00:00.000Z';

test('a space that may not break stays one where a value is put on one line', () => {
  const news = sample('news', ['fr']);
  if (news.name !== 'news') throw new Error('the sample is another letter');
  const data = { ...news.data, author: 'dite\n«\u00A0l’autre\u00A0»' };
  expect(compose({ ...news, data }, composer, policy).html).toContain('dite «\u00A0l’autre\u00A0»');
});

describe('a letter', () => {
  test.each(every)('%s in %s is whole', (name, language) => {
    const { subject, text, html } = compose(sample(name, [language]), composer, policy);
    for (const part of [subject, text, html]) {
      expect(part).not.toMatch(/undefined|\[object|\{\{/);
      expect(part).not.toMatch(/[\u2028\u2029\r]/);
    }
    if (!toNetwork.includes(name)) expect(subject).toMatch(/^\[INMQ-2026-0042\] \S/);
    for (const part of [text.replace(/\n/g, ' '), html]) {
      expect(part).toContain(policy.institute.postalAddress);
      expect(part).toContain(policy.institute.telephone);
      expect(part).toContain(policy.institute.supervisor);
    }
    expect(text).not.toMatch(/<\/?[a-z]/);
    expect(text).not.toMatch(/\n{3}| \n/);
    for (const line of text.split('\n')) if (line.trim().includes(' ')) expect(line.length).toBeLessThanOrEqual(72);
  });

  test.each(every)('%s in %s loads nothing and is well formed', (name, language) => {
    const { html } = compose(sample(name, [language]), composer, policy);
    expect(html).not.toMatch(/<(?:img|link|script|iframe|object|form|input)\b|src=|url\(|@import|\son\w+=/i);
    expect(html).toContain(`<html lang="${language}" dir="ltr">`);
    expect(unclosed(html)).toEqual([]);
    for (const [, href] of html.matchAll(/href="([^"]*)"/g)) expect(href).toMatch(/^mailto:/);
    // A link that can't be pressed with a thumb is none: 20 px of text and 12 px on both sides.
    for (const [link] of html.matchAll(/<a [^>]*>/g)) expect(link).toMatch(/padding:12px .*line-height:20px/);
  });

  test('begins in French, points to the courtesy version, and sets it apart', () => {
    const { subject, text, html } = compose(sample('acknowledgement', ['fr', 'en']), composer, policy);
    expect(subject).toBe('[INMQ-2026-0042] Demande reçue / Request received');
    expect(text.startsWith('An English version follows below.\n\nBonjour Ama Boateng,')).toBe(true);
    expect(text.indexOf('ENGLISH VERSION')).toBeGreaterThan(text.indexOf('Bonjour'));
    expect(text.indexOf('Hello Ama Boateng,')).toBeGreaterThan(text.indexOf('ENGLISH VERSION'));
    expect(html).toContain('<html lang="fr" dir="ltr">');
    expect(html).toMatch(/<p class="soft" lang="en" dir="ltr"[^>]*>An English version/);
    expect(html).toMatch(/<div lang="en" dir="ltr"[^>]*>\n<h1[^>]*>Request received</);
  });

  test.each([
    ['pt', 'ltr', 'Pode responder em português'],
    ['ar', 'rtl', 'يمكنكم الإجابة بالعربية'],
  ] as const)('says in brief what it holds, in %s', (brief, dir, words) => {
    const letter = { ...sample('acknowledgement', ['fr', 'en']), brief };
    const { subject, text, html } = compose(letter, composer, policy);
    expect(subject).toBe('[INMQ-2026-0042] Demande reçue / Request received');
    expect(text.replace(/\s+/g, ' ').indexOf(words)).toBeGreaterThan(text.replace(/\s+/g, ' ').indexOf('Hello Ama'));
    expect(html).toContain(words);
    expect(html).toMatch(new RegExp(`<div lang="${brief}" dir="${dir}"`));
    expect(unclosed(html)).toEqual([]);
    expect(readAnswers(`OK!\n\n${text}`)).toEqual([]);
  });

  test('prints slots and questions by number, with both local times', () => {
    const { text, html } = compose(sample('acknowledgement', ['fr']), composer, policy);
    expect(text).toContain(
      '  2 · vendredi 27 novembre 2026, 10\u00A0h\u00A000 (Val-d’Or, UTC−5)\n      vendredi 27 novembre 2026, 15\u00A0h\u00A000 (Accra, UTC+0)\n',
    );
    expect(text).toMatch(/^5\. Échéancier préliminaire$/m);
    expect(html.match(/href="mailto:/g)).toHaveLength(4);
  });

  test.each(toRequesters.flatMap((name) => languages.map((language): [LetterName, Language] => [name, language])))(
    '%s in %s, sent back whole and without quote marks, answers nothing',
    (name, language) => {
      const { text } = compose(sample(name, [language]), composer, policy);
      expect(readAnswers(`OK!\n\n${text}`)).toEqual([]);
      if (name === 'acknowledgement' || name === 'questionnaire')
        expect(text).toContain(`\n${endOfQuestionnaire[language]}\n`);
    },
  );

  test.each(
    (['taken', 'unsure', 'slot-or-point', 'none-fits', 'called-off'] as const).flatMap((reason) =>
      languages.map((language) => ({ reason, language })),
    ),
  )(
    'a proposal ($reason, $language), sent back whole and without quote marks, chooses nothing',
    ({ reason, language }) => {
      const data = { ...samples['meeting-proposal'], reason };
      const { subject, text } = compose(
        { ...sample('meeting-proposal', [language]), data } as Letter,
        composer,
        policy,
      );
      const slots = [1, 2, 3].map((number) => ({ number, start: '2026-11-26T13:30:00Z', end: '2026-11-26T14:15:00Z' }));
      expect(readChoice(`OK!\n\n${text}`, `Re: ${subject}`, slots)).toBeUndefined();
    },
  );

  test.each(languages)('an answer written under a question in %s is read as its answer', (language) => {
    const { text } = compose(sample('questionnaire', [language]), composer, policy);
    const { title, help } = pointTitles[language].timeline;
    const reply = text.replace(/^/gm, '> ').replace(/(> 5\. [^\n]+\n(?:> {4}\S[^\n]*\n)+)/, '$1\n2028, a year\n\n');
    expect(reply, title).not.toBe(text.replace(/^/gm, '> '));
    expect(readAnswers(reply), help).toEqual([{ point: 'timeline', value: '2028, a year', applies: true }]);
  });

  test('without slots says so and offers no button for one', () => {
    const letter = sample('acknowledgement', ['fr']);
    const { localised, ...common } = samples.acknowledgement;
    const fr = localised.fr && { ...localised.fr, slots: [] };
    const { text, html } = compose({ ...letter, data: { ...common, localised: { fr } } } as Letter, composer, policy);
    expect(text).toContain('Nous n’avons pas de plage');
    expect(html.match(/href="mailto:/g)).toHaveLength(1);
  });

  test('writes a button out as what one has to type', () => {
    const { text } = compose(sample('confirm', ['fr']), composer, policy);
    expect(text).toContain(
      '→ Confirmer la diffusion\n  Écrire à info@institut.example\n  Objet\u00A0: [INMQ-2026-0042] #diffuser K7QF-92MD\n',
    );
  });

  test('keeps a plus sign and an accent of a mailto link', () => {
    const href = 'mailto:info%2Bnord@institut.example?subject=a%2Bb+c%20%C3%A9%26&body=';
    const letter = {
      ...sample('news', ['fr']),
      data: { ...samples.news, buttons: [{ label: 'Oui', href }] },
    } as Letter;
    const { text, html } = compose(letter, composer, policy);
    expect(text).toContain('Écrire à info+nord@institut.example\n  Objet\u00A0: a+b+c é&\n');
    expect(html).toContain(
      'href="mailto:info%2Bnord@institut.example?subject=a%2Bb+c%20%C3%A9%26amp;body="'.replace('%26amp;', '%26&amp;'),
    );
  });

  test('that exists only in French goes out in French', () => {
    expect(compose(sample('help', ['en']), composer, policy)).toEqual(
      compose(sample('help', ['fr']), composer, policy),
    );
  });

  test('carries its invitation along', () => {
    const calendar = { method: 'REQUEST', text: 'BEGIN:VCALENDAR' } as const;
    expect(compose({ ...sample('meeting-confirmed', ['fr']), calendar }, composer, policy).calendar).toEqual(calendar);
    expect(compose(sample('meeting-confirmed', ['fr']), composer, policy)).not.toHaveProperty('calendar');
  });

  test('is not written when the data of a language is missing', () => {
    const data = { ...samples['meeting-proposal'], localised: {} };
    expect(() => compose({ ...sample('meeting-proposal', ['fr']), data } as Letter, composer, policy)).toThrow(
      'cannot compose meeting-proposal in fr',
    );
  });

  test.each([
    [digest, '23 novembre 2026'],
    // Already the 24th in UTC.
    ['digest/short/2026-11-24T03:00:00.000Z', '23 novembre 2026'],
    ['digest/short/2026-11-23', '23 novembre 2026'],
  ])('digest %s is dated %s', (id, day) => {
    const { subject } = compose({ ...sample('digest'), digest: id }, composer, policy);
    expect(subject).toBe(`Bulletin des demandes — court terme — ${day} (1 demande)`);
  });

  test.each<[LetterName, string]>([
    ['alarm', 'Alerte\u00A0: plafond d’envoi atteint'],
    ['confirm', 'Fin de validité\u00A0: 23 novembre 2026 à 10\u00A0h\u00A030\n'],
    ['interest-recorded', 'sans intérêt\n'],
    ['command-done', '- Catégorie\u00A0: court terme (financement confirmé)\n'],
  ])('%s puts codes and instants into words: %s', (name, words) => {
    const { subject, text } = compose(sample(name), composer, policy);
    expect(`${subject}\n${text}`).toContain(words);
  });

  test('a change is told with what stood before', () => {
    const lines = [{ what: 'Catégorie', before: 'long terme', after: 'court terme' }];
    const letter = { ...sample('command-done'), data: { ...samples['command-done'], lines } } as Letter;
    expect(compose(letter, composer, policy).text).toContain('- Catégorie\u00A0: long terme → court terme\n');
  });

  test('an alarm of a kind that has no name yet keeps its own', () => {
    const letter = { ...sample('alarm'), data: { ...samples.alarm, trouble: 'new-kind' } } as Letter;
    expect(compose(letter, composer, policy).subject).toContain('Alerte\u00A0: new-kind');
  });

  test('a quarantined request says why, and that nobody was answered', () => {
    const data = { ...samples['new-request'], quarantined: true, why: 'Verdict du serveur : spam' };
    const { subject, text } = compose({ ...sample('new-request'), data } as Letter, composer, policy);
    expect(subject).toContain('Demande en quarantaine');
    expect(text).toContain('Motif de la quarantaine\u00A0: Verdict du serveur\u00A0: spam\n');
    expect(text).toContain('aucun accusé de réception');
  });

  test.each<[LetterName, object]>([
    ['meeting-proposal', { reason: 'unsure' }],
    ['meeting-proposal', { reason: 'none-fits' }],
    ['meeting-proposal', { localised: { fr: { slots: [], standing: '', standingThere: '' } } }],
    ['meeting-proposal', { localised: { fr: { slots: [], standing: 'jeudi' } } }],
    ['questionnaire', { localised: { fr: { ...samples.questionnaire.localised.fr, missing: [] } } }],
    ['acknowledgement', { name: '' }],
    ['meeting-confirmed', { location: '' }],
    ['news', { buttons: [], text: '' }],
  ])('%s with %j leaves no gap', (name, change) => {
    const letter = { ...sample(name, ['fr']), data: { ...samples[name], ...change } } as Letter;
    const { text, html } = compose(letter, composer, policy);
    expect(html).not.toMatch(/<(p|ul|div|h\d)[^>]*>\s*<\/\1>/);
    expect(text).not.toMatch(/ ,|^Lieu|\n{3}/m);
  });

  test('a digest counts its requests and says how to leave', () => {
    const [notice] = samples.digest.notices;
    if (!notice) throw new Error('cannot do without a sample notice');
    const letter = { ...sample('digest'), data: { ...samples.digest, notices: [notice, notice] } } as Letter;
    const { subject, text } = compose(letter, composer, policy);
    expect(subject).toContain('(2 demandes)');
    expect(text).toContain('Pour ne plus recevoir ce bulletin');
    expect(compose(sample('interest-recorded'), composer, policy).text).not.toContain('Pour ne plus recevoir');
  });

  test('staff is the person to be reached, and is not told how to reach one', () => {
    const footer = (name: LetterName) => compose(sample(name, ['fr']), composer, policy).text.replace(/\s+/g, ' ');
    for (const name of ['news', 'alarm', 'command-done', 'summary'] as const) {
      expect(footer(name), name).toContain('transmis sous la supervision de');
      expect(footer(name), name).not.toContain('pour joindre une personne');
    }
    for (const name of ['acknowledgement', 'digest'] as const)
      expect(footer(name), name).toContain('répondez à ce message pour joindre une personne');
  });

  test('staff reads no privacy notice, everybody else does', () => {
    for (const [name] of every)
      expect(compose(sample(name, ['fr']), composer, policy).text.includes(policy.institute.privacy), name).toBe(
        name === 'reply' ||
          toRequesters.includes(name) ||
          toNetwork.includes(name) ||
          [
            'interest-recorded',
            'answer-confirm',
            'answer-unclear',
            'leaving-unclear',
            'contact-stopped',
            'contact-resumed',
            'contact-confirm',
            'confirmation-unclear',
            'contact-changed',
          ].includes(name),
      );
  });
});

function unclosed(html: string): string[] {
  const open: string[] = [];
  for (const [, close, name = ''] of html.matchAll(/<(\/?)([a-z]\w*)/g)) {
    if (['br', 'meta'].includes(name)) continue;
    if (close && open.at(-1) === name) open.pop();
    else open.push(`${close}${name}`);
  }
  return open;
}
