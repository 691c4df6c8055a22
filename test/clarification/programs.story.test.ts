import MailComposer from 'nodemailer/lib/mail-composer';
import { describe, expect, test } from 'vitest';
import { understand } from '../../src/clarification/answer.ts';
import { acknowledgement, offerSlots } from '../../src/clarification/offer.ts';
import { readMail } from '../../src/io/mime.ts';
import { loadTemplates, ownTemplates } from '../../src/io/templates.ts';
import { compile, compose } from '../../src/letters.ts';
import { visibleText } from '../../src/mail/visible-text.ts';
import { emptyRegister } from '../../src/model/register.ts';
import { type Language, languages, type Point, points, type Request } from '../../src/model/request.ts';
import { pointTitles } from '../../src/model/wording.ts';
import { FakeWorld } from '../world.ts';

const { policy } = new FakeWorld();
const now = new Date('2026-11-23T15:00:00Z');
const composer = compile(await loadTemplates(ownTemplates));

function requestIn(language: Language): Request {
  const bare: Request = {
    reference: 'INMQ-2026-0042',
    status: 'received',
    receivedAt: now.toISOString(),
    subject: 'Mine rescue',
    language,
    requester: { name: 'Ama Boateng', address: 'ama@tgtu.example', timeZone: 'Africa/Accra' },
    findings: [],
    points: {},
    slots: [],
    notes: [],
    mails: [],
    letters: [],
    history: [],
  };
  return { ...bare, slots: offerSlots(bare, emptyRegister(), policy, now) };
}

/** The acknowledgement as it lies in the requester's mailbox. */
const letters: Readonly<Record<string, { text: string; html: string }>> = Object.fromEntries(
  languages.map((language) => {
    const request = requestIn(language);
    return [language, compose(acknowledgement(request, request.slots, policy, []), composer, policy)];
  }),
);

function letterIn(language: Language): { text: string; html: string } {
  const letter = letters[language];
  if (!letter) throw new Error(`no letter in ${language}`);
  return letter;
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const paragraphs = (text: string, tag: string) =>
  text
    .split('\n')
    .map((line) => `<${tag}>${escaped(line) || '<br>'}</${tag}>`)
    .join('\n');
const quoted = (text: string) => text.replace(/^/gm, '> ').replace(/^> $/gm, '>');
const body = (html: string) => /<body[^>]*>([\s\S]*)<\/body>/.exec(html)?.[1] ?? html;
const date: Record<Language, string> = {
  fr: 'lun. 23 nov. 2026 à 10:00',
  en: 'Mon, Nov 23, 2026 at 10:00 AM',
  es: 'lun, 23 nov 2026 a las 10:00',
};
const wrote = (language: Language) =>
  ({
    fr: `Le ${date.fr}, Institut <info@inm.example> a écrit :`,
    en: `On ${date.en}, Institut <info@inm.example> wrote:`,
    es: `El ${date.es}, Institut (<info@inm.example>) escribió:`,
  })[language];
const fields: Record<Language, [string, string, string, string]> = {
  fr: ['De', 'Envoyé', 'À', 'Objet'],
  en: ['From', 'Sent', 'To', 'Subject'],
  es: ['De', 'Enviado', 'Para', 'Asunto'],
};

type Program = (reply: string, language: Language) => { text?: string; html?: string };

/** Outlook, Gmail and Apple Mail make a list of what is typed as one. */
function listed(reply: string): string | undefined {
  const items = reply.split('\n').map((line) => /^(\d)\. (.*)$/.exec(line));
  if (!items.every((item) => item !== null)) return undefined;
  const list = items.map(([, number, text = '']) => `<li value="${number}">${escaped(text)}</li>`);
  return `<ol>${list.join('')}</ol>`;
}

/** How mail programs put a reply above, or below, the letter that it answers. */
const programs: Record<string, Program> = {
  Outlook: (reply, language) => {
    const [from, sent, to, subject] = fields[language];
    const head = `<p class="MsoNormal"><b>${from} :</b> Institut &lt;info@inm.example&gt;<br><b>${sent} :</b> 23 novembre 2026 10:00<br><b>${to} :</b> ama@tgtu.example<br><b>${subject} :</b> [INMQ-2026-0042] Demande reçue</p>`;
    const rule = `<div><div style="border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm">${head}</div></div>`;
    const written = reply.split('\n').map((line) => `<p class="MsoNormal">${escaped(line) || '&nbsp;'}<o:p></o:p></p>`);
    return {
      html: `<html><body><div class="WordSection1">${written.join('')}<p class="MsoNormal"><o:p>&nbsp;</o:p></p>${rule}${body(letterIn(language).html)}</div></body></html>`,
    };
  },
  Gmail: (reply, language) => ({
    html: `<div dir="ltr">${listed(reply) ?? paragraphs(reply, 'div')}</div><br><div class="gmail_quote"><div dir="ltr" class="gmail_attr">${escaped(wrote(language))}<br></div><blockquote class="gmail_quote" style="margin:0 0 0 .8ex;border-left:1px #ccc solid">${body(letterIn(language).html)}</blockquote></div>`,
  }),
  'Apple Mail': (reply, language) => ({
    html: `<html><body style="overflow-wrap: break-word;">${listed(reply) ?? paragraphs(reply, 'div')}<div><br><blockquote type="cite"><div>${escaped(wrote(language))}</div><br class="Apple-interchange-newline"><div>${body(letterIn(language).html)}</div></blockquote></div><br></body></html>`,
  }),
  Thunderbird: (reply, language) => ({ text: `${wrote(language)}\n${quoted(letterIn(language).text)}\n\n${reply}\n` }),
  iPhone: (reply, language) => {
    const signature = { fr: 'Envoyé de mon iPhone', en: 'Sent from my iPhone', es: 'Enviado desde mi iPhone' }[
      language
    ];
    return { text: `${reply}\n\n${signature}\n\n> ${wrote(language)}\n> \n${quoted(letterIn(language).text)}\n` };
  },
  Yahoo: (reply, language) => ({
    html: `<html><body><div class="yahoo-style-wrap">${paragraphs(reply, 'div')}</div><div id="yahoo_quoted_42" class="yahoo_quoted"><div style="font-size:13px"><div>${escaped(wrote(language))}</div><div><br></div><div>${body(letterIn(language).html)}</div></div></div></body></html>`,
  }),
};

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

const rows = Object.keys(programs).flatMap((program) =>
  languages.flatMap((language) =>
    replies[language].map(([reply, expected]) => ({ program, language, reply, expected })),
  ),
);

test('the table is as large as it should be', () => expect(rows.length).toBeGreaterThanOrEqual(60));

describe('an answer as mail programs write it', () => {
  test.each(rows)('$program, $language: $reply', async ({ program, language, reply, expected }) => {
    const written = programs[program]?.(reply, language);
    const raw = await new MailComposer({
      from: 'Ama Boateng <ama@tgtu.example>',
      to: 'info@inm.example',
      subject: `Re: [INMQ-2026-0042] ${language === 'fr' ? 'Demande reçue' : 'Demande reçue / Request received'}`,
      ...written,
    })
      .compile()
      .build();
    const mail = await readMail(raw);
    const given = {
      mail: mail.id,
      author: 'ama@tgtu.example',
      subject: mail.subject,
      text: visibleText(mail),
      wholeText: mail.text,
      thread: [],
    };
    const { events, letters: back } = understand(given, requestIn(language), emptyRegister(), policy, now);
    const booked = events.flatMap((event) => (event.kind === 'meeting-booked' ? [event.slot] : []));
    expect(booked, given.text).toEqual(expected.slot ? [expected.slot] : []);
    const answered = events.flatMap((event) =>
      event.kind === 'point-answered' ? [[event.point, event.applies && event.value]] : [],
    );
    expect(Object.fromEntries(answered)).toEqual(expected.points ?? {});
    const proposed = back.flatMap((letter) => (letter.name === 'meeting-proposal' ? [letter.data.reason] : []));
    expect(proposed).toEqual(expected.reason ? [expected.reason] : []);
  });
});
