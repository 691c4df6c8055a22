import { asksForNoReply } from './automatic-words.ts';
import { type Address, headerAll, type Mail } from './mail.ts';

/** Addresses behind which nobody reads (RFC 3834, 2; RFC 2142). */
const nobody =
  /no[-_.]?reply|do[-_.]?not[-_.]?reply|ne[-_.]?pas[-_.]?repondre|no[-_.]?respond(?:er|a)|nao[-_.]?respond|^(?:mailer[-_.]?daemon|mailerdaemon|mdaemon|postmaster|daemon|listserv|listproc|majordomo|root|nobody|automailer|auto(?:mated|matic)?|robot|bot|cron|notifications?|notify|alerts?|newsletters?|mailing|bounces?|bounce[-_.+=].*|owner-.*|.*-(?:request|bounces?|owner|return|errors?))$/;

/** Letters go to the author; Reply-To counts too, for it may show the machine behind the name. */
function correspondents(mail: Mail): readonly Address[] {
  return [...mail.from, ...mail.replyTo];
}

/**
 * Why an automatic letter must not answer this mail (RFC 3834, 2); undefined when one may. It says nothing about what
 * the mail is: a person behind `no-reply` asks as much as another.
 */
export function whyUnanswerable(mail: Mail, own: readonly string[]): string | undefined {
  return reasons.find(([applies]) => applies(mail, own))?.[1];
}

const reasons: readonly [applies: (mail: Mail, own: readonly string[]) => boolean, why: string][] = [
  [(mail) => mail.returnPath === '', 'null sender'],
  [(mail) => has(mail, 'auto-submitted', /^(?!\s*no\b)\s*\S/i), 'Auto-Submitted'],
  [(mail) => has(mail, 'x-auto-response-suppress', /\b(?:all|autoreply|oof)\b/i), 'X-Auto-Response-Suppress'],
  [(mail) => has(mail, 'precedence', /^\s*(?:bulk|list|junk|auto[-_]?reply)/i), 'Precedence'],
  [
    (mail) => mail.headers.some(({ name }) => /^list-(?:id|post|help|unsubscribe|subscribe|owner|archive)$/.test(name)),
    'a list',
  ],
  [(mail) => !isMailbox(mail.from[0]?.address ?? ''), 'no address to answer to'],
  [
    (mail) => correspondents(mail).some(({ address }) => nobody.test(address.split('@')[0] ?? '')),
    'nobody reads that address',
  ],
  [(mail) => asksForNoReply(mail.text), 'it asks not to be answered'],
  [(mail, own) => correspondents(mail).some(({ address }) => own.includes(address)), 'the address is ours'],
  [(mail) => mail.from.length > 1 && mail.replyTo.length === 0, 'several authors and no Reply-To'],
];

function has(mail: Mail, name: string, value: RegExp): boolean {
  return headerAll(mail, name).some((written) => value.test(written));
}

function isMailbox(address: string): boolean {
  return /^[^@\s]{1,64}@[^@\s]{1,255}$/.test(address);
}
