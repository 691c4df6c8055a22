import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readAnswers } from '../../src/clarification/questionnaire.ts';
import { htmlToText } from '../../src/mail/html-text.ts';
import { points } from '../../src/model/request.ts';
import { pointTitles } from '../../src/model/wording.ts';

const titles = {
  fr: [
    ['Besoins', 'Nos besoins'],
    ['Attentes', 'Nos attentes'],
    ['Entente', 'Type d’entente'],
    ['Budget', 'Ressources'],
    ['Échéancier', 'Échéances'],
  ],
  en: [
    ['Needs', 'Our needs'],
    ['Expectations', 'Our expectations'],
    ['Agreement', 'Agreement type'],
    ['Budget', 'Resources'],
    ['Timeline', 'Schedule'],
  ],
  es: [
    ['Necesidades', 'Nuestras necesidades'],
    ['Expectativas', 'Expectativa'],
    ['Acuerdo', 'Tipo de acuerdo'],
    ['Presupuesto', 'Recursos'],
    ['Plazo', 'Cronograma'],
  ],
};
const said = {
  fr: [
    ['forage', '12 foreurs à former', 'Accompagnement d’un centre minier'],
    ['certificat', '3 formateurs certifiés', 'autonomie des formateurs'],
    ['MoU', 'à déterminer', '2 contrats'],
    ['120 000 $', 'pas encore', '50 000 $ CA et un local'],
    ['mars 2027', '2027', 'dès que possible'],
  ],
  en: [
    ['drilling', '12 drillers', 'Mine rescue, three weeks'],
    ['certificates', '3 certified trainers', 'skilled trainers'],
    ['MoU', 'to be decided', '2 contracts'],
    ['180,000 CAD', 'not yet', 'our own staff'],
    ['May 2027', '2027', 'as soon as possible'],
  ],
  es: [
    ['voladura', '12 operadores', 'Asesoría en seguridad'],
    ['certificado', '3 formadores', 'mejores resultados'],
    ['MoU', 'por definir', '2 contratos'],
    ['100 000 USD', 'todavía no', 'personal propio'],
    ['mayo 2027', '2027', 'lo antes posible'],
  ],
};
const leads = {
  fr: ['', 'Bonjour,\n\n', 'Voici nos réponses :\n\n'],
  en: ['', 'Dear Madam,\n\n', 'Please find our answers below.\n\n'],
  es: ['', 'Estimados:\n\n', 'Le respondemos.\n\n'],
};
const closings = { fr: 'Cordialement,\nAma Boateng', en: 'Best regards,\nAma Boateng', es: 'Saludos,\nAma Boateng' };
const numbers = ['#. ', '#) ', '#- ', '# - ', '# – ', '#.', '#)', '#-', '(#) ', '#/ ', '#.- ', '#º ', 'Point # : '];

/** Any five answers in any layout: each line with its number, its title or both. */
const form = fc
  .record({
    language: fc.constantFrom('fr' as const, 'en' as const, 'es' as const),
    marks: fc.oneof(
      ...(['number', 'title', 'both'] as const).map((mark) => fc.constant(points.map(() => mark))),
      fc.array(fc.constantFrom('number' as const, 'title' as const, 'both' as const), { minLength: 5, maxLength: 5 }),
    ),
    number: fc.constantFrom(...numbers),
    behindTitle: fc.constantFrom(': ', ' : ', ' – ', ' - ', ':\n', '\t', ' | ', '.- '),
    between: fc.constantFrom('\n', '\n\n', '; ', '. ', ', ', 'row'),
    words: fc.array(fc.nat(2), { minLength: 5, maxLength: 5 }),
    title: fc.nat(2),
    lead: fc.nat(2),
    closed: fc.boolean(),
  })
  .map(({ language, marks, number, between, words, title, lead, closed, ...rest }) => {
    const oneLine = [';', '.', ','].includes(between.trim());
    const behindTitle = oneLine || between === 'row' ? ': ' : rest.behindTitle;
    const answers = points.map((_, index) => said[language][index]?.[words[index] ?? 0] ?? '');
    const lines = points.map((point, index) => {
      const own = titles[language][index]?.[title] ?? pointTitles[language][point].title;
      const mark = marks[index];
      const sign = between === 'row' ? `${index + 1}</td><td>` : number.replace('#', `${index + 1}`);
      return [
        mark === 'title' ? (between === 'row' ? '</td><td>' : '') : sign,
        mark === 'number' ? '' : `${own}${behindTitle}`,
        answers[index],
      ].join('');
    });
    const body =
      between === 'row'
        ? htmlToText(`<table>${lines.map((line) => `<tr><td>${line}</td></tr>`).join('')}</table>`)
        : lines.join(between);
    return { text: `${leads[language][lead]}${body}${closed ? `\n\n${closings[language]}` : ''}`, answers };
  });

const ended = (value: string) => value.replace(/[\s.;,]+$/, '');

test('each point holds its own answer or none, however the form is laid out', () => {
  fc.assert(
    fc.property(form, ({ text, answers }) => {
      for (const { point, value, applies } of readAnswers(text))
        if (applies) expect(ended(value), text).toBe(ended(answers[points.indexOf(point)] ?? ''));
    }),
    { numRuns: 2000 },
  );
});

test('nearly all are read', () => {
  const forms = fc.sample(form, { numRuns: 1000, seed: 1 });
  const read = forms.map(({ text }) => readAnswers(text).length).reduce((all, each) => all + each, 0);
  expect(read / forms.length / points.length).toBeGreaterThan(0.95);
});
