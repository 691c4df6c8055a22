import type { Clerk } from '../../src/clerk.ts';
import type { Partner } from '../../src/model/partner.ts';
import { type FakeWorld, written } from '../world.ts';

/** An institution with one contact, and one with a substitute. */
export const un: Partner = { id: 'un', name: 'Cégep Un', contacts: [{ name: 'A', address: 'a@un.test' }] };
export const deux: Partner = {
  id: 'deux',
  name: 'Cégep Deux',
  contacts: [
    { name: 'B', address: 'b@deux.test' },
    { name: 'C', address: 'c@deux.test' },
  ],
};

const officer = 'mtremblay@greffier.test';
const approver = 'dlavoie@greffier.test';
export const genuine = (address: string) => ({
  'Authentication-Results': `mx.inm.example; dmarc=pass header.from=${address.split('@')[1]}`,
});

/** A staff command about a request, by subject; the code of a command to all is confirmed at once. */
export async function command(world: FakeWorld, clerk: Clerk, from: string, subject: string, text = '') {
  await world.arrives(clerk, await written({ from, subject, text, headers: genuine(from) }));
  const answer = await world.lastLetterTo(from);
  const code = /#confirmer\s+([0-9A-Z]{10})/.exec(answer.text)?.[1];
  const [reference] = /\[[A-Z]+-\d+-\d+\]/.exec(subject) ?? [''];
  if (code)
    await world.arrives(
      clerk,
      await written({ from, subject: `${reference} #confirmer ${code}`, text: '', headers: genuine(from) }),
    );
  return world.lastLetterTo(from);
}

/** A request from its first mail to its release; resolves with its reference. */
export async function release(
  world: FakeWorld,
  clerk: Clerk,
  {
    from = 'Ama Boateng <aboateng@tgtu.example>',
    term = 'court',
    subject = 'Mine rescue training',
    text = 'Dear Sir,\n\nplease help us.\n',
    needs = '',
    timeline = 'mai 2027',
    corrections = '',
  } = {},
): Promise<string> {
  await world.arrives(clerk, await written({ from, subject, text }));
  const reference = [...clerk.register.requests.keys()].at(-1) ?? '';
  const points = `Nature des besoins : ${needs || subject}\nAttentes : une attestation\nType d’entente recherché : contrat\nRessources disponibles : 100 000 $\nÉchéancier préliminaire : ${timeline}`;
  await command(world, clerk, officer, `[${reference}] #clarifier`, points);
  await command(world, clerk, officer, `[${reference}] #catégorie ${term} terme, confirmé #complet`);
  if (corrections) await command(world, clerk, approver, `[${reference}] #rectifier`, corrections);
  await command(world, clerk, approver, `[${reference}] #diffuser`);
  if (!clerk.register.requests.get(reference)?.notice) throw new Error(`${reference} was not released`);
  return reference;
}

/** A newsletter waits that the mail server took two hours ago: it bears out the time that passed while nobody was there. */
export async function newsletterCame(world: FakeWorld): Promise<void> {
  const received = new Date(world.clock.at.getTime() - 2 * 3_600_000).toISOString();
  const headers = { 'List-Id': '<nouvelles.revue.example>', Precedence: 'bulk' };
  const news = { from: 'nouvelles@revue.example', subject: `Nouvelles ${received}`, text: received, headers };
  world.mailbox.deliver(await written(news), received);
}
