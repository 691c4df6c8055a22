import { beforeEach, expect, test } from 'vitest';
import { codeOf } from '../commands/attacker.ts';
import { ama, approver, command, desk, genuine, officer, only, opened, released, request } from '../correspondence.ts';
import { buttonsIn } from '../pressing.ts';
import { bounceOf, written } from '../world.ts';

const partner = 'international@cfp-boreal.test';

beforeEach(async () => {
  await opened();
  await desk.world.arrives(desk.clerk, await written(request));
});

const arrives = async (mail: Parameters<typeof written>[0]) => desk.world.arrives(desk.clerk, await written(mail));
/** The clerk looks at the clock at that instant, and what is due goes out. */
const at = async (instant: string) => {
  desk.world.clock.at = new Date(instant);
  await desk.clerk.followAgenda();
  await desk.clerk.sendDue();
};
const summaries = async () =>
  (await desk.world.lettersTo(officer)).filter(({ subject }) => subject.startsWith('Sommaire'));
const morning = async (instant: string) => {
  await at(instant);
  const letter = (await summaries()).at(-1);
  if (!letter) throw new Error('there was no morning mail');
  return { ...letter, words: letter.text.replace(/\s+/g, ' ') };
};
const answersOf = async () => {
  const [letter] = await desk.world.lettersTo(ama);
  if (!letter) throw new Error('nothing was sent to the requester');
  return letter;
};

test('what is new, and what is to be done today, with a button for each', async () => {
  const { words, ...letter } = await morning('2026-11-24T13:00:00.000Z');
  expect(words).toMatch(/Pour l’équipe : aujourd’hui -+ 1\. Mine rescue training/);
  expect(words).toContain('Prendre la demande en charge, au plus tard le 24 novembre');
  expect(buttonsIn(letter, officer).map(({ subject }) => subject)).toEqual(
    expect.arrayContaining(['[INMQ-2026-0001] #prendre', '[INMQ-2026-0001] #aide']),
  );
});

test('what was taken yesterday and waits for the other side is new, then waiting', async () => {
  await command(officer, '#prendre');
  expect((await morning('2026-11-24T13:00:00.000Z')).words).toMatch(/Nouvelles demandes -+ 1\. Mine rescue training/);
  expect((await morning('2026-11-25T13:00:00.000Z')).words).toMatch(
    /On attend l’autre partie -+ 1\. Mine rescue training .* On attend les précisions du demandeur/,
  );
});

test('what is late says since when, in business days over a weekend and a holiday', async () => {
  // Received on the Wednesday before Christmas; Thursday to Saturday are holidays.
  desk.world.clock.at = new Date('2026-12-23T15:00:00.000Z');
  await arrives({ from: 'kofi@else.example', subject: 'Drilling', text: 'A course, please.' });
  const { words } = await morning('2026-12-29T13:00:00.000Z');
  expect(words).toMatch(/Pour l’équipe : en retard .*Drilling .* c’était pour le 28 décembre/);
});

test('each overdue thing is said once a day: not each hour, not after a restart, and though the clerk was away', async () => {
  await morning('2026-11-26T13:00:00.000Z');
  for (const hour of ['13:05', '14:00', '19:00']) {
    desk.clerk = await desk.world.open();
    await at(`2026-11-26T${hour}:00.000Z`);
  }
  expect(await summaries()).toHaveLength(1);
  // Away at eight, back at half past eleven: the morning mail of that day, once.
  desk.clerk = await desk.world.open();
  const { words } = await morning('2026-11-27T16:30:00.000Z');
  expect(words.match(/Mine rescue training/g)).toHaveLength(1);
  expect(words).toContain('c’était pour le 24 novembre');
  await at('2026-11-27T17:30:00.000Z');
  expect(await summaries()).toHaveLength(2);
});

test('what is set aside, in quarantine, or put off', async () => {
  await arrives({
    from: 'News <news@list.example>',
    subject: 'Newsletter of the mines',
    text: 'Our news.',
    headers: { 'List-Id': '<news.list.example>', Precedence: 'bulk' },
  });
  await arrives({ from: 's@ofm.example', subject: 'Visite', text: 'Une visite.', headers: { 'X-Spam-Flag': 'YES' } });
  const subject = '[INMQ-2026-0001] #attente 2027-01-15, congé';
  await arrives({ from: officer, subject, text: '', headers: genuine(officer) });
  const { words } = await morning('2026-11-24T13:00:00.000Z');
  expect(words).toMatch(/Courriels mis à part, à parcourir -+ - news@list\.example : Newsletter of the mines/);
  expect(words).toMatch(/En quarantaine -+ 1\. Visite/);
  expect(words).toMatch(/2\. Mine rescue training .* En attente jusqu’au 15 janvier 2027 \(congé\)/);
  expect(words).toContain('Mis à part : 1');
});

test('a report that returns no letter of ours is shown: a person may have written it', async () => {
  const returned = (name: string) => ({
    from: 'Mail Delivery Subsystem <mailer-daemon@else.example>',
    subject: `Undelivered mail to ${name}`,
    text: `${name}@else.example: 550 5.1.1 user unknown`,
  });
  await arrives(returned('nobody'));
  await desk.world.arrives(desk.clerk, await bounceOf(desk.world, ama, '550 5.1.1 unknown'));
  const { words } = await morning('2026-11-24T13:00:00.000Z');
  expect(words).toMatch(/Courriels mis à part, à parcourir -+ - \S+ : Undelivered mail to nobody (?!- )/);
});

test('what was taken for a machine’s is shown, also where it answers a request', async () => {
  const { reference } = only();
  await arrives({
    from: 'aboateng@tgtu.example',
    subject: `Re: [${reference}] Demande reçue`,
    text: 'I am out of the office until Monday.',
    answers: await desk.world.lastLetterTo('aboateng@tgtu.example'),
  });
  expect([...desk.clerk.register.mails.values()].at(-1)?.disposition).toBe('automatic');
  expect((await morning('2026-11-24T13:00:00.000Z')).words).toMatch(
    /Courriels mis à part, à parcourir -+ - aboateng@tgtu\.example : Re: \[INMQ-2026-0001\] Demande reçue/,
  );
});

test('the meetings of the day, at the house’s hour', async () => {
  await command(officer, '#rencontre confirmer 2026-11-25 10 h');
  expect(only().meeting?.start).toBe('2026-11-25T15:00:00.000Z');
  expect((await morning('2026-11-24T13:00:00.000Z')).words).not.toContain('Rencontres du jour');
  expect((await morning('2026-11-25T13:00:00.000Z')).words).toMatch(
    /Rencontres du jour -+ - 10 h 00 : Ama Boateng \(INMQ-2026-0001\)/,
  );
});

test('a partner that mails do not reach, until it has another address', async () => {
  await opened();
  await desk.clerk.followAgenda();
  await released();
  await desk.clerk.tick('short');
  desk.world.clock.at = new Date('2026-11-24T14:00:00.000Z');
  await desk.clerk.tick('short');
  await desk.clerk.sendDue();
  await desk.world.arrives(desk.clerk, await bounceOf(desk.world, partner, '550 5.1.1 no such user'));
  expect((await morning('2026-11-25T13:00:00.000Z')).words).toMatch(
    /Partenaires que les courriels n’atteignent pas -+ - Centre de formation professionnelle Boréal : international@cfp-boreal\.test; plus aucune adresse valable/,
  );
  const tell = async (line: string) => {
    const headers = genuine(approver);
    await arrives({ from: approver, subject: `#partenaire cfp-boreal ${line}`, text: '', headers });
    await arrives({ from: approver, subject: `#confirmer ${await codeOf(approver)}`, text: '', headers });
  };
  await tell('remplaçant luc@cfp-boreal.test Luc Roy');
  expect((await morning('2026-11-26T13:00:00.000Z')).words).not.toContain('n’atteignent pas');
  await tell('retirer fermeture');
  expect((await morning('2026-11-27T13:00:00.000Z')).words).not.toContain('cfp-boreal');
});

test('yesterday’s count says 0 orphelin, and the head of the chain stands below', async () => {
  await arrives({ from: ama, subject: 'Re: more', text: 'One more thing.', answers: await answersOf() });
  const { words } = await morning('2026-11-24T13:00:00.000Z');
  expect(words).toContain('Reçus : 2 Demandes : 1 Réponses : 1');
  expect(words).toContain('0 orphelin : chaque courriel reçu mène à sa place au registre.');
  const head = /Tête de la chaîne du journal : (\d+) · ([0-9a-f]{16})/.exec(words);
  const entry = desk.world.journal.entries.find(({ seq }) => seq === Number(head?.[1]));
  expect(entry?.hash.slice(0, 16)).toBe(head?.[2]);
});
