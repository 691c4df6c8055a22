import { requestsFrom } from '../model/kin.ts';
import { takenForMachine } from '../model/person-shown.ts';
import type { Register } from '../model/register.ts';

/** Who had no answer from a person writes again after some days; a machine that answers letters does so at once. */
const patienceMs = 3 * 86_400_000;
const longestMs = 90 * 86_400_000;

/**
 * The open request of the sender that this mail says again, if it is a reminder: days passed since it was said last, and
 * nobody of the house has written since.
 * @param words - Of `wordsKey`.
 * @param brings - Of `broughtBy`.
 */
export function remindsOf(
  sender: string,
  { words, brings }: { words: string; brings: readonly string[] },
  register: Register,
  now: Date,
): string | undefined {
  if (sender === '' || takenForMachine(sender, register)) return undefined;
  const open = requestsFrom(register, sender).filter(
    ({ status }) => status !== 'closed' && status !== 'quarantined' && status !== 'dormant',
  );
  const said = open.flatMap((request) =>
    request.mails.flatMap((id) => {
      const mail = register.mails.get(id);
      const same = mail?.words === words || (brings.length > 0 && brings.every((key) => mail?.brings?.includes(key)));
      return mail?.from === sender && same ? [{ request, at: mail.at }] : [];
    }),
  );
  const last = said.sort((a, b) => (a.at < b.at ? -1 : 1)).at(-1);
  if (!last) return undefined;
  const agoMs = now.getTime() - Date.parse(last.at);
  if (agoMs <= patienceMs || agoMs > longestMs) return undefined;
  const written = last.request.letters.some((id) => {
    const letter = register.letters.get(id);
    return letter !== undefined && !letter.automatic && letter.to.address === sender;
  });
  return written ? undefined : last.request.reference;
}
