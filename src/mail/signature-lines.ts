/** « Sent from my telephone » as telephones and mail programs write it. */
const mobile =
  /^(?:[-_*\s]{0,5})(?:(?:Sent|Written|Typed) (?:from|with|via|using|on) (?:my |a |an )?(?:[^\s,]+ ){0,5}[^\s,]+|Get Outlook .{1,40}|Sent via .{1,40}|Envoy[ée] (?:depuis|de|à partir d['’e]|avec) ?(?:mon|ma|l['’]|un|une|Courrier|Outlook|Yahoo|Gmail).{0,60}|T[ée]l[ée]charger? Outlook .{0,60}|Obtenez Outlook .{0,60}|Enviado (?:desde|do|a partir do) .{1,60}|Obtener Outlook .{0,60}|Von meine[mr] .{1,40} gesendet.?|Gesendet (?:von|mit) .{1,60}|Verzonden (?:vanaf|met|vanuit) .{1,60}|Verstuurd vanaf .{1,40}|Inviato (?:da|dal) .{1,60}|Skickat från .{1,40}|Sendt fra .{1,40}|Lähetetty .{1,40}|Wysłane z .{1,40}|Отправлено (?:с|из) .{1,40}|iPhone(?:から送信)|.{1,30}から送信)$/iu;

/**
 * Index of the line where the signature begins, `lines.length` if there is none: at the separator of RFC 3676, 4.3, or
 * at a telephone's own line with nothing but blanks or little behind it.
 */
export function signatureStart(lines: readonly string[]): number {
  const separator = lines.findLastIndex((line) => /^(?:--|—|–|-- )[ \t]*$/.test(line));
  const first = separator < 0 ? lines.length : firstOfPair(lines, separator);
  const telephone = lines.findIndex(
    (line, index) => index < first && mobile.test(line.trim()) && shortAfter(lines, index, first),
  );
  return telephone < 0 ? first : telephone;
}

/** A separator counts when what follows is short; a list or a mail below it is no signature. */
function firstOfPair(lines: readonly string[], separator: number): number {
  const earlier = lines.findIndex((line) => /^-- ?$/.test(line));
  const filled = (from: number) => lines.slice(from).filter((line) => line.trim()).length;
  if (earlier >= 0 && filled(earlier) <= 25) return earlier;
  return filled(separator) <= 25 ? separator : lines.length;
}

function shortAfter(lines: readonly string[], index: number, end: number): boolean {
  return lines.slice(index + 1, end).filter((line) => line.trim()).length <= 2;
}
