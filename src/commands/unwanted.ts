import { dateInWords } from '../model/date-format.ts';
import { correspondence } from '../model/filing.ts';
import type { Policy } from '../model/policy.ts';
import type { Register } from '../model/register.ts';
import type { Request } from '../model/request.ts';
import { localTime } from '../model/zones.ts';

/**
 * For who takes a request back that was closed as unwanted: the mails that came to it meanwhile. What they answer is on
 * file; of what else they say nobody was told, and nothing was answered. Empty when there are none.
 */
export function cameMeanwhile(request: Request, register: Register, { timeZone }: Policy): string {
  if (request.outcome !== 'spam') return '';
  const closed = request.history.findLast((line) => line.kind === 'status-changed' && line.outcome === 'spam');
  const mails = correspondence(register, request).filter(({ mail }) => closed !== undefined && mail.at > closed.at);
  if (mails.length === 0) return '';
  const lines = mails.map(({ number, mail: { receivedAt, subject, from } }) => {
    const day = localTime(new Date(receivedAt), timeZone).toPlainDate().toString();
    return `courriel ${number} du ${dateInWords(day)}, « ${subject} », de ${from}`;
  });
  return `Arrivés pendant que la demande était indésirable, sans réponse\u00A0: lisez-les dans la boîte.\n${lines.join('\n')}`;
}
