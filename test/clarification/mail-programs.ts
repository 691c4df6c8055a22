import MailComposer from 'nodemailer/lib/mail-composer';
import { type Reply, understand } from '../../src/clarification/answer.ts';
import { acknowledgement, offerSlots } from '../../src/clarification/offer.ts';
import type { Understood } from '../../src/clarification/understood.ts';
import { readMail } from '../../src/io/mime.ts';
import { compose } from '../../src/letters.ts';
import { visibleText } from '../../src/mail/visible-text.ts';
import { emptyRegister } from '../../src/model/register.ts';
import { type Language, languages, type Request } from '../../src/model/request.ts';
import { composer } from '../letters/composer.ts';
import { FakeWorld } from '../world.ts';

const { policy } = new FakeWorld();
const now = new Date('2026-11-23T15:00:00Z');

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

export type Program = (reply: string, language: Language) => { text?: string; html?: string };

/** Outlook, Gmail and Apple Mail make a list of what is typed as one. */
function listed(reply: string): string | undefined {
  const items = reply.split('\n').map((line) => /^(\d)\. (.*)$/.exec(line));
  if (!items.every((item) => item !== null)) return undefined;
  const list = items.map(([, number, text = '']) => `<li value="${number}">${escaped(text)}</li>`);
  return `<ol>${list.join('')}</ol>`;
}

/** How mail programs put a reply above, or below, the letter that it answers. */
export const programs: Record<string, Program> = {
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

/** What is understood of that reply to the acknowledgement. */
export async function heardIn(
  program: Program,
  language: Language,
  reply: string,
): Promise<Understood & { text: string }> {
  const raw = await new MailComposer({
    from: 'Ama Boateng <ama@tgtu.example>',
    to: 'info@inm.example',
    subject: `Re: [INMQ-2026-0042] ${language === 'fr' ? 'Demande reçue' : 'Demande reçue / Request received'}`,
    ...program(reply, language),
  })
    .compile()
    .build();
  const mail = await readMail(raw);
  const { id, subject, text: wholeText } = mail;
  const given: Reply = {
    mail: id,
    author: 'ama@tgtu.example',
    subject,
    text: visibleText(mail),
    wholeText,
    thread: [],
  };
  return { ...understand(given, requestIn(language), emptyRegister(), policy, now), text: given.text };
}

/** The slot that is booked, and each point with its answer, or `false` where it does not apply. */
export function told({ events }: Understood): { slots: number[]; points: Record<string, string | false> } {
  const answered = events.flatMap((event) =>
    event.kind === 'point-answered' ? [[event.point, event.applies && event.value]] : [],
  );
  return {
    slots: events.flatMap((event) => (event.kind === 'meeting-booked' ? [event.slot] : [])),
    points: Object.fromEntries(answered) as Record<string, string | false>,
  };
}
