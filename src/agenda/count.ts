import { filedUnder, mailsBetween } from '../model/filing.ts';
import type { SeenMail } from '../model/records.ts';
import type { Register } from '../model/register.ts';

/** What became of the mails of some days: `seen` is the sum of the others, or somebody must look. */
export interface Count {
  seen: number;
  requests: number;
  answers: number;
  staff: number;
  partners: number;
  machines: number;
  setAside: number;
  /** Mails that lead nowhere: their line in the register names a request that does not hold them. */
  orphans: string[];
}

const kinds: Readonly<Record<string, Exclude<keyof Count, 'seen' | 'orphans'>>> = {
  request: 'requests',
  quarantined: 'requests',
  answer: 'answers',
  'calendar-reply': 'answers',
  'calendar-request': 'answers',
  command: 'staff',
  note: 'staff',
  'partner-answer': 'partners',
  own: 'machines',
  bounce: 'machines',
  'feedback-report': 'machines',
  automatic: 'machines',
  duplicate: 'machines',
  bulk: 'setAside',
  spam: 'setAside',
  unreadable: 'setAside',
  poison: 'setAside',
};

/** The mails that were entered from one instant to another (ISO 8601, end excluded). */
export function countMails(register: Register, from: string, to: string): Count {
  const count: Count = {
    seen: 0,
    requests: 0,
    answers: 0,
    staff: 0,
    partners: 0,
    machines: 0,
    setAside: 0,
    orphans: [],
  };
  for (const [id, mail] of mailsBetween(register, from, to)) {
    count.seen += 1;
    const kind = kinds[mail.disposition];
    if (kind === undefined || lost(id, mail, register)) count.orphans.push(id);
    else count[kind] += 1;
  }
  return count;
}

/** A mail that made a request must be in it; one that belongs to a request must find it in the register. */
function lost(id: string, { disposition, reference }: SeenMail, register: Register): boolean {
  const request = reference === undefined ? undefined : register.requests.get(reference);
  if (reference !== undefined && !request) return true;
  if (disposition !== 'request' && disposition !== 'quarantined') return false;
  // After a split the mail is with another request too.
  const holders = [request, register.requests.get(filedUnder(register, id) ?? '')];
  return !holders.some((each) => each?.mails.includes(id));
}
