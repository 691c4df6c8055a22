import { isContactForm } from './contact-form.ts';
import { isLetter, leaves, ourAddresses } from './letter-to-us.ts';
import { header, headerAll, type Mail } from './mail.ts';
import { inOurDomain, isOurs, throughOurGroup } from './own-group.ts';
import { asksOfUs } from './sentences.ts';
import { isBulletin, isUnmanned } from './unmanned.ts';

/** Fields that list servers and newsletter senders add, whatever their value. */
const listFields = [
  'list-id',
  'list-post',
  'list-help',
  'list-subscribe',
  'list-archive',
  'list-owner',
  'x-mailing-list',
  'x-mailman-version',
  'x-beenthere',
  'x-listserver',
  'x-listname',
  'x-list',
  'x-ml-name',
  'mailing-list',
  'x-mlserver',
  'x-ml-info',
  'x-ml-count',
  'x-sympa-to',
];
const campaignFields = [
  'x-campaign',
  'x-campaignid',
  'x-campaign-id',
  'x-mailchimp-id',
  'x-mc-user',
  'x-mailer-recptid',
  'x-cid',
  'x-rpcampaign',
  'x-mailgun-tag',
  'x-csa-complaints',
  'x-newsletter',
  'x-feedback-id',
  'feedback-id',
  'x-sfmc-stack',
  'x-ldmdb',
  'x-job',
  'x-mailinglist-id',
];

/** An envelope that names the recipient, as programs that send to many write it; forms come in such envelopes too. */
const verp = /^<?[^@]{0,100}[+.=-][^@]{1,200}=[^@]{1,200}@/;

/** Addresses under which list servers send. */
const listServer = /(?:^|<)\s*(?:owner-[\w.-]+|[\w.-]+-(?:bounces|owner|request))(?:\+[^@\s]{0,100})?@/i;

/**
 * Why a list or a newsletter sent it, by the fields that these add (RFC 2919, RFC 2369); undefined for a letter to us.
 * @param own - Our addresses: a group of our own that passes mail on to us is no list.
 */
export function listWhy(mail: Mail, own: readonly string[] = []): string | undefined {
  const ours = throughOurGroup(mail, own);
  // A group of ours puts its own fields in the place of a newsletter's; those of the campaign stay.
  const found = (ours ? campaignFields : listFields).find((name) => has(mail, name));
  // Mail services write a Feedback-ID into every mail: what is asked of us through our group is no campaign.
  const asked =
    ours &&
    (answersOurs(mail, own) || (/feedback-id$/.test(found ?? '') && asksOfUs(mail.text) && !leaves.test(mail.text)));
  if (found && !asked) return `${found}: ${header(mail, found)?.slice(0, 80) ?? ''}`;
  const unsubscribe = headerAll(mail, 'list-unsubscribe').some(
    (value) => !ours || !(inOurDomain(value, own) || /\bgroups\.google\.|@googlegroups\./i.test(value)),
  );
  if (!unsubscribe || answersOurs(mail, own)) return undefined;
  const campaign = campaignFields.some((name) => has(mail, name)) || (isToMany(mail) && !isAsking(mail, own));
  // Programs with which people keep their contacts offer it under letters to one person as well.
  const letter = isLetter(mail, own) && !isNotice(mail, own);
  const sure = campaign || (mail.inReplyTo.length > 0 ? has(mail, 'list-unsubscribe-post') : !letter);
  return sure ? 'list-unsubscribe' : undefined;
}

/** The same, by what machines of every sort write: a Precedence, the envelope of a list server, a newsletter's words. */
export function bulkWhy(mail: Mail, own: readonly string[] = []): string | undefined {
  if (mail.inReplyTo.length > 0) return undefined;
  const ours = throughOurGroup(mail, own);
  const asking = isAsking(mail, own);
  if (isToMany(mail, ours) && !asking && !isContactForm(mail, own) && !isThroughGateway(mail, own))
    return `precedence: ${header(mail, 'precedence')?.slice(0, 20) ?? ''}`;
  const server = [header(mail, 'sender') ?? '', mail.returnPath ?? ''].find((address) => listServer.test(address));
  // A house may call a mailbox of its own « training-request »; a list writes to the list.
  const mailbox = server && asking && ofHouse(server, mail);
  if (server && !ours && !mailbox && !isOurs(server, own) && !isOfAuthor(server, mail))
    return `sent by the list server ${server.slice(0, 80)}`;
  if (isNewsletter(mail)) return 'the words around a newsletter';
  const sent = mail.from.length > 0 && mail.from.every(({ address }) => isBulletin(userOf(address)));
  return sent && (verp.test(mail.returnPath ?? '') || leaves.test(mail.text)) && !asksOfUs(mail.text)
    ? 'the sender and the envelope or the footer of a newsletter'
    : undefined;
}

function has(mail: Mail, name: string): boolean {
  return headerAll(mail, name).some((value) => value.trim());
}

/** @param ours - `Precedence: list` is that of our own group. */
function isToMany(mail: Mail, ours = false): boolean {
  return headerAll(mail, 'precedence').some((value) =>
    (ours ? /^\s*(?:bulk|junk)\b/i : /^\s*(?:list|bulk|junk)\b/i).test(value),
  );
}

/**
 * Whether the Precedence may be that of a gateway which marks all that leaves its house: it is to us, nobody can leave a
 * list by it, and somebody reads what is answered. Better a letter to many among the requests than a request lost.
 */
function isThroughGateway(mail: Mail, own: readonly string[]): boolean {
  const ours = ourAddresses(mail, own);
  const toUs = [...mail.to, ...mail.cc].some(({ address }) => ours.includes(address));
  const list = [...listFields, ...campaignFields, 'list-unsubscribe'].some((name) => has(mail, name));
  return toUs && !list && !leaves.test(mail.text) && !isNotice(mail, own);
}

/** Whether a program wrote it under an address that nobody reads; behind a form, or another Reply-To, somebody is. */
function isNotice(mail: Mail, own: readonly string[]): boolean {
  const people = mail.replyTo.length > 0 ? mail.replyTo : mail.from;
  return people.length > 0 && people.every(({ address }) => isUnmanned(userOf(address))) && !isContactForm(mail, own);
}

function userOf(address: string): string {
  return address.split('@')[0] ?? '';
}

/** Whether it answers a mail that left our house, by the right-hand side of its Message-ID. */
function answersOurs(mail: Mail, own: readonly string[]): boolean {
  const domains = ourAddresses(mail, own).map((address) => `${address.slice(address.lastIndexOf('@'))}>`);
  return [...mail.inReplyTo, ...mail.references].some((id) =>
    domains.some((domain) => id.toLowerCase().endsWith(domain)),
  );
}

/** Whether a letter to us alone asks something of us, though the field of a server that marks all its mail says that it is for many. */
function isAsking(mail: Mail, own: readonly string[]): boolean {
  const list = headerAll(mail, 'precedence').some((value) => /^\s*list/i.test(value));
  return !list && mail.inReplyTo.length === 0 && isLetter(mail, own) && asksOfUs(mail.text);
}

function ofHouse(server: string, { from }: Mail): boolean {
  const domain = /@([^\s<>]{1,255})/.exec(server)?.[1]?.toLowerCase();
  return from.length > 0 && from.every(({ address }) => address.endsWith(`@${domain}`));
}

/** The author's own bounces, sorted out by the program that sends for one person: `ama-bounces@` for `ama@`. */
function isOfAuthor(server: string, mail: Mail): boolean {
  return mail.from.some(({ address }) => {
    const [user = '', domain = ''] = address.split('@');
    const flat = server.toLowerCase();
    return flat.includes(`${user}-`) && flat.replace(/[>\s]+$/, '').endsWith(`@${domain}`);
  });
}

/** Whether it is framed as newsletters are: how to read it in a browser above, how to leave below. */
function isNewsletter(mail: Mail): boolean {
  const passedOn = mail.references.length > 0 || /^\s*(?:re|ré|aw|sv|tr|fwd?|wg|rv|i|enc)\s?:/i.test(mail.subject);
  const text = mail.text.slice(0, 200_000).trim();
  const above = text.slice(0, 600).split('\n');
  const below = text.slice(-1500).split('\n');
  return (
    !passedOn &&
    above.some((line) => line.length < 300 && inBrowser.test(line) && !leaves.test(line)) &&
    below.some((line) => leaves.test(line) && (line.length < 60 || /https?:|mailto:|\bwww\.|@/i.test(line)))
  );
}

const inBrowser =
  /^.{0,80}\b(?:(?:view|read|see|open)\b.{0,30}\b(?:in (?:your|a|the) (?:web )?browser|online|web version)|(?:voir|lire|consulter|afficher|visualiser)\b.{0,40}(?:en ligne|version web|(?:dans|sur) (?:votre|un|le) navigateur)|version (?:en ligne|web)\b|(?:ver|leer)\b.{0,30}(?:en (?:l[íi]nea|(?:su|tu|el) navegador)|versi[óo]n web)|(?:ver|visualizar)\b.{0,30}(?:no (?:seu )?navegador|online)|(?:im browser|online) (?:ansehen|anzeigen|lesen|öffnen)|online-version|(?:visualizza|leggi)\b.{0,30}(?:nel browser|online)|(?:bekijk|lees)\b.{0,30}(?:in (?:uw|je) browser|online))/imu;
