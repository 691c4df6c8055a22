import { plain } from '../model/plain.ts';

const longest = 20_000;
const forwarded =
  /^[-–—_]{2,} ?(?:forwarded|message transfere|message d'origine|original message|mensaje reenviado|mensaje original)/;

/** What the sender wrote, and what was forwarded below it. Long mails are cut: who wrote them stands near the top. */
export function divide(text: string): { own: string; forwarded: string } {
  const lines = text.slice(0, longest).split(/\r\n|\r|\n/);
  const found = lines.findIndex((line) => forwarded.test(plain(line.slice(0, 80)).trim()));
  const end = found < 0 ? lines.length : found;
  return { own: lines.slice(0, end).join('\n'), forwarded: lines.slice(end).join('\n') };
}

/** Without the line, or its beginning, that says that what follows was forwarded. */
export function withoutMark(forwarded: string): string {
  return forwarded.replace(/^[-–—_]{2,} ?[^\n:«"-]{0,60}(?:[-–—_]{2,}|:|(?=[«"\n]))\s*/u, '');
}
