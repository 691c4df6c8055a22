import { isContactForm } from './contact-form.ts';
import { header, headerAll, type Mail } from './mail.ts';

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
 * Why the mail went to many (RFC 2919, RFC 2369, Precedence); undefined for a letter to us.
 * @param own - Our addresses: a group of our own that passes mail on to us is no list.
 */
export function bulkWhy(mail: Mail, own: readonly string[] = []): string | undefined {
  const list = listFields.find((name) => headerAll(mail, name).some((value) => value.trim() && !isOurs(value, own)));
  if (list) return `${list}: ${header(mail, list)?.slice(0, 80) ?? ''}`;
  const precedence = headerAll(mail, 'precedence').find((value) => /^\s*(?:list|bulk|junk)\b/i.test(value));
  if (precedence && mail.inReplyTo.length === 0 && !isContactForm(mail))
    return `precedence: ${precedence.slice(0, 20)}`;
  const server = [header(mail, 'sender') ?? '', mail.returnPath ?? ''].find((address) => listServer.test(address));
  if (server && mail.inReplyTo.length === 0) return `sent by the list server ${server.slice(0, 80)}`;
  const unsubscribe = header(mail, 'list-unsubscribe');
  if (!unsubscribe) return undefined;
  if (header(mail, 'list-unsubscribe-post') || precedence) return 'list-unsubscribe';
  return campaignFields.some((name) => header(mail, name)) || mail.inReplyTo.length === 0
    ? 'list-unsubscribe'
    : undefined;
}

function isOurs(value: string, own: readonly string[]): boolean {
  const flat = value.toLowerCase();
  return own.some((address) => flat.includes(address) || flat.includes(address.replace('@', '.')));
}
