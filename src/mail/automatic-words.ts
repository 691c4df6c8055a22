import type { Mail } from './mail.ts';
import { ownWords } from './visible-text.ts';

/** Before the words: reply marks and tags in brackets. */
const before = String.raw`^\s*(?:(?:re|ré|aw|sv|rv|r|antw|odp|res|回复|答复)\s?[:：]\s*|\[[^\]]{1,40}\]\s*){0,3}`;

/** Subjects that programs put on absence notes and answers, in the languages of the correspondents. */
const phrases = [
  'automatic(?:ally generated)? (?:e-?mail )?(?:reply|response|message)',
  String.raw`auto\s?[:：]\s*(?:re|ré|aw|sv|out|absen)\b`,
  String.raw`out[-\s]of[-\s](?:the[-\s])?office\b(?![-\s](?:hours|time|policy|training|form|space|support))`,
  "(?:i am|i'm|we are) (?:currently )?(?:away|out of (?:the )?office|on (?:vacation|holiday|leave))",
  'r[ée]ponse (?:automatique|auto[ -])',
  "(?:message|courriel|mail|avis|notification) (?:automatique|d['’]absence)",
  String.raw`absence (?:du|hors du) bureau|absent(?:e|\(e\))? du bureau|(?:je suis )?absent(?:e|\(e\))? (?:jusqu|du \d)|en cong[ée]s? jusqu`,
  'accus[ée] de r[ée]ception automatique',
  'respuesta autom[áa]tica|contestaci[óo]n autom[áa]tica|mensaje autom[áa]tico|fuera de (?:la )?oficina|ausencia de (?:la )?oficina',
  'resposta autom[áa]tica|mensagem autom[áa]tica|ausente do escrit[óo]rio|fora do escrit[óo]rio|aus[êe]ncia tempor[áa]ria',
  'automatische (?:antwort|r[üu]ckmeldung|e-?mail)|abwesenheits(?:notiz|nachricht|meldung|benachrichtigung|mitteilung|assistent)',
  "risposta automatica|messaggio automatico|assente dall['’]ufficio|assenza dall['’]ufficio",
  'automatisch (?:antwoord|bericht)|afwezigheids(?:bericht|melding|assistent)',
  'automatiskt? svar|automaattinen vastaus|automatyczna odpowied[źz]|odpowied[źz] automatyczna|automatick[áa] odpov[ěe][ďd]',
  'отсутствие в офисе|вне офиса|автоответ|автоматический ответ|автоматична відповідь|otomatik (?:yan[ıi]t|cevap)|automatikus v[áa]lasz',
  '.{0,20}(?:自動返信|自動応答|自动回复|自動回覆|自动答复)|自動(?:返信|応答|回答|回覆|答覆)|不在(?:通知|の|のお知らせ|連絡)|自动(?:回复|答复|應答)|부재중|자동 ?(?:회신|응답)',
  'رد (?:تلقائي|آلي|ألي)|الرد (?:التلقائي|الآلي)|خارج المكتب|تلقائي|إجابة تلقائية',
];
/** Words that are an automatic subject when they stand alone, or before the subject that is answered. */
const words = [
  String.raw`auto(?:matic|mated|mat)?[-\s]?(?:reply|response|responder|answer|antwort|svar)(?:\s+(?:to|from|re|for)\b)?`,
  '(?:vacation|holiday|away|absence) (?:reply|message|notice|note|response)',
  'hors (?:du )?bureau|abwesend|abwesenheit|nicht im b[üu]ro|au(?:ß|ss)er haus|fuori (?:sede|ufficio)',
  'afwezig(?:heid)?|niet aanwezig|fr[åa]nvaro(?:meddelande)?|frav[æa]r|poissaolo(?:ilmoitus)?|nieobecno[śs][ćc]',
];
const subjects = new RegExp(
  `${before}[\\[(]?(?:(?:${phrases.join('|')})|(?:${words.join('|')})(?=\\s*(?:$|[:：(\\[\\])!.–-])|(?<=to|from|re|for)\\s))`,
  'iu',
);

/** Subjects of acknowledgements; people write them too. */
const acknowledgements = new RegExp(
  `${before}(?:${[
    String.raw`(?:thank you|thanks) for (?:contacting|your (?:enquiry|inquiry|message to|e-?mail to|support request))\b`,
    'we (?:have )?received your (?:message|e-?mail|request|enquiry|inquiry)',
    'accus[ée] de r[ée]ception',
    'nous avons (?:bien )?re[çc]u votre (?:message|demande|courriel)',
    'hemos recibido su (?:mensaje|correo|solicitud|consulta)',
    'recebemos (?:a )?su?a (?:mensagem|solicita)',
    String.raw`(?:ticket|case|incident|request) (?:received|created|opened|#?\d+ (?:received|created|opened))`,
  ].join('|')})`,
  'iu',
);
/** What an acknowledgement by a program promises or forbids. */
const promises =
  /(?:\bautomat|\bticket\b|\b(?:case|reference|request|tracking) (?:number|id|no\b)|\bwithin \d+ (?:hours|(?:business |working )?days)|\bdo not reply|\bsous \d+ (?:heures|jours)|num[ée]ro de (?:dossier|billet|ticket|demande)|ne pas r[ée]pondre|n[úu]mero de (?:caso|solicitud|ticket)|no responda)/iu;

/** Sentences in which a program says that it is one. */
const sentences =
  /\b(?:this is an? (?:auto(?:matic|mated|matically generated)?|computer[- ]generated)[- ]?(?:e-?mail )?(?:reply|response|message|e-?mail|acknowledge?ment|notice|notification)|(?:automated|automatic|auto)[- ](?:reply|response) (?:from|to let|to inform|message)|this (?:message|e-?mail|reply) (?:was|is|has been) (?:sent |generated |created )?automatically|ceci est une? (?:r[ée]ponse|message|courriel|accus[ée]|avis) (?:de r[ée]ception )?(?:g[ée]n[ée]r[ée]e? )?automatique|(?:message|courriel|r[ée]ponse) (?:envoy[ée]e?|g[ée]n[ée]r[ée]e?) automatiquement|(?:este|[ée]ste) es un (?:mensaje|correo|aviso) (?:autom[áa]tico|generado autom[áa]ticamente)|esta [ée] uma (?:mensagem|resposta) autom[áa]tica|dies(?:e|es)? (?:ist eine automatische|nachricht wurde automatisch|e-?mail wurde automatisch)|questo [èe] un messaggio automatico|dit is een automatisch)/iu;

/** What absence notes say in their first sentences. */
const absences =
  /\b(?:i am (?:currently |presently |now )?(?:out of (?:the )?office|away from (?:the|my) (?:office|desk|e-?mail)|on (?:vacation|annual leave|maternity leave|holidays?|leave|parental leave))|i(?:'m| am|'ll| will) be (?:out of (?:the )?office|away|on (?:vacation|leave|holidays?)) (?:from|until|till|and|with)|(?:limited|no|little|intermittent) access to (?:my )?e-?mails?|je (?:suis|serai) (?:actuellement |pr[ée]sentement )?(?:absent|en cong[ée]|en vacances|hors du bureau|[àa] l['’]ext[ée]rieur du bureau)|(?:estoy|me encuentro) (?:actualmente )?(?:fuera de la oficina|de vacaciones|ausente)|estar[ée] (?:fuera de la oficina|de vacaciones|ausente)|estou (?:ausente|de f[ée]rias|fora do escrit)|estarei (?:ausente|de f[ée]rias)|ich bin (?:derzeit |zurzeit |zur zeit |momentan |aktuell |vom |bis |ab |im urlaub|nicht im (?:b[üu]ro|haus)|abwesend|au(?:ß|ss)er haus)|sono (?:assente|in ferie|fuori (?:sede|ufficio))|sar[òo] (?:assente|in ferie)|ik ben (?:momenteel |afwezig|met vakantie|niet (?:op kantoor|aanwezig)))/iu;

/** « Ama Boateng is out of the office. », as Domino writes it. */
const absentee =
  /^.{2,80}\b(?:is|est|está|ist)\s+(?:currently\s+)?(?:out of (?:the )?office|absent(?:e)?(?: du bureau)?|abwesend|nicht im (?:b[üu]ro|hause?)|ausente)\b[^?]{0,40}$/iu;

/** Whether the subject is one that programs write, or that of an acknowledgement whose text a program wrote. */
export function subjectSaysAutomatic({ subject, text }: Pick<Mail, 'subject' | 'text'>): boolean {
  const start = subject.slice(0, 300);
  if (subjects.test(start) || absentee.test(start)) return true;
  return acknowledgements.test(start) && promises.test(text.slice(0, 3000));
}

/**
 * Whether the words alone show an automatic reply: a program says that it is one, or an absence note answers a mail.
 * A person who mentions an absence in a longer mail is not taken for a machine.
 */
export function saysAutomatic(mail: Pick<Mail, 'text' | 'subject' | 'inReplyTo' | 'replyTo' | 'from'>): boolean {
  // Our own letters say that they are automatic: what a person quotes of them does not count.
  const own = ownWords(mail.text.slice(0, 8000));
  if (sentences.test(own.slice(0, 1500))) return true;
  const answers = mail.inReplyTo.length > 0 || /^\s*(?:re|ré|aw|sv|antw|res|rv)\s?:/i.test(mail.subject);
  return answers && own.length < 700 && absences.test(own.slice(0, 250)) && noteWords.test(own) && !decisions.test(own);
}

/** What an absence note says beside the absence. */
const noteWords =
  /(?:\buntil\b|\btill\b|\breturn|\bback\b|\burgent|\bemergenc|\babsence\b|\baccess\b|jusqu|retour|en cas d|\bhasta\b|regres|vuelv|ausencia|\bat[ée](?![a-z])|retorn|aus[êe]ncia|\bbis\b|zur[üu]ck|wieder|erreichbar|dringend|fino al|rientr|\btot\b|terug)/iu;
/** Words of people who answer us: a question, a chosen slot, a meeting. A line that is but a number is a choice too. */
const decisions =
  /\?|^\s*\d{1,2}\s*$|(?:\bplages?\b|\bslots?\b|\boptions?\b|convien|\bconfirm|\bcho(?:ose|sen|isi)|\bpref|préf|rendez-vous|rencontre|\bmeet|\br[ée]union|\breuni|\bappel\b|\bcall\b|proposition|proposal|propuesta|\bbudget|\bpresupuesto)/imu;

const doNotReply =
  /\b(?:(?:please )?do not (?:reply|respond) (?:directly )?to this|this (?:mailbox|address|inbox) is not monitored|(?:veuillez|merci de|pri[èe]re de) ne pas r[ée]pondre|ne pas r[ée]pondre [àa] ce|ne r[ée]pondez pas [àa] ce|(?:por favor )?no responda a este|n[ãa]o responda a est|bitte (?:nicht auf diese|antworten sie nicht)|non rispondere a questo|niet beantwoorden)\b/iu;

/** Whether the text asks not to be answered. */
export function asksForNoReply(text: string): boolean {
  return doNotReply.test(ownWords(text.slice(0, 8000)));
}
