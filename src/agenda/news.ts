import { findingWords } from '../model/finding-words.ts';
import type { Letter, LetterData } from '../model/letter.ts';
import type { Button } from '../model/letter-parts.ts';
import { type Staff, staffWith } from '../model/partner.ts';
import type { Policy } from '../model/policy.ts';
import type { Request } from '../model/request.ts';
import type { Alarming } from '../model/trouble-names.ts';

type About = Pick<Request, 'reference' | 'officer'>;

/** To those who take in requests: a new one is in the register. */
export function newRequest(
  request: Pick<Request, 'reference' | 'subject' | 'requester' | 'findings'>,
  text: string,
  quarantined: boolean,
  why: string,
  policy: Policy,
  /** What research proposes to do, before the usual commands. */
  proposed: readonly Button[] = [],
): Letter[] {
  const { reference, subject, requester, findings } = request;
  const data = {
    reference,
    subject,
    requester: requester.name || requester.address,
    address: requester.address,
    text,
    quarantined,
    why,
    findings: findings.map(findingWords),
    buttons: [...proposed],
  };
  const personal = findings.some(({ kind }) => kind === 'personalDocuments');
  const readers = staffWith(policy.staff, 'clerk', 'officer', ...(personal ? (['privacy-officer'] as const) : []));
  return to(readers, 'new-request', data, reference);
}

/** To the officer in charge, or to all officers while nobody is: something new in a request. */
export function news(
  { reference, officer }: About,
  what: string,
  author: string,
  text: string,
  policy: Policy,
  /** What is to be decided: its buttons stand before the usual ones. */
  { reasons = '', buttons = [] }: { reasons?: string; buttons?: readonly Button[] } = {},
): Letter[] {
  const inCharge = policy.staff.filter((person) => person.id === officer);
  const readers = inCharge.length > 0 ? inCharge : staffWith(policy.staff, 'officer');
  return to(readers, 'news', { reference, what, reasons, author, text, buttons: [...buttons] }, reference);
}

/** To all staff: something is wrong, and what is to be done about it. */
export function alarm(
  trouble: Alarming | `over/${Alarming}`,
  what: string,
  todo: string,
  policy: Policy,
  buttons: readonly Button[] = [],
): Letter[] {
  return to(staffWith(policy.staff, 'clerk', 'officer', 'approver'), 'alarm', {
    trouble,
    what,
    todo,
    buttons: [...buttons],
  });
}

function to<N extends 'new-request' | 'news' | 'alarm'>(
  readers: readonly Staff[],
  name: N,
  data: LetterData[N],
  reference?: string,
): Letter[] {
  return readers.map((person) => {
    const envelope = {
      to: { name: person.name, address: person.address },
      languages: ['fr'] as const,
      thread: [],
      automatic: true,
    };
    return { ...envelope, name, data, ...(reference !== undefined && { reference }) } as Letter;
  });
}
