import { quotesOthersThan } from '../mail/unseen-quote.ts';
import { visibleText } from '../mail/visible-text.ts';
import type { RegisterEvent } from '../model/events.ts';
import type { Policy } from '../model/policy.ts';
import { pointTitles } from '../model/wording.ts';
import type { Reading } from './reading.ts';

/** The words of the sender for staff, with what was read as their answers in what they quote. */
export function withAnswersRead(text: string, events: readonly RegisterEvent[]): string {
  const shown = onOneLine(text);
  const unseen = events.flatMap((event) =>
    event.kind === 'point-answered' && event.applies && !shown.includes(onOneLine(event.value))
      ? [`${pointTitles.fr[event.point].title}\u00A0:\n${event.value}`]
      : [],
  );
  return [text, ...unseen].filter(Boolean).join('\n\n');
}

/** The same of a new request: with what it quotes of somebody else, for nobody here has seen that. */
export function withUnseenQuote(
  { cause: { mail }, text }: Reading,
  { institute, staff }: Pick<Policy, 'institute' | 'staff'>,
): string {
  const ours = [institute.name, institute.address, ...institute.aliases, ...staff.map(({ address }) => address)];
  if (!quotesOthersThan(ours, mail)) return text;
  const { from } = mail;
  const whole = visibleText({ from, text: mail.text, subject: '', inReplyTo: [], references: [] });
  return whole.length > text.length ? whole : text;
}

function onOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
