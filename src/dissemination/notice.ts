import { createHash } from 'node:crypto';
import { dayText } from '../model/date-format.ts';
import type { Button } from '../model/letter-parts.ts';
import { mailto } from '../model/mailto.ts';
import type { Policy } from '../model/policy.ts';
import { type Category, type Language, type Notice, type Point, points, type Request } from '../model/request.ts';
import { notApplicable } from '../model/wording.ts';
import { organisationShown, withoutContacts } from './contacts.ts';

/**
 * The standard sheet of a request, from its facts: no research, and no name or address but with consent.
 * @param deadline - An outside deadline of the requester, `YYYY-MM-DD`.
 */
export function makeNotice(request: Request, category: Category, deadline: string | undefined): Notice {
  const filled = points.map((point): [Point, string] => {
    const known = request.points[point];
    return [point, known?.applies ? withoutContacts(known.value, request.requester) : notApplicable.fr];
  });
  return {
    reference: request.reference,
    organisation: organisationShown(request.requester),
    country: request.requester.country ?? '',
    ...(request.requester.kind && { kind: request.requester.kind }),
    category,
    points: Object.fromEntries(filled) as Record<Point, string>,
    ...(deadline !== undefined && { deadline }),
    ...(request.consent?.given && { contact: { name: request.requester.name, address: request.requester.address } }),
  };
}

/** « Tarkwa Gold Technical University (Ghana) »: a notice in lists and headings. */
export function titleOf({ organisation, country }: Notice): string {
  return country ? `${organisation} (${countryName(country)})` : organisation;
}

/** The French name of a country, from its ISO code; empty when it is unknown. */
export function countryName(country: string): string {
  return country ? (new Intl.DisplayNames(['fr'], { type: 'region', fallback: 'code' }).of(country) ?? country) : '';
}

/** « Ama Boateng, aboateng@tgtu.example »; empty when the notice holds no contact. */
export function contactLine({ contact }: Pick<Notice, 'contact'>): string {
  return contact ? [contact.name, contact.address].filter(Boolean).join(', ') : '';
}

/** « vendredi 18 décembre 2026 » for `2026-12-18`. */
export function dayName(date: string, language: Language): string {
  return dayText(new Date(date), language, { dateStyle: 'full', timeZone: 'UTC' });
}

/** The three answers to a notice, each a mail that only has to be sent. */
export function answerButtons(
  reference: string,
  { institute }: Pick<Policy, 'institute'>,
): Record<'interest' | 'question' | 'noInterest', Button> {
  const answer = (label: string, body: string): Button => ({
    label,
    href: mailto({ to: institute.address, subject: `[${reference}] ${label}`, body }),
  });
  return {
    interest: answer('Intérêt', 'Notre établissement souhaite participer.\n'),
    question: answer('Question', 'Notre question :\n'),
    noInterest: answer('Sans intérêt', 'Notre établissement ne participera pas.\n'),
  };
}

/** Hexadecimal SHA-256 of the notice: what is frozen at release. */
export function hashNotice(notice: Notice): string {
  const ordered = points.map((point) => notice.points[point]);
  const { reference, organisation, country, kind, category, deadline, contact } = notice;
  const added = [
    ...(kind ? [{ kind }] : []),
    ...(deadline === undefined ? [] : [{ deadline }]),
    ...(contact ? [{ contact }] : []),
  ];
  const sheet = [reference, organisation, country, category, ...ordered, ...added];
  return createHash('sha256').update(JSON.stringify(sheet)).digest('hex');
}
