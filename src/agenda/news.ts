import { commandButtons } from '../commands/buttons.ts';
import { commands } from '../commands/index.ts';
import { findingWords } from '../model/finding-words.ts';
import type { Button, Letter, LetterData } from '../model/letter.ts';
import { type Staff, staffWith } from '../model/partner.ts';
import type { Policy } from '../model/policy.ts';
import type { Request, Status } from '../model/request.ts';

type About = Pick<Request, 'reference'> & { status: Status; officer?: string | undefined };

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
    buttons: [...proposed, ...nextButtons({ reference, status: quarantined ? 'quarantined' : 'received' }, policy)],
  };
  const personal = findings.some(({ kind }) => kind === 'personalDocuments');
  const readers = staffWith(policy.staff, 'clerk', 'officer', ...(personal ? (['privacy-officer'] as const) : []));
  return to(readers, 'new-request', data, reference);
}

/** To the officer in charge, or to all officers while nobody is: something new in a request. */
export function news(
  about: About,
  what: string,
  author: string,
  text: string,
  policy: Policy,
  /** What is to be decided: its buttons stand before the usual ones. */
  { reasons = '', buttons: first = [] }: { reasons?: string; buttons?: readonly Button[] } = {},
): Letter[] {
  const { reference, officer } = about;
  const inCharge = policy.staff.filter((person) => person.id === officer);
  const readers = inCharge.length > 0 ? inCharge : staffWith(policy.staff, 'officer');
  const others = nextButtons(about, policy).filter(({ label }) => !first.some((button) => button.label === label));
  return to(readers, 'news', { reference, what, reasons, author, text, buttons: [...first, ...others] }, reference);
}

/** To all staff: something is wrong, and what is to be done about it. */
export function alarm(
  trouble: string,
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

/** The commands that move the request on, and the two that are always of use. */
function nextButtons({ reference, status }: About, policy: Policy) {
  const always = new Set(['note', 'statut', 'aide']);
  const useful = commands.filter(({ statuses, names: [name] }) => statuses?.includes(status) || always.has(name));
  return commandButtons(useful, { reference }, policy);
}
