import { readMail } from '../../src/io/mime.ts';
import type { Mail } from '../../src/mail/mail.ts';
import type { Request } from '../../src/model/request.ts';
import { calendarOf, calendarReply } from '../clarification/calendar-client.ts';
import { openOffice } from './office.ts';
import { type Person, people } from './people.ts';
import { compose } from './post.ts';

const hour = 3_600_000;

/** Six requests in five zones and one more: what each writes first, and where it says it is. */
export const cast = {
  kone: [
    'Côte d’Ivoire',
    'Africa/Abidjan',
    'Protocole d’entente',
    'Madame,\n\nnotre ministère souhaite un protocole d’entente.\n\nAwa Koné\nMinistère des Mines, Abidjan, Côte d’Ivoire',
  ],
  traore: [
    'Maroc',
    'Africa/Casablanca',
    'Visite d’une délégation',
    'Bonjour,\n\nune délégation de huit personnes visitera vos centres.\n\nSalma Traoré\nOffice de formation minière, Rabat, Maroc',
  ],
  boateng: [
    'Ghana',
    'Africa/Accra',
    'Mine rescue training',
    'Dear Sir,\n\nwe would like to train twelve instructors in mine rescue.\n\nAma Boateng\nTarkwa Gold Technical University, Ghana',
  ],
  smith: [
    'Perú',
    'America/Lima',
    'Simuladores',
    'Estimados:\n\nbuscamos capacitación a medida en simuladores para sesenta operadores.\n\nRosa Smith\nMinera Andes Azul, Lima, Perú',
  ],
  mallory: [
    'Mongolia',
    'Asia/Ulaanbaatar',
    'Simulators and internships',
    'Hello,\n\nour centre wants advice on simulators and teacher internships.\n\nBat-Erdene Mallory\nGobi Vocational Centre, Ulaanbaatar, Mongolia',
  ],
  p12: [
    'Burkina Faso',
    'Africa/Ouagadougou',
    'Formation de formateurs',
    'Bonjour,\n\nnous cherchons une formation de formateurs en forage.\n\nIdrissa Ouédraogo\nÉcole des mines, Ouagadougou, Burkina Faso',
  ],
} as const satisfies Partial<Record<Person, readonly [string, string, string, string]>>;
export type Requester = keyof typeof cast;

/** The clerk on real servers and a simulated clock, its correspondents, and what they do. */
export type Months = Awaited<ReturnType<typeof startMonths>>;

export async function startMonths() {
  const { servers, clerk, clock, takes, close } = await openOffice();
  let notes = 0;

  const requestOf = (name: Requester): Request => {
    const found = [...clerk.register.requests.values()].find(({ requester }) => requester.address === people[name]);
    if (!found) throw new Error(`${name} is not registered`);
    return found;
  };
  /** Sent with a login, brought by Postfix, read by IMAP, decided, answered by SMTP. */
  const sends = (name: Person, raw: Buffer) => takes(() => servers.submit(name, raw, [people.info]));
  const writes = async (name: Person, subject: string, text: string, answers?: Mail) =>
    sends(
      name,
      await compose({
        from: { name: '', address: people[name] },
        to: people.info,
        subject,
        text,
        ...(answers && { answers }),
      }),
    );
  const commands = async (name: Requester, line: string, text?: string) => {
    notes += 1;
    await writes('mtremblay', `[${requestOf(name).reference}] ${line}`, text ?? `Note ${notes}`);
  };
  const chooses = async (name: Requester, number: number) =>
    writes(name, `[${requestOf(name).reference}] Plage ${number}`, `Plage ${number}`);
  /** Every letter that was taken for them, as it lies in their mailbox. */
  const lettersTo = async (name: Person): Promise<{ raw: Buffer; mail: Mail }[]> => {
    const taken = [...clerk.register.letters.values()].filter(({ to }) => to.address === people[name]);
    const found = await servers.mailboxOf(name).waitFor(taken.length);
    return Promise.all(found.map(async ({ raw }) => ({ raw, mail: await readMail(raw) })));
  };
  const invitation = async (name: Person) => {
    const carrying = (await lettersTo(name)).filter(({ mail }) =>
      mail.parts.some((part) => part.contentType === 'text/calendar'),
    );
    return { text: calendarOf(carrying.at(-1)?.mail), mail: carrying.at(-1)?.mail };
  };
  const answersCalendar = async (
    name: Requester,
    answer: Omit<Parameters<typeof calendarReply>[0], 'from' | 'invitation'>,
  ) => {
    const { text, mail } = await invitation(name);
    const raw = await calendarReply({
      from: people[name],
      to: people.info,
      invitation: text,
      ...(mail && { answers: mail }),
      ...answer,
    });
    await sends(name, raw);
  };
  const live = async (until: string) => {
    for (const end = Date.parse(until); clock.at < end; ) {
      clock.at = Math.min(clock.at + 3 * hour, end);
      await clerk.takeWaiting();
      await clerk.followAgenda();
      await clerk.sendDue();
    }
  };
  const told = (name: Requester) =>
    [...clerk.register.letters.values()]
      .filter(({ to }) => to.address === people[name])
      .map(({ letter, at }) => ({ letter, day: at.slice(0, 10) }));

  return {
    clerk,
    close,
    now: () => clock.at,
    requestOf,
    writes,
    commands,
    chooses,
    lettersTo,
    answersCalendar,
    live,
    told,
  };
}
