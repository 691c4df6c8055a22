import type { CalendarPart } from '../mail/calendar.ts';
import type { Address } from '../mail/mail.ts';
import { plain } from '../model/plain.ts';
import type { Policy } from '../model/policy.ts';
import type { Requester } from '../model/request.ts';
import { hostOf } from './sides.ts';

/** Who answers an invitation. */
export interface CalendarSender {
  side: 'requester' | 'host' | 'other';
  /** The requester in person, from whatever address; of their side somebody else may have got the invitation. */
  inPerson: boolean;
  /** Under which address the answer is entered. */
  attendee: string;
}

/**
 * Some answer from another address of theirs: then the thread tells which side it is, and the name, or the address that was
 * invited, whether it is the person. The ATTENDEE alone proves nothing: a stranger can write any.
 * @param participant - Whether the mail answers a letter that only the requester received.
 */
export function calendarSender(
  { attendee }: Pick<CalendarPart, 'attendee'>,
  from: Address | undefined,
  participant: boolean,
  requester: Requester,
  policy: Policy,
): CalendarSender {
  const { name = '', address = '' } = from ?? {};
  const said = attendee ?? address;
  const host = hostOf(policy).address;
  if (address === host || (address !== requester.address && participant && said === host))
    return { side: 'host', inPerson: false, attendee: said };
  if (address !== requester.address && !participant) return { side: 'other', inPerson: false, attendee: said };
  const sameName = name.trim() !== '' && plain(name).trim() === plain(requester.name).trim();
  const inPerson = [address, said].includes(requester.address) || sameName;
  return { side: 'requester', inPerson, attendee: inPerson ? requester.address : said };
}
