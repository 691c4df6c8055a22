import { header, type Mail } from '../mail/mail.ts';
import type { Attachment, Letter, LetterData } from '../model/letter.ts';
import type { Staff } from '../model/partner.ts';
import { codesOfDay, type Register } from '../model/register.ts';

/** More refusals than this in an hour, and the person hears no more of them: somebody is playing with the name. */
export const refusalsPerHour = 20;

interface Extras {
  reference?: string | undefined;
  attachments?: readonly Attachment[] | undefined;
  listed?: readonly string[] | undefined;
}

/** The answer to a command: to the registered address only, in the thread of the mail that gave it. */
export function answerTo<N extends 'command-done' | 'command-refused' | 'confirm' | 'help'>(
  person: Staff,
  mail: Mail,
  name: N,
  data: LetterData[N],
  { reference, attachments, listed }: Extras = {},
): Letter {
  const letter = {
    name,
    data,
    to: { name: person.name, address: person.address },
    languages: ['fr'] as const,
    thread: [...mail.references, ...(mail.messageId ? [mail.messageId] : [])],
    automatic: header(mail, 'auto-submitted') !== undefined,
    ...(reference !== undefined && { reference }),
    ...(attachments && attachments.length > 0 && { attachments }),
    ...(listed && { listed }),
  };
  // The data is that of the name.
  return letter as Letter;
}

/** Whether the person got so many answers lately that whoever asks without proof gets no more. */
export function answeredTooOften(person: Staff, register: Register, now: Date): boolean {
  const answers = (register.answersTo.get(person.address) ?? []).slice(-refusalsPerHour);
  return answers.length === refusalsPerHour && answers.every(({ at }) => now.getTime() - Date.parse(at) < 3_600_000);
}

/** Whether the person was refused, or sent codes that nobody used, so often that another answer would only annoy. */
export function refusedTooOften(person: Staff, register: Register, now: Date): boolean {
  const lately = (at: string) => now.getTime() - Date.parse(at) < 3_600_000;
  const answers = (register.answersTo.get(person.address) ?? []).slice(-2 * refusalsPerHour);
  const refused = answers.filter(({ letter, at }) => letter === 'command-refused' && lately(at));
  const days = new Set([now.getTime() - 3_600_000, now.getTime()].map((at) => new Date(at).toISOString().slice(0, 10)));
  const codes = [...days].flatMap((day) => codesOfDay(register, day));
  const unused = codes.filter(
    ({ person: id, issuedAt, usedAt }) => id === person.id && usedAt === undefined && lately(issuedAt),
  );
  return refused.length + unused.length >= refusalsPerHour;
}

/** « Ama Boateng <ama@tgtu.example> » */
export function addressLine({ name, address }: { name: string; address: string }): string {
  return name ? `${name} <${address}>` : address;
}
