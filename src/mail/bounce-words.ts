import { greets, isTold, saysMore } from './beside-report.ts';
import { failureSubject, failureWords } from './failure-phrases.ts';
import type { Mail } from './mail.ts';
import type { NamedRecipient } from './report-lines.ts';
import { asksOfUs } from './sentences.ts';
import { statusOfReply } from './status-code.ts';

/** What is known of a mail that has no delivery-status part. */
interface Evidence {
  mail: Mail;
  /** The words before the returned mail. */
  report: string;
  original: string;
  named: readonly NamedRecipient[];
  /** Fields of a delivery report stand in the text. */
  fields: boolean;
}

/** Names that only mail systems sign with, alone or with the host they are at: « Mail Server Solutions inc. » is a company. */
const daemonName =
  /^\W*(?:mail(?:er)?[-. _]?daemon|(?:the )?(?:internet )?(?:e-?)?mail (?:delivery )?(?:sub)?system|(?:internet )?(?:mail|message) delivery(?: (?:service|agent|software|daemon))?|delivery (?:sub)?system|(?:internet )?mail (?:server|router|gateway))(?=\W*$|\s+(?:at|on|from|for|of|@)\s|\s*[<([@:])/i;
const daemonUser =
  /^"?(?:mailer[-_.]?daemon|mailerdaemon|mail[-_.]?delivery.*|mdaemon|daemon|mail[-_.]?(?:daemon|system)|double-bounce|microsoftexchange[0-9a-f]+)"?$/;
/** Names that mail systems sign with, and now and then a person. */
const officeName =
  /^\W*(?:post ?master|(?:system|mail) administrator|delivery (?:notification|status)|microsoft exchange|administrat(?:eur|or)\W*$)/i;
const officeUser =
  /^"?(?:post[-_.]?master|system[-_.]?administrator|administrator|admin|mail[-_.]?server|mta\d*|smtp\d*|exchange|antivirus|mailgate|gateway)"?$/;

/** Whether a mail without a delivery-status part is a report all the same, by who sent it and what it says. */
export function isReport({ mail, report, original, named, fields }: Evidence): boolean {
  const subject = failureSubject.test(mail.subject.slice(0, 300));
  const said = failureWords.test(report.slice(0, 20_000));
  const known = original !== '' && named.length > 0;
  if (mail.from.some(isDaemon)) return fields || subject || said || known;
  const listed = named.some((recipient) => recipient.listed) || known;
  const technical = about.test(aroundFailure(report)) || original !== '' || statusOfReply(report) !== undefined;
  // In whatever language: programs alone write « 550 5.1.1 » beside an address, and no greeting.
  const plain = !greets(report);
  const coded = plain && serverReply.test(report.slice(0, 20_000));
  if (mail.returnPath === '' && coded && (listed || (named.length > 0 && !asksOfUs(report)))) return true;
  const more = saysMore(report, mail.from);
  const person = isTold(report) || (more && Boolean(mail.returnPath));
  if (mail.from.some(isOffice)) {
    if (mail.returnPath === '' && subject) return true;
    // Whatever else it says of mail to an address that it lists, it asks nothing and greets nobody.
    const bare = plain && listed && delivery.test(`${mail.subject}\n${report.slice(0, 2000)}`) && !asksOfUs(report);
    if (mail.returnPath === '' && bare) return true;
    if (mail.returnPath === '') return fields || known || (said && technical);
    return (fields || known || (said && technical)) && !person && (subject || (plain && listed));
  }
  if (mail.returnPath === '')
    return (
      (subject && (said || listed)) || (fields && (subject || said)) || (said && named.length > 0 && !asksOfUs(report))
    );
  // Anyone else must say it all, and not as a person would: people write about failed mail too, and forward it.
  const forwarded = passedOn.test(mail.subject) || mail.inReplyTo.length > 0;
  return subject && said && technical && listed && !forwarded && !person && !more;
}

/** Whether a mail has the subject, the words and the codes of a report, and nobody says that they pass it on. */
export function readsAsReport({ subject, text }: Pick<Mail, 'subject' | 'text'>): boolean {
  const start = text.slice(0, 20_000);
  if (passedOn.test(subject) || !failureSubject.test(subject.slice(0, 300))) return false;
  return failureWords.test(start) && statusOfReply(start) !== undefined;
}

const passedOn = /^\s*(?:fwd?|tr|wg|rv|enc|i)\s?:/i;

/** Where the failure is told; people write of mail in the same letter as of a parcel. */
function aroundFailure(report: string): string {
  const at = failureWords.exec(report.slice(0, 20_000))?.index ?? 0;
  return report.slice(Math.max(0, at - 200), at + 200);
}

/** What failed was a mail, not a parcel. */
const about =
  /message|e-?mail|courriel|\bmail\b(?! (?:us|me|it|the|your)\b)|mensaje|correo|mensagem|nachricht|messaggio|bericht|recipient|destinataire|destinat[aá]rio|empf[äa]nger|mailbox|メール|邮件|郵件|收件人|письмо|сообщени|رسال/i;

/** What is done with mail, in the languages of mail systems. */
const delivery =
  /deliver|remis(?!es? )|distribu|livr(?:é|aison)|entreg|recapit|consegn|zustell|zugestellt|übermitt|bezorg|afgelever|配信|配送|送達|تسليم|teslim|iletil|dostarcz|doręcz|достав|kézbes|doruč|lever(?:er|ans)|toimit|投递|投遞|傳遞|传递|送达|배달|전송/i;

/** An SMTP reply with its enhanced status (RFC 2034, 4). */
const serverReply = /(?<![\d.])([45])\d\d[\s-]{1,3}#?\1\.\d{1,3}\.\d{1,3}(?![\d.]*\d)/;

/** Whether the sender is a mail system by its own name; people do not write under these. */
export function isDaemon({ name, address }: { name: string; address: string }): boolean {
  const user = address.split('@')[0] ?? '';
  return daemonName.test(name) || (daemonUser.test(user) && !(user === 'daemon' && isPersonal(name)));
}

/** « Daemon Mbaye », for it is a given name too; not « Mail Daemon ». */
function isPersonal(name: string): boolean {
  return (
    /^(?:\p{Lu}[\p{L}'’.-]+\s?){2,4}$/u.test(name) &&
    !/mail|system|daemon$|server|service|delivery|post|cron|host/i.test(name)
  );
}

function isOffice({ name, address }: { name: string; address: string }): boolean {
  return officeName.test(name) || officeUser.test(address.split('@')[0] ?? '');
}
