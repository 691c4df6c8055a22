import type { Letter } from '../model/letter.ts';
import type { Staff } from '../model/partner.ts';
import type { Request } from '../model/request.ts';

/** To a colleague: what somebody else of the house did in a request that is now theirs to know of. */
export function tell(colleague: Staff, request: Request, what: string, by: Staff, text: string): Letter {
  const { reference } = request;
  const to = { name: colleague.name, address: colleague.address };
  const data = { reference, what, reasons: '', author: by.name, text, buttons: [] };
  return { name: 'news', data, to, languages: ['fr'], reference, thread: [], automatic: true };
}

/** Those of the staff, each once, but for who did it. */
export function others(ids: readonly (string | undefined)[], by: Staff, staff: readonly Staff[]): Staff[] {
  return staff.filter(({ id }) => id !== by.id && ids.includes(id));
}
