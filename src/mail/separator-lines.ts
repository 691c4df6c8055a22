/** « Forwarded message » and « original message », as programs name what they pass on or answer. */
const passedOn =
  'forwarded (?:message|by|mail)|forwarding messages|forwarded(?= ?[:：])|(?:message|mail|courriel|e-mail) (?:transf[ée]r[ée]|r[ée]exp[ée]di[ée]|r[ée]achemin[ée])|transf[ée]r[ée] par|mensaje reenviado|reenviado por|weitergeleitete (?:nachricht|mail|e-mail)|weitergeleitet von|messaggio inoltrato|inoltrato da|doorgestuurd (?:bericht|door)|mensagem (?:re)?encaminhada|(?:re)?encaminhado por|vidarebefordrat (?:meddelande|brev)|videresendt? (?:melding|meddelelse|besked)|välitetty viesti|wiadomość przekazana|przekazana wiadomość|пересылаемое сообщение|пересланное сообщение|转发(?:的)?邮件(?:信息)?|轉寄(?:的)?郵件|転送|رسالة (?:معاد توجيهها|محولة)';
const answered =
  "original(?:\\s|-)?(?:message|nachricht|meddelelse|bericht|mail|appointment)|ursprüngliche (?:nachricht|mail|e-mail)|(?:mail|message|courriel|e-mail) (?:original|d[’']origine)|mensaje original|mensagem original|messaggio originale|oorspronkelijk bericht|oprindelig meddelelse|ursprungligt meddelande|opprinnelig melding|alkuperäinen viesti|wiadomość oryginalna|исходное сообщение|repl(?:y|ied) message|原始邮件|回复的(?:原)?邮件|원본 ?(?:메일|메시지)|原始郵件|元のメッセージ|الرسالة الأصلية";
/** Apple Mail’s, alone on its line. */
const begins =
  'begin forwarded message|début du message (?:transféré|réexpédié)|inicio del mensaje reenviado|anfang der weitergeleiteten (?:nachricht|e-mail)|inizio messaggio inoltrato|begin doorgestuurd bericht|início da mensagem (?:re)?encaminhada|vidarebefordrat brev|videresendt brev|начало переадресованного сообщения|下面是被转发的邮件|以下為轉寄的郵件|転送されたメッセージ|بداية الرسالة المعاد توجيهها';

const forwards = new RegExp(String.raw`^[\s>]*(?:[-_=*]{2,}\s*(?:${passedOn})|(?:${begins})\s*[:：]?$)`, 'iu');

const separators = new RegExp(
  [
    // « --- Message original du ministre --- » is a title, « --- Original message from Ama <a@b.example> --- » is none.
    String.raw`^[\s>]*[-_=*]{2,}\s*\[?\s*(?:${answered})(?!\s+(?:du|de|des|d['’]|of|by|from|von|del|van|di|do|da)\s?[^@]*$)`,
    // QQ, in English.
    String.raw`^[\s>]*-{6,}\s*original\s*-{6,}$`,
    // What trackers put above the mail that they send.
    String.raw`^(?=.*(?:line|ligne|l[íi]nea|linha|zeile|linie|riga|regel|lijn|delimit|mark|this|cette|est[ae]))\s*[-_=#~*]{2,}.{0,60}(?:reply|answer|respond|type|write|répon|écri|antwort|schreib|escrib|respuesta|resposta|escrev|scriv|rispon).{0,60}(?:above|au-dessus|oberhalb|encima|arriba|acima|sopra|boven)(?!\p{L})`,
    // GroupWise
    String.raw`^>>> \S.{0,200}\d{1,2}[:.]\d{2}.{0,20} >>>$`,
    // Notes: the first line of a table of fields, and « Ama ---02/11/2026 10:00:12---We thank you for ».
    String.raw`^\|-{6,}>$`,
    String.raw`^\S.{0,100} ---\d{1,4}[-/.]\d{1,2}[-/.]\d{2,4} \d{1,2}:\d{2}(?::\d{2})?(?: [AP]M)?---`,
  ].join('|'),
  'iu',
);

/** Whether all that follows that line, itself included, is another mail. */
export function isSeparator(line: string): boolean {
  return separators.test(line) || forwards.test(line);
}

/** Whether that line announces a mail that is passed on, not one that is answered. */
export function isForward(line: string): boolean {
  return forwards.test(line);
}

/** Whether the sender's own words may go on behind that line: what programs put under the mail that they send or quote. */
export function resumes(line: string): boolean {
  return line.length < 200 && (below.test(line) || quoteEnd.test(line));
}

const quoteEnd =
  /^\s*[-_=*]{2,}\s*(?:end(?: of)?|fin d[eu]|fin del|ende de[rs]|fim da|fine del|einde van)(?!\p{L}).{0,60}(?:message|e-?mail|courriel|nachricht|mensaje|mensagem|messaggio|bericht|original|forward)/iu;

const below =
  /^\s*[-_=#~*]{2,}.{0,60}(?:reply|answer|respond|type|write|répon|écri|antwort|schreib|escrib|escrev|scriv).{0,60}(?:below|under|sous|dessous|unterhalb|debajo|abaixo|sotto)(?!\p{L})/iu;
