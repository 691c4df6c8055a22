import { domainOf } from '../model/domain.ts';
import type { EventOf, RegisterEvent } from '../model/events.ts';
import { openRequests } from '../model/kin.ts';
import type { Letter } from '../model/letter.ts';
import type { Button } from '../model/letter-parts.ts';
import { mailto } from '../model/mailto.ts';
import { plain } from '../model/plain.ts';
import type { Policy } from '../model/policy.ts';
import type { Register } from '../model/register.ts';
import { type Language, type Notice, type Point, points, type Request } from '../model/request.ts';
import { pointTitles, requesterKindNames } from '../model/wording.ts';
import { plainYes } from './approval-words.ts';
import { asConsented, withContact } from './consent.ts';
import { closing } from './deadline.ts';
import { contactLine, dayName, hashNotice } from './notice.ts';
import type { Signatory } from './signing-lines.ts';
import { inDoubt } from './time-jump.ts';

const labels: Record<Language, { yes: string; share: string; corrections: string; said: string; shared: string }> = {
  fr: {
    yes: 'Oui, ce texte peut être diffusé',
    share: 'Oui, et avec mes coordonnées',
    corrections: 'Proposer des corrections',
    said: 'Oui',
    shared: 'Oui, avec mes coordonnées',
  },
  en: {
    yes: 'Yes, this text may be sent',
    share: 'Yes, and with my contact details',
    corrections: 'Suggest corrections',
    said: 'Yes',
    shared: 'Yes, with my contact details',
  },
  es: {
    yes: 'Sí, este texto puede difundirse',
    share: 'Sí, y con mis datos de contacto',
    corrections: 'Proponer correcciones',
    said: 'Sí',
    shared: 'Sí, con mis datos de contacto',
  },
};

/** The requester is asked for approval (bon à diffuser) of the exact text, with a time limit in business days. */
export function askApproval(
  { reference, requester, subject, language }: Request,
  notice: Notice,
  days: number,
  policy: Policy,
  now: Date,
): { event: EventOf<'approval-asked'>; letter: Letter } {
  const hash = hashNotice(notice);
  const until = closing(now, days, policy.timeZone).toISOString();
  const languages: Letter['languages'] = language === 'fr' ? ['fr'] : ['fr', language];
  const letter: Letter = {
    name: 'approval',
    data: {
      name: requester.name,
      reference,
      subject,
      until,
      organisation: notice.organisation,
      contact: contactLine(notice),
      asked: notice.contact ? '' : contactLine({ contact: requester }),
      localised: Object.fromEntries(languages.map((each) => [each, inLanguage(each, notice, hash, policy)])),
    },
    to: { name: requester.name, address: requester.address },
    languages,
    reference,
    thread: [],
    automatic: true,
  };
  return { event: { kind: 'approval-asked', reference, notice, hash, until }, letter };
}

/**
 * What the requester says of the text, once asked: approved it is released as it was asked; anything else is for staff.
 * Undefined when nothing was asked.
 * A yes counts from who has our letter, which it answers or whose text it names, or where the mail server vouches for the
 * sender: anybody can write a name and a reference. A no costs time alone, and counts at once.
 * @param answered - Id of the letter that it answers, if it answers one of ours.
 */
export function readApproval(
  request: Request,
  {
    subject,
    text,
    answered,
    mail,
    vouched,
  }: { subject: string; text: string; answered: string | undefined; mail: string; vouched: boolean },
  register: Register,
): { events: RegisterEvent[]; what: string } | undefined {
  const { reference, approval } = request;
  if (!approval) return lateYes(request, { subject, text, answered }, register);
  const { notice, hash } = approval;
  const [, named] = /bon a diffuser ([0-9a-f]{8})\b/.exec(plain(subject)) ?? [];
  const about = named ?? (answered === undefined ? undefined : askedBy(answered, request, register));
  // What answers another letter of ours is about that one.
  if (about === undefined && answered !== undefined) return undefined;
  const approved = approvedBy(request, subject, text);
  // The same text may have been asked more than once: a yes to it is a yes.
  if (about !== undefined && !hash.startsWith(about))
    return {
      // What is wrong with the old text may be wrong with the new one.
      events: approved ? [] : disputed(request),
      what: 'Bon à diffuser\u00A0: le demandeur répond au sujet d’un texte qui a changé depuis. Le bon à diffuser du nouveau texte reste attendu',
    };
  if (approved && named === undefined && answered === undefined && !vouched)
    return {
      events: [],
      what: 'Bon à diffuser\u00A0: un « oui » est arrivé sous le nom du demandeur, mais rien ne prouve qu’il vient de lui. Rien n’a été changé\u00A0: vérifiez auprès de lui, puis «\u00A0#diffuser sans bon\u00A0», ou demandez-lui de répondre à la lettre',
    };
  if (approved) {
    const { shares } = approved;
    const released = shares ? withContact(notice, request) : asConsented(notice, request);
    const consent: RegisterEvent[] = shares
      ? [{ kind: 'contact-consent', reference, given: true, source: 'bon à diffuser', mail }]
      : [];
    return {
      events: [
        { kind: 'approval-answered', reference, answer: 'approved' },
        ...consent,
        { kind: 'released', reference, notice: released, hash: hashNotice(released) },
      ],
      what: `Bon à diffuser\u00A0: le demandeur approuve le texte, ${shares ? 'avec ses coordonnées, ' : ''}qui part au prochain bulletin`,
    };
  }
  return {
    events: [{ kind: 'approval-answered', reference, answer: 'corrections' }],
    what: 'Bon à diffuser\u00A0: le demandeur n’a pas simplement approuvé le texte; #rectifier, puis #diffuser de nouveau',
  };
}

/**
 * What an answer to the letter still does when its sender may not speak for the requester: its yes proves nothing, but
 * anything else ends the consent by silence. It takes our letter, and costs time alone. Undefined when it does nothing.
 * @param answered - Id of the letter that it answers, if it answers one of ours.
 */
export function readObjection(
  request: Request,
  { subject, text, answered }: { subject: string; text: string; answered: string | undefined },
  register: Register,
): { events: RegisterEvent[]; what: string } | undefined {
  if (!request.approval || answered === undefined || askedBy(answered, request, register) === undefined)
    return undefined;
  if (approvedBy(request, subject, text)) return undefined;
  return {
    events: disputed(request),
    what: 'Bon à diffuser\u00A0: une réponse à la lettre n’est pas un simple «\u00A0oui\u00A0», et la fiche ne part plus sans réponse du demandeur',
  };
}

/** A yes to the letter once its time is over: people release, for the text may have changed since. */
function lateYes(
  request: Request,
  { subject, text, answered }: { subject: string; text: string; answered: string | undefined },
  register: Register,
): { events: RegisterEvent[]; what: string } | undefined {
  const last = request.history.findLast(({ kind }) => kind === 'approval-answered');
  const expired = last?.kind === 'approval-answered' && last.answer === 'expired';
  if (!expired || request.notice || request.status !== 'complete' || answered === undefined) return undefined;
  if (askedBy(answered, request, register) === undefined || !approvedBy(request, subject, text)) return undefined;
  return {
    events: [],
    what: 'Bon à diffuser\u00A0: le demandeur approuve, après le délai, le texte qui lui a été soumis. S’il n’a pas changé depuis, «\u00A0#diffuser sans bon\u00A0» le libère',
  };
}

function approvedBy(request: Request, subject: string, text: string): { shares: boolean } | undefined {
  return corrections.test(subject) ? undefined : plainYes(text, signatoryOf(request), 'text');
}

function disputed({ reference, approval }: Request): RegisterEvent[] {
  return approval?.disputed ? [] : [{ kind: 'approval-answered', reference, answer: 'disputed' }];
}

/** Who may have signed a mail of the requester. */
export function signatoryOf({ requester: { name, organisation, address } }: Request): Signatory {
  return { name, house: `${organisation ?? ''} ${domainOf(address)}` };
}

/** The hash of the text that this letter of ours asked to approve; undefined when it asked for no approval. */
function askedBy(id: string, request: Request, register: Register): string | undefined {
  const ours = asking(request, register);
  const place = ours.indexOf(id);
  if (place < 0) return undefined;
  // From the last one on: what was asked in a request that was merged into this one is not in its history.
  const asked = request.history.filter(({ kind }) => kind === 'approval-asked').at(place - ours.length);
  const known = asked?.kind === 'approval-asked' && asked.at === register.letters.get(id)?.at;
  return known ? asked.hash : '?';
}

/** Ids of the letters that asked for approval, oldest first. */
function asking({ letters }: Request, register: Register): string[] {
  return letters.filter((id) => register.letters.get(id)?.letter === 'approval');
}

/** Past the time limit: silence is what the policy makes of it, unless the letter that asked was never taken. */
export function expire(
  request: Request,
  { notice, disputed }: NonNullable<Request['approval']>,
  register: Register,
  policy: Policy,
): { events: RegisterEvent[]; what: string; text: string } {
  const { reference } = request;
  const events: RegisterEvent[] = [{ kind: 'approval-answered', reference, answer: 'expired' }];
  const letter = register.letters.get(asking(request, register).at(-1) ?? '');
  if (letter?.state !== 'accepted')
    return {
      events,
      what: 'Bon à diffuser\u00A0: la lettre qui le demandait n’est pas arrivée, et la fiche n’est pas libérée. Joignez le demandeur par une autre voie; «\u00A0#diffuser\u00A0» le lui redemande, «\u00A0#diffuser sans bon\u00A0» diffuse quand même',
      text: letter?.response ?? '',
    };
  if (disputed)
    return {
      events,
      what: 'Bon à diffuser\u00A0: sans réponse du demandeur dans le délai, mais un courriel reçu entre-temps s’y opposait peut-être\u00A0: la fiche n’est pas libérée. Vérifiez auprès de lui; «\u00A0#diffuser sans bon\u00A0» diffuse quand même',
      text: '',
    };
  if (policy.approval?.past !== 'release')
    return {
      events,
      what: 'Bon à diffuser\u00A0: sans réponse dans le délai. «\u00A0#diffuser sans bon\u00A0» diffuse quand même',
      text: '',
    };
  const released = asConsented(notice, request);
  return {
    events: [...events, { kind: 'released', reference, notice: released, hash: hashNotice(released) }],
    what: 'Bon à diffuser\u00A0: sans réponse dans le délai, la fiche part au prochain bulletin',
    text: '',
  };
}

/** The heading of a point in the text to be approved: sent back, it is not read as an answer of the questionnaire. */
export function sheetTitle(language: Language, point: Point): string {
  return `${sheets[language]}\u00A0– ${pointTitles[language][point].title}`;
}

const sheets: Record<Language, string> = { fr: 'Fiche', en: 'Notice', es: 'Ficha' };

/**
 * Requests whose requester has not answered in time: `approval/INMQ-2026-0042/2026-11-30T…`. A no that waits in the inbox
 * came in time: it is read first.
 */
export function dueApprovals(
  register: Register,
  policy: Policy,
  now: Date,
): { id: string; due: string; afterMail: true }[] {
  return openRequests(register).flatMap(({ reference, approval }) =>
    approval && now.toISOString() > approval.until && !inDoubt(approval.until, register, policy, now)
      ? [{ id: `approval/${reference}/${approval.until}`, due: approval.until, afterMail: true as const }]
      : [],
  );
}

/** The button « Proposer des corrections » says so in the subject. */
const corrections = /correc/i;

function inLanguage(language: Language, notice: Notice, hash: string, { institute }: Policy) {
  const { yes: approve, share, corrections, said, shared } = labels[language];
  const answer = (label: string, subject: string, body: string): Button => ({
    label,
    href: mailto({ to: institute.address, subject: `[${notice.reference}] ${subject}`, body }),
  });
  const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'code' });
  return {
    country: notice.country ? (names.of(notice.country) ?? notice.country) : '',
    kind: notice.kind ? requesterKindNames[language][notice.kind] : '',
    deadline: notice.deadline === undefined ? '' : dayName(notice.deadline, language),
    points: points.map((point) => ({ title: sheetTitle(language, point), value: notice.points[point] })),
    // The yes names the text that it is for.
    yes: answer(approve, `Bon à diffuser ${hash.slice(0, 8)}`, `${said}\n`),
    share: answer(share, `Bon à diffuser ${hash.slice(0, 8)}`, `${shared}\n`),
    corrections: answer(corrections, 'Corrections', ''),
  };
}
