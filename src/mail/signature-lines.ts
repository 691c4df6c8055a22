import { isDisclaimer } from './disclaimer.ts';
import type { Address } from './mail.ts';
import { isSignatureBlock } from './signature-block.ts';

/** What such a line names: people write « Sent from Lima by courier » too, and of whom it was sent with. */
const device = String.raw`(?!.*[:;]\s)(?=.*(?:phone|iPad|iPod|Android|Galaxy|Samsung|Huawei|Xiaomi|BlackBerry|Nokia|Pixel|Outlook|Yahoo|Gmail|AOL|Mail|Proton|Zoho|Tutanota|Spark|Windows|Surface|Orange|mobil|mobiel|m[óo]v[ei]l|celular|cellula|t[ée]l[ée]fon|telefoon|toestel|portable|tablet|appareil|dispositivo|Handy|Ger[äa]t|Courrier|Correo|Correio|Posta))`;

/** « Sent from my telephone » as telephones and mail programs write it. */
const mobile = new RegExp(
  String.raw`^(?:[-_*\s]{0,5})(?:(?:Sent|Written|Typed) (?:from|with|via|using|on) (?!behalf)(?:[^\s,]+ ){0,5}?(?:iP(?:hone|ad|od)|Android|Galaxy|Samsung|Huawei|Xiaomi|BlackBerry|Nokia|Pixel|Outlook|Yahoo|Gmail|AOL|Mail|Proton|Zoho|Tutanota|Spark|Windows|Surface|(?:cell |mobile |smart)?phone|mobile|tablet|device|handheld)\b(?: [^\s,]+){0,5}|Sent from my \p{Lu}[^\s,]{1,30}|(?:Get|Obtenir|Obtenez|T[ée]l[ée]charger?|Obtener|Obtenga|Obter(?: o)?|Obtenha(?: o)?|Baixar(?: o)?|Scarica|Ottieni|Download|Ontvang|Haal|Hol(?:e)? dir|Holen Sie(?: sich)?|Laden Sie|الحصول على|احصل على|تنزيل) Outlook (?:for|pour|para|per|für|voor|لنظام|لـ|على) ?.{1,60}|Outlook (?:für|voor|for) .{1,20} (?:beziehen|herunterladen|downloaden|ophalen)(?:\s?<.{1,60})?|Sent via ${device}.{1,40}|Envoy[ée] (?:depuis|de|à partir d['’e]|avec) ?${device}(?:mon|ma|l['’]|un|une|la messagerie|Courrier|Outlook|Yahoo|Gmail).{0,60}|Provenance : (?:Courrier|Outlook) .{0,40}|Enviado (?:desde|do|a partir do) ${device}.{1,60}|Von meine[mr] .{1,40} gesendet.?|Gesendet (?:von|mit) ${device}.{1,60}|Verzonden (?:vanaf|met|vanuit) ${device}.{1,60}|Verstuurd vanaf ${device}.{1,40}|Inviato (?:da|dal) ${device}.{1,60}|Skickat från ${device}.{1,40}|Sendt fra ${device}.{1,40}|Lähetetty .{1,40}|Wysłane z .{1,40}|Отправлено (?:с|из) .{1,40}|iPhone(?:から送信)|.{1,30}から送信)$`,
  'iu',
);

/** The same on the last line alone, where a name of the program, a request for indulgence or a provider may follow. */
const lastMobile = new RegExp(
  [
    String.raw`^[-_*\s(«]{0,5}(?:(?:Sent|Written|Typed) (?:from|with|via|using) (?:[^\s,]+ ){0,4}?|From my |<<\s?sent by )(?:iP(?:hone|ad|od)|Android|Galaxy|Samsung|Huawei|Xiaomi|BlackBerry|Nokia|Pixel|Mailspring|Mailbird|Thunderbird|(?:cell |mobile |smart)?phone|cell|mobile|tablet|handheld)(?:(?: [\w.+-]{1,20}){0,2}|.{0,40}(?:excuse|forgive|pardon|brevity|typo|https?:|network|autocorrect).{0,60})[.)>\s]*$`,
    String.raw`^(?:Diese (?:Nachricht|E-Mail|Mail) wurde von mein\p{L}{1,3} .{1,80} gesendet|[发發]自.{1,30}|[從从].{1,30}[傳传]送|.{1,30}에서 보[냄낸].{0,20}|(?:مُ?رسل|أُ?رسلت?) من .{1,40}|נשלח מ.{1,40}|Надіслано з .{1,40}|iPhone.{0,10}傳送)\.?$`,
  ].join('|'),
  'iu',
);

/** Separators (RFC 3676, 4.3, and what people type), and how many lines a signature behind them may have. */
const separators: readonly [line: RegExp, most: number][] = [
  [/^-- ?$/, 14],
  [/^[—–]$/, 6],
];

/**
 * Index of the line where the signature begins, `lines.length` if there is none: at the last separator, if nothing but a
 * signature stands behind it. Above the footer of a list the sender's own may stand, and is looked for so.
 */
function signatureStart(lines: readonly string[], author: readonly Address[]): number {
  let start = lines.length;
  for (let index = lines.length - 1; index >= 0; index -= 1) {
    const most = separators.find(([line]) => line.test(lines[index] ?? ''))?.[1];
    if (most === undefined) continue;
    const behind = lines.slice(index + 1, start).filter((line) => line.trim() && !isTelephoneLine(line));
    const below = behind.findIndex((line) => postscript.test(line));
    const block = below < 0 ? behind : behind.slice(0, below);
    if (block.length > 0 && !endsMail(block, lines[index] ?? '', most)) break;
    if (!isSignatureBlock(block, lines[index - 1] ?? '', author)) break;
    start = index;
  }
  return start;
}

/**
 * The lines without the signature, as one; what a postscript below it says is kept.
 * @param passages - What stands between quotes: programs put the signature above the quote too, and what is answered below
 *   a quote is no part of it.
 */
export function withoutSignature(
  passages: readonly (readonly string[])[],
  author: readonly Address[] = [],
): readonly string[] {
  const whole = passages.flatMap((lines) => unsigned(lines, author));
  const last = whole.findLastIndex((line) => line.trim());
  const kept = whole.filter((line, index) => !isTelephoneLine(line, index === last));
  return kept.some((line) => line.trim()) ? kept : passages.flat();
}

function unsigned(lines: readonly string[], author: readonly Address[]): string[] {
  const start = signatureStart(lines, author);
  const after = lines.findIndex((line, index) => index > start && postscript.test(line));
  return after < 0 ? lines.slice(0, start) : [...lines.slice(0, start), ...lines.slice(after)];
}

/** Without capitals only what a colon or a full stop follows: « ps » begins words too. */
const postscript =
  /^\s{0,5}(?:(?:P\.? ?-? ?S|P\. ?D|PD|N\. ?B|NB)\.?(?: ?[:：]|(?<=\.)|(?=,? ))|(?:[Pp]\.? ?-? ?[Ss]|[Nn]\.? ?[Bb]|[Pp]\.? ?[JjDd])\.? ?[:：]|[Pp]ost-?[Ss]criptum\b\.? ?[:：,]?|[Nn]ota(?: [Bb]ene)? ?[:：])\s?\S/;

/**
 * Whether a telephone or mail program wrote that line; what stands below it may be the sender's own again.
 * @param last - Nothing but blank lines stand below it.
 */
export function isTelephoneLine(line: string, last = false): boolean {
  // A question is the sender's own, whatever it begins with.
  if (line.length >= 200 || /[?？؟]/.test(line)) return false;
  return mobile.test(line.trim()) || (last && lastMobile.test(line.trim()));
}

/** Whether little stands behind the separator, and nothing that people write in a letter. */
function endsMail(block: readonly string[], separator: string, most: number): boolean {
  const behind = block.map((line) => line.trim());
  if (behind.length > most || asks.test(behind.join('\n')) || isLetter(behind)) return false;
  // A dash that people draw between paragraphs has sentences behind it; only the standard separator may too.
  return separator.startsWith('--') || !behind.some((line) => line.length > 60 || /[\p{L}\d)][.!]$/u.test(line));
}

/** A question, or a greeting: people ask and take leave in the letter, not in the signature under it. */
const asks =
  /[\p{L}\p{N})\]»”"’']\s?[?？؟](?:[\s»”"’')\]]|$)|^(?:merci|cordialement|salutations|bien à vous|(?:best |kind )?regards|sincerely|thanks?|thank you|gracias|saludos|atentamente|obrigad[oa]|mit freundlichen grüßen|grazie)\b.{0,40}$/imu;

/**
 * Sentences of the sender's own: one in the first person that is longer than a motto, or several lines that end as sentences
 * do. What somebody else said, between quotation marks, is none, nor is a notice of confidentiality.
 */
function isLetter(lines: readonly string[]): boolean {
  const end = lines.findIndex(isDisclaimer);
  const own = (end < 0 ? lines : lines.slice(0, end)).filter((line) => line.length < 1000);
  const text = own.join('\n').replace(/["“«][^"”»]{0,400}["”»]/g, '');
  const count = (pattern: RegExp) => text.split('\n').filter((line) => pattern.test(line)).length;
  if (firstPerson.test(text) || money.test(text) || count(point) > 0 || count(item) > 1 || count(sentence) > 1)
    return true;
  return count(choice) > 0 || text.split('\n').some((line) => isDatedSentence(line) || isPlan(line));
}

/** « Plage 2 » alone, or said to suit: what was asked is answered below the name too. */
const choice =
  /^\s*(?:(?:la|el|o|the)\s)?(?:plage|créneau|slot|option|opción|opção|horario|horário|franja)\s(?:n[°o.]{1,2}\s?)?\d{1,2}(?!\d)/iu;

/** « May 2027 would be best. »: a motto names no date. Houses name the year of their foundation, and long numbers. */
function isDatedSentence(line: string): boolean {
  return sentence.test(line) && /(?<!\d)\d{1,4}(?!\d)/.test(line) && !ofHouse.test(line);
}

/** « Douze foreurs à former en mai »: titles name no month, and streets no time. */
function isPlan(line: string): boolean {
  return line.trim().split(/\s+/).length > 3 && inMonth.test(line) && !ofHouse.test(line);
}
const inMonth =
  /(?<!\p{L})(?:en|dès|fin|début|mi|avant|in|by|from|before|until|im|ab|bis|em|desde|hasta|até|entro|tot|vanaf)[ -](?:janvier|f[ée]vrier|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|d[ée]cembre|january|february|march|april|may|june|july|august|september|october|november|december|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|setiembre|octubre|noviembre|diciembre|janeiro|fevereiro|março|maio|junho|julho|setembro|outubro|novembro|dezembro|januar|februar|märz|juni|juli|oktober|dezember|gennaio|febbraio|aprile|maggio|giugno|luglio|settembre|ottobre|dicembre|januari|februari|maart|mei|augustus)(?!\p{L})/iu;
const ofHouse =
  /\d{5}|©|\b(?:since|founded|established|registered|depuis|fond[ée]+|inscrit|enregistr|desde|fundad|registrad|seit|gegründet)/iu;

/** No signature names a sum, counts its lines, or answers what we ask. */
const money =
  /\d[\d.,\u202f ]*(?:[$€£¥]|(?:USD|CAD|EUR|GBP|XOF|XAF|FCFA|MAD|dollars?|euros?|dólares)(?!\p{L}))|[$€£¥]\s?\d/iu;
const item = /^\s*\d{1,2}\s?[.)]\s\S/;
const point =
  /^\s*(?:(?:nature (?:des|du|of) )?(?:besoins?|needs?|necesidad(?:es)?|necessidades?)|attentes|expectations|expectativas|(?:type d['’])?entente|agreement|acuerdo|acordo|(?:ressources|resources|recursos)(?: \p{L}+)?|budget|presupuesto|orçamento|échéancier|calendrier|timeline|schedule|calendario|cronograma)\s?[:：]\s?\S/iu;

const firstPerson =
  /(?:^|[.!;,]\s)(?:je|j['’]\S+|nous|i|i['’]\S+|we|ich|wir|yo|nosotros|eu|nós|io|noi|ik|wij)(?:\s+[^\s.!?;]+){4}/imu;
const sentence = /(?:\S+\s+){3}(?!(?:inc|ltd|ltée|corp|co|cie|sa|lda|etc|tel|tél|st|no)\.$)\S{0,40}[\p{Ll}\d)$€%]\.$/iu;
