/** What a line of a quoted mail's head tells; `sent` is a word of mail programs alone, people write `date` too. */
export type Label = 'from' | 'sent' | 'date' | 'subject' | 'to';

export interface LabelledLine {
  label: Label;
  value: string;
}

/** The words of mail programs before the colon, in the languages that they speak; `to` stands for all other lines of a head. */
const words: Readonly<Record<Label, string>> = {
  from: 'From|De|Expéditeur|Von|Absender|Da|Mittente|Van|Afzender|Remitente|Remetente|Från|Avsändare|Fra|Od|Odesílatel|Lähettäjä|Feladó|От|От кого|Отправитель|Від|Від кого|Kimden|Gönderen|Από|Từ|Dari|De la|Expeditor|发件人|寄件者|寄件人|差出人|보낸 사람|보낸사람|보낸이|מאת|من',
  sent: 'Sent|Envoyé|Envoyé le|Envoyée|Date d’envoi|Message du|Enviado|Enviado el|Enviados|Enviado em|Enviada|Enviada em|Fecha de envío|Data de envio|Gesendet|Gesendet am|Verzonden|Inviato|Inviato il|Data invio|Skickat|Sendt|Wysłano|Data wysłania|Lähetetty|Отправлено|Надіслано|Odesláno|Odoslané|Küldve|Gönderildi|Gönderilme|Στάλθηκε|Đã gửi|Dikirim|Trimis|发送时间|发送日期|寄件日期|傳送時間|送信日時|보낸 날짜|보낸날짜|תאריך שליחה|נשלח|تاريخ الإرسال|تم الإرسال',
  date: 'Date|Fecha|Datum|Data|Dato|Päiväys|Päivämäärä|Dátum|Tarih|Ημερομηνία|Ngày|Tanggal|Дата|日期|日時|날짜|תאריך|التاريخ',
  subject:
    'Subject|Objet|Sujet|Asunto|Assunto|Betreff|Onderwerp|Oggetto|Ämne|Emne|Temat|Aihe|Тема|Předmět|Predmet|Tárgy|Konu|Θέμα|Chủ đề|Perihal|Subjek|Subiect|主题|主旨|件名|제목|נושא|الموضوع',
  to: 'To|À|A|Pour|Para|An|Aan|Till|Til|Do|Vastaanottaja|Komu|Címzett|Kime|Alıcı|Προς|Tới|Đến|Kepada|Către|Кому|收件人|收件者|宛先|받는 사람|받는사람|받는이|אל|إلى|Cc|Copie|Copie à|Copia|Cópia|Kopie|Kopia|Kopio|Копия|抄送|副本|참조|נסחה|העתק|نسخة|Bcc|Cci|Cco|Reply-To|Répondre à|Responder a|Antwort an|Rispondi a|Antwoord aan|Importance|Importancia|Importância|Wichtigkeit|Priorità|Urgentie|Priority|Priorité|Attachments|Pièces jointes|Anlagen|Allegati|Bijlagen|Adjuntos|Anexos',
};

const labels: ReadonlyMap<string, Label> = new Map(
  (['to', 'subject', 'date', 'sent', 'from'] as const).flatMap((label) =>
    words[label].split('|').map((word): [string, Label] => [folded(word), label]),
  ),
);

const longestWord = 20;

/** What that line of a head tells (« *De :* Ama », « **De :** Ama », « | From | Ama | »), undefined where it is none. Takes the same time for any line. */
export function labelledLine(line: string): LabelledLine | undefined {
  const cells = /^\s*\|([^|]{1,30})\|(.{0,2000}?)\|?\s*$/.exec(line);
  if (cells) return labelledLine(`${cells[1]?.trim()}: ${cells[2]?.trim()}`);
  const start = line.slice(0, longestWord + 10);
  const colon = start.search(/[:：]/);
  if (colon < 1) return undefined;
  const word = start.slice(0, colon).replace(/^[ \t]*\*{0,2}|\*{0,2}[ \t]*$/g, '');
  const label = word.length > longestWord ? undefined : labels.get(folded(word));
  if (label === undefined) return undefined;
  const value = line.slice(colon + 1, 2000).replace(/^\*{0,2}[ \t]*/, '');
  return { label, value: value.trimEnd() };
}

/** What each of these lines tells; read once for an array, however often its lines are asked for. */
export function labelledLines(lines: readonly string[]): readonly (LabelledLine | undefined)[] {
  const known = read.get(lines) ?? lines.map(labelledLine);
  read.set(lines, known);
  return known;
}

/** In whatever digits. */
const hour = /(?<!\p{Nd})\p{Nd}{1,2}\s?[:.h時點点]\s?\p{Nd}{2}(?!\p{Nd})/u;

/**
 * Whether that is the head of a mail, not of a letter or of a plan: people write « De : Abidjan, À : Montréal, Date : 3 mars,
 * Envoyé : par avion » too, but neither an address nor, where the time of sending stands, an hour.
 */
export function isMailHead(fields: readonly LabelledLine[]): boolean {
  const sent = fields.filter(({ label }) => label === 'sent');
  const twice = sent.length > 0 && fields.some(({ label }) => label === 'date');
  if (fields.some(({ label, value }) => label === 'date' && moment.test(value))) return true;
  return fields.some(({ value }) => /\S@\S/.test(value)) || (!twice && sent.some(({ value }) => hour.test(value)));
}

/** As no person writes when: « 2026-11-02 10:00 ». */
const moment = /^(?:19|20)\d\d-\d\d-\d\d \d\d:\d\d(?::\d\d)?$/;

const read = new WeakMap<readonly string[], readonly (LabelledLine | undefined)[]>();

/**
 * The lines of a head that a program wrote on one, behind the line that announces it, as Yahoo does: « ----- Forwarded
 * Message -----From: Ama <a@b.example>To: …Subject: … »; undefined where it is none.
 */
export function brokenHead(line: string): string[] | undefined {
  if (line.length > 2000) return undefined;
  const [, mark, head] = /^\s*(-{3,}[^-@]{5,60}-{3,})\s*(\S.*@.*)$/.exec(line) ?? [];
  if (mark === undefined || head === undefined) return undefined;
  const fields = head.split(inLine).map((field) => field.trim());
  return fields.filter((field) => labelledLine(field)).length > 2 ? [mark, ...fields.filter(Boolean)] : undefined;
}

/** Before a label that stands in a line: it begins with a capital, and follows an address or the end of a value. */
const inLine = new RegExp(
  String.raw`(?<=>\s?)(?=(?:${Object.values(words).join('|')})\s?[:：])|(?=(?:${['sent', 'date', 'subject']
    .map((label) => words[label as Label])
    .join('|')})\s?[:：])`,
  'u',
);

function folded(word: string): string {
  const plain = /[^\0-\x7f]/.test(word) ? word.normalize('NFKD').replace(/[\p{M}\p{Cf}]/gu, '') : word;
  return plain.replace('’', "'").toLowerCase();
}
