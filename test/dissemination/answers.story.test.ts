import { beforeEach, describe, expect, test } from 'vitest';
import type { Clerk } from '../../src/clerk.ts';
import type { Mail } from '../../src/mail/mail.ts';
import { buttonsIn } from '../pressing.ts';
import { FakeWorld, written } from '../world.ts';
import { command, release } from './release.ts';

const day = 86_400_000;
const officer = 'mtremblay@greffier.test';
const approver = 'dlavoie@greffier.test';
const cfp = 'international@cfp-boreal.test';
const cegep = 'international@cegep-harricana.test';
const university = 'international@universite-nord.test';

let world: FakeWorld;
let clerk: Clerk;
let references: string[];
beforeEach(async () => {
  world = new FakeWorld();
  clerk = await world.open();
  references = [
    await release(world, clerk),
    await release(world, clerk, {
      from: 'Salma Idrissi <s.idrissi@ofm-ma.example>',
      subject: 'Visite de huit personnes',
    }),
  ];
  world.clock.pass(60_000);
  await clerk.tick('short');
  await clerk.sendDue();
});

const first = () => references[0] ?? '';
const second = () => references[1] ?? '';
const writes = async (from: string, subject: string, text: string, answers?: Mail) =>
  world.arrives(clerk, await written({ from, subject, text, ...(answers && { answers }) }));
const repliesToDigest = async (from: string, text: string) => {
  const [bulletin] = (await world.lettersTo(from)).filter(({ subject }) => /^Bulletin/.test(subject));
  if (!bulletin) throw new Error(`${from} has no digest`);
  await writes(from, `Re: ${bulletin.subject}`, text, bulletin);
};
const recorded = (partner = 'cfp-boreal') =>
  [...(clerk.register.digests.values().next().value?.answers ?? [])]
    .filter((answer) => answer.partner === partner)
    .map(({ reference, interest }) => [reference, interest]);
const last = async (address: string) => world.lastLetterTo(address);
const flat = (mail: Mail) => mail.text.replace(/[\s>]+/g, ' ');

describe('plain words about several notices', () => {
  test.each<[string, (a: string, b: string) => string, (a: string, b: string) => [string, string][]]>([
    [
      'one line each',
      (a, b) => `${a} : intéressés\n${b} : sans intérêt`,
      (a, b) => [
        [a, 'interest'],
        [b, 'no-interest'],
      ],
    ],
    [
      'in one sentence',
      (a, b) => `Nous sommes intéressés par ${a}, mais pas par ${b}.`,
      (a, b) => [
        [a, 'interest'],
        [b, 'no-interest'],
      ],
    ],
    [
      'after a comma',
      (a, b) => `Intéressés par ${a}, pas par ${b}.`,
      (a, b) => [
        [a, 'interest'],
        [b, 'no-interest'],
      ],
    ],
    [
      'under headings',
      (a, b) => `${a}\nNous sommes intéressés.\n\n${b}\nDans quelle langue ?`,
      (a, b) => [
        [a, 'interest'],
        [b, 'question'],
      ],
    ],
    [
      'announced for both',
      (a, b) => `Nous sommes intéressés par les demandes suivantes :\n- ${a}\n- ${b}`,
      (a, b) => [
        [a, 'interest'],
        [b, 'interest'],
      ],
    ],
    ['one alone', (a) => `Bonjour,\nIntéressés par ${a.slice(5)}.`, (a) => [[a, 'interest']]],
    [
      'none',
      () => 'Aucune de ces demandes ne nous intéresse.',
      (a, b) => [
        [a, 'no-interest'],
        [b, 'no-interest'],
      ],
    ],
  ])('%s', async (_how, words, expected) => {
    await repliesToDigest(cfp, words(first(), second()));
    expect(recorded()).toEqual(expected(first(), second()));
    const receipt = await last(cfp);
    expect(receipt.subject).toContain('Réponse enregistrée');
    for (const [reference] of expected(first(), second())) expect(receipt.text).toContain(reference);
  });

  test('an interest and a question in one mail are both kept, and staff hears of the question alone', async () => {
    await writes(cfp, `[${first()}] Intérêt`, 'Notre établissement souhaite participer. Quel est le budget ?');
    expect(recorded()).toEqual([
      [first(), 'interest'],
      [first(), 'question'],
    ]);
    expect(flat(await last(cfp))).toContain('Votre question est transmise');
    expect((await last(officer)).subject).toContain('Question d’un partenaire');
  });
});

describe('what is not clear', () => {
  test.each([
    ['undecided', 'Nous ne savons pas encore si nous sommes intéressés.'],
    ['interested, of two notices', 'Nous sommes intéressés.'],
    ['nothing of the kind', 'Merci, bien noté.'],
    ['all but one', 'Nous sommes intéressés par toutes les demandes sauf INMQ-2026-0002.'],
    ['the contrary of the other', 'Contrairement à INMQ-2026-0001, INMQ-2026-0002 nous intéresse.'],
    ['neither', 'Nous ne sommes intéressés ni par INMQ-2026-0001 ni par INMQ-2026-0002.'],
    ['one, and not the other', 'INMQ-2026-0001 nous intéresse et INMQ-2026-0002 ne nous intéresse pas.'],
    ['rather', 'Plutôt que INMQ-2026-0001, nous choisirions INMQ-2026-0002 : intéressés.'],
  ])('%s: nothing is recorded, and the partner gets the buttons once more', async (_what, text) => {
    await repliesToDigest(cfp, text);
    expect(recorded()).toEqual([]);
    const asked = await last(cfp);
    expect(asked.subject).toContain('Votre réponse est à préciser');
    expect(asked.text).toContain(`[${first()}] Intérêt`);
    expect(asked.text).toContain(`[${second()}] Sans intérêt`);
    expect(flat(asked)).toContain('lundi 7 décembre 2026, inclusivement');
    expect((await last(officer)).subject).toContain('réponse d’un partenaire à classer');
  });

  test('what another institution wants is not entered as its own', async () => {
    await writes(cfp, `[${first()}] Secourisme minier`, 'Le Cégep de l’Harricana est intéressé.');
    expect(recorded()).toEqual([]);
    expect((await last(cfp)).subject).toContain('Votre réponse est à préciser');
    await writes(cfp, `[${first()}] Secourisme minier`, 'Le CFP Boréal est intéressé.');
    expect(recorded()).toEqual([[first(), 'interest']]);
  });

  test('words that contradict the button are asked, those of an answer to the receipt correct it', async () => {
    await writes(cfp, `[${first()}] Intérêt`, 'En fait, nous ne souhaitons pas participer.');
    expect(recorded()).toEqual([]);
    await writes(cfp, `[${first()}] Intérêt`, 'Notre établissement souhaite participer.');
    await writes(
      cfp,
      `Re: [${first()}] Réponse enregistrée`,
      'Finalement, nous ne participerons pas.',
      await last(cfp),
    );
    expect(recorded()).toEqual([
      [first(), 'interest'],
      [first(), 'no-interest'],
    ]);
  });

  test('thanks for an addendum that answers a question are no question', async () => {
    await command(world, clerk, approver, `[${first()}] #addenda`, 'La formation se donne en français.');
    const addendum = await last(cfp);
    expect(addendum.subject).toContain('réponse à une question');
    await writes(cfp, `Re: ${addendum.subject}`, 'Merci beaucoup.', addendum);
    expect(recorded()).toEqual([]);
  });

  test('a notice that the partner was not served, or that is unknown, is not answered', async () => {
    await writes(cfp, '[INMQ-2026-0099] Intérêt', 'Notre établissement souhaite participer.');
    expect(recorded()).toEqual([]);
    expect((await last(officer)).subject).toContain('réponse d’un partenaire à classer');
  });
});

test('a late answer is acknowledged as late, and staff hears of it', async () => {
  world.clock.pass(20 * day);
  await clerk.followAgenda();
  await clerk.sendDue();
  await writes(cfp, `[${first()}] Intérêt`, 'Notre établissement souhaite participer.');
  expect(flat(await last(cfp))).toContain('Elle est arrivée après l’échéance');
  expect((await last(officer)).subject).toContain('arrivé après l’échéance');
});

describe('a question', () => {
  const question = 'La formation au Cégep de l’Harricana est-elle admissible ?\n\nAnne Côté';
  beforeEach(() => writes(cegep, `[${first()}] Question`, question));

  test('is offered to staff with its words in the body, to be edited', async () => {
    const told = await last(officer);
    const href = told.html?.match(/href="(mailto:[^"]*%23addenda&amp;body=Question[^"]*)"/)?.[1] ?? '';
    const body = new URL(href.replaceAll('&amp;', '&')).searchParams.get('body');
    expect(told.text).toContain('La formation au Cégep de l’Harricana est-elle admissible ?');
    expect(body).toContain('La formation au […] est-elle admissible ?');
    expect(body).not.toContain('Harricana');
    expect(body).toMatch(/Réponse : \r\n$/);
  });

  test('has each button once, under the words of its question', async () => {
    const labels = buttonsIn(await last(officer), officer).map(({ label }) => label);
    expect(labels).toContain('Répondre à tous les partenaires (dans le corps)');
    expect(labels.filter((label, index) => labels.indexOf(label) !== index)).toEqual([]);
  });

  test('beside an interest says neither the interest nor who asks', async () => {
    const interested =
      'Le Cégep de l’Harricana est très intéressé par ce projet. Les frais de voyage au Cégep de l’Harricana sont-ils compris ?';
    await writes(cegep, `[${second()}] Intérêt`, interested);
    expect(recorded('cegep-harricana').filter(([reference]) => reference === second())).toEqual([
      [second(), 'interest'],
      [second(), 'question'],
    ]);
    const told = await last(officer);
    expect(flat(told)).toContain('Les frais de voyage au […] sont-ils compris ?');
    expect(told.subject + told.text + told.html).not.toMatch(/Harricana|intéressé/);
  });

  test('goes to all as staff words it: nobody learns who asked', async () => {
    const text = 'Question : La formation est-elle admissible ?\n\nRéponse : Oui, dans tous les établissements.';
    await command(world, clerk, approver, `[${first()}] #addenda`, text);
    for (const address of [cfp, cegep, university]) {
      const addendum = await last(address);
      expect(flat(addendum)).toContain('Question La formation est-elle admissible ? Réponse Oui, dans tous');
      expect(addendum.text).not.toMatch(/Harricana|Anne/);
    }
  });

  test('names nobody of the network, even where staff wrote who asked', async () => {
    const text =
      'Question : Le Cégep de l’Harricana demande si A. Roy (poste 4123) peut venir.\n\nRéponse : Oui, le Cégep de l’Harricana le peut; la formation est à Québec.';
    await command(world, clerk, approver, `[${first()}] #addenda`, text);
    const addendum = flat(await last(university));
    expect(addendum).not.toMatch(/Harricana|4123/);
    expect(addendum).toContain('la formation est à Québec');
    expect(flat(await last(approver))).toContain('sans coordonnées ni nom d’établissement');
  });

  test('without words of its own only the answer goes out', async () => {
    await command(world, clerk, approver, `[${first()}] #addenda`, 'Oui.');
    expect(flat(await last(university))).toContain('Réponse Oui.');
    expect((await last(university)).text).not.toMatch(/Harricana|Anne/);
  });

  test('an empty answer is refused, and so is a refusal without a reason', async () => {
    await command(world, clerk, approver, `[${first()}] #addenda`, 'Question : Quand ?\n\nRéponse : ');
    expect((await last(approver)).text).toContain('La réponse manque');
    await command(world, clerk, approver, `[${first()}] #addenda refusé, motif`);
    expect((await last(approver)).text).toContain('Le motif manque');
  });
});

describe('somebody of the house who is no contact', () => {
  test.each([
    ['in the thread of the digest', true, (a: string) => `Re: [${a}] Intérêt`],
    ['by the button of a forwarded digest', false, (a: string) => `[${a}] Intérêt`],
  ])(
    '%s: no request, nothing recorded; the contact is asked, and staff learns who wrote, not what',
    async (_how, replies, subject) => {
      const bulletin = await last(cfp);
      const before = clerk.register.requests.size;
      const from = 'x.roy@cfp-boreal.test';
      await writes(from, subject(first()), 'Notre établissement souhaite participer.', replies ? bulletin : undefined);
      expect(clerk.register.requests.size).toBe(before);
      expect(recorded()).toEqual([]);
      expect(await world.lettersTo(from)).toEqual([]);
      const asked = await last(cfp);
      expect(flat(asked)).toContain('x.roy@cfp-boreal.test nous a répondu au nom de');
      expect(asked.text).toContain(`[${first()}] Intérêt`);
      const told = await last(officer);
      expect(flat(told)).toContain('sans en être une personne-ressource');
      expect(told.subject + told.text).not.toMatch(/souhaite participer|Intérêt/);
      await writes(cfp, `[${first()}] Intérêt`, 'Notre établissement souhaite participer.');
      expect(recorded()).toEqual([[first(), 'interest']]);
    },
  );
});

test('#statut names no partner that answered before the deadline, and all of them after it', async () => {
  await repliesToDigest(cfp, `${first()} : intéressés`);
  expect(recorded()).toEqual([[first(), 'interest']]);
  const status = async () => flat(await command(world, clerk, officer, `[${first()}] #statut`));
  const before = await status();
  expect(before).toContain('Réponses reçues : 1');
  // Who was served is no secret: the attestation says it, and nothing else of the institution does.
  expect(before).not.toMatch(/réponse du partenaire|écrit · réponse/);
  world.clock.pass(30 * day);
  await clerk.followAgenda();
  await clerk.sendDue();
  expect(await status()).toMatch(
    /Réponse de Centre de formation professionnelle Boréal : intérêt.*réponse du partenaire/,
  );
});

test('an answer that is not clear is told to staff without its words, subject and all', async () => {
  const [bulletin] = (await world.lettersTo(cfp)).filter(({ subject }) => /^Bulletin/.test(subject));
  await writes(cfp, `Re: [${first()}] Intérêt`, 'Oui, mais pas avant mai.', bulletin);
  const alarms = (await world.lettersTo(officer)).filter(({ subject }) => subject.includes('à classer'));
  expect(alarms).toHaveLength(1);
  expect(flat(alarms[0] as Mail)).not.toMatch(/Intérêt|pas avant mai/);
});
