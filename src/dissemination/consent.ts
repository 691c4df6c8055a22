import type { EventOf, RegisterEvent } from '../model/events.ts';
import type { Notice, Request } from '../model/request.ts';
import { takingBack } from './consent-words.ts';
import { hashNotice } from './notice.ts';

/**
 * What follows when the requester takes a consent back: the notice holds no contact any more. Where it may be meant, the
 * contact is hidden until staff settles it: what was sent cannot be taken back. Undefined when there is no consent, or the
 * words are not that.
 */
export function withdrawal(
  request: Request,
  text: string,
  mail: string,
): { events: RegisterEvent[]; what: string } | undefined {
  const said = request.consent?.given ? takingBack(text) : undefined;
  if (said === undefined) return undefined;
  if (said === 'unsure')
    return {
      events: consented(request, false, 'courriel du demandeur, à vérifier', mail),
      what: 'Consentement à vérifier\u00A0: ce courriel parle des coordonnées du demandeur sans que ce soit clair. Elles sont masquées en attendant; s’il veut toujours les montrer, «\u00A0#rectifier\u00A0» avec «\u00A0Coordonnées : oui, courriel du demandeur\u00A0» les remet',
    };
  const what = request.digest
    ? 'Consentement retiré\u00A0: ses coordonnées ne sont plus dans la fiche; les partenaires déjà servis les ont reçues'
    : 'Consentement retiré\u00A0: ses coordonnées ne figureront pas dans la fiche';
  return { events: consented(request, false, 'courriel du demandeur', mail), what };
}

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
