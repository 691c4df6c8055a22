import { alarm } from '../agenda/news.ts';
import { leavingOf } from '../dissemination/leaving-words.ts';
import { houseNamed, onceServedAt } from '../model/network.ts';
import type { Policy } from '../model/policy.ts';
import type { Register } from '../model/register.ts';
import { receive } from '../reception/registration.ts';
import type { Handler, Reading } from './reading.ts';

/** Who had digests once and is no contact any more, or whose institution has left, wants none: on record, and nothing else. */
export function stopFormer(reading: Reading, register: Register, policy: Policy): ReturnType<Handler> | undefined {
  const { mail } = reading.cause;
  const address = mail.from[0]?.address ?? '';
  const partner = onceServedAt(address, register);
  if (partner === undefined || leavingOf(mail.subject, reading.text) !== 'leaves') return undefined;
  const why = 'does not want the digest any more';
  const what = `${address}, qui a reçu des bulletins au nom de ${houseNamed(partner, register, policy)}, ne veut plus rien recevoir. C’est inscrit.`;
  const todo = 'Rien\u00A0: cette adresse n’est plus celle d’un partenaire, et elle ne reçoit rien.';
  return {
    why,
    events: [
      receive(reading.cause, 'partner-answer', why, 'partners'),
      { kind: 'contact-stopped', partner, address, mail: mail.id },
    ],
    letters: register.optedOut.has(address) ? [] : alarm(`contact/${partner}`, what, todo, policy),
    folder: 'partners',
  };
}
