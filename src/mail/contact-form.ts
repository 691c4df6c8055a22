import { type Address, header, headerAll, type Mail } from './mail.ts';

/** Of the text, so much is looked at. */
const maxLength = 20_000;
/** A form names one visitor in Reply-To, and perhaps the house. */
const mostVisitors = 20;

/**
 * Who wrote, where the From is not the author: the visitor whose words a web site passes on in its own name, or the
 * person whose mail our own group passes on under ours. Undefined for mail that speaks for its From. It is a claim like
 * any From: nothing proves it.
 * @param own - Our addresses.
 */
export function authorOf(mail: Mail, own: readonly string[] = []): Address | undefined {
  const house = isOurs(mail.from, own);
  if (mail.inReplyTo.length > 0 || !(house || isSite(mail))) return undefined;
  const told = fieldsOf(mail.text.slice(0, maxLength));
  const [asked] = others(mail, own);
  const author = asked && (house || told.labels > 1) ? asked : house ? originalFrom(mail, own) : undefined;
  if (author) return { ...author, name: author.name || told.name };
  if (!house && !mail.from.every(({ address }) => unmanned.test(address))) return undefined;
  const elsewhere = told.domain && !mail.from.some(({ address }) => address.endsWith(told.domain));
  return elsewhere && told.labels > 1 ? { name: told.name, address: told.address } : undefined;
}

/** Whether a web site passes on a visitor's words: Reply-To names the visitor, whose address stands in the text too. */
export function isContactForm(mail: Mail, own: readonly string[] = []): boolean {
  if (mail.inReplyTo.length > 0) return false;
  const text = mail.text.slice(0, maxLength).toLowerCase();
  return authorOf(mail, own) !== undefined || others(mail, own).some(({ address }) => text.includes(address));
}

/** Whom to answer, where that is neither the author nor the house. */
function others({ from, replyTo }: Mail, own: readonly string[]): Address[] {
  return replyTo
    .slice(0, mostVisitors)
    .filter(
      ({ address }) => address.includes('@') && !own.includes(address) && !from.some((one) => one.address === address),
    );
}

/** Whether all authors are the house itself; a form on our own site writes under our domain. */
function isOurs(from: readonly Address[], own: readonly string[]): boolean {
  return from.length > 0 && from.every(({ address }) => own.includes(address));
}

/** Groups that write in their own name, for DMARC, say there whose mail it was. */
function originalFrom(mail: Mail, own: readonly string[]): Address | undefined {
  for (const value of ['x-original-from', 'x-original-sender'].flatMap((name) => headerAll(mail, name))) {
    const { name = '', address = '' } =
      /^\s*(?:"?(?<name>[^"<>]{0,200}?)"?\s*<)?(?<address>[^\s<>@]{1,64}@[^\s<>@]{1,255})>?\s*$/.exec(value)?.groups ??
      {};
    if (address && !own.includes(address.toLowerCase())) return { name: name.trim(), address: address.toLowerCase() };
  }
  return undefined;
}

/** Whether a program of a web site sent it. */
function isSite(mail: Mail): boolean {
  return (
    mail.from.some(({ address }) => site.test(address) || unmanned.test(address)) ||
    mail.headers.some(({ name }) =>
      /^x-(?:php-(?:originating-)?script|wpcf7-|wpforms|gravity|drupal|joomla)/.test(name),
    ) ||
    /\b(?:PHPMailer|Drupal|WordPress|Joomla|TYPO3|Swift ?Mailer)\b/i.test(header(mail, 'x-mailer') ?? '') ||
    /^\s*auto-generated/i.test(header(mail, 'auto-submitted') ?? '')
  );
}

/** Names under which web servers and forms write, and nobody else. */
const unmanned =
  /^(?:wordpress|www(?:[-_.]?data|run)?|apache|httpd|nginx|web(?:site|form|server)?|(?:contact)?-?forms?|formulaire|formulario|wp|[^@]*no-?reply|[^@]*do-?not-?reply|[^@]*ne-?pas-?repondre)@/;
/** Others, under which people write too. */
const site = /^(?:contact|site|mailer|webmaster|webmail|notifications?)@/;

const address = String.raw`<?(?:mailto:)?([^\s<>()"',;:]{1,64}@[^\s<>()"',;:]{1,190}[^\s<>()"',;:.])`;
/** « E-mail: a@b.example », « From: Ama <a@b.example> », or the address in the line under its label. */
const addressLine = new RegExp(
  String.raw`^[ \t*•>|_-]{0,5}(?:[\p{L}’' -]{0,25}\b)?(?:e-?mail|courriel|mél|mail|correo|adresse|address|reply[- ]?to|from|de|von|da|van|البريد|メール|邮箱|電子郵件)[^:：\n@]{0,30}(?:[:：=*|][ \t*|]{0,5}\n?|\n)[ \t]{0,5}[^\n<@:]{0,80}?${address}`,
  'imu',
);
const nameLine =
  /^[ \t*•>|_-]{0,5}(?:(?:your |full |first |contact |votre |su )?(?:name|nom(?: complet| et prénom)?|prénom et nom|nombre(?: completo)?|nome(?: completo)?|naam)|الاسم|お名前|氏名|姓名)[ \t*]{0,5}[:：][ \t*]{0,5}([^\n@<>]{2,100})$/imu;
const labelled = /^[ \t*•>|_-]{0,5}[\p{L}][\p{L}’'() /-]{1,40}[ \t*]{0,3}[:：]/gmu;

/** What the lines of a form say: the visitor's address, its domain and name (empty if none), how many have a label. */
function fieldsOf(text: string): { address: string; domain: string; name: string; labels: number } {
  const visitor = addressLine.exec(text)?.[1]?.toLowerCase() ?? '';
  return {
    address: visitor,
    domain: visitor.slice(visitor.lastIndexOf('@') + 1),
    name:
      nameLine
        .exec(text)?.[1]
        ?.replace(/[\s*]+/g, ' ')
        .trim() ?? '',
    labels: [...text.matchAll(labelled)].length,
  };
}
