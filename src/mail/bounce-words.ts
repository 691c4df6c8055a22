import type { Mail } from './mail.ts';
import type { NamedRecipient } from './report-lines.ts';
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

/** Names that only mail systems sign with. */
const daemonName =
  /^\W*(?:mail(?:er)?[-. _]?daemon|(?:internet )?mail delivery|(?:the )?mail (?:delivery )?(?:sub)?system|delivery (?:sub)?system|mail (?:server|router|gateway)|message delivery)/i;
const daemonUser =
  /^"?(?:mailer[-_.]?daemon|mailerdaemon|mail[-_.]?delivery.*|mdaemon|daemon|mail[-_.]?(?:daemon|system)|double-bounce|microsoftexchange[0-9a-f]+)"?$/;
/** Names that mail systems sign with, and now and then a person. */
const officeName =
  /^\W*(?:post ?master|(?:system|mail) administrator|delivery (?:notification|status)|microsoft exchange|administrat(?:eur|or)\W*$)/i;
const officeUser =
  /^"?(?:post[-_.]?master|system[-_.]?administrator|administrator|admin|mail[-_.]?server|mta\d*|smtp\d*|exchange|antivirus|mailgate|gateway)"?$/;

const subjects =
  /(?:undeliver|\bdeliver(?:y|ing)[- ](?:failure|failed|problem|status|notification|report|warning|error|has (?:failed|been delayed)|incomplete|delayed|unsuccessful)|\bfailure (?:notice|delivery)|\breturned (?:mail|e-?mail|message)|\b(?:e-?)?mail (?:delivery )?(?:failed|failure|error|not delivered|returned|system error)|\bmessage (?:delivery (?:failed|failure)|not delivered|undelivered|delayed|could not)|\bnon[- ]?(?:delivery|delivered|remis|livr)|\b(?:could|can) ?not be delivered|\bnot (?:yet )?(?:been )?delivered|\bpas (?:pu )?[êe]tre (?:remis|livr|distribu)|\béchec (?:de|d['’]) ?(?:la )?(?:remise|livraison|distribution|envoi|notification)|\bnotification d['’][ée]tat de remise|\bnicht zugestellt|\bunzustellbar|zustellung(?:s|en)?(?:fehl|problem|benachrichtigung|status)|zustellstatus|übermittlungsstatus|\bmancata consegna|\bmancato recapito|\bnon recapitabile|\bmessaggio non (?:consegnato|recapitato)|\bno (?:se ha )?(?:entregado|entregable)|\bno se pudo entregar|\bimposible entregar|\bdevuelto|\bnotificaci[óo]n de (?:estado|fallo|error)|\bfalha (?:na|de) entrega|\bmensagem (?:n[ãa]o entregue|devolvida)|\bnão entreg|\bonbestelbaar|\bniet (?:bezorgd|afgeleverd)|\bolevererbar|\bkan ikke leveres|\bniedostarczon|недоставлен|не доставлен|配信不能|配信エラー|配送(?:エラー|不能)|退信|발송\s?실패|غير قابل للتسليم|فشل (?:التسليم|في التسليم)|邮件传输失败|投递失败|無法(?:傳遞|投遞)|반송|تعذر (?:التسليم|تسليم)|لم يتم تسليم|delayed mail|mail delayed|still being retried|\bwarning: (?:could not send|message)|remise retard[ée]e|verz[öo]gert|retrasad[oa]|adiad[oa]|user unknown|address (?:not found|rejected)|\bbounced? (?:mail|message|e-?mail)|processing error|delivery attempt)/i;

const words =
  /(?:\b(?:could|can|was|were|has|have|is|did|cannot|couldn|wasn|hasn|didn)(?:\s*not|['’]t)?\s+(?:yet\s+)?(?:be(?:en)?\s+)?(?:not\s+)?(?:able to (?:deliver|send)|deliver(?:ed)?\b|reach(?:ed)? (?:the following|some)|accepted by)|\bnot (?:yet )?(?:be(?:en)? )?deliver|undeliver|\bdelivery (?:has )?(?:failed|failure|error|problem|to the following|of e?-?mail|attempts)|\bunable to (?:deliver|send|relay)|\bpermanent(?:ly)?(?: fatal)? (?:error|failure|failed)|\bhas been (?:returned|postponed|delayed|rejected by)|\breturned (?:mail|message|to sender)|\bfailed (?:recipient|address)|\b(?:user|recipient|host|domain|mailbox) (?:is )?(?:unknown|not found|unavailable|full|disabled|does(?:n['’]t| not) exist)|\bunknown (?:user|recipient|host|domain|address)|\bno valid recipient|\bnot known at this|\bcould not be reached|\bconnect(?:ion)? timed out|\bstill (?:being retried|undelivered)|\bis delayed\b|pas encore été (?:remis|livré|distribué)|remise .{0,60}(?:retard[ée]e|impossible)|recapito non riuscito|mancat[ao] (?:consegna|recapito)|bezorging .{0,80}mislukt|falha (?:na|de|ao) entreg|fehler bei der (?:nachrichten)?zustellung|error al entregar|配信に失敗|配信不能|配送に失敗|발송되지|전송되지|فشل (?:التسليم|في التسليم)|\bno such (?:user|mailbox|address|recipient)|\b(?:over|exceed(?:s|ed|ing)?) (?:his |her |its |their |the )?(?:disk |mail(?:box)? )?(?:quota|allowed size)|\bquota (?:exceeded|violation)|\b(?:address|recipient)(?:\(?e?s\)?)? (?:failed|rejected|couldn)|\b(?:automatically|been) rejected|\btranscript of session|\binvalid (?:final delivery|user|recipient|address)|n['’]a (?:pas )?(?:pu|pas pu) [êe]tre (?:d[ée]livr|remis|livr|distribu|achemin)|n['’]ont (?:pas )?pu [êe]tre|impossible de (?:remettre|livrer|distribuer)|[ée]chec de la (?:remise|livraison)|no (?:pudo|ha podido|puede|se pudo|se ha podido) (?:ser )?entrega|no se (?:pudo|ha podido|puede) (?:entregar|enviar)|n[ãa]o (?:p[ôo]de|foi poss[íi]vel|pode) (?:ser )?entreg|nicht (?:zugestellt|ausgeliefert|zustellen)|konnte(?:n)? nicht|unzustellbar|impossibile (?:recapitare|consegnare)|non (?:è stato|può essere) (?:recapitat|consegnat|possibile)|(?:kan|kon) niet (?:worden )?(?:bezorgd|afgeleverd)|не (?:может быть |было |удалось )?доставлен|配信できません|配送できません|送信できません|宛先不明|无法(?:发送|投递|送达)|無法(?:傳遞|送達|投遞)|لم يتم تسليم|تعذر تسليم)/i;

const greeting =
  /^\s*(?:hello|hi|hey|dear|good (?:morning|afternoon|day)|greetings|bonjour|bonsoir|salut|ch[èe]re?s?|madame|monsieur|mesdames|estimad[oa]s?|hola|buen[oa]s|prezad[oa]s?|ol[áa]|caro|guten tag|sehr geehrte|hallo|liebe[r]?|buongiorno|gentile|geachte|beste|السلام|السادة)\b/iu;

/** Whether a mail without a delivery-status part is a report all the same, by who sent it and what it says. */
export function isReport({ mail, report, original, named, fields }: Evidence): boolean {
  const subject = subjects.test(mail.subject.slice(0, 300));
  const said = words.test(report.slice(0, 20_000));
  const known = original !== '' && named.length > 0;
  if (mail.from.some(isDaemon)) return fields || subject || said || known;
  const listed = named.some((recipient) => recipient.listed) || known;
  const technical = about.test(report) || original !== '' || statusOfReply(report) !== undefined;
  if (mail.from.some(isOffice)) {
    if (mail.returnPath === '' && subject) return true;
    const listedAlone = listed && !greeting.test(report.trimStart());
    return (fields || known || (said && technical)) && (subject || listedAlone || mail.returnPath === '');
  }
  if (mail.returnPath === '')
    return (subject && (said || listed)) || (fields && (subject || said)) || (said && named.length > 0);
  // Anyone else must say it all, and not as a person would: people write about failed mail too, and forward it.
  const forwarded = /^\s*(?:fwd?|tr|wg|rv|enc|i)\s?:/i.test(mail.subject) || mail.inReplyTo.length > 0;
  return subject && said && technical && listed && !forwarded && !greeting.test(report.trimStart());
}

/** What failed was a mail, not a parcel. */
const about =
  /message|e-?mail|courriel|\bmail\b|mensaje|correo|mensagem|nachricht|messaggio|recipient|destinataire|destinat[aá]rio|empf[äa]nger|mailbox|メール|邮件|郵件|收件人|письмо|сообщени|رسال/i;

/** Whether the sender is a mail system by its own name; people do not write under these. */
export function isDaemon({ name, address }: { name: string; address: string }): boolean {
  return daemonName.test(name) || daemonUser.test(address.split('@')[0] ?? '');
}

function isOffice({ name, address }: { name: string; address: string }): boolean {
  return officeName.test(name) || officeUser.test(address.split('@')[0] ?? '');
}
