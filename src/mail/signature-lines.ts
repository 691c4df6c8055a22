/** « Sent from my telephone » as telephones and mail programs write it. */
const mobile =
  /^(?:[-_*\s]{0,5})(?:(?:Sent|Written|Typed) (?:from|with|via|using|on) (?:my |a |an )?(?:[^\s,]+ ){0,5}[^\s,]+|Get Outlook .{1,40}|Sent via .{1,40}|Envoy[ée] (?:depuis|de|à partir d['’e]|avec) ?(?:mon|ma|l['’]|un|une|Courrier|Outlook|Yahoo|Gmail).{0,60}|T[ée]l[ée]charger? Outlook .{0,60}|Obtenez Outlook .{0,60}|Enviado (?:desde|do|a partir do) .{1,60}|Obtener Outlook .{0,60}|Von meine[mr] .{1,40} gesendet.?|Gesendet (?:von|mit) .{1,60}|Verzonden (?:vanaf|met|vanuit) .{1,60}|Verstuurd vanaf .{1,40}|Inviato (?:da|dal) .{1,60}|Skickat från .{1,40}|Sendt fra .{1,40}|Lähetetty .{1,40}|Wysłane z .{1,40}|Отправлено (?:с|из) .{1,40}|iPhone(?:から送信)|.{1,30}から送信)$/iu;

/** Separators (RFC 3676, 4.3, and what people type), and how many lines a signature behind them may have. */
const separators: readonly [line: RegExp, most: number][] = [
  [/^-- ?$/, 14],
  [/^[—–]$/, 6],
];

/**
 * Index of the line where the signature begins, `lines.length` if there is none: at a separator with little behind it,
 * or at a telephone's own line. A separator with much behind it divides a letter.
 */
export function signatureStart(lines: readonly string[]): number {
  const starts = separators.flatMap(([line, most]) => {
    // A letter divided by such lines has many; a signature, and perhaps a list's footer, has one or two.
    if (lines.filter((text) => line.test(text)).length > 2) return [];
    const found = lines.findIndex((text, index) => line.test(text) && filledAfter(lines, index, lines.length) <= most);
    return found < 0 ? [] : [found];
  });
  const first = Math.min(lines.length, ...starts);
  const telephone = lines.findIndex(
    (line, index) =>
      index < first && line.length < 200 && mobile.test(line.trim()) && filledAfter(lines, index, first) <= 2,
  );
  return telephone < 0 ? first : telephone;
}

function filledAfter(lines: readonly string[], index: number, end: number): number {
  let filled = 0;
  for (let at = index + 1; at < end && filled < 20; at += 1) if (lines[at]?.trim()) filled += 1;
  return filled;
}
