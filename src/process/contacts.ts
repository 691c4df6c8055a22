import { alarm } from '../agenda/news.ts';
import type { RegisterEvent } from '../model/events.ts';
import type { Letter } from '../model/letter.ts';
import { reachable } from '../model/network.ts';
import type { Partner } from '../model/partner.ts';
import type { Policy } from '../model/policy.ts';
import type { Register } from '../model/register.ts';
import { readMessageId } from '../model/signature.ts';
import { receive } from '../reception/registration.ts';
import { answered, type Handler, type Reading } from './reading.ts';

type Planned = ReturnType<Handler>;

/** A person's address stops at once; the institution stays, and staff hears of it when nobody is left to write to. */
export function stop(reading: Reading, partner: Partner, register: Register, policy: Policy): Planned {
  const { mail } = reading.cause;
  const { name = '', address = '' } = mail.from[0] ?? {};
  const why = 'does not want the digest any more';
  const stopped: RegisterEvent = { kind: 'contact-stopped', partner: partner.id, address, mail: mail.id };
  const substitute = reachable(partner, register, address);
  const confirmed: Letter = {
    name: 'contact-stopped',
    data: { address, partner: partner.name, substitute: substitute?.address ?? '' },
    ...envelope(partner, { name, address }),
    thread: answered(reading),
  };
  const told = substitute
    ? []
    : alarm(
        `partner/${partner.id}`,
        `${address} ne veut plus recevoir le bulletin, et ${partner.name} n’a plus d’autre adresse.`,
        `Joignez l’établissement\u00A0: «\u00A0#partenaire ${partner.id} remplaçant …\u00A0» nomme une autre personne, «\u00A0#partenaire ${partner.id} retirer …\u00A0» confirme le départ.`,
        policy,
      );
  const events = [receive(reading.cause, 'partner-answer', why, 'partners'), stopped];
  const letters = reading.answerable ? [confirmed, ...told] : told;
  return { why, events, letters, folder: 'partners' };
}

/** What `List-Unsubscribe` writes in the subject, and what people write by themselves. */
export function wantsOut(subject: string): boolean {
  return /^(?:(?:re|rép|tr|fwd?)\s*:\s*)*(?:désabonne|desabonne|désinscri|desinscri|unsubscribe)/i.test(subject.trim());
}

/**
 * A new address that answers the letter which asked it: it is written to from now on, and both it and the one before are
 * told. Undefined for any other mail: only who holds that mailbox knows the Message-ID that is answered.
 */
export function confirmContact(reading: Reading, register: Register, policy: Policy): Planned | undefined {
  const { mail } = reading.cause;
  const address = mail.from[0]?.address ?? '';
  const partner = policy.partners.find(({ id }) => register.partners.get(id)?.proposed?.contact.address === address);
  const contact = partner && register.partners.get(partner.id)?.proposed?.contact;
  if (!partner || !contact || !answersQuestion()) return undefined;
  const [before, ...others] = partner.contacts;
  const why = 'the new address confirmed itself';
  const rest = others.filter((other) => other.address !== address);
  const changed: RegisterEvent = {
    kind: 'partner-changed',
    partner: { id: partner.id, name: partner.name, contacts: [contact, ...rest] },
    why,
  };
  const data = { partner: partner.name, before: before.address, after: address };
  const letters = [contact, before].map(
    (to): Letter => ({ name: 'contact-changed', data, ...envelope(partner, to), thread: [] }),
  );
  return {
    why,
    events: [receive(reading.cause, 'partner-answer', why, 'partners'), changed],
    letters,
    folder: 'partners',
  };

  function answersQuestion(): boolean {
    return [...mail.inReplyTo, ...mail.references].some((messageId) => {
      const signed = readMessageId(messageId, policy.keys);
      const letter = signed && register.letters.get(signed.id);
      return letter?.letter === 'contact-confirm' && letter.to.address === address;
    });
  }
}

function envelope({ id }: Partner, { name, address }: { name: string; address: string }) {
  return { to: { name, address }, languages: ['fr'] as const, partner: id, automatic: true };
}
