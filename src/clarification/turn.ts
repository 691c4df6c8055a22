import { lettersOf, mailsOf } from '../model/filing.ts';
import { isOver } from '../model/meetings.ts';
import type { LetterRecord } from '../model/records.ts';
import type { Register } from '../model/register.ts';
import type { Request } from '../model/request.ts';

/**
 * Whose turn it is, the requester's or the house's: whoever wrote last waits for the other. A letter that did not reach
 * its reader was not written.
 */
export type Turn =
  | { of: 'requester'; asked: LetterRecord; written: LetterRecord[] }
  | { of: 'house'; why: 'unwritten' }
  | { of: 'house'; why: 'unreached'; letter: LetterRecord }
  /** `since`: when the requester wrote last. */
  | { of: 'house'; why: 'unanswered'; since: string };

export function turnOf(request: Request, register: Register, now: Date): Turn {
  const written = toRequester(request, register);
  const letter = written.findLast((each) => !silent.has(each.letter));
  if (!letter) return { of: 'house', why: 'unwritten' };
  const failed = [letter, ...written.slice(-1)].find(({ state }) => state === 'refused' || state === 'bounced');
  if (failed) return { of: 'house', why: 'unreached', letter: failed };
  const { meeting, met } = request;
  const over = meeting && isOver(meeting, now) ? meeting : met;
  // What a meeting left open is owed from its end on.
  const asked = over && over.end > letter.at ? { ...letter, at: over.end } : letter;
  const since = lastAnswer(request, register);
  return since > asked.at ? { of: 'house', why: 'unanswered', since } : { of: 'requester', asked, written };
}

/** What the requester may write; an absence note is no answer. */
export const answers: ReadonlySet<string> = new Set(['request', 'answer', 'calendar-reply', 'calendar-request']);

/** Letters that ask for nothing new: time runs from the one before them. */
const silent: ReadonlySet<string> = new Set(['orientation', 'follow-up', 'meeting-reminder']);

function toRequester(request: Request, register: Register): LetterRecord[] {
  const { address } = request.requester;
  if (address === '') return [];
  return lettersOf(register, request).flatMap((id) => {
    const letter = register.letters.get(id);
    return letter?.to.address === address && letter.state !== 'withdrawn' ? [letter] : [];
  });
}

/** When the requester wrote last; empty if never. */
export function lastAnswer(request: Request, register: Register): string {
  const times = mailsOf(register, request).flatMap((id) => {
    const mail = register.mails.get(id);
    return mail && answers.has(mail.disposition) ? [mail.at] : [];
  });
  return times.toSorted().at(-1) ?? '';
}
