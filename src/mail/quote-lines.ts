/** « wrote » as mail programs write it before a quote. */
const wrote =
  'wrote|writes|said|a [ée]crit|[ée]crivait|a [ée]crit ce qui suit|escribi[óo]|ha escrito|schrieb|geschrieben|schreef|ha scritto|scrive|escreveu|skrev|skreiv|napisał(?:\\(a\\))?|napisał[ao]?|napsal(?:\\(a\\))?|kirjoitti|írta|написал(?:\\(а\\))?|пишет|написав(?:\\(ла\\))?|yazdı|έγραψε|a scris|写道|寫道|のメール|さんは書きました|작성|כתב|كتب';
const attribution = new RegExp(`(?:${wrote})[ \\t]{0,3}(?:\\([^()]{0,60}\\))?[ \\t]{0,3}[:：]?$`, 'iu');
const dateThenWrote = new RegExp(`(?:${wrote})\\b.{0,120}\\d.{0,80}[:：]$`, 'iu');
const opens =
  /^(?:(?:[-*_]\s?)?(?:On|Le|El|Am|Op|Il|Em|No dia|Den|Dne|Dnia|W dniu|Pe data|På|At|In message|Quoting|Citando|Zitat von|Ma|Il giorno|Il dì|In data|Vào|Tanggal)\b|\d{4}[-/.年]|\d{1,2}[-/.\s]|.{0,100}<[^<>\s]{1,100}@)/i;

/**
 * Where an attribution (« On …, X wrote: ») that begins at that line ends, as the index of the next line; undefined if
 * none begins there. Mail programs break them over up to four lines.
 */
export function attributionEnd(lines: readonly string[], index: number): number | undefined {
  const first = (lines[index] ?? '').trim();
  if (!first || first.length > 400) return undefined;
  let joined = '';
  for (let count = 1; count <= 4; count += 1) {
    const line = (lines[index + count - 1] ?? '').trim();
    if (!line || line.startsWith('>') || joined.length + line.length > 500) return undefined;
    joined = joined ? `${joined} ${line}` : line;
    if (isAttribution(joined)) return index + count;
    if (count === 1 && !opens.test(first)) return undefined;
  }
  return undefined;
}

function isAttribution(text: string): boolean {
  const spoken = attribution.test(text) || dateThenWrote.test(text);
  if (spoken) return /[:：]$/.test(text) || (/\d/.test(text) && opens.test(text));
  // « 2013/11/13 Ama Boateng <a@b.example> »: a date and an address, no verb.
  return /^\d{4}[-/]\d{1,2}[-/]\d{1,2}\b.{0,120}<[^<>\s]{1,100}@[^<>\s]{1,200}>:?$/.test(text);
}

const separators = new RegExp(
  [
    String.raw`^[\s>]*[-_=*]{2,}\s*(?:original(?:\s|-)?(?:message|nachricht|meddelelse|bericht)|ursprüngliche (?:nachricht|mail|e-mail)|message (?:d['’]origine|original|transf[ée]r[ée])|mensaje original|mensagem original|messaggio originale|oorspronkelijk bericht|oprindelig meddelelse|ursprungligt meddelande|opprinnelig melding|alkuperäinen viesti|wiadomość oryginalna|исходное сообщение|пересылаемое сообщение|forwarded (?:message|by)|reply message|mensaje reenviado|weitergeleitete nachricht|messaggio inoltrato|転送|原始邮件|原始郵件|元のメッセージ|original appointment)`,
    String.raw`^\s*begin forwarded message\s*:?$`,
    String.raw`^\s*-{2,} ?(?:reply above this line|please reply above|répondez? au-dessus)`,
    String.raw`^\s*#{2,}- ?please type your reply above this line`,
    String.raw`^\s*(?:début du message (?:transféré|réexpédié)|inicio del mensaje reenviado|anfang der weitergeleiteten nachricht)\s*:?$`,
  ].join('|'),
  'iu',
);

const fromLabel =
  /^\*?(?:From|De|Von|Da|Van|Från|Fra|Od|Lähettäjä|Feladó|От|Від|Kimden|发件人|寄件者|差出人|보낸 사람|من)\*?[ \t]{0,3}[:：]\*?[ \t]{0,5}\S/iu;
const otherLabel =
  /^\*?(?:Sent|Date|To|Cc|Subject|Envoy[ée](?: le)?|À|A|Objet|Copie|Enviad[oa](?: el| em)?|Para|Fecha|Data|Asunto|Assunto|Gesendet|Datum|An|Betreff|Verzonden|Aan|Onderwerp|Inviato|Oggetto|Skickat|Till|Ämne|Sendt|Til|Emne|Dato|Wysłano|Do|Temat|Lähetetty|Vastaanottaja|Aihe|Отправлено|Кому|Тема|Дата|发送时间|收件人|主题|送信日時|宛先|件名|Reply-To|Répondre à)\*?[ \t]{0,3}[:：]/iu;

/** Whether all that follows, this line included, is another mail: a separator, or a block of header lines. */
export function cutsHere(lines: readonly string[], index: number): boolean {
  const line = (lines[index] ?? '').trim();
  if (!line || line.length > 500) return false;
  if (separators.test(line)) return true;
  if (/^_{10,}$/.test(line)) return isHeaderBlock(lines, nextFilled(lines, index + 1));
  return isHeaderBlock(lines, index);
}

function isHeaderBlock(lines: readonly string[], index: number): boolean {
  if (!fromLabel.test((lines[index] ?? '').trim())) return false;
  const next = lines.slice(index + 1, index + 9).filter((line) => line.trim());
  return next.slice(0, 4).filter((line) => otherLabel.test(line.trim())).length >= 2;
}

function nextFilled(lines: readonly string[], index: number): number {
  let at = index;
  while (at < index + 3 && (lines[at] ?? '').trim() === '') at += 1;
  return at;
}
