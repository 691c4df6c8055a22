/** « Sent from my telephone » as telephones and mail programs write it. */
const mobile =
  /^(?:[-_*\s]{0,5})(?:(?:Sent|Written|Typed) (?:from|with|via|using|on) (?!behalf)(?:[^\s,]+ ){0,5}?(?:iP(?:hone|ad|od)|Android|Galaxy|Samsung|Huawei|Xiaomi|BlackBerry|Nokia|Pixel|Outlook|Yahoo|Gmail|AOL|Mail|Proton|Zoho|Tutanota|Spark|Windows|Surface|(?:cell |mobile |smart)?phone|mobile|tablet|device|handheld)\b(?: [^\s,]+){0,5}|Sent from my \p{Lu}[^\s,]{1,30}|Get Outlook .{1,40}|Sent via .{1,40}|Envoy[ée] (?:depuis|de|à partir d['’e]|avec) ?(?:mon|ma|l['’]|un|une|Courrier|Outlook|Yahoo|Gmail).{0,60}|T[ée]l[ée]charger? Outlook .{0,60}|Obtenez Outlook .{0,60}|Enviado (?:desde|do|a partir do) .{1,60}|Obtener Outlook .{0,60}|Von meine[mr] .{1,40} gesendet.?|Gesendet (?:von|mit) .{1,60}|Verzonden (?:vanaf|met|vanuit) .{1,60}|Verstuurd vanaf .{1,40}|Inviato (?:da|dal) .{1,60}|Skickat från .{1,40}|Sendt fra .{1,40}|Lähetetty .{1,40}|Wysłane z .{1,40}|Отправлено (?:с|из) .{1,40}|iPhone(?:から送信)|.{1,30}から送信)$/iu;

/** Separators (RFC 3676, 4.3, and what people type), and how many lines a signature behind them may have. */
const separators: readonly [line: RegExp, most: number][] = [
  [/^-- ?$/, 14],
  [/^[—–]$/, 6],
];

/**
 * Index of the line where the signature begins, `lines.length` if there is none: at a separator with little behind it,
 * and no sentences. A separator with much behind it divides a letter.
 */
export function signatureStart(lines: readonly string[]): number {
  const starts = separators.flatMap(([line, most]) => {
    // A letter divided by such lines has many; a signature, and perhaps a list's footer, has one or two.
    if (lines.filter((text) => line.test(text)).length > 2) return [];
    const found = lines.findIndex((text, index) => line.test(text) && endsMail(lines, index, most));
    return found < 0 ? [] : [found];
  });
  return Math.min(lines.length, ...starts);
}

/** Whether a telephone or mail program wrote that line; what stands below it may be the sender's own again. */
export function isTelephoneLine(line: string): boolean {
  return line.length < 200 && mobile.test(line.trim());
}

function endsMail(lines: readonly string[], index: number, most: number): boolean {
  const behind: string[] = [];
  for (let at = index + 1; at < lines.length && behind.length <= most; at += 1) {
    const line = lines[at]?.trim();
    if (line) behind.push(line);
  }
  return behind.length <= most && !asks.test(behind.join('\n'));
}

/** A question, or a greeting: people ask and take leave in the letter, not in the signature under it. */
const asks =
  /\p{L}\s?[?？؟](?:\s|$)|^(?:merci|cordialement|salutations|bien à vous|(?:best |kind )?regards|sincerely|thanks?|thank you|gracias|saludos|atentamente|obrigad[oa]|mit freundlichen grüßen|grazie)\b.{0,40}$/imu;
