import type { Address } from './mail.ts';

/** « wrote » as mail programs write it before a quote. */
const wrote =
  'wrote|writes|said|a [ée]crit|[ée]crivait|a [ée]crit ce qui suit|escribi[óo]|ha escrito|schrieb|geschrieben|schreef|ha scritto|scrive|escreveu|skrev|skreiv|napisał(?:\\(a\\))?|napisał[ao]?|napsal(?:\\(a\\))?|kirjoitti|pisze|írta|написал(?:\\(а\\))?|пишет|написав(?:\\(ла\\))?|yazdı|έγραψε|a scris|пише|menulis|đã viết|va escriure|写道|寫道|のメール|さんは書きました|작성|כתב|כתבה|كتب';
const spoken = new RegExp(
  `(?:^|[\\s>»”"])(?:${wrote})(?=[\\s:：(-]|$)|(?:のメール|さんは書きました|写道|寫道|작성)[:：]?$`,
  'iu',
);
const opens =
  /^(?:[-*_]{0,5}\s{0,2}(?:On|Le|El|Am|Op|Il|Em|No dia|Den|Dne|Dnia|W dniu|Pe data|På|At|In message|Quoting|Citando|Zitat von|Ma|Il giorno|Il dì|In data|Vào|Tanggal)\b|\d{4}[-/.年]|\d{1,2}[-/.\s]|.{0,100}<[^<>\s]{1,100}@|.{0,60}\b(?:19|20)\d\d\b)/i;

/** Lines that announce a quote, and how sure that is. */
export interface Attribution {
  /** Index of the line after it. */
  end: number;
  /** It names a date or an address: without one only the quote that follows shows what it is. */
  sure: boolean;
}

/**
 * The attribution (« On …, X wrote: ») that begins at that line; undefined if none does. Mail programs break them over
 * up to four lines.
 */
export function attributionAt(lines: readonly string[], index: number): Attribution | undefined {
  const first = (lines[index] ?? '').trim();
  if (!first || first.length > 400) return undefined;
  const alone = isAttribution(first);
  if (alone) return { end: index + 1, sure: alone === 'sure' };
  // Yahoo’s telephones let the quote begin on the same line.
  const hung = /^(.{10,250}?<?\S@\S{1,100}.{0,40}?[:：])\s{2,}\S/.exec(first)?.[1];
  if (hung && isAttribution(hung) === 'sure') return { end: index + 1, sure: true };
  if (!opens.test(first)) return undefined;
  let joined = first;
  for (let count = 2; count <= 4; count += 1) {
    const line = (lines[index + count - 1] ?? '').trim();
    if (!line || line.startsWith('>') || joined.length + line.length > 500) return undefined;
    joined += ` ${line}`;
    if (isAttribution(joined) === 'sure') return { end: index + count, sure: true };
  }
  return undefined;
}

/** The words before an attribution that a program hung on their line; undefined where there is none. */
export function wordsBefore(line: string): string | undefined {
  if (line.length > 500) return undefined;
  const [, words, attribution = ''] =
    /^(.{0,300}?\S)\s((?:On|Le|El|Am|Em|Op|Il)\s\S{2,10}\s?\S{0,12}\s.{5,200})$/.exec(line) ?? [];
  return isAttribution(attribution.trim()) === 'sure' ? words : undefined;
}

function isAttribution(text: string): 'sure' | 'unsure' | undefined {
  const closed = /(?:[:：]|wrote\s?-{2,})$/.test(text);
  // A date alone is not enough: « On 2 March 2026 our minister wrote: » is a sentence of the sender's.
  const dated =
    /\d{1,2}\s?[:.h]\s?\d{2}(?!\d)|<?[^<>\s]{1,100}@[^<>\s]{1,200}>?|\d.{0,20}\b(?:you|vous|usted|ustedes|você|sie) /i.test(
      text,
    );
  if (spoken.test(text)) {
    const told = /\S@\S/.test(text) || !someone.test(text.replace(/^.*\d/, ''));
    if (closed && text.length < 300) return dated && told && opens.test(text) ? 'sure' : 'unsure';
    return dated && opens.test(text) && endsSpoken.test(text) ? 'sure' : undefined;
  }
  // « 2013/11/13 Ama Boateng <a@b.example> »: a date and an address, no verb.
  const bare = /^(?:\d{4}[-/.年]|\d{1,2}[-/.]\d{1,2}[-/.]).{0,150}<[^<>\s]{1,100}@[^<>\s]{1,200}>\s?[:：]?$/.test(text);
  if (bare || namesSender(text)) return 'sure';
  // In whatever language: a line that names an address and ends in a colon, if a quote follows it.
  return /\S@\S.{0,60}[:：]$/.test(text) && text.length < 300 ? 'unsure' : undefined;
}
/**
 * By its form, in whatever language: a day, a time of day, and an address in brackets that ends the line, or is followed by
 * a verb. « Écrivez à Ama <a@b.example> avant 10:00 : » goes on otherwise.
 */
function namesSender(text: string): boolean {
  if (text.length > 300 || !/[:：]$/.test(text)) return false;
  const [, before = '', after = ''] = /^(.*)<[^<>\s]{1,100}@[^<>\s]{1,200}>\)?(.*)$/.exec(text) ?? [];
  const times = (words: string) => /(?<!\d)\d{1,2}[:.h]\d{2}(?!\d)/.test(words) && /\b(?:19|20)\d\d\b/.test(words);
  return /^[^\d.!?]{0,30}$/.test(after) ? times(before) : !/\d/.test(before) && after.length < 80 && times(after);
}
/** « our minister », « le directeur »: programs write names, people write of persons. */
const someone =
  /(?:^|[\s,])(?:notre|nos|votre|mon|ma|le|la|les|un|une|our|your|my|the|a|nuestr[oa]|mi|el|un|una|unser|unsere|mein|meine|der|die|nosso|nossa|o|il|il nostro|onze|mijn|de)\s+\p{Ll}{3}/u;

/** Whether the sender says in that line that somebody else, a person of theirs, says what is quoted below it. */
export function introduces(line: string): boolean {
  return (
    line.length < 300 && /[:：]\s*$/.test(line) && !/\d[:.h]\d|\S@\S/.test(line) && third.test(line) && says.test(line)
  );
}

/** « Notre directeur », « Here is what the minister »: a mail program begins with a day or a name. */
const third =
  /^\s*(?:(?:et|and|y|und|e|en|voici|voilà|comme|here is|as|aquí está|como|hier ist|wie|ecco|come|hier is|zoals)\s+){0,2}(?:(?:ce que|what|lo que|o que|was|wat|quello che)\s+)?(?:notre|nos|mon|ma|mes|le|la|les|un|une|our|my|the|nuestr[oa]|mi|el|unsere?|meine?|der|die|nosso|nossa|meu|minha|o|a nossa|il|lo|i|onze|ons|mijn|de|het)\s+\p{L}{3}/iu;

/** « nous écrit », « said », « schreibt », where it is not of us that it speaks. */
const says =
  /^(?!.*(?<!\p{L})(?:you|vous|tu|usted(?:es)?|você|sie|u|lei)(?!\p{L})).*(?<!\p{L})(?:[ée]crit|[ée]crivait|dit|disait|d[ée]clar\p{L}+|pr[ée]cis\p{L}+|demand\p{L}+|r[ée]pond\p{L}*|propos\p{L}+|explique?\p{L}*|says?|said|states?|stated|writes?|wrote|asks?|asked|explains?|explained|replied|dice|dijo|escribe|escribi[óo]|pide|pidi[óo]|explica|diz|disse|escreve|escreveu|pede|pediu|schreibt|schrieb|sagt|sagte|erkl[äa]rt|bittet|fragt|scrive|ha scritto|ha detto|chiede|spiega|schrijft|schreef|zegt|zei|vraagt)(?!\p{L})/iu;
const endsSpoken = new RegExp(`(?:${wrote})$`, 'iu');

const separators = new RegExp(
  [
    String.raw`^[\s>]*[-_=*]{2,}\s*(?:original(?:\s|-)?(?:message|nachricht|meddelelse|bericht)|ursprüngliche (?:nachricht|mail|e-mail)|mail original|message (?:d['’]origine|original|transf[ée]r[ée])|mensaje original|mensagem original|messaggio originale|oorspronkelijk bericht|oprindelig meddelelse|ursprungligt meddelande|opprinnelig melding|alkuperäinen viesti|wiadomość oryginalna|исходное сообщение|пересылаемое сообщение|forwarded (?:message|by)|reply message|mensaje reenviado|weitergeleitete nachricht|messaggio inoltrato|転送|原始邮件|原始郵件|元のメッセージ|original appointment)`,
    String.raw`^\s*begin forwarded message\s*:?$`,
    // What trackers put above the mail that they send.
    String.raw`^\s*[-_=#~*]{2,}.{0,60}(?:reply|answer|respond|type|write|répon|écri|antwort|schreib|escrib|respuesta|resposta|escrev|scriv|rispon).{0,60}(?:above|au-dessus|oberhalb|encima|arriba|acima|sopra|boven)(?!\p{L})`,
    // GroupWise
    String.raw`^>>> \S.{0,200}\d{1,2}[:.]\d{2}.{0,20} >>>$`,
    String.raw`^\s*(?:début du message (?:transféré|réexpédié)|inicio del mensaje reenviado|anfang der weitergeleiteten nachricht)\s*:?$`,
  ].join('|'),
  'iu',
);

const fromLabel =
  /^\*?(?:From|De|Von|Da|Van|Från|Fra|Od|Lähettäjä|Feladó|От|Від|Kimden|Gönderen|Από|Từ|Dari|De la|发件人|寄件者|差出人|보낸 사람|מאת|من)\*?[ \t]{0,3}[:：]\*?[ \t]{0,20}\S/iu;
const sentLabel =
  /^\*?(?:Sent|Envoy[ée](?: le)?|Enviad[oa](?: el| em)?|Gesendet|Verzonden|Inviato|Skickat|Sendt|Wysłano|Lähetetty|Отправлено|发送时间|寄件日期|傳送時間|送信日時|보낸 날짜|תאריך שליחה|נשלח|Надіслано|Odesláno|Küldve|Gönderildi|Στάλθηκε|Đã gửi|Dikirim|Trimis|تاريخ الإرسال|تم الإرسال|Message du)\*?[ \t]{0,3}[:：]/iu;
const otherLabel =
  /^\*?(?:Sent|Message du|Copie à|Sujet|Date|To|Cc|Subject|Envoy[ée](?: le)?|À|A|Objet|Copie|Enviad[oa](?: el| em)?|Para|Fecha|Data|Asunto|Assunto|Gesendet|Datum|An|Betreff|Verzonden|Aan|Onderwerp|Inviato|Oggetto|Skickat|Till|Ämne|Sendt|Til|Emne|Dato|Wysłano|Do|Temat|Lähetetty|Vastaanottaja|Aihe|Отправлено|Кому|Тема|Дата|发送时间|收件人|主题|إلى|الموضوع|التاريخ|تاريخ الإرسال|تم الإرسال|نسخة|送信日時|宛先|件名|寄件日期|傳送時間|收件者|主旨|副本|抄送|보낸 날짜|받는 사람|참조|제목|תאריך שליחה|נשלח|אל|נושא|Надіслано|Odesláno|Komu|Předmět|Küldve|Címzett|Tárgy|Gönderildi|Kime|Konu|Στάλθηκε|Προς|Θέμα|Đã gửi|Tới|Đến|Chủ đề|Dikirim|Kepada|Perihal|Trimis|Către|Subiect|Reply-To|Répondre à)\*?[ \t]{0,3}[:：]/iu;

/**
 * Whether all that follows, this line included, is another mail: a separator, or a block of header lines.
 * @param author - Who wrote the mail: their own heading above a letter is no quote.
 */
export function cutsHere(lines: readonly string[], index: number, author: readonly Address[] = []): boolean {
  const line = (lines[index] ?? '').trim();
  if (!line || line.length > 500) return false;
  if (separators.test(line)) return true;
  if (/^_{10,}$/.test(line)) return isHeaderBlock(lines, nextFilled(lines, index + 1), author);
  return isHeaderBlock(lines, index, author);
}

/** Whether the sender's own words may go on behind that line: what programs put under the mail that they send or quote. */
export function resumes(line: string): boolean {
  return line.length < 200 && (below.test(line) || quoteEnd.test(line));
}

const quoteEnd =
  /^\s*[-_=*]{2,}\s*(?:end(?: of)?|fin d[eu]|fin del|ende de[rs]|fim da|fine del|einde van)(?!\p{L}).{0,60}(?:message|e-?mail|courriel|nachricht|mensaje|mensagem|messaggio|bericht|original|forward)/iu;

const below =
  /^\s*[-_=#~*]{2,}.{0,60}(?:reply|answer|respond|type|write|répon|écri|antwort|schreib|escrib|escrev|scriv).{0,60}(?:below|under|sous|dessous|unterhalb|debajo|abaixo|sotto)(?!\p{L})/iu;

/** Whether that line announces a mail that is passed on, not one that is answered. */
export function forwarded(line: string): boolean {
  return (
    /forwarded|transf[ée]r[ée]|réexpédié|reenviado|weitergeleitete|inoltrato|пересылаемое|転送/iu.test(line) &&
    separators.test(line)
  );
}

/**
 * Two or three header lines in a row, the author's among them. People write « De : … À : … Objet : … » above a formal
 * letter too: without an address or a time of sending it is theirs.
 */
function isHeaderBlock(lines: readonly string[], index: number, author: readonly Address[]): boolean {
  const block: string[] = [];
  for (const line of lines.slice(index, index + 9)) {
    const trimmed = line.trim();
    if (trimmed === '' && block.length < 2) continue;
    if (!fromLabel.test(trimmed) && !otherLabel.test(trimmed) && block.length === 0) return false;
    if (trimmed === '' || block.length === 6) break;
    block.push(trimmed);
  }
  const labelled = block.filter((line) => fromLabel.test(line) || otherLabel.test(line));
  if (labelled.length < 3 && !(labelled.length === 2 && block.length === 2)) return false;
  const from = labelled.find((line) => fromLabel.test(line))?.toLowerCase();
  const own = author.some(({ address }) => address !== '' && from?.includes(address));
  if (own && !labelled.some((line) => sentLabel.test(line))) return false;
  return (
    labelled.some((line) => fromLabel.test(line)) && labelled.some((line) => /\S@\S/.test(line) || sentLabel.test(line))
  );
}

function nextFilled(lines: readonly string[], index: number): number {
  let at = index;
  while (at < index + 3 && (lines[at] ?? '').trim() === '') at += 1;
  return at;
}
