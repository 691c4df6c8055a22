import { isRedirected } from './automatic.ts';
import { asksForNoReply } from './automatic-words.ts';
import { authorOf } from './contact-form.ts';
import { type Address, headerAll, type Mail } from './mail.ts';
import { throughOurGroup } from './own-group.ts';
import { isBulletin, isUnmanned } from './unmanned.ts';

/** Addresses of devices and programs that send in their own name; a person may stand behind what they send. */
const device =
  /^(?:(?:e-?)?fax|scan(?:s|ner|ners)?|scan[-_.].*|(?:photo)?copie(?:r|ur)s?\d*|imprimante\d*|printer\d*|mfp\d*|numeris(?:ation|eur)|voice-?mail|messagerie-?vocale|pbx|nagios|zabbix|icinga2?|grafana|prometheus|logwatch|fail2ban|monit(?:oring)?|backups?|sauvegardes?|jenkins|jira|www-data|apache|httpd|antivirus|clamav|quarantine|quarantaine|receipts?|tracking|surveys?|sondages?|.*[-_.]notifications?|notifications?[-_.].*)$/;

/**
 * Letters go to the author; Reply-To counts too, for it may show the machine behind the name. The form on our own site and
 * our own group only pass on what somebody wrote.
 */
function correspondents(mail: Mail, own: readonly string[]): readonly Address[] {
  const author = fromHouse(mail, own) ? authorOf(mail, own) : undefined;
  return author ? [author] : [...mail.from, ...mail.replyTo];
}

function usersOf(mail: Mail, own: readonly string[]): string[] {
  return correspondents(mail, own).map(({ address }) => address.split('@')[0] ?? '');
}

/** Under our own address, or another of our domain. */
function fromHouse(mail: Mail, own: readonly string[]): boolean {
  const domains = own.map(domainOf);
  return mail.from.length > 0 && mail.from.every(({ address }) => domains.includes(domainOf(address)));
}

function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1);
}

/**
 * Why an automatic letter must not answer this mail (RFC 3834, 2); undefined when one may. It says nothing about what
 * the mail is: a person behind `no-reply` asks as much as another.
 */
export function whyUnanswerable(mail: Mail, own: readonly string[]): Unanswerable | undefined {
  return reasons.find(([applies]) => applies(mail, own))?.[1];
}

export type Unanswerable =
  | 'null sender'
  | 'Auto-Submitted'
  | 'X-Auto-Response-Suppress'
  | 'Precedence'
  | 'a list'
  | 'no address to answer to'
  | 'nobody reads that address'
  | 'a device or a program'
  | 'the text of a foreign form names the author'
  | 'it asks not to be answered'
  | 'the address is ours'
  | 'several authors and no Reply-To';

const reasons: readonly [applies: (mail: Mail, own: readonly string[]) => boolean, why: Unanswerable][] = [
  [(mail) => mail.returnPath === '', 'null sender'],
  [
    (mail, own) => has(mail, 'auto-submitted', /^(?!\s*no\b)\s*\S/i) && !isByRule(mail) && !isOurForm(mail, own),
    'Auto-Submitted',
  ],
  [(mail) => has(mail, 'x-auto-response-suppress', /\b(?:all|autoreply|oof)\b/i), 'X-Auto-Response-Suppress'],
  [
    (mail, own) =>
      (has(mail, 'precedence', /^\s*(?:bulk|junk|auto[-_]?reply)/i) ||
        (has(mail, 'precedence', /^\s*list/i) && !throughOurGroup(mail, own))) &&
      !isOurForm(mail, own),
    'Precedence',
  ],
  [
    (mail, own) =>
      mail.headers.some(({ name }) => /^list-(?:id|post|help|unsubscribe|subscribe|owner|archive)$/.test(name)) &&
      !throughOurGroup(mail, own),
    'a list',
  ],
  [(mail, own) => !isMailbox(correspondents(mail, own)[0]?.address ?? ''), 'no address to answer to'],
  [(mail, own) => usersOf(mail, own).some((user) => isUnmanned(user) || isBulletin(user)), 'nobody reads that address'],
  [(mail, own) => usersOf(mail, own).some((user) => device.test(user)), 'a device or a program'],
  [(mail, own) => !fromHouse(mail, own) && isNamedInTextOnly(mail, own), 'the text of a foreign form names the author'],
  [(mail) => asksForNoReply(mail.text), 'it asks not to be answered'],
  [(mail, own) => correspondents(mail, own).some(({ address }) => own.includes(address)), 'the address is ours'],
  [(mail) => mail.from.length > 1 && mail.replyTo.length === 0, 'several authors and no Reply-To'],
];

/** Anybody can write any address into a text: a letter to it could be made to annoy a third person. */
function isNamedInTextOnly(mail: Mail, own: readonly string[]): boolean {
  const author = authorOf(mail, own);
  return author !== undefined && !mail.replyTo.some(({ address }) => address === author.address);
}

/** What the program of our own site says of itself is not said of the visitor. */
function isOurForm(mail: Mail, own: readonly string[]): boolean {
  return fromHouse(mail, own) && authorOf(mail, own) !== undefined;
}

/** Exchange marks what the rule of a mailbox passes on as it marks absence notes. */
function isByRule(mail: Mail): boolean {
  return isRedirected(mail) && has(mail, 'x-ms-exchange-generated-message-source', /mailbox rules agent/i);
}

function has(mail: Mail, name: string, value: RegExp): boolean {
  return headerAll(mail, name).some((written) => value.test(written));
}

function isMailbox(address: string): boolean {
  return /^[^@\s]{1,64}@[^@\s]{1,255}$/.test(address);
}
