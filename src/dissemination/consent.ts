import { domainOf } from '../model/domain.ts';
import type { EventOf, RegisterEvent } from '../model/events.ts';
import type { Letter } from '../model/letter.ts';
import { plain } from '../model/plain.ts';
import type { Notice, Request } from '../model/request.ts';
import { forwardMark, replyMark } from '../model/subject-marks.ts';
import { plainYes } from './approval-words.ts';
import { takingBack } from './consent-words.ts';
import { type Mention, mentionOf } from './contact-mentions.ts';
import { hashNotice } from './notice.ts';
import { namesWriter } from './reluctance.ts';
import { areSignature } from './signing-lines.ts';

/** What a mail does to a standing consent. */
export interface Withdrawal {
  events: RegisterEvent[];
  /** In French, for staff. */
  what: string;
  /** Whether it may have been meant otherwise: people settle it. */
  unsure: boolean;
  /** Whether the writer speaks of it, and shall know what was done. */
  tells: boolean;
}

/**
 * What follows when the requester takes a consent back: the notice holds no contact any more. Until a digest has left,
 * anything that may mean it hides the contact, and staff settles it: what was sent cannot be taken back. Undefined when
 * there is no consent, or the words are not that.
 */
export function withdrawal(
  request: Request,
  { subject, text, mail }: { subject: string; text: string; mail: string },
): Withdrawal | undefined {
  if (!request.consent?.given) return undefined;
  const said = takingBack(text);
  const waits = request.digest === undefined;
  const mention = waits ? mentioned(request, subject, text) : undefined;
  if (said === 'withdraws') {
    const what = waits
      ? 'Consentement retiré\u00A0: ses coordonnées ne figureront pas dans la fiche'
      : 'Consentement retiré\u00A0: ses coordonnées ne sont plus dans la fiche; les partenaires déjà servis les ont reçues';
    return { events: consented(request, false, 'courriel du demandeur', mail), what, unsure: false, tells: waits };
  }
  if (said === undefined && mention === undefined) return undefined;
  return {
    events: consented(request, false, 'courriel du demandeur, à vérifier', mail),
    what: 'Consentement à vérifier\u00A0: ce courriel parle peut-être des coordonnées du demandeur. Elles sont masquées en attendant; s’il veut toujours les montrer, un clic les remet',
    unsure: true,
    tells: mention === 'own',
  };
}

function mentioned(request: Request, subject: string, text: string): Mention {
  const { name, organisation, address } = request.requester;
  const signatory = { name, house: `${organisation ?? ''} ${domainOf(address)}` };
  const agrees = plainYes(text, signatory, 'text');
  if (agrees && takingBack(text) === undefined) return undefined;
  const words = text
    .split('\n')
    .filter((line) => !areSignature([line], signatory))
    .join('\n');
  // What answers us bears our words in its subject, as do our buttons.
  const ours = replied.test(subject) || /bon a diffuser [0-9a-f]{8}\b/.test(plain(subject));
  const said = ours ? words : `${subject.replace(/\[[^\]]*\]/g, ' ')}\n${words}`;
  return mentionOf(said) ?? (namesWriter(said, signatory) ? 'aside' : undefined);
}

const replied = new RegExp(`^\\s*(?:\\[[^\\]]*\\]\\s*)*(?:${replyMark}|${forwardMark})`, 'iu');

/** One click records that the contact may be shown, with where that is known from. */
export function showingForm(day: string): { usage: string; label: string; body: string } {
  return {
    usage: '#rectifier',
    label: 'Montrer ses coordonnées',
    body: `Coordonnées : oui, courriel du demandeur du ${day}`,
  };
}

/** To the requester: the contact is hidden, and how it is shown again. */
export function withheldLetter(
  { reference, subject, language, requester: { name, address } }: Request,
  thread: readonly string[],
): Letter {
  return {
    name: 'contact-withheld',
    data: { name, reference, subject },
    to: { name, address },
    languages: language === 'fr' ? ['fr'] : ['fr', language],
    reference,
    thread: [...thread],
    automatic: true,
  };
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

/** The notice with the contact only where the consent stands: it may have been taken back since the text was asked about. */
export function asConsented(notice: Notice, { consent }: Pick<Request, 'consent'>): Notice {
  return consent?.given ? notice : withoutContact(notice);
}
