import type { DeliveryState } from './events.ts';
import type { Files } from './filing.ts';
import { indexKin, indexOpen, indexTimes, type Kindred, noKindred } from './kin.ts';
import { indexLatecomer } from './latecomers.ts';
import { type Paces, restorePaces } from './pace.ts';
import type { Code, Digest, FollowedSchedule, LetterRecord, PartnerRecord, SeenMail } from './records.ts';
import { type Category, categories, type Request } from './request.ts';

/**
 * Counts how the yearly documents were made so far. It goes up with every change of what they hold for the same journal:
 * a checkpoint of another shape is not continued, but rebuilt from the journal.
 */
export const documentShape = 6;

/** The register of one year as people read it: requests by their reference's year, the rest by the day of the entry. */
export interface YearDocument {
  year: number;
  /** Seq of the last journal entry that changed this document. */
  position: number;
  requests: Record<string, Request>;
  mails: Record<string, SeenMail>;
  letters: Record<string, LetterRecord>;
  digests: Record<string, Digest>;
  /** Periods that passed without a digest, with the reason. */
  periods: Record<string, string>;
  /** Institutions whose contacts changed that year, as they stood at its end. */
  partners?: Record<string, PartnerRecord>;
  /** By category, the schedules that were taken up that year. */
  schedules?: Partial<Record<Category, FollowedSchedule>>;
  codes: Record<string, Code>;
  alarms: { at: string; trouble: string; why: string }[];
  /** When each trouble that was alarmed about was over, oldest first. */
  recoveries?: { at: string; trouble: string }[];
  /** When sending was stopped and taken up again, oldest first. */
  pauses?: { at: string; author: string; paused: boolean; why: string }[];
}

/** What a Message-ID leads to: a mail that came in, or a letter that went out. */
interface Known {
  mail?: string;
  letter?: string;
}

/** The state that `apply` (apply.ts) builds from the journal: yearly documents, and indexes over them that are never stored. */
export interface Register extends Kindred, Files {
  position: number;
  head: string;
  /** When the last entry was made; empty where there is none. */
  at: string;
  years: Map<number, YearDocument>;
  digests: Map<string, Digest>;
  codes: Map<string, Code>;
  /** Hashes of the codes by the day (UTC) of their issue, oldest first. */
  codesOn: Map<string, string[]>;
  partners: Map<string, PartnerRecord>;
  /** Addresses that asked not to be written to, whichever institution names them, with the mail that said so. */
  optedOut: Map<string, { at: string; mail: string }>;
  schedules: Map<Category, FollowedSchedule>;
  /** Ids of the leaps of the clock, among the periods. */
  leaps: string[];
  /** The mail that shows last what the mail server's clock says: of those that did not wait there. */
  dated: SeenMail | undefined;
  mailBySource: Map<string, string>;
  mailByFingerprint: Map<string, string>;
  /** Ids of the mails that were sent under one name at one time, by `copied.sending`, oldest first. */
  mailsBySending: Map<string, string[]>;
  /** Ids of the mails that one author wrote at one time, by `copied.writing`, oldest first. */
  mailsByWriting: Map<string, string[]>;
  /** Ids of the mails that say the same, oldest first. */
  mailsByWords: Map<string, string[]>;
  byMessageId: Map<string, Known>;
  /** Ids of the letters about a digest, oldest first, by digest. */
  aboutDigest: Map<string, string[]>;
  /** Ids of letters that no server has taken or refused yet, oldest first. */
  outbox: Set<string>;
  /** Automatic letters other than digests, oldest first: for the ceilings. */
  automatic: LetterRecord[];
  /** Every attempt to hand one of them over, oldest first. */
  tries: { at: string; letter: LetterRecord }[];
  automaticTo: Map<string, LetterRecord[]>;
  pace: Paces;
  /** Answers to commands, and numbered lists, by the person's address; oldest first. */
  answersTo: Map<string, LetterRecord[]>;
}

export function emptyRegister(): Register {
  return {
    position: 0,
    head: '0'.repeat(64),
    at: '',
    years: new Map(),
    ...noKindred(),
    mails: new Map(),
    letters: new Map(),
    digests: new Map(),
    codes: new Map(),
    codesOn: new Map(),
    partners: new Map(),
    optedOut: new Map(),
    schedules: new Map(),
    leaps: [],
    mailsOn: new Map(),
    latecomers: new Set(),
    dated: undefined,
    mailBySource: new Map(),
    mailByFingerprint: new Map(),
    mailsBySending: new Map(),
    mailsByWriting: new Map(),
    mailsByWords: new Map(),
    byMessageId: new Map(),
    aboutDigest: new Map(),
    outbox: new Set(),
    automatic: [],
    tries: [],
    automaticTo: new Map(),
    pace: new Map(),
    answersTo: new Map(),
  };
}

/** The register as the documents tell it; journal entries after `position` are still to be applied. */
export function restore(documents: readonly YearDocument[], position: number, head: string): Register {
  const register: Register = { ...emptyRegister(), position, head };
  for (const document of [...documents].sort((a, b) => a.year - b.year)) {
    register.years.set(document.year, document);
    for (const [reference, request] of Object.entries(document.requests)) indexRequest(register, reference, request);
    for (const [id, mail] of Object.entries(document.mails)) indexMail(register, id, mail);
    for (const [id, letter] of Object.entries(document.letters)) indexLetter(register, id, letter);
    for (const [id, digest] of Object.entries(document.digests)) register.digests.set(id, digest);
    for (const [hash, code] of Object.entries(document.codes)) indexCode(register, hash, code);
    for (const [id, partner] of Object.entries(document.partners ?? {})) register.partners.set(id, partner);
    register.leaps.push(...Object.keys(document.periods).filter(isLeap));
    for (const category of categories) {
      const followed = document.schedules?.[category];
      if (followed) register.schedules.set(category, followed);
    }
  }
  for (const { stopped = {} } of register.partners.values())
    for (const [address, said] of Object.entries(stopped)) register.optedOut.set(address, said);
  for (const reference of register.requests.keys()) indexLatecomer(register, reference);
  for (const letter of register.automatic)
    if (letter.triedAt !== undefined) register.tries.push({ at: letter.triedAt, letter });
  register.tries.sort((a, b) => a.at.localeCompare(b.at));
  restorePaces(register.pace, register.letters.values());
  return register;
}

/** The document of that instant's year (UTC), marked as changed by entry `seq`; made when it is missing. */
export function yearDocument(register: Register, at: string, seq: number): YearDocument {
  const year = Number(at.slice(0, 4));
  let document = register.years.get(year);
  if (!document) {
    document = {
      year,
      position: seq,
      requests: {},
      mails: {},
      letters: {},
      digests: {},
      periods: {},
      codes: {},
      alarms: [],
    };
    register.years.set(year, document);
  }
  document.position = seq;
  return document;
}

/** What is on record of an institution, to be changed by entry `seq`; a new year begins with a copy of the last one's. */
export function partnerOf(register: Register, id: string, at: string, seq: number): PartnerRecord {
  const document = yearDocument(register, at, seq);
  document.partners ??= {};
  const record = document.partners[id] ?? structuredClone(register.partners.get(id)) ?? { failed: {} };
  document.partners[id] = record;
  register.partners.set(id, record);
  return record;
}

/**
 * The request, its document marked as changed by entry `seq`.
 * @throws if the register has no such reference.
 */
export function requestOf(register: Register, reference: string, seq: number): Request {
  const request = register.requests.get(reference);
  if (!request) throw new Error(`cannot find request ${reference} in the register`);
  yearDocument(register, `${referenceYear(reference)}`, seq);
  return request;
}

/** 2026 for `INMQ-2026-0042`. */
export function referenceYear(reference: string): number {
  return Number(reference.split('-').at(-2));
}

export function indexRequest(register: Register, reference: string, request: Request): void {
  register.requests.set(reference, request);
  register.order.set(register.requests.size, reference);
  indexOpen(register, request);
  indexKin(register, reference, request);
  indexTimes(register, request);
}

export function indexMail(register: Register, id: string, mail: SeenMail): void {
  register.mails.set(id, mail);
  append(register.mailsOn, mail.at.slice(0, 10), id);
  if (byAnotherMachine(mail) && !waited(mail) && mail.seq > (register.dated?.seq ?? 0)) register.dated = mail;
  register.mailBySource.set(mail.source, id);
  if (!register.mailByFingerprint.has(mail.fingerprint)) register.mailByFingerprint.set(mail.fingerprint, id);
  if (mail.copied) append(register.mailsBySending, mail.copied.sending, id);
  if (mail.copied?.writing) append(register.mailsByWriting, mail.copied.writing, id);
  if (mail.words) append(register.mailsByWords, mail.words, id);
  if (mail.messageId && !register.byMessageId.has(mail.messageId))
    register.byMessageId.set(mail.messageId, { mail: id });
}

export function isLeap(period: string): boolean {
  return period.startsWith('clock/');
}

/** Mail in a Maildir bears the time of this machine. */
export function byAnotherMachine({ source }: Pick<SeenMail, 'source'>): boolean {
  return !source.startsWith('maildir/');
}

/** Of a mail that was read at once its date tells what the time is. */
function waited({ at, receivedAt }: SeenMail): boolean {
  return Date.parse(receivedAt) < Date.parse(at) - 3_600_000;
}

export function indexLetter(register: Register, id: string, letter: LetterRecord): void {
  register.letters.set(id, letter);
  register.byMessageId.set(letter.messageId, { letter: id });
  if (awaitsSending(letter.state)) register.outbox.add(id);
  if (letter.digest) append(register.aboutDigest, letter.digest, id);
  if (/^(?:command-|confirm$|help$)/.test(letter.letter) || letter.listed)
    append(register.answersTo, letter.to.address, letter);
  if (!letter.automatic || letter.digest) return;
  register.automatic.push(letter);
  append(register.automaticTo, letter.to.address, letter);
}

export function indexCode(register: Register, hash: string, code: Code): void {
  register.codes.set(hash, code);
  append(register.codesOn, code.issuedAt.slice(0, 10), hash);
}

/** The codes that were issued on the day (UTC) of that instant, oldest first. */
export function codesOfDay(register: Register, at: string): Code[] {
  const hashes = register.codesOn.get(at.slice(0, 10)) ?? [];
  return hashes.flatMap((hash) => register.codes.get(hash) ?? []);
}

/** Whether all sending is stopped now, and by whom. */
export function pauseOf(register: Register): { at: string; author: string; why: string } | undefined {
  const last = [...register.years.values()].flatMap(({ pauses = [] }) => pauses).at(-1);
  return last?.paused ? last : undefined;
}

export function awaitsSending(state: DeliveryState): boolean {
  return state === 'planned' || state === 'sending' || state === 'deferred';
}

function append<T>(index: Map<string, T[]>, key: string, value: T): void {
  const values = index.get(key);
  if (values) values.push(value);
  else index.set(key, [value]);
}
