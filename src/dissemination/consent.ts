import type { EventOf, RegisterEvent } from '../model/events.ts';
import { plain } from '../model/plain.ts';
import type { Notice, Request } from '../model/request.ts';
import { hashNotice } from './notice.ts';

const verbs =
  'partag|diffus|publi|communiqu|transmet|transmi|montr|affich|divulgu|donn|mett|inclu|figur|(?:ap)?parai|utilis|shar|publish|disclos|show|pass|includ|giv|put|use|appear|compart|difund|public|inclui|pon';
const contact =
  '(?:coordonnees|(?:mon|mes) (?:nom|adresse|courriel|numero|telephone)s?|contact details|my (?:name|contact|address|e-?mail|details|phone)|datos de contacto|mis datos|mi (?:nombre|correo|direccion))';
const consent = '(?:consentement|accord|autorisation|consent|permission|consentimiento|autorizacion)';
const negation = "(?:ne|n'|pas|plus|jamais|sans|no longer|not|don't|stop|never|without|ya no|no|nunca)";

/** Each on one sentence. */
const withdrawals: readonly RegExp[] = [
  new RegExp(
    `\\b(?:retir\\w*|revoqu\\w*|annul\\w*|repren\\w*|withdraw\\w*|revok\\w*|cancel\\w*|tak(?:e|ing) back|revoco)\\b.{0,30}\\b${consent}\\b`,
  ),
  new RegExp(`\\b${negation}\\b.{0,40}\\b(?:${verbs})\\w*\\b.{0,40}\\b${contact}\\b`),
  new RegExp(`\\b${negation}\\b.{0,40}\\b${contact}\\b.{0,40}\\b(?:${verbs})\\w*\\b`),
  new RegExp(`\\b${contact}\\b.{0,40}\\b${negation}\\b.{0,40}\\b(?:${verbs})\\w*\\b`),
  /\b(?:rester?|demeurer?|remain|stay|permanecer|quedar) (?:\w+ )?anon[iy]m/,
  new RegExp(
    `\\b(?:retir\\w*|enlev\\w*|supprim\\w*|effac\\w*|remov\\w*|delet\\w*|eras\\w*|tak(?:e|ing)|elimin\\w+|quit\\w+)\\b.{0,20}\\b${contact}\\b(?!.{0,3}:)`,
  ),
  new RegExp(`\\b${contact}\\b.{0,40}\\b(?:confidentiel\\w*|prive\\w*|private|confidential|privad[oa]s?)\\b`),
];
/** « N’hésitez pas à transmettre mes coordonnées »: the contrary. */
const invites =
  /\bhesit|\bpourquoi\b|\bwhy (?:not|you)\b|\bno dud\w+|\b(?:see|have) no (?:problem|objection)|\bpas d'objection|\bpas d'inconvenient|\bno problem\b|\b(?:pas de|sans|aucun) (?:problemes?|soucis?|inconvenients?)\b|\bno hay (?:problema|inconveniente)/;

function takesBack(text: string): boolean {
  const sentences = plain(text.slice(0, longest)).match(/[^.!?;]+/g) ?? [];
  return sentences
    .map((sentence) => sentence.replace(/\s+/g, ' '))
    .some((sentence) => !invites.test(sentence) && withdrawals.some((pattern) => pattern.test(sentence)));
}

/**
 * What follows when the requester takes a consent back: the notice holds no contact any more. Undefined when there is
 * none, or the words are not that.
 */
export function withdrawal(
  request: Request,
  text: string,
  mail: string,
): { events: RegisterEvent[]; what: string } | undefined {
  if (!request.consent?.given || !takesBack(text)) return undefined;
  const what = request.digest
    ? 'Consentement retiré\u00A0: ses coordonnées ne sont plus dans la fiche; les partenaires déjà servis les ont reçues'
    : 'Consentement retiré\u00A0: ses coordonnées ne figureront pas dans la fiche';
  return { events: consented(request, false, 'courriel du demandeur', mail), what };
}

const longest = 2000;

/** The consent on record, and the notice as it reads with it when it is released already. */
export function consented(request: Request, given: boolean, source: string, mail: string): RegisterEvent[] {
  const { reference, notice: released } = request;
  const event: EventOf<'contact-consent'> = { kind: 'contact-consent', reference, given, source, mail };
  if (!released) return [event];
  const notice = given ? withContact(released.notice, request) : withoutContact(released.notice);
  const hash = hashNotice(notice);
  return hash === released.hash ? [event] : [event, { kind: 'notice-corrected', reference, notice, hash }];
}

export function withContact(notice: Notice, { requester: { name, address } }: Pick<Request, 'requester'>): Notice {
  return { ...notice, contact: { name, address } };
}

function withoutContact({ contact: _, ...notice }: Notice): Notice {
  return notice;
}
