import { type Attacker, type Posting, under } from './attacker.ts';
import { failingDomains, people } from './people.ts';

/** What an attack leaves on record beside the mail itself. */
interface Outcome {
  filed: string;
  events: readonly string[];
  /** Of the refusal. */
  why?: string;
}

/**
 * An attack on a request; what the Authentication-Results of the mail say of the From, field by field from the top; and
 * what comes of it.
 */
type Attack = [name: string, prepare: (by: Attacker) => Promise<Posting>, verdicts: readonly string[], Outcome];

const refused = (why: string): Outcome => ({ filed: 'command', events: ['command-refused'], why });
const filed = (as: string, ...events: string[]): Outcome => ({ filed: as, events });

const forged = refused('est falsifié');
const severalAuthors = refused('plusieurs expéditeurs');
const suspect = filed('quarantined', 'request-registered');
const ofHouse = ['pass inm.test'];
const seenThrough = ['fail inm.test'];
const ofMallory = ['pass elsewhere.test'];

const results = (server: string) => `Authentication-Results: ${server}; dmarc=pass header.from=inm.test\r\n`;
const calendar = (words: string) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'METHOD:REPLY', 'BEGIN:VEVENT', 'UID:x', `SUMMARY:${words}`]
    .concat('END:VEVENT', 'END:VCALENDAR', '')
    .join('\r\n');
const both = `${people.mtremblay}, ${people.mallory}`;

export const attacks: readonly Attack[] = [
  ['a forged From, unsigned', (by) => by.forged('mtremblay'), seenThrough, forged],
  ['a forged From, signed by another house', async (by) => by.signed('mallory', {}, 'mtremblay'), seenThrough, forged],
  [
    'a forged verdict on top, in our server’s name: the server takes it out',
    (by) => by.forged('mtremblay', { above: results('mx.inm.test') }),
    seenThrough,
    forged,
  ],
  [
    'a forged verdict below, in our server’s name',
    (by) => by.forged('mtremblay', { headers: { 'Authentication-Results': 'mx.inm.test; dmarc=pass' } }),
    seenThrough,
    forged,
  ],
  [
    'a forged verdict in our server’s name, written so that the server leaves it in',
    (by) => by.forged('mtremblay', { above: results('(at) mx.inm.test') }),
    [...seenThrough, ...ofHouse],
    forged,
  ],
  [
    'a forged verdict in another server’s name',
    (by) => by.forged('mtremblay', { above: results('mx.elsewhere.test') }),
    [...seenThrough, ...ofHouse],
    forged,
  ],
  [
    'two From fields',
    (by) => by.forged('mtremblay', { above: `From: ${people.mallory}\r\n` }),
    ['fail'],
    severalAuthors,
  ],
  ['two authors in one From', (by) => by.signed('mallory', { from: both }), ['fail'], severalAuthors],
  [
    'a second From above a genuine mail',
    async (by) => ({ raw: under(`From: ${people.mallory}\r\n`, await by.captured({}, 'attacker')) }),
    ['fail'],
    severalAuthors,
  ],
  [
    'a second Subject above a genuine mail',
    async (by) => {
      const genuine = await by.captured({ subject: 'Bonjour' }, 'attacker');
      return { raw: under(`Subject: ${by.about('#note')}\r\n`, genuine) };
    },
    ofHouse,
    refused('deux fois le champ « Subject »'),
  ],
  [
    'a display name that shows the address of staff',
    (by) => by.signed('mallory', { from: `"${people.mtremblay}" <${people.mallory}>` }),
    ofMallory,
    suspect,
  ],
  [
    'a display name that is the name of staff',
    (by) => by.signed('mallory', { from: `"Marie Tremblay" <${people.mallory}>` }),
    ofMallory,
    suspect,
  ],
  ['a Reply-To elsewhere', (by) => by.forged('mtremblay', { replyTo: people.mallory }), seenThrough, forged],
  ['a domain that looks alike', (by) => by.signed('lookalike'), ['pass 1nm.test'], suspect],
  ['a domain that looks alike in its letters', (by) => by.signed('punycode'), ['pass xn--nm-goc.test'], suspect],
  ['a genuine mail, sent again', async (by) => ({ raw: await by.captured({}) }), ofHouse, filed('duplicate')],
  [
    'the same under another Message-ID, which no signature covers',
    async (by) => ({ raw: replaced(await by.captured({}), '<captured-', '<anew-') }),
    ofHouse,
    refused('déjà été exécuté'),
  ],
  [
    'the same with other words',
    async (by) => ({ raw: replaced(await by.captured({}), 'fois', 'mois') }),
    seenThrough,
    forged,
  ],
  [
    'a leaked thread, whose button a stranger presses',
    async (by) => by.signed('mallory', await by.pressed()),
    ofMallory,
    filed('answer'),
  ],
  [
    'a leaked thread with a key in its button',
    async (by) => by.signed('mallory', await by.pressed({ key: true })),
    ofMallory,
    filed('answer'),
  ],
  [
    'a leaked thread with a key, under its reader’s name',
    async (by) => by.forged('mtremblay', await by.pressed({ key: true })),
    seenThrough,
    forged,
  ],
  [
    'another person’s code',
    async (by) => by.signed('mtremblay', { subject: `#confirmer ${await by.code()}` }),
    ofHouse,
    refused('n’est pas valable pour vous'),
  ],
  [
    'a code read over a shoulder, under its owner’s name',
    async (by) => by.forged('dlavoie', { subject: `#confirmer ${await by.code()}` }),
    ['fail inm.test'],
    forged,
  ],
  [
    'an expired code',
    async (by) => {
      const subject = `#confirmer ${await by.code()}`;
      by.waits();
      return by.signed('dlavoie', { subject });
    },
    ofHouse,
    refused('expiré'),
  ],
  [
    'a code that has served',
    async (by) => {
      const subject = `#confirmer ${await by.code()}`;
      await by.posts(await by.signed('dlavoie', { subject }));
      return by.signed('dlavoie', { subject });
    },
    ofHouse,
    refused('déjà servi'),
  ],
  [
    'an absence note of staff that quotes a command',
    (by) =>
      by.signed('mtremblay', {
        subject: `Réponse automatique : ${by.about('#note')}`,
        headers: { 'Auto-Submitted': 'auto-replied' },
      }),
    ofHouse,
    filed('automatic'),
  ],
  [
    'an absence note of staff without a mark',
    (by) =>
      by.signed('mtremblay', {
        subject: `Réponse automatique : ${by.about('#note')}`,
        text: 'Je suis absente du bureau jusqu’au 7 décembre.',
      }),
    ofHouse,
    filed('automatic'),
  ],
  [
    'a bounce of what was sent in the house’s name',
    async (by) => {
      const to = `x@${failingDomains.bounced}`;
      return { raw: await by.compose('mtremblay', { to }), to, sender: people.info };
    },
    [],
    filed('bounce'),
  ],
  [
    'a command in a calendar reply',
    (by) => by.signed('mtremblay', { icalEvent: { method: 'REPLY', content: calendar(by.about('#note')) } }),
    ofHouse,
    filed('calendar-reply'),
  ],
  [
    'a command in an attached mail',
    async (by) => {
      const content = await by.compose('mtremblay');
      const attachments = [{ filename: 'a.eml', contentType: 'message/rfc822', content }];
      return by.signed('mtremblay', { subject: 'Bonjour', attachments });
    },
    ofHouse,
    filed('note'),
  ],
  [
    'a command in quoted text',
    (by) => by.signed('mtremblay', { subject: 'Bonjour', text: `Voici.\n\n> Objet : ${by.about('#note')}\n` }),
    ofHouse,
    filed('note'),
  ],
  [
    'a command in a forward',
    (by) => by.signed('mtremblay', { subject: `TR: ${by.about('#note')}` }),
    ofHouse,
    refused('transféré'),
  ],
  ['a command of a partner’s', (by) => by.signed('p01'), ['pass partners.test'], filed('partner-answer')],
  ['a command of the requester’s', (by) => by.signed('boateng'), ['pass tgtu.test'], filed('answer')],
];

function replaced(raw: Buffer, words: string, by: string): Buffer {
  return Buffer.from(raw.toString('latin1').replace(words, by), 'latin1');
}
