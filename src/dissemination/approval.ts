import type { EventOf, RegisterEvent } from '../model/events.ts';
import type { Button, Letter } from '../model/letter.ts';
import { mailto } from '../model/mailto.ts';
import { plain } from '../model/plain.ts';
import type { Policy } from '../model/policy.ts';
import type { Register } from '../model/register.ts';
import { type Language, type Notice, type Point, points, type Request } from '../model/request.ts';
import { pointTitles } from '../model/wording.ts';
import { closing } from './deadline.ts';
import { dayName, hashNotice } from './notice.ts';

const labels: Record<Language, { yes: string; corrections: string }> = {
  fr: { yes: 'Oui, ce texte peut être diffusé', corrections: 'Proposer des corrections' },
  en: { yes: 'Yes, this text may be sent', corrections: 'Suggest corrections' },
  es: { yes: 'Sí, este texto puede difundirse', corrections: 'Proponer correcciones' },
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
 * @param answered - Id of the letter that it answers, if it answers one of ours.
 */
export function readApproval(
  { reference, approval, letters }: Request,
  { subject, text, answered }: { subject: string; text: string; answered: string | undefined },
  register: Register,
): { events: RegisterEvent[]; what: string } | undefined {
  if (!approval) return undefined;
  const { notice, hash } = approval;
  const ours = letters.filter((id) => register.letters.get(id)?.letter === 'approval');
  const [, named] = /bon a diffuser ([0-9a-f]{8})\b/.exec(plain(subject)) ?? [];
  const older = named === undefined ? ours.slice(0, -1).includes(answered ?? '') : !hash.startsWith(named);
  if (older)
    return {
      events: [],
      what: 'Bon à diffuser\u00A0: le demandeur répond au sujet d’un texte qui a changé depuis. Le bon à diffuser du nouveau texte reste attendu',
    };
  const approved = yes.test(plain(text).trim()) && !doubt.test(plain(text)) && pressed(subject, text);
  if (approved)
    return {
      events: [
        { kind: 'approval-answered', reference, answer: 'approved' },
        { kind: 'released', reference, notice, hash },
      ],
      what: 'Bon à diffuser\u00A0: le demandeur approuve le texte, qui part au prochain bulletin',
    };
  return {
    events: [{ kind: 'approval-answered', reference, answer: 'corrections' }],
    what: 'Bon à diffuser\u00A0: le demandeur n’a pas simplement approuvé le texte; #rectifier, puis #diffuser de nouveau',
  };
}

/** The heading of a point in the text to be approved: sent back, it is not read as an answer of the questionnaire. */
export function sheetTitle(language: Language, point: Point): string {
  return `${sheets[language]}\u00A0– ${pointTitles[language][point].title}`;
}

const sheets: Record<Language, string> = { fr: 'Fiche', en: 'Notice', es: 'Ficha' };

/** Requests whose requester has not answered in time: `approval/INMQ-2026-0042/2026-11-30T…`. */
export function dueApprovals(register: Register, _policy: Policy, now: Date): { id: string; due: string }[] {
  return [...register.requests.values()].flatMap(({ reference, approval }) =>
    approval && now.toISOString() > approval.until
      ? [{ id: `approval/${reference}/${approval.until}`, due: approval.until }]
      : [],
  );
}

const yes = /^(?:oui|yes|si|ok|d'accord|approuve|approved|aprobado|bon a diffuser)\b/;
/** « Oui, mais … »: not simply yes. */
const doubt =
  /\b(?:mais|but|pero|sauf|except|excepto|corriger|correct(?:ion|ions)?|correc(?:cion|ciones)|remplac|change)\b/;

/** A long answer holds more than a yes. */
function pressed(subject: string, text: string): boolean {
  return text.trim().length < 200 && !/correc/i.test(subject);
}

function inLanguage(language: Language, notice: Notice, hash: string, { institute }: Policy) {
  const { yes: approve, corrections } = labels[language];
  const answer = (label: string, subject: string, body: string): Button => ({
    label,
    href: mailto({ to: institute.address, subject: `[${notice.reference}] ${subject}`, body }),
  });
  const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'code' });
  return {
    country: notice.country ? (names.of(notice.country) ?? notice.country) : '',
    deadline: notice.deadline === undefined ? '' : dayName(notice.deadline, language),
    points: points.map((point) => ({ title: sheetTitle(language, point), value: notice.points[point] })),
    // The yes names the text that it is for.
    yes: answer(
      approve,
      `Bon à diffuser ${hash.slice(0, 8)}`,
      language === 'en' ? 'Yes\n' : language === 'es' ? 'Sí\n' : 'Oui\n',
    ),
    corrections: answer(corrections, 'Corrections', ''),
  };
}
