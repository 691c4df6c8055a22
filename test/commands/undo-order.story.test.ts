import { beforeEach, describe, expect, test } from 'vitest';
import type { Mail } from '../../src/mail/mail.ts';
import { approver, desk, fivePoints, genuine, officer, opened } from '../correspondence.ts';
import { written } from '../world.ts';

const ama = 'ama@univ-a.example';
const bea = 'bea@polytech.example';

beforeEach(async () => {
  await opened();
  await arrives(ama, 'Mine rescue', 'We look for training in mine rescue.');
  await arrives(bea, 'Bauxite', 'We look for a course on bauxite.');
});

async function arrives(from: string, subject: string, text: string, answers?: Mail): Promise<void> {
  desk.world.clock.pass(60_000);
  const headers = genuine(from);
  await desk.world.arrives(desk.clerk, await written({ from, subject, text, headers, ...(answers && { answers }) }));
}
const command = (subject: string, from = officer, answers?: Mail) => arrives(from, subject, '', answers);
const answer = async (address = officer) => {
  const mail = await desk.world.lastLetterTo(address);
  return { mail, text: mail.text.replace(/\s+/g, ' ') };
};
const request = (number: number) => {
  const found = desk.clerk.register.requests.get(`INMQ-2026-000${number}`);
  if (!found) throw new Error(`there is no request ${number}`);
  return found;
};
/** The subject of the first button of the letter whose subject matches. */
function button({ html = '' }: Mail, wanted: RegExp): string {
  const found = [...html.matchAll(/mailto:[^?"]*\?subject=([^&"]*)/g)]
    .map(([, subject = '']) => decodeURIComponent(subject))
    .find((subject) => wanted.test(subject));
  if (!found) throw new Error(`there is no button ${wanted}`);
  return found;
}

test('a command is undone from the request that it was given about, even where it changed others only', async () => {
  await command('[INMQ-2026-0002] #fusionner 2026-0001');
  await command('[INMQ-2026-0001] #scinder 2');
  expect(request(3).requester.address).toBe(bea);
  await command(button((await answer()).mail, /#annuler/));
  expect((await answer()).text).toContain('Annulée : #scinder 2');
  expect(request(3)).toMatchObject({ status: 'closed', outcome: 'mistake' });
  expect(request(2).mergedInto).toBe('INMQ-2026-0001');
  await command('[INMQ-2026-0001] #annuler');
  expect((await answer()).text).toContain('Annulée : #fusionner 2026-0001');
  expect(request(2)).toMatchObject({ status: 'received' });
});

test('a merge is not undone over a mail that nobody could say whose it is; #scinder takes it out', async () => {
  const { mail: acknowledged } = await answer(bea);
  await command('[INMQ-2026-0002] #fusionner 2026-0001');
  await arrives(bea, 'Re: Bauxite', fivePoints, acknowledged);
  expect(Object.keys(request(1).points)).toHaveLength(5);
  await command('[INMQ-2026-0001] #annuler');
  expect((await answer()).text).toContain(`depuis, un courriel de ${bea} est arrivé`);
  expect(request(2).mergedInto).toBe('INMQ-2026-0001');
  await command('[INMQ-2026-0001] #scinder 3');
  expect(Object.keys(request(3).points)).toHaveLength(5);
  expect(request(1).points).toEqual({});
});

test('a merge is undone over a mail of the one who asks in the request that stays', async () => {
  const { mail: acknowledged } = await answer(ama);
  await command('[INMQ-2026-0002] #fusionner 2026-0001');
  await arrives(ama, 'Re: Mine rescue', 'Thank you.', acknowledged);
  await command('[INMQ-2026-0001] #annuler');
  expect(request(2).status).toBe('received');
});

describe('#annuler in the thread of an answer', () => {
  const undo = async () => {
    const { mail } = await answer();
    await command(`Re: ${mail.subject} #annuler`, officer, mail);
    return (await answer()).text;
  };

  test.each(['#statut', '#stat', '#status', '#liste', '#list', '#registre', '#reg', '#aide', '#partenaire'])(
    'to %s, which only reads, is about the command before',
    async (line) => {
      await command('[INMQ-2026-0001] #prendre');
      await command(`[INMQ-2026-0001] ${line}`);
      expect(await undo()).toContain('Annulée : #prendre');
      expect(request(1).officer).toBeUndefined();
    },
  );

  test('that undid one is about the command before that', async () => {
    await command('[INMQ-2026-0001] #prendre');
    await command('[INMQ-2026-0001] #attente 2027-01-15, congé');
    await command(button((await answer()).mail, /#annuler/));
    expect((await answer()).text).toContain('Annulée : #attente');
    expect(await undo()).toContain('Annulée : #prendre');
  });

  test.each(['#att 2027-01-15, congé', '#note vu', '#pause panne'])('to %s is about no other', async (line) => {
    await command(`[INMQ-2026-0001] ${line}`);
    const { mail } = await answer();
    await command('[INMQ-2026-0001] #prendre');
    await command(`Re: ${mail.subject} #annuler`, officer, mail);
    expect((await answer()).text).toContain('n’est pas celle de ce fil, mais « #prendre »');
    expect(request(1).officer).toBe('mtremblay');
  });
});

test.each([
  ['#att 2027-01-15, congé', '#annuler attente'],
  ['#snooze 2027-01-15, congé', '#annuler attente'],
  ['#attente 2027-01-15, congé', '#annuler att'],
])('%s is undone by %s: a verb by any of its names', async (line, undo) => {
  await command(`[INMQ-2026-0001] ${line}`);
  await command(`[INMQ-2026-0001] ${undo}`);
  expect((await answer()).text).toContain('Annulée : #attente 2027-01-15, congé');
  expect(request(1).held).toBeUndefined();
  await command('[INMQ-2026-0001] #prendre');
  await command(`[INMQ-2026-0001] ${undo}`);
  expect(request(1).officer).toBe('mtremblay');
});

describe('#annuler under an old reference', () => {
  beforeEach(async () => {
    await arrives('chi@gao.example', 'Safety', 'We look for a course on safety.');
    await command('[INMQ-2026-0002] #fusionner 1');
    await command('[INMQ-2026-0003] #fusionner 1');
  });

  test.each(['[INMQ-2026-0002] #annuler', '[INMQ-2026-0002] #annuler fusionner'])(
    '« %s » never undoes the merge of another, and says which goes first',
    async (subject) => {
      await command(subject);
      const { text } = await answer();
      expect(text).toContain('n’est pas la fusion de INMQ-2026-0002, mais celle de INMQ-2026-0003');
      expect(text).toContain('« [INMQ-2026-0003] #annuler »');
      expect([2, 3].map((number) => request(number).mergedInto)).toEqual(['INMQ-2026-0001', 'INMQ-2026-0001']);
      await command('[INMQ-2026-0003] #annuler');
      await command(subject);
      expect([2, 3].map((number) => request(number).mergedInto)).toEqual([undefined, undefined]);
    },
  );

  test('in the thread of one, without a reference in the subject, too', async () => {
    const told = (await desk.world.lettersTo(officer)).find(({ subject }) => subject.includes('INMQ-2026-0002'));
    await command('#annuler', officer, told);
    expect((await answer()).text).toContain('n’est pas la fusion de INMQ-2026-0002');
    expect([2, 3].map((number) => request(number).mergedInto)).toEqual(['INMQ-2026-0001', 'INMQ-2026-0001']);
  });

  test.each([
    ['the reference that stays', '[INMQ-2026-0001] #annuler'],
    ['that of the last merge', '[INMQ-2026-0003] #annuler'],
  ])('%s undoes the last merge, and no other', async (_, subject) => {
    await command(subject);
    expect([2, 3].map((number) => request(number).mergedInto)).toEqual(['INMQ-2026-0001', undefined]);
  });

  test.each(['[INMQ-2026-0002] #annuler', '[INMQ-2026-0001] #annuler'])(
    'work under it is undone under it, and under the one that stays: %s',
    async (subject) => {
      await command('[INMQ-2026-0002] #prendre');
      await command(subject);
      expect(request(1).officer).toBeUndefined();
    },
  );

  test.each(['[INMQ-2026-0001] #prendre', '[INMQ-2026-0002] #prendre'])(
    'work under another is not, and says which one it was: %s',
    async (subject) => {
      await command(subject);
      await command('[INMQ-2026-0003] #annuler');
      const { text } = await answer();
      expect(text).toContain('La dernière commande n’est pas de INMQ-2026-0003 : « #prendre »');
      expect(text).toContain('« [INMQ-2026-0001] #annuler »');
      expect(request(1).officer).toBe('mtremblay');
      expect([2, 3].map((number) => request(number).mergedInto)).toEqual(['INMQ-2026-0001', 'INMQ-2026-0001']);
    },
  );

  test('the button undoes the command that it names', async () => {
    await command('[INMQ-2026-0002] #prendre');
    await command('[INMQ-2026-0002] #annuler');
    await command(button((await answer()).mail, /#annuler fusionner/).replace('0001', '0002'));
    expect([2, 3].map((number) => request(number).mergedInto)).toEqual(['INMQ-2026-0001', undefined]);
  });
});

test('work on the request that #scinder made comes before its undo', async () => {
  await arrives(ama, '[INMQ-2026-0001] And a visit', 'A visit for eight.');
  await command('[INMQ-2026-0001] #scinder 2');
  await command('[INMQ-2026-0003] #prendre');
  await command('[INMQ-2026-0001] #annuler');
  expect((await answer()).text).toMatch(/a aussi changé INMQ-2026-0003, où ceci a suivi : « #prendre »/);
  expect(request(3)).toMatchObject({ status: 'received', officer: 'mtremblay' });
  await command('[INMQ-2026-0003] #annuler');
  await command('[INMQ-2026-0001] #annuler');
  expect(request(3)).toMatchObject({ status: 'closed', outcome: 'mistake' });
});

test('the button of an old answer, and a reply to it, undo no newer command', async () => {
  await command('[INMQ-2026-0001] #prendre');
  const { mail: old } = await answer();
  await command('[INMQ-2026-0001] #catégorie court terme, budget voté', approver);
  for (const [subject, answers] of [
    [button(old, /#annuler/), undefined],
    ['Re: [INMQ-2026-0001] #annuler', old],
    ['[INMQ-2026-0001] #annuler prendre', undefined],
  ] as const) {
    await command(subject, officer, answers);
    expect((await answer()).text).toContain('Annulez d’abord celle-là');
    expect((await answer()).text).toContain('« #catégorie court terme, budget voté » (Denis Lavoie)');
  }
  expect(request(1)).toMatchObject({ officer: 'mtremblay', category: { category: 'short' } });
  await command(button((await answer()).mail, /#annuler/));
  expect(request(1).category).toBeUndefined();
  await command('[INMQ-2026-0001] #annuler prendre');
  expect(request(1).officer).toBeUndefined();
});

test('words that name no command undo nothing', async () => {
  await command('[INMQ-2026-0001] #prendre');
  await command('[INMQ-2026-0001] #annuler la prise en charge');
  expect((await answer()).text).toContain('ne nomme aucune commande');
  expect(request(1).officer).toBe('mtremblay');
});

test('each button of #statut takes out the mail that it names, whatever was taken out before', async () => {
  for (const word of ['deux', 'trois', 'quatre']) await arrives(ama, `[INMQ-2026-0001] ${word}`, `Mail ${word}.`);
  await command('[INMQ-2026-0001] #statut');
  const { mail: status } = await answer();
  const buttons = [...(status.html ?? '').matchAll(/subject=([^&"]*%23scinder[^&"]*)/g)].map(([, subject = '']) =>
    decodeURIComponent(subject),
  );
  await command(buttons[0] ?? '');
  await command(buttons[1] ?? '');
  expect([3, 4].map((number) => request(number).subject)).toEqual(['[INMQ-2026-0001] deux', '[INMQ-2026-0001] trois']);
  await command('[INMQ-2026-0001] #scinder 4');
  expect(request(5).subject).toBe('[INMQ-2026-0001] quatre');
});

test.each(['#annuler', '#rouvrir'])(
  'what came while a request stood as unwanted is read, and %s names it',
  async (back) => {
    const { mail: acknowledged } = await answer(ama);
    await command('[INMQ-2026-0001] #indésirable');
    const before = desk.world.postman.sent.length;
    await arrives(ama, 'Re: Mine rescue', fivePoints, acknowledged);
    await arrives(ama, 'Re: [INMQ-2026-0001] Slot 2', 'Slot 2', acknowledged);
    await arrives(bea, '[INMQ-2026-0001] Mine rescue', 'Not mine.');
    const letters = desk.world.postman.sent.slice(before).map(({ envelope }) => envelope.to);
    expect(letters).not.toContain(ama);
    expect(request(1)).toMatchObject({ status: 'closed', outcome: 'spam' });
    await command(`[INMQ-2026-0001] ${back}`);
    expect(request(1).status).toBe(back === '#annuler' ? 'received' : 'clarifying');
    expect(Object.keys(request(1).points)).toHaveLength(5);
    const { text } = await answer();
    expect(text).toContain('Arrivés pendant que la demande était indésirable, sans réponse');
    expect(text).toContain('courriel 2 du 23 novembre 2026, « Re: Mine rescue »');
    expect(text).toContain('courriel 3 du 23 novembre 2026, « Re: [INMQ-2026-0001] Slot 2 »');
  },
);
