import type { Clerk } from '../src/clerk.ts';
import type { Mail } from '../src/mail/mail.ts';
import type { Policy } from '../src/model/policy.ts';
import type { Request } from '../src/model/request.ts';
import { FakeWorld, written } from './world.ts';

export const ama = 'aboateng@tgtu.example';
export const officer = 'mtremblay@greffier.test';
export const approver = 'dlavoie@greffier.test';
/** What our mail server says of a mail that is from whom it says. */
export const genuine = (address: string) => ({
  'Authentication-Results': `mx.inm.example; dmarc=pass header.from=${address.split('@')[1]}`,
});
export const request = {
  from: `Ama Boateng <${ama}>`,
  subject: 'Mine rescue training',
  text: 'Dear Sir,\n\nour board would like to train 12 instructors in mine rescue.\n\nAma Boateng\nDean, Tarkwa Gold Technical University, Ghana\n',
};
export const fivePoints = `1. Nature of the needs
Training of 12 instructors.
2. Expectations
A certificate.
3. Type of agreement sought
Service contract
4. Available resources
CAD 175 000, approved.
5. Preliminary timeline
May 2027, three weeks.
`;

/** The clerk at work and the world around it, new for each test by `opened`. */
export const desk = {} as { world: FakeWorld; clerk: Clerk };
export const opened = () => openedUnder((usual) => usual);
/** The same, with another policy. */
export async function openedUnder(decided: (usual: Policy) => Policy): Promise<void> {
  desk.world = new FakeWorld();
  desk.world.policy = decided(desk.world.policy);
  desk.clerk = await desk.world.open();
}

export const subjects = async (address: string) => (await desk.world.lettersTo(address)).map((mail) => mail.subject);
export const last = async (address: string): Promise<Mail> => {
  const mail = (await desk.world.lettersTo(address)).at(-1);
  if (!mail) throw new Error(`nothing was sent to ${address}`);
  return mail;
};
/** The one request of the register. */
export const only = (): Request => {
  const [first, ...others] = desk.clerk.register.requests.values();
  if (!first || others.length > 0) throw new Error(`${desk.clerk.register.requests.size} requests are registered`);
  return first;
};
export const reply = async (from: string, text: string, subject?: string, answers?: Mail) => {
  const to = answers ?? (await last(from));
  return written({ from, subject: subject ?? `Re: ${to.subject}`, text, answers: to, headers: genuine(from) });
};
export const command = async (from: string, line: string, text = '') =>
  desk.world.arrives(
    desk.clerk,
    await written({ from, subject: `[${only().reference}] ${line}`, text, headers: genuine(from) }),
  );

/** From the first mail to the released notice. */
export async function released(): Promise<void> {
  await desk.world.arrives(desk.clerk, await written(request));
  await desk.world.arrives(desk.clerk, await reply(ama, fivePoints));
  await command(officer, '#catégorie court terme, budget voté #complet');
  await command(approver, '#diffuser');
  const code = /#confirmer\s+([0-9A-Z]{10})/.exec((await last(approver)).text)?.[1];
  await command(approver, `#confirmer ${code}`);
}
