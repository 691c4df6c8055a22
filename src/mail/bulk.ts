import { isContactForm } from './contact-form.ts';
import { header, headerAll, type Mail } from './mail.ts';
import { isOurs, throughOurGroup } from './own-group.ts';

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

/** Addresses under which list servers send. */
const listServer = /(?:^|<)\s*(?:owner-[\w.-]+|[\w.-]+-(?:bounces|owner|request))(?:\+[^@\s]{0,100})?@/i;

/**
 * Why a list or a newsletter sent it, by the fields that these add (RFC 2919, RFC 2369); undefined for a letter to us.
 * @param own - Our addresses: a group of our own that passes mail on to us is no list.
 */
export function listWhy(mail: Mail, own: readonly string[] = []): string | undefined {
  const ours = throughOurGroup(mail, own);
  const has = (name: string) => headerAll(mail, name).some((value) => value.trim());
  // A group of ours puts its own fields in the place of a newsletter's; those of the campaign stay.
  const found = (ours ? campaignFields : listFields).find(has);
  if (found) return `${found}: ${header(mail, found)?.slice(0, 80) ?? ''}`;
  const unsubscribe = headerAll(mail, 'list-unsubscribe').some(
    (value) => !ours || !(isOurs(value, own) || /\bgroups\.google\.|@googlegroups\./i.test(value)),
  );
  const sure =
    mail.inReplyTo.length === 0 || has('list-unsubscribe-post') || campaignFields.some(has) || isToMany(mail);
  return unsubscribe && sure ? 'list-unsubscribe' : undefined;
}

/** The same, by what machines of every sort write: a Precedence, or the envelope of a list server. */
export function bulkWhy(mail: Mail, own: readonly string[] = []): string | undefined {
  if (mail.inReplyTo.length > 0) return undefined;
  const ours = throughOurGroup(mail, own);
  if (isToMany(mail, ours) && !isContactForm(mail, own))
    return `precedence: ${header(mail, 'precedence')?.slice(0, 20) ?? ''}`;
  const server = [header(mail, 'sender') ?? '', mail.returnPath ?? ''].find((address) => listServer.test(address));
  return server && !ours && !isOurs(server, own) ? `sent by the list server ${server.slice(0, 80)}` : undefined;
}

/** @param ours - `Precedence: list` is that of our own group. */
function isToMany(mail: Mail, ours = false): boolean {
  return headerAll(mail, 'precedence').some((value) =>
    (ours ? /^\s*(?:bulk|junk)\b/i : /^\s*(?:list|bulk|junk)\b/i).test(value),
  );
}
