import MailComposer from 'nodemailer/lib/mail-composer';
import { beforeAll, describe, expect, test } from 'vitest';
import { understand } from '../../src/clarification/answer.ts';
import { acknowledgement, offerSlots } from '../../src/clarification/offer.ts';
import { readMail } from '../../src/io/mime.ts';
import { compose } from '../../src/letters.ts';
import { visibleText } from '../../src/mail/visible-text.ts';
import { emptyRegister } from '../../src/model/register.ts';
import { type Language, languages, type Point, points, type Request } from '../../src/model/request.ts';
import { pointTitles } from '../../src/model/wording.ts';
import { composer } from '../letters/composer.ts';
import { FakeWorld } from '../world.ts';

const { policy } = new FakeWorld();
const now = new Date('2026-11-23T15:00:00Z');
const info = policy.institute.address;

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

interface Sent {
  text: string;
  html: string;
}

/** Our letters with questions, as they lie in the requester's mailbox; in two of them an answer is cited. */
const kinds = ['plain', 'hinted', 'thanks'] as const;
type Kind = (typeof kinds)[number];
const letters = new Map<string, Sent>();
const letter = (kind: Kind, language: Language): Sent => {
  const found = letters.get(`${kind} ${language}`);
  if (!found) throw new Error(`no letter ${kind} in ${language}`);
  return found;
};

const cited = 'Mine rescue for our instructors.';
beforeAll(async () => {
  for (const language of languages) {
    const request = requestIn(language);
    const hints = [{ point: 'needs' as const, quote: cited }];
    const text = `${pointTitles[language].needs.title}: ${cited}`;
    const given = { mail: 'm', author: 'ama@tgtu.example', subject: 'Re:', text, wholeText: text, thread: [] };
    const { letters: thanks } = understand(given, request, emptyRegister(), policy, now);
    const [thanking] = thanks;
    if (!thanking) throw new Error('nobody was thanked');
    letters.set(`plain ${language}`, compose(acknowledgement(request, request.slots, policy, []), composer, policy));
    letters.set(
      `hinted ${language}`,
      compose(acknowledgement(request, request.slots, policy, [], hints), composer, policy),
    );
    letters.set(`thanks ${language}`, compose(thanking, composer, policy));
  }
});

type Answers = Partial<Record<Point, string>>;

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const blocks = (text: string, tag: string) =>
  text
    .split('\n')
    .map((line) => `<${tag}>${escaped(line) || '<br>'}</${tag}>`)
    .join('\n');
const body = (html: string) => /<body[^>]*>([\s\S]*)<\/body>/.exec(html)?.[1] ?? html;
const quoted = (text: string) => text.replace(/^/gm, '> ').replace(/^> $/gm, '>');
const wrote: Record<Language, string> = {
  fr: `Le lun. 23 nov. 2026 à 10:00, INM <${info}> a écrit :`,
  en: `On Mon, Nov 23, 2026 at 10:00 AM, INM <${info}> wrote:`,
  es: `El lun, 23 nov 2026 a las 10:00, INM (<${info}>) escribió:`,
};
const fields: Record<Language, readonly string[]> = {
  fr: ['De', 'Envoyé', 'À', 'Objet'],
  en: ['From', 'Sent', 'To', 'Subject'],
  es: ['De', 'Enviado', 'Para', 'Asunto'],
};
const head = (language: Language) => {
  const values = [
    `INM &lt;${info}&gt;`,
    '23 novembre 2026 10:00',
    'ama@tgtu.example',
    '[INMQ-2026-0042] Demande reçue',
  ];
  return fields[language].map((name, index) => `<b>${name}:</b> ${values[index]}`).join('<br>');
};

/** The letter with answers below the help, or below the answer that is cited there. */
function filledHtml({ html }: Sent, language: Language, answers: Answers, put: (answer: string) => string): string {
  return points.reduce((filled, point) => {
    const answer = answers[point];
    if (answer === undefined) return filled;
    const help = filled.indexOf(escaped(pointTitles[language][point].help));
    if (help < 0) throw new Error(`no ${point} in the letter`);
    const after = filled.indexOf('</p>', help) + 4;
    const citation = /^\s*<blockquote[\s\S]*?<\/blockquote>/.exec(filled.slice(after))?.[0].length ?? 0;
    return filled.slice(0, after + citation) + put(answer) + filled.slice(after + citation);
  }, body(html));
}

function filledText({ text }: Sent, language: Language, answers: Answers): string {
  return points.reduce((filled, point) => {
    const answer = answers[point];
    const title = `> ${points.indexOf(point) + 1}. ${pointTitles[language][point].title}\n`;
    const at = filled.indexOf(title);
    if (answer === undefined) return filled;
    if (at < 0) throw new Error(`no ${point} in the letter`);
    const [asked = ''] = /^(?:> \S.*\n)(?:> {2,}.*\n)+(?:>\n(?:> *>.*\n)+)?/.exec(filled.slice(at)) ?? [];
    return `${filled.slice(0, at)}${asked}\n${answer}\n\n${filled.slice(at + asked.length)}`;
  }, quoted(text));
}

type Program = (sent: Sent, language: Language, answers: Answers, word: string) => { text?: string; html?: string };

/** How mail programs send a letter back into which one wrote. */
const programs: Record<string, Program> = {
  Outlook: (sent, language, answers, word) => ({
    html: `<html><body><div class="WordSection1">${blocks(word, 'p')}<div style="border:none;border-top:solid #E1E1E1 1.0pt"><p class="MsoNormal">${head(language)}</p></div>${filledHtml(sent, language, answers, (answer) => blocks(answer, 'p'))}</div></body></html>`,
  }),
  'Outlook on the web': (sent, language, answers, word) => ({
    html: `<html><body dir="ltr">${blocks(word, 'div')}<div id="appendonsend"></div><hr style="display:inline-block;width:98%"><div id="divRplyFwdMsg" dir="ltr">${head(language)}</div>${filledHtml(sent, language, answers, (answer) => blocks(answer, 'div'))}</body></html>`,
  }),
  Gmail: (sent, language, answers, word) => ({
    html: `<div dir="ltr">${blocks(word, 'div')}<div class="gmail_quote"><div dir="ltr" class="gmail_attr">${escaped(wrote[language])}<br></div><blockquote class="gmail_quote">${filledHtml(sent, language, answers, (answer) => `</blockquote><div><br></div>${blocks(answer, 'div')}<div><br></div><blockquote class="gmail_quote">`)}</blockquote></div></div>`,
  }),
  'Apple Mail': (sent, language, answers, word) => ({
    html: `<html><body>${blocks(word, 'div')}<div><blockquote type="cite"><div>${escaped(wrote[language])}</div><br class="Apple-interchange-newline"><div>${filledHtml(sent, language, answers, (answer) => `</div></blockquote><div><br></div>${blocks(answer, 'div')}<br><blockquote type="cite"><div>`)}</div></blockquote></div></body></html>`,
  }),
  Thunderbird: (sent, language, answers, word) => ({
    text: `${word}\n\n${wrote[language]}\n${filledText(sent, language, answers)}\n`,
  }),
  Yahoo: (sent, language, answers, word) => ({
    html: `<html><body><div class="yahoo-style-wrap">${blocks(word, 'div')}</div><div id="yahoo_quoted_42" class="yahoo_quoted"><div>${escaped(wrote[language])}</div><div>${filledHtml(sent, language, answers, (answer) => blocks(answer, 'div'))}</div></div></body></html>`,
  }),
  Zimbra: (sent, language, answers, word) => ({
    text: `${word}\n\n----- Mail original -----\n> De: "INM" <${info}>\n> Envoyé: Lundi 23 Novembre 2026 10:00:00\n> Objet: [INMQ-2026-0042]\n\n${filledText(sent, language, answers)}\n`,
  }),
};

const told: Record<Language, Required<Answers>> = {
  fr: {
    needs: 'Former 12 instructeurs en sauvetage minier, à Yaoundé.',
    expectations: 'Un diplôme reconnu.\n- suivi d’un an\n- deux visites',
    agreementType: 'Protocole d’entente, puis contrat.',
    resources: '180 000 $ CA votés par le conseil.',
    timeline: 'Mai 2027, trois semaines.',
  },
  en: {
    needs: 'Train 12 instructors in mine rescue.',
    expectations: 'A certificate for each.\n- one year of follow-up\n- 2 visits',
    agreementType: 'MoU',
    resources: '180,000 CAD approved by our board.',
    timeline: 'May 2027, three weeks.',
  },
  es: {
    needs: 'Formar a 12 instructores en rescate minero.',
    expectations: 'Un certificado para cada uno.',
    agreementType: 'Convenio marco',
    resources: '180 000 USD aprobados.',
    timeline: '2 de mayo de 2027, tres semanas.',
  },
};
const notApplicable: Record<Language, string> = {
  fr: 'Sans objet : nous payons nous-mêmes.',
  en: 'N/A – we only want to learn.',
  es: 'No aplica: es una visita.',
};
const word: Record<Language, string> = {
  fr: 'Bonjour,\n\nvoyez nos réponses dans le texte.\n\nAma Boateng',
  en: 'Hello,\n\nplease see our answers in the text.\n\nAma Boateng',
  es: 'Buenos días:\n\nvea nuestras respuestas en el texto.\n\nAma Boateng',
};

async function answered(mail: { text?: string; html?: string }, language: Language): Promise<Record<string, unknown>> {
  const raw = await new MailComposer({
    from: 'Ama Boateng <ama@tgtu.example>',
    to: info,
    subject: 'Re: [INMQ-2026-0042] Demande reçue',
    ...mail,
  })
    .compile()
    .build();
  const read = await readMail(raw);
  const reply = {
    mail: read.id,
    author: 'ama@tgtu.example',
    subject: read.subject,
    text: visibleText(read),
    wholeText: read.text,
    thread: [],
  };
  const { events } = understand(reply, requestIn(language), emptyRegister(), policy, now);
  return Object.fromEntries(
    events.map((event) =>
      event.kind === 'point-answered'
        ? [event.point, event.applies && event.value.replace(/\n+/g, '\n')]
        : [event.kind, true],
    ),
  );
}

const rows = Object.keys(programs).flatMap((program) =>
  kinds.flatMap((kind) => languages.map((language) => ({ program, kind, language }))),
);

describe('what one writes between our questions', () => {
  test.each(rows)('$program, $kind, $language', async ({ program, kind, language }) => {
    const { needs, expectations, timeline, ...others } = told[language];
    const sent = letter(kind, language);
    const given: [Answers, Record<string, unknown>][] = [
      [told[language], told[language]],
      [{ needs }, { needs }],
      [{ timeline }, { timeline }],
      [
        { expectations, timeline },
        { expectations, timeline },
      ],
      [
        { ...others, resources: notApplicable[language] },
        { ...others, resources: false },
      ],
      [{}, {}],
    ];
    for (const [answers, expected] of given)
      for (const above of ['', word[language]])
        if (above || expected !== given.at(-1)?.[1])
          expect(await answered(programs[program]?.(sent, language, answers, above) ?? {}, language)).toEqual(expected);
  });
});
