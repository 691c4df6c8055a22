import { notificationAsFields } from './bounce-notification.ts';
import { isReport } from './bounce-words.ts';
import { type RecipientFields, readDeliveryStatus } from './delivery-status.ts';
import { header, type Mail } from './mail.ts';
import { localNamesIn, type NamedRecipient, recipientsIn } from './report-lines.ts';
import { reportType } from './report-type.ts';
import { splitReturned } from './returned-message.ts';
import { enhancedStatus, statusOfReply, successStatus } from './status-code.ts';

/** Of a report without parts, so much is looked at. */
const maxLength = 200_000;

type DeliveryAction = 'failed' | 'delayed' | 'delivered' | 'relayed' | 'expanded';

/** What became of a mail for one recipient. */
interface Delivery {
  /** In lower case. */
  recipient: string;
  /** Enhanced status (RFC 3463); derived from the SMTP reply where the report gives none, empty when there is neither. */
  status: string;
  action: DeliveryAction;
  diagnostic: string;
  /** True when nobody tries any more: the mail is lost for this recipient, though the reason (`4.x.x`) may have been a passing one. */
  permanent: boolean;
}

export interface BounceReport {
  deliveries: Delivery[];
  /** What is said of the first recipient who will not get it, or of the mail where no recipient is named; undefined if nobody has given up. */
  failure?: string;
  /**
   * Message-IDs, with angle brackets, by which the report names the mail: its own, then those in its References from last
   * to first, for relays give mails other names.
   */
  originals: string[];
}

/**
 * What a delivery report says (RFC 3464, or the words of a mail system); undefined for any other mail.
 * Linear in the length of the mail.
 */
export function bounceReport(mail: Mail): BounceReport | undefined {
  const { report, original } = splitReturned(mail);
  const status = mail.parts.filter(({ contentType }) => isDeliveryStatus(contentType));
  const type = reportType(mail);
  const notification = notificationAsFields(mail.text);
  // Attached to a mail of somebody's own, a report is but what that mail speaks of.
  const typed =
    type === 'delivery-status' || notification !== '' || (status.length > 0 && (type === '' || mail.returnPath === ''));
  const parts = [...status.map(({ text }) => text ?? ''), notification].join('\n\n');
  // A gateway that breaks the head of the part leaves its fields in a text.
  const texts = typed ? mail.parts.map(({ text }) => text ?? '').join('\n\n') : '';
  const groups = [parts, report, mail.text.slice(0, maxLength), typed ? original : '', texts.slice(0, maxLength)]
    .map(readDeliveryStatus)
    .find((read) => read.length > 0);
  const named = recipientsIn(report, mail.from[0]?.address ?? '', told(mail));
  const failed = (header(mail, 'x-failed-recipients') ?? '').split(/[\s,;<>]+/).filter((word) => word.includes('@'));
  if (!typed && failed.length === 0 && !isReport({ mail, report, original, named, fields: Boolean(groups) }))
    return undefined;
  const whole = summary(`${mail.subject}\n${report}`.slice(0, 20_000));
  const local = localNamesIn(report, mail.from[0]?.address ?? '');
  const addressees = addresseesIn(original);
  const deliveries = groups
    ? groups.map((group) => fromFields(group, whole, named, addressees))
    : fromWords(
        firstFilled(
          failed,
          named.map(({ address }) => address),
          addressees,
          local,
        ),
        whole,
        named,
      );
  const quoted = [original, parts, mail.text].flatMap(messageIdsIn);
  const originals = [...new Set([...quoted, ...mail.inReplyTo, ...mail.references.toReversed()])];
  const known = uniqueByRecipient(deliveries.filter(({ recipient }) => recipient));
  const unnamed = known.length === 0 && whole.action === 'failed' ? whole.text : undefined;
  const failure = known.find(({ permanent }) => permanent)?.diagnostic ?? unnamed;
  return {
    deliveries: known,
    ...(failure !== undefined && { failure }),
    originals,
  };
}

function isDeliveryStatus(contentType: string): boolean {
  return /^message\/(?:global-|x-?)?delivery-status$/.test(contentType);
}

/** What a report says of all its recipients together: for those of whom it says nothing more. */
interface Summary {
  status: string;
  /** By the words alone; a status says it better. */
  action: DeliveryAction;
  text: string;
}

function summary(words: string): Summary {
  const status = enhancedStatus(words) ?? statusOfReply(words) ?? '';
  const delivered = !status && successWords.test(words);
  const action = delivered ? 'delivered' : delayWords.test(words) ? 'delayed' : 'failed';
  return {
    status: delivered ? successStatus(words) : status,
    action,
    text: words.replace(/\s+/g, ' ').trim().slice(0, 300),
  };
}

function fromFields(
  group: RecipientFields,
  whole: Summary,
  named: readonly NamedRecipient[],
  addressees: readonly string[],
): Delivery {
  const written = [group.original, group.final, group.actual];
  const recipient =
    written.find(isAddress) ??
    named[0]?.address ??
    // Named as its own system knows it, without the domain.
    addressees.find((address) => written.includes(address.slice(0, address.lastIndexOf('@')))) ??
    written.find(Boolean) ??
    '';
  const diagnostic = group.diagnostic || (named.find(({ address }) => address === recipient)?.diagnostic ?? '');
  // What the last server said is nearer to the cause than the reporting server's summary of it.
  const failure = enhancedStatus(diagnostic) || group.status || statusOfReply(diagnostic) || whole.status;
  const status = group.status.startsWith('2') ? group.status : failure;
  return delivery(recipient, status, actionOf(group.action, status, whole), diagnostic);
}

function fromWords(recipients: readonly string[], whole: Summary, named: readonly NamedRecipient[]): Delivery[] {
  return recipients.map((recipient) => {
    const diagnostic = named.find(({ address }) => address === recipient.toLowerCase())?.diagnostic ?? '';
    const own = codeIn(diagnostic);
    // Of whom something is said without a code, that of a neighbour says nothing.
    const neighbours = named.filter(({ address }) => address !== recipient.toLowerCase());
    const borrowed = diagnostic !== '' && neighbours.some((other) => codeIn(other.diagnostic) === whole.status);
    const status = own ?? (borrowed ? '' : whole.status);
    // « Will be retried » may be said of another recipient.
    const action = own?.startsWith('5') && !delayWords.test(diagnostic) ? 'failed' : '';
    return delivery(recipient.toLowerCase(), status, actionOf(action, status, whole), diagnostic || whole.text);
  });
}

function codeIn(words: string): string | undefined {
  return enhancedStatus(words) ?? statusOfReply(words);
}

function firstFilled(...lists: readonly (readonly string[])[]): readonly string[] {
  return lists.find((list) => list.length > 0) ?? [];
}

function isAddress(text: string): boolean {
  return /^[^@\s]{1,200}@[^@\s]*\.[^@\s]+$/.test(text);
}

function delivery(recipient: string, status: string, action: DeliveryAction, diagnostic: string): Delivery {
  return { recipient, status, action, diagnostic, permanent: action === 'failed' };
}

const actions: readonly DeliveryAction[] = ['failed', 'delayed', 'delivered', 'relayed', 'expanded'];
const delayWords =
  /(?:\bdelay(?:ed)?\b|warning(?: message)? only|not yet been delivered|hasn['’]t been delivered yet|still (?:being retried|undelivered)|will be retried|keep trying|will (?:be attempted|continue to (?:try|attempt|be attempted))|delivery attempts will continue|has been postponed|en attente|retard[ée]e?\b|pas encore été (?:remis|livr|distribu)|verzögert|noch nicht zugestellt|retrasad[oa]|aplazad[oa]|diff[ée]r[ée]e?s?\b|atrasad[oa]|adiad[oa]|ritardat|in ritardo|vertraagd|opóźni|gecik|задерж|fördröj|försen|forsink|تأخر|تأخير|遅延|遅れ|延迟|延遲|volverá a intentarlo|tentará novamente|réessa)/i;
const successWords =
  /\b(?:has|have) been (?:successfully )?(?:delivered|relayed)\b|\bwas (?:successfully )?delivered to\b|\ba [ée]t[ée] (?:bien )?(?:remis|livr[ée]|distribu[ée]|relay[ée])e?s?\b|(?<!\bno )\b(?:se ha|ha sido|fue) (?:entregad|retransmitid)o|(?<!\bn[ãa]o )\bfoi (?:entregue|retransmitid)|\b(?:wurde|ist)\b(?![^.]{0,120}\bnicht\b)[^.]{0,120}\bzugestellt\b|(?<!\bnon )(?:[èe]['’]?|è) stat[oa] (?:recapitat|consegnat)|\bis (?:bezorgd|afgeleverd)\b|(?:配信|配達)され(?:まし)?た|配信済|(?<!لم ي)تم (?:ال)?تسليم|^\s*(?:delivered|relayed|remis|relay[ée]|entregado|entregue|zugestellt|recapitato|bezorgd)\s?:/im;

function actionOf(written: string, status: string, whole: Summary): DeliveryAction {
  const known = actions.find((action) => action === written) ?? (written === 'deliverable' ? 'delivered' : undefined);
  return known ?? (status.startsWith('2') ? 'delivered' : whole.action);
}

function told(mail: Mail): Set<string> {
  return new Set([...mail.to, ...mail.replyTo].map(({ address }) => address));
}

function addresseesIn(original: string): string[] {
  const to =
    /^(?:>\s?)?(?:x-original-to|delivered-to|to|cc):((?:.{0,2000}\n?(?:[ \t].{0,500}\n){0,50}))/im.exec(
      original.slice(0, 50_000),
    )?.[1] ?? '';
  return [...to.matchAll(/[^\s<>"',;:()]{1,100}@[^\s<>"',;:()]{1,200}/g)].map(([address]) => address.toLowerCase());
}

function messageIdsIn(original: string): string[] {
  const head = original.slice(0, 200_000);
  const own = /^(?:[>|]\s?)?[ \t]{0,4}(?:(?:x-)?original-)?message-id:\s{0,20}(<[^<>\s]{1,900}>)/im.exec(head)?.[1];
  // « The message identifier was: ‹42@inm.example› », in a sentence.
  const told = /\bmessage[- ]id(?:entifier)?(?: (?:was|is))?\s?:\s{0,20}["“]?[<‹]([^<>‹›\s]{1,900})[>›]/i.exec(
    head,
  )?.[1];
  const above = /^(?:[>|]\s?)?[ \t]{0,4}references:(.{0,2000}(?:\n(?:[>|] ?)?[ \t].{0,1000}){0,50})/im.exec(head)?.[1];
  const references = [...(above ?? '').matchAll(/<[^<>\s]{1,900}>/g)].map(([id]) => id);
  return [...(own ? [own] : told ? [`<${told}>`] : []), ...references.toReversed()];
}

function uniqueByRecipient(deliveries: readonly Delivery[]): Delivery[] {
  return [...new Map(deliveries.toReversed().map((entry) => [entry.recipient, entry])).values()].toReversed();
}
