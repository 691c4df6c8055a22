import type { Slot } from '../model/request.ts';
import { localTime } from '../model/zones.ts';
import { feastAbout } from './islamic-feasts.ts';
import { dayOffAbroad, type Whereabouts } from './slots.ts';
import { momentLine } from './wording.ts';

/**
 * What staff should know of slots that the requester is offered, in French: that a date which people chose is no working day
 * there, or that it may be an Islamic feast, whose date is not certain before it is announced.
 * @param houseZone - Counts where the requester's is not known.
 */
export function cautions(slots: readonly Pick<Slot, 'start'>[], requester: Whereabouts, houseZone: string): string[] {
  const zone = requester.timeZone ?? houseZone;
  return slots.flatMap(({ start }) => {
    const date = localTime(new Date(start), zone).toPlainDate();
    const off = dayOffAbroad(date, requester);
    const feast = feastAbout(requester.country, date);
    const why = off
      ? `${dayOffNames[off]} chez le demandeur`
      : feast && `peut-être ${feast} chez le demandeur, à une date estimée`;
    return why ? [`${capital(momentLine(new Date(start), 'fr', zone))}\u00A0: ${why}.`] : [];
  });
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const dayOffNames = { weekend: 'jour de repos hebdomadaire', holiday: 'jour férié' } as const;
