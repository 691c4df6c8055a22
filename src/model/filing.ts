import type { LetterRecord, SeenMail } from './records.ts';
import type { Request } from './request.ts';

/** What is filed, and by what some of it is found without going through all. */
export interface Files {
  requests: Map<string, Request>;
  mails: Map<string, SeenMail>;
  letters: Map<string, LetterRecord>;
  /** Ids of the mails by the day (UTC) of their entry, oldest first. */
  mailsOn: Map<string, string[]>;
  /** References of closed requests to which a mail came since. */
  latecomers: Set<string>;
}

/**
 * The reference under which that one is kept: its own, or that of the request it was merged into; where the mail that
 * founded it was taken out of there again, that of the request which has it now.
 */
export function keptAs(register: Files, reference: string): string {
  let kept = reference;
  // Merges are refused when they would close a circle; the bound is for a record that was made by hand.
  for (let steps = 0; steps < 100; steps++) {
    const { mergedInto, split = {}, mails = [] } = register.requests.get(kept) ?? {};
    if (mergedInto === undefined) return kept;
    kept = split[mails[0] ?? ''] ?? mergedInto;
  }
  throw new Error(`cannot follow ${reference}: its merges go in a circle`);
}

/** The reference that a mail is filed under now, after merges and splits; undefined when it is under none. */
export function filedUnder(register: Files, mail: string): string | undefined {
  let reference = register.mails.get(mail)?.reference;
  // A mail may be taken out of the request into which it was taken out before.
  for (let steps = 0; reference !== undefined && steps < 100; steps++) {
    const request = register.requests.get(reference);
    const next = request?.split?.[mail] ?? request?.mergedInto;
    if (next === undefined) return reference;
    reference = next;
  }
  return reference;
}

/** The mails that were entered from one instant to another (ISO 8601, end excluded), oldest first. */
export function mailsBetween(register: Files, from: string, to: string): [string, SeenMail][] {
  const found: [string, SeenMail][] = [];
  const last = Date.parse(to);
  for (let day = Date.parse(from.slice(0, 10)); day <= last; day += 86_400_000)
    for (const id of register.mailsOn.get(new Date(day).toISOString().slice(0, 10)) ?? []) {
      const mail = register.mails.get(id);
      if (mail && mail.at >= from && mail.at < to) found.push([id, mail]);
    }
  return found;
}

/**
 * What outsiders wrote about the request, in order of arrival. Staff names one by its number, from 1: that of a mail that
 * was taken out is given to no other.
 */
export function correspondence(register: Files, request: Request): Filed[] {
  return everMailsOf(register, request)
    .flatMap((id) => {
      const mail = register.mails.get(id);
      return mail && outside.has(mail.disposition) ? [{ id, mail }] : [];
    })
    .flatMap(({ id, mail }, index) => {
      const holders = [request, ...mergedFrom(register, request)];
      const owner = holders.find((each) => each.mails.includes(id) && each.split?.[id] === undefined);
      return owner ? [{ id, mail, number: index + 1, owner: owner.reference }] : [];
    });
}

interface Filed {
  id: string;
  mail: SeenMail;
  number: number;
  owner: string;
}

const outside: ReadonlySet<string> = new Set(['request', 'answer', 'quarantined', 'automatic']);

/** Every mail of the request in order of arrival, those of the requests merged into it among them. */
export function mailsOf(register: Files, request: Request): string[] {
  const holders = [request, ...mergedFrom(register, request)];
  return everMailsOf(register, request).filter((id) =>
    holders.some(({ mails, split }) => mails.includes(id) && split?.[id] === undefined),
  );
}

/** The same, with those that were taken out. */
function everMailsOf(register: Files, request: Request): string[] {
  const theirs = absorbed(register, request).flatMap((other) => everMailsOf(register, other));
  const arrival = (id: string) => register.mails.get(id)?.receivedAt ?? '';
  if (theirs.length === 0) return request.mails;
  return [...new Set([...request.mails, ...theirs])].sort((a, b) => (arrival(a) < arrival(b) ? -1 : 1));
}

/** Every letter about the request in the order in which they were written. */
export function lettersOf(register: Files, request: Request): string[] {
  const theirs = absorbed(register, request).flatMap((other) => lettersOf(register, other));
  const written = (id: string) => register.letters.get(id)?.at ?? '';
  if (theirs.length === 0) return request.letters;
  return [...request.letters, ...theirs].sort((a, b) => (written(a) < written(b) ? -1 : 1));
}

/** The old references that lead to this request by a merge of its own. */
export function aliasesOf(register: Files, { reference, aliases = [] }: Request): string[] {
  return aliases.filter((alias) => keptAs(register, alias) === reference);
}

/** The requests that were merged into this one, and into those. */
export function mergedFrom(register: Files, request: Request): Request[] {
  return absorbed(register, request).flatMap((other) => [other, ...mergedFrom(register, other)]);
}

function absorbed(register: Files, { aliases }: Request): Request[] {
  return (aliases ?? []).flatMap((reference) => register.requests.get(reference) ?? []);
}
