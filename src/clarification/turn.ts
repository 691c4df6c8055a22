import { lettersOf, mailsOf } from '../model/filing.ts';
import { isOver } from '../model/meetings.ts';
import type { LetterRecord } from '../model/records.ts';
import type { Register } from '../model/register.ts';
import type { Request } from '../model/request.ts';
import { minutesHeading } from './meeting.ts';

/**
 * Whose turn it is, the requester's or the house's: whoever wrote last waits for the other. A letter that did not reach
 * its reader was not written.
 */
export type Turn =
  | { of: 'requester'; asked: LetterRecord; written: LetterRecord[] }
  | { of: 'house'; why: 'unwritten' }
  | { of: 'house'; why: 'unreached'; letter: LetterRecord }
  /** `since`: when the requester wrote last. */
  | { of: 'house'; why: 'unanswered'; since: string }
  /** `since`: the end of a meeting whose minutes the host owes. */
  | { of: 'house'; why: 'unminuted'; since: string };

export function turnOf(request: Request, register: Register, now: Date): Turn {
  const written = toRequester(request, register);
  const letter = written.findLast((each) => !silent.has(each.letter));
  if (!letter) return { of: 'house', why: 'unwritten' };
  const failed = [letter, ...written.slice(-1)].find(({ state }) => state === 'refused' || state === 'bounced');
  if (failed) return { of: 'house', why: 'unreached', letter: failed };
  const over = request.meeting && isOver(request.meeting, now) ? request.meeting : request.met;
  const met = over && over.end > letter.at ? over.end : undefined;
  const since = lastAnswer(request, register);
  if (since > (met ?? letter.at)) return { of: 'house', why: 'unanswered', since };
  if (met === undefined) return { of: 'requester', asked: letter, written };
  const minuted = minutesSince(request, met);
  if (minuted === undefined) return { of: 'house', why: 'unminuted', since: met };
  // What a meeting left open is owed from its minutes on.
  return { of: 'requester', asked: { ...letter, at: minuted }, written };
}

/** When the house told what was said at the meeting: in its minutes, or under the points. */
function minutesSince({ notes, points }: Request, end: string): string | undefined {
  const told = [...notes.filter(({ text }) => text.startsWith(minutesHeading)), ...Object.values(points)];
  return told
    .map(({ at }) => at)
    .filter((at) => at > end)
    .toSorted()
    .at(-1);
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
