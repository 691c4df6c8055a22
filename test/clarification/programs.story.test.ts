import { describe, expect, test } from 'vitest';
import { type Language, languages, type Point, points } from '../../src/model/request.ts';
import { pointTitles } from '../../src/model/wording.ts';
import { heardIn, programs, told } from './mail-programs.ts';

interface Expected {
  slot?: number;
  /** The kinds of letters that go back. */
  reason?: 'none-fits' | 'unsure';
  points?: Record<string, string | false>;
}

/** Answers to all five points, as they are written below. */
const five: Record<Language, Record<Point, string>> = {
  fr: {
    needs: 'Formation de 12 instructeurs',
    expectations: 'Un diplôme reconnu',
    agreementType: 'Protocole d’entente',
    resources: '100 000 $ CA',
    timeline: 'Mai 2027',
  },
  en: {
    needs: 'Training of 12 instructors',
    expectations: 'A recognised certificate',
    agreementType: 'Service contract',
    resources: 'CAD 100,000',
    timeline: 'May 2027',
  },
  es: {
    needs: 'Capacitación de 12 operadores',
    expectations: 'Un certificado',
    agreementType: 'Convenio marco',
    resources: 'USD 100 000',
    timeline: 'Mayo de 2027',
  },
};
const marked = (language: Language, ...marks: string[]) =>
  points.map((point, index) => `${marks[index % marks.length]}${five[language][point]}`).join('\n');

const title = (language: Language) => pointTitles[language];
const replies: Record<Language, [string, Expected][]> = {
  fr: [
    ['2', { slot: 2 }],
    ['Bonjour,\n\nla deuxième plage nous convient très bien.\n\nCordialement,\nAma Boateng', { slot: 2 }],
    ['Bonjour, aucune de ces plages ne nous convient.\n\nAma', { reason: 'none-fits' }],
    ['La 1 ou la 3, comme vous voulez.', { reason: 'unsure' }],
    [
      `Bonjour,\n\n${title('fr').timeline.title}\nMai 2027, trois semaines.\n\n${title('fr').needs.title} : former 12 instructeurs\n\nMerci,\nAma`,
      { points: { timeline: 'Mai 2027, trois semaines.', needs: 'former 12 instructeurs' } },
    ],
    [
      '1. Sauvetage minier, 12 instructeurs\n4. s.o.\n5. Mai 2027',
      { points: { needs: 'Sauvetage minier, 12 instructeurs', resources: false, timeline: 'Mai 2027' } },
    ],
    [`Bonjour,\n\nVoici nos réponses :\n\n${marked('fr', '- ')}\n\nCordialement,\nAma`, { points: five.fr }],
    [`La plage 2 nous convient.\n\n${marked('fr', '1️⃣ ', '2️⃣ ', '3️⃣ ', '4️⃣ ', '5️⃣ ')}`, { slot: 2, points: five.fr }],
    ['Merci de votre réponse. Notre directrice vous écrira la semaine prochaine.', {}],
  ],
  en: [
    ['Slot 2 please', { slot: 2 }],
    ['Dear Sir,\n\nthe second one is perfect, thank you.\n\nKind regards,\nAma Boateng', { slot: 2 }],
    ['Unfortunately none of these work for us.\n\nAma', { reason: 'none-fits' }],
    ['Could we have slot 2 but one hour later?', { reason: 'unsure' }],
    [
      `Hello,\n\n${title('en').expectations.title}:\nA certificate for each of them.\n\n${title('en').agreementType.title}\nService contract\n\nBest regards,\nAma`,
      { points: { expectations: 'A certificate for each of them.', agreementType: 'Service contract' } },
    ],
    [
      '1) Mine rescue for 12 people\n2) not applicable, we only want to learn\n3) MoU',
      { points: { needs: 'Mine rescue for 12 people', expectations: false, agreementType: 'MoU' } },
    ],
    [`Dear Ms. Tremblay,\n\n${marked('en', '')}\n\nSlot 2 please.\n\nBest regards,\nAma`, { slot: 2, points: five.en }],
    [marked('en', 'I. ', 'II. ', 'III. ', 'IV. ', 'V. '), { points: five.en }],
    ['Thank you for your letter. Our 3 managers will meet in 2 weeks.', {}],
  ],
  es: [
    ['Horario 2, por favor', { slot: 2 }],
    ['Estimados:\n\nla segunda nos conviene, gracias.\n\nAtentamente,\nAma Boateng', { slot: 2 }],
    ['Lamentablemente ninguno de estos horarios nos conviene.\n\nAma', { reason: 'none-fits' }],
    ['¿El horario 2 sigue libre?', { reason: 'unsure' }],
    [
      `Buenos días:\n\n${title('es').resources.title}\nUSD 180 000 aprobados.\n\n${title('es').timeline.title}: mayo de 2027\n\nSaludos,\nAma`,
      { points: { resources: 'USD 180 000 aprobados.', timeline: 'mayo de 2027' } },
    ],
    [
      '1. Rescate minero\n3. no aplica\n4. Presupuesto por aprobar',
      { points: { needs: 'Rescate minero', agreementType: false, resources: 'Presupuesto por aprobar' } },
    ],
    [`Estimada Marie:\n\n${marked('es', '• ')}\n\nSaludos,\nAma`, { points: five.es }],
    [marked('es', 'Primero: ', 'Segundo: ', 'Tercero: ', 'Cuarto: ', 'Quinto: '), { points: five.es }],
    ['Gracias por su carta. Le escribiremos después de las 2 reuniones.', {}],
  ],
};

const rows = Object.entries(programs).flatMap(([name, program]) =>
  languages.flatMap((language) =>
    replies[language].map(([reply, expected]) => ({ name, program, language, reply, expected })),
  ),
);

test('the table is as large as it should be', () => expect(rows.length).toBeGreaterThanOrEqual(60));

describe('an answer as mail programs write it', () => {
  test.each(rows)('$name, $language: $reply', async ({ program, language, reply, expected }) => {
    const heard = await heardIn(program, language, reply);
    const { slots, points: answered } = told(heard);
    expect(slots, heard.text).toEqual(expected.slot ? [expected.slot] : []);
    expect(answered).toEqual(expected.points ?? {});
    const proposed = heard.letters.flatMap((letter) =>
      letter.name === 'meeting-proposal' ? [letter.data.reason] : [],
    );
    expect(proposed).toEqual(expected.reason ? [expected.reason] : []);
  });
});
