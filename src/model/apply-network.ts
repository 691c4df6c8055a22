import { type Applier, change } from './applier.ts';
import { isLate } from './lateness.ts';
import type { Digest } from './records.ts';
import { isLeap, partnerOf, type Register, yearDocument } from './register.ts';

type Kind =
  | 'digest-planned'
  | 'digest-redated'
  | 'period-passed'
  | 'schedule-followed'
  | 'deadline-set'
  | 'digest-step'
  | 'partner-changed'
  | 'partner-left'
  | 'contact-proposed'
  | 'contact-stopped'
  | 'contact-language'
  | 'contact-failed'
  | 'interest-recorded'
  | 'interest-confirmed';

/** What the events of digests and partners do to the register. */
export const onNetwork: { readonly [K in Kind]: Applier<K> } = {
  'digest-planned': (register, event, context) => {
    const { kind, digest: id, ...planned } = event;
    const { references, category } = planned;
    const digest: Digest = { ...planned, at: context.at, seq: context.seq, letters: {}, answers: [] };
    yearDocument(register, context.at, context.seq).digests[id] = digest;
    register.digests.set(id, digest);
    for (const reference of references)
      change(register, reference, context, { kind, digest: id, category }, (request) => {
        request.digest = id;
      });
  },

  'digest-redated': (register, { kind: _, digest: id, ...dated }, { at, seq }) => {
    Object.assign(digestOf(register, id, seq), dated, { redated: at, seq });
  },

  'period-passed': (register, event, { at, seq }) => {
    yearDocument(register, at, seq).periods[event.period] = event.why;
    if (isLeap(event.period)) register.leaps.push(event.period);
  },

  'schedule-followed': (register, { category, timeZone, cron }, { at, seq }) => {
    const followed = { cron, timeZone, since: at };
    const document = yearDocument(register, at, seq);
    document.schedules = { ...document.schedules, [category]: followed };
    register.schedules.set(category, followed);
  },

  'deadline-set': (register, event, { at, seq }) => {
    const digest = digestOf(register, event.digest, seq);
    const told = digest.deadline ?? digest.answerBy;
    if (told !== undefined && told !== event.deadline) digest.moved = [...(digest.moved ?? []), { at, from: told }];
    digest.deadline = event.deadline;
    if (event.reopened !== undefined) digest.reopened = [...(digest.reopened ?? []), event.reopened];
  },

  'digest-step': (register, event, { at, seq }) => {
    const digest = digestOf(register, event.digest, seq);
    digest[event.step] = at;
    // The deadline is settled now, for all answers alike.
    if (event.step === 'closed') for (const answer of digest.answers) answer.late = isLate(answer, digest);
  },

  'partner-changed': (register, { partner, configured, address, optedIn }, { at, seq }) => {
    const record = partnerOf(register, partner.id, at, seq);
    const known = record.partner !== undefined;
    record.partner = partner;
    record.since ??= at;
    // Whoever writes an address down again answers for it; that the configuration is read for the first time says
    // nothing of addresses.
    if (address !== undefined) delete record.failed[address];
    else if (configured !== undefined && known) record.failed = {};
    if (configured !== undefined) record.configured = configured;
    if (optedIn && address !== undefined) optIn(register, address, at, seq);
    delete record.left;
    delete record.proposed;
  },

  'partner-left': (register, { partner, why, configured }, { at, seq }) => {
    const record = partnerOf(register, partner, at, seq);
    record.left ??= { at, why };
    // Named there again in the same words, it is back.
    if (configured === false) delete record.configured;
  },

  'contact-proposed': (register, { partner, contact }, { at, seq }) => {
    partnerOf(register, partner, at, seq).proposed = { at, contact };
  },

  'contact-stopped': (register, { partner, address, mail }, { at, seq }) => {
    const record = partnerOf(register, partner, at, seq);
    record.stopped = { ...record.stopped, [address]: { at, mail } };
    register.optedOut.set(address, { at, mail });
  },

  'contact-language': (register, { partner, address, language }, { at, seq }) => {
    const record = partnerOf(register, partner, at, seq);
    record.languages = { ...record.languages, [address]: language };
  },

  'contact-failed': (register, { partner, address, letter, why }, { at, seq }) => {
    partnerOf(register, partner, at, seq).failed[address] = { at, letter, why };
  },

  'interest-recorded': (register, { kind, ...event }, context) => {
    const carried = register.requests.get(event.reference)?.digest;
    if (!carried) throw new Error(`cannot record interest in ${event.reference}: it is in no digest`);
    digestOf(register, carried, context.seq).answers.push({ ...event, at: context.at });
    change(register, event.reference, context, { kind, partner: event.partner }, () => {});
  },

  'interest-confirmed': (register, { kind, reference, partner, mail, late }, context) => {
    const { answers } = digestOf(register, register.requests.get(reference)?.digest ?? '', context.seq);
    for (const answer of answers)
      if (answer.mail === mail && answer.partner === partner && answer.reference === reference) {
        delete answer.unproven;
        answer.late ||= late;
      }
    change(register, reference, context, { kind, partner }, () => {});
  },
};

/** Whichever institution named the address when it opted out. */
function optIn(register: Register, address: string, at: string, seq: number): void {
  register.optedOut.delete(address);
  for (const [id, { stopped }] of register.partners)
    if (stopped?.[address]) delete partnerOf(register, id, at, seq).stopped?.[address];
}

/** A letter carries the digest to a partner; the one before it, to a contact that failed, is kept. */
export function serve(register: Register, id: string, partner: string, letter: string, seq: number): void {
  const digest = digestOf(register, id, seq);
  const before = digest.letters[partner];
  if (before) {
    digest.earlier ??= {};
    digest.earlier[partner] = [...(digest.earlier[partner] ?? []), before];
  }
  digest.letters[partner] = letter;
}

function digestOf(register: Register, id: string, seq: number) {
  const digest = register.digests.get(id);
  if (!digest) throw new Error(`cannot find ${id} in the register`);
  yearDocument(register, digest.at, seq);
  return digest;
}
