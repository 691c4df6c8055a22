import { parseAddresses } from './addresses.ts';
import { fieldText, readable } from './header-fields.ts';

/** Far more than what stands above the subject. */
const longestHead = 64_000;
const longestField = 500;

/**
 * Who writes and about what, as far as it can be made out: of a mail that could not be read. Never throws; what is not
 * there is empty.
 */
export function glimpse(raw: Buffer): { from: string; subject: string } {
  const text = raw.toString('latin1', 0, longestHead).replace(/\r\n?/g, '\n').trimStart();
  const [head = ''] = text.split('\n\n', 1);
  const from = field(head, 'from');
  return { from: attempt(() => parseAddresses(from)[0]?.address) || from, subject: field(head, 'subject') };
}

function field(head: string, name: string): string {
  const raw = new RegExp(`^${name}[ \\t]*:(.*(?:\\n[ \\t].*)*)`, 'im').exec(head)?.[1] ?? '';
  const unfolded = raw.slice(0, 4 * longestField).replace(/\n/g, '');
  const words = attempt(() => readable(fieldText(unfolded))) ?? unfolded;
  return words
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .slice(0, longestField);
}

/** What could not be read may be the very field. */
function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
