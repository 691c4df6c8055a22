import type { EventOf, RegisterEvent } from '../model/events.ts';
import { plain } from '../model/plain.ts';
import type { Notice, Request } from '../model/request.ts';
import { hashNotice } from './notice.ts';

/** What the button writes that shares the contact too; plain. */
const shares = /\b(?:avec mes coordonnees|with my contact details|con mis datos de contacto)\b/;

/** Whether a yes to the text also lets the requester's name and address stand in it. */
export function sharesContact(text: string): boolean {
  return shares.test(plain(text));
}

const verbs =
  'partag|diffus|publi|communiqu|transmet|montr|affich|shar|publish|disclos|show|pass|compart|difund|public';
const contact =
  'coordonnees|mon nom|mon adresse|mon courriel|contact details|my (?:name|contact|address|e-?mail)|datos de contacto|mis datos|mi (?:nombre|correo|direccion)';
const withdrawals: readonly RegExp[] = [
  /\b(?:retir\w*|revoqu\w*|annul\w*|withdraw\w*|revok\w*|retiro|revoco)\b.{0,30}\b(?:consentement|consent|consentimiento)\b/,
  new RegExp(
    `\\b(?:ne|n'|no longer|not|don't|stop|never|ya no|no)\\b.{0,30}\\b(?:${verbs})\\w*\\b.{0,40}\\b(?:${contact})\\b`,
  ),
  new RegExp(
    `\\b(?:retire[rz]?|enleve[rz]?|supprime[rz]?|remove|delete|elimin\\w+|quit\\w+)\\b.{0,20}\\b(?:mes |my |mis )?(?:${contact})\\b`,
  ),
];

/**
 * What follows when the requester takes a consent back: the notice holds no contact any more. Undefined when there is
 * none, or the words are not that.
 */
export function withdrawal(
  request: Request,
  text: string,
  mail: string,
): { events: RegisterEvent[]; what: string } | undefined {
  const said = plain(text.slice(0, longest));
  if (!request.consent?.given || !withdrawals.some((pattern) => pattern.test(said))) return undefined;
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
