import { type RecipientFields, readDeliveryStatus } from './delivery-status.ts';
import { header, type Mail } from './mail.ts';
import { type NamedRecipient, recipientsIn } from './report-lines.ts';
import { splitReturned } from './returned-message.ts';
import { enhancedStatus, statusOfReply } from './status-code.ts';

export type DeliveryAction = 'failed' | 'delayed' | 'delivered' | 'relayed' | 'expanded';

/** What became of a mail for one recipient. */
export interface Delivery {
  /** In lower case. */
  recipient: string;
  /** Enhanced status (RFC 3463); derived from the SMTP reply where the report gives none, empty when there is neither. */
  status: string;
  action: DeliveryAction;
  diagnostic: string;
  /** True when trying again is useless: failed, and not for a passing reason. */
  permanent: boolean;
}

export interface BounceReport {
  deliveries: Delivery[];
  /** Message-ID of the mail that was reported on, with angle brackets. */
  originalMessageId?: string;
}

/**
 * What a delivery report says (RFC 3464, or the words of a mail system); undefined for any other mail.
 * Linear in the length of the mail.
 */
export function bounceReport(mail: Mail): BounceReport | undefined {
  const { report, original } = splitReturned(mail);
  const status = mail.parts.filter(({ contentType }) => isDeliveryStatus(contentType));
  const groups = [...status.map(({ text }) => text ?? ''), report, original]
    .map(readDeliveryStatus)
    .find((read) => read.some(({ final, original: first, actual }) => final || first || actual));
  const byWords = soundsLikeBounce(mail, report);
  if (status.length === 0 && !(groups && fromMailSystem(mail)) && !byWords && !header(mail, 'x-failed-recipients'))
    return undefined;
  const named = recipientsIn(report, notRecipients(mail));
  const deliveries = groups
    ? groups.map((group) => fromFields(group, report, named))
    : fromWords(mail, report, original, named);
  const originalMessageId = messageIdIn(original) ?? mail.inReplyTo[0] ?? mail.references.at(-1);
  const known = uniqueByRecipient(deliveries.filter(({ recipient }) => recipient));
  return { deliveries: known, ...(originalMessageId ? { originalMessageId } : {}) };
}

function isDeliveryStatus(contentType: string): boolean {
  return /^message\/(?:global-|x-?)?delivery-status$/.test(contentType);
}

function fromFields(group: RecipientFields, report: string, named: readonly NamedRecipient[]): Delivery {
  const recipient =
    [group.final, group.original, group.actual].find((address) => address.includes('@')) ??
    (group.final || named[0]?.address || '');
  const words = named.find(({ address }) => address === recipient)?.diagnostic ?? '';
  const diagnostic = group.diagnostic || words;
  const status =
    group.status || enhancedStatus(diagnostic) || statusOfReply(diagnostic) || enhancedStatus(report) || '';
  return delivery(recipient, status, actionOf(group.action, status, report), diagnostic);
}

function fromWords(mail: Mail, report: string, original: string, named: readonly NamedRecipient[]): Delivery[] {
  const listed = (header(mail, 'x-failed-recipients') ?? '').split(/[\s,;]+/).filter((word) => word.includes('@'));
  const recipients =
    listed.length > 0 ? listed.map((address) => address.toLowerCase()) : named.map(({ address }) => address);
  const all = recipients.length > 0 ? recipients : toIn(original);
  return all.map((recipient) => {
    const diagnostic = named.find(({ address }) => address === recipient)?.diagnostic ?? '';
    const status =
      enhancedStatus(diagnostic) ?? statusOfReply(diagnostic) ?? enhancedStatus(report) ?? statusOfReply(report) ?? '';
    return delivery(
      recipient,
      status,
      actionOf('', status, `${mail.subject}\n${report}`),
      diagnostic || firstSentence(report),
    );
  });
}

function delivery(recipient: string, status: string, action: DeliveryAction, diagnostic: string): Delivery {
  return { recipient, status, action, diagnostic, permanent: action === 'failed' && !status.startsWith('4') };
}

const actions: readonly DeliveryAction[] = ['failed', 'delayed', 'delivered', 'relayed', 'expanded'];
const delayWords =
  /\b(?:delay(?:ed)?|warning only|not yet been delivered|still being retried|will be retried|will continue to (?:try|attempt)|has been postponed|en attente|retardé|verzögert|retrasad[oa])\b/i;

function actionOf(written: string, status: string, words: string): DeliveryAction {
  const known = actions.find((action) => action === written);
  if (known) return known;
  if (status.startsWith('2')) return 'delivered';
  return delayWords.test(words) ? 'delayed' : 'failed';
}

const systemNames =
  /mail(?:er)?[-. _]?daemon|postmaster|mail delivery|mail system|delivery (?:sub)?system|system administrator|mail administrator|delivery (?:notification|status)|mdaemon|internet mail|message router|mail server/i;

function fromMailSystem(mail: Mail): boolean {
  return (
    mail.returnPath === '' ||
    mail.from.some(({ name, address }) => systemNames.test(name) || systemNames.test(address.split('@')[0] ?? ''))
  );
}

const failureWords =
  /\b(?:(?:could|can|was|were|has|have|is|did)\s*(?:not|n['’]t)\s+(?:yet\s+)?(?:be(?:en)?\s+)?(?:deliver|reach|accept|sent)|not (?:be )?deliver|undeliver|delivery (?:has )?(?:failed|failure|error|problem|to the following|of e?-?mail)|unable to deliver|permanent(?:ly)? (?:fatal )?(?:error|failure|failed)|returned (?:mail|message)|failed (?:recipient|address)|user unknown|unknown user|no such user|mailbox (?:is )?(?:full|unavailable)|quota exceeded|(?:address|recipient)(?:\(?e?s\)?)? (?:failed|rejected|couldn)|delivery attempts|automatically rejected|non remis|pas (?:pu )?[eê]tre (?:d[eé]livr|remis|livr)|no pudo ser entregado|no se (?:pudo|ha podido) entregar|nicht zugestellt|unzustellbar|impossibile (?:recapitare|consegnare))/i;
const failureSubject =
  /\b(?:undeliver|undelivered|delivery (?:failure|problem|status|notification|report|warning|error|has failed)|deliver(?:y|ing) (?:failed|delayed)|failure notice|failure delivery|returned mail|mail (?:delivery )?(?:failed|failure|error)|non[- ]delivery|could not be delivered|non remis|échec|nicht zugestellt|unzustellbar|delayed mail|message delayed|message has not yet been delivered|user unknown)/i;

/** No report part, but a mail system says in words that it could not deliver. */
function soundsLikeBounce(mail: Mail, report: string): boolean {
  const system = fromMailSystem(mail);
  const subject = failureSubject.test(mail.subject);
  const words = failureWords.test(report.slice(0, 20_000));
  return system && (subject || words);
}

function notRecipients(mail: Mail): Set<string> {
  return new Set([...mail.from, ...mail.to, ...mail.replyTo].map(({ address }) => address));
}

function toIn(original: string): string[] {
  const to =
    /^(?:>\s?)?(?:x-original-to|delivered-to|to|cc):((?:.{0,2000}\n?(?:[ \t].{0,500}\n){0,50}))/im.exec(
      original.slice(0, 50_000),
    )?.[1] ?? '';
  return [...to.matchAll(/[^\s<>"',;:()]{1,100}@[^\s<>"',;:()]{1,200}/g)].map(([address]) => address.toLowerCase());
}

function messageIdIn(original: string): string | undefined {
  return /^(?:[>|]\s?)?[ \t]{0,4}message-id:\s{0,20}(<[^<>\s]{1,900}>)/im.exec(original.slice(0, 200_000))?.[1];
}

function firstSentence(report: string): string {
  return report.replace(/\s+/g, ' ').trim().slice(0, 300);
}

function uniqueByRecipient(deliveries: readonly Delivery[]): Delivery[] {
  return [...new Map(deliveries.toReversed().map((entry) => [entry.recipient, entry])).values()].toReversed();
}
