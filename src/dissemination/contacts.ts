import type { Requester } from '../model/request.ts';

/**
 * The text without addresses, telephone numbers and the requester's own name: partners read those of people who agreed,
 * and nowhere but in the line that is made for it.
 */
export function withoutContacts(text: string, { name }: Pick<Requester, 'name'>): string {
  const hidden = hiders.reduce((shown, pattern) => shown.replace(pattern, removed), text);
  const words = name.trim().split(/\s+/);
  // One word alone may be any word.
  if (words.length < 2) return hidden;
  const escaped = words.map((word) => word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  const orders = [escaped.join('\\s+'), [escaped.at(-1), ...escaped.slice(0, -1)].join(',?\\s+')];
  return hidden.replace(new RegExp(`(?<!\\p{L})(?:${orders.join('|')})(?!\\p{L})`, 'giu'), '[nom retiré]');
}

const removed = '[coordonnées retirées]';

const hiders: readonly RegExp[] = [
  /(?:mailto:)?[^\s@<>()",;:[\]]{1,64}@[^\s@<>()",;:[\]]{1,255}\.[^\s@<>()",;:[\].!?]{2,63}/gu,
  // With a word that says what it is, in any layout; else as it is dialled from abroad, or in North America.
  /(?<=\b(?:t[ée]l(?:[ée]phone)?|phone|mobile|cell(?:ulaire|ular)?|celular|whatsapp|gsm|fax)\b[^\d\n+(]{0,6})\+?\(?\d[\d\s().-]{4,18}\d/giu,
  /(?<![\d+])(?:\+|00)\s?\(?[1-9]\d{0,2}\)?(?:[\s.()/-]?\d){6,11}(?!\d)/gu,
  /(?<![\d$])(?:1[ .-])?\(?[2-9]\d{2}\)?[ .-][2-9]\d{2}[ .-]\d{4}(?!\d)/gu,
];
