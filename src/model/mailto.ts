/**
 * A `mailto:` link that opens a prefilled mail (RFC 6068, 2).
 * @param body - Plain text with any line ends; they become CRLF (RFC 6068, 5).
 */
export function mailto({ to, subject, body }: { to: string; subject: string; body: string }): string {
  // Only the last @ divides: a quoted local part may hold others (RFC 6068, 2, 1).
  const at = to.lastIndexOf('@');
  const address = at < 0 ? encode(to) : `${encode(to.slice(0, at))}@${encode(to.slice(at + 1))}`;
  // A subject is one header line: a line end in it would be read as another field.
  const line = subject.replace(/\s*[\r\n]+\s*/g, ' ');
  return `mailto:${address}?subject=${encode(line)}&body=${encode(body.replace(/\r\n|\r|\n/g, '\r\n'))}`;
}

function encode(text: string): string {
  // Lone surrogates would make encodeURIComponent throw; quotes and parentheses would end a link in plain text or HTML.
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\uFFFD')).replace(
    /[!'()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
