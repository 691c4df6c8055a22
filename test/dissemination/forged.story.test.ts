import { beforeEach, describe, expect, test } from 'vitest';
import type { Clerk } from '../../src/clerk.ts';
import type { Mail } from '../../src/mail/mail.ts';
import { FakeWorld, written } from '../world.ts';
import { command, deux, release, un } from './release.ts';

// Anybody can write a From. What its words would do decides what they must prove.

const day = 86_400_000;
const officer = 'mtremblay@greffier.test';
const approver = 'dlavoie@greffier.test';
const ama = 'aboateng@tgtu.example';
const doubtful = { 'Authentication-Results': 'mx.inm.example; spf=fail smtp.mailfrom=un.test' };

let world: FakeWorld;
let clerk: Clerk;
let reference: string;

const flat = ({ text }: Mail) => text.replace(/\s+/g, ' ');
const answers = (partner = 'un') =>
  [...(clerk.register.digests.values().next().value?.answers ?? [])]
    .filter((answer) => answer.partner === partner)
    .map(({ interest, unproven, late }) => [interest, unproven === true ? 'held' : late ? 'late' : 'counts']);
const writes = async (
  from: string,
  subject: string,
  text: string,
  { headers, to }: { headers?: Record<string, string>; to?: Mail } = {},
) =>
  world.arrives(clerk, await written({ from, subject, text, ...(headers && { headers }), ...(to && { answers: to }) }));
const last = (address: string) => world.lastLetterTo(address);
const closes = async () => {
  world.clock.pass(30 * day);
  await clerk.followAgenda();
  await clerk.sendDue();
};

async function disseminated(): Promise<void> {
  world = new FakeWorld();
  world.policy = { ...world.policy, partners: [un, deux] };
  clerk = await world.open();
  reference = await release(world, clerk);
  world.clock.pass(60_000);
  await clerk.tick('short');
  await clerk.sendDue();
}

describe('an answer in the name of an institution', () => {
  beforeEach(disseminated);

  test.each<[string, Record<string, string> | undefined, string]>([
    ['DMARC passed', { 'Authentication-Results': 'mx.inm.example; dmarc=pass header.from=un.test' }, 'counts'],
    ['SPF passed for the house', undefined, 'counts'],
    [
      'SPF passed for a server of the house',
      { 'Authentication-Results': 'mx.inm.example; spf=pass smtp.mailfrom=x@bounce.un.test' },
      'counts',
    ],
    [
      'DKIM of the house',
      { 'Authentication-Results': 'mx.inm.example; spf=fail; dkim=pass header.d=un.test' },
      'counts',
    ],
    ['SPF failed', doubtful, 'held'],
    [
      'SPF passed for another house',
      { 'Authentication-Results': 'mx.inm.example; spf=pass smtp.mailfrom=evil.example' },
      'held',
    ],
    [
      'SPF passed for a like name',
      { 'Authentication-Results': 'mx.inm.example; spf=pass smtp.mailfrom=notun.test' },
      'held',
    ],
    [
      'a server that nobody believes',
      { 'Authentication-Results': 'mx.evil.example; dmarc=pass header.from=un.test' },
      'held',
    ],
    ['no word of the server', { 'Authentication-Results': 'mx.inm.example; none' }, 'held'],
  ])('%s: it %3$s', async (_what, headers, state) => {
    await writes(
      'a@un.test',
      `[${reference}] Intérêt`,
      'Notre établissement souhaite participer.',
      headers ? { headers } : {},
    );
    expect(answers()).toEqual([['interest', state]]);
    expect((await last('a@un.test')).subject).toContain(
      state === 'counts' ? 'Réponse enregistrée' : 'Est-ce bien votre réponse',
    );
  });

  test('in the thread of the digest it counts, whatever the server says', async () => {
    await writes('a@un.test', 'Re: Bulletin', 'Nous sommes intéressés.', {
      headers: doubtful,
      to: await last('a@un.test'),
    });
    expect(answers()).toEqual([['interest', 'counts']]);
  });

  test('without proof it turns no interest round, and tells staff no question', async () => {
    await writes('a@un.test', `[${reference}] Intérêt`, 'Notre établissement souhaite participer.');
    const before = (await world.lettersTo(officer)).length;
    await writes('a@un.test', `[${reference}] Sans intérêt`, 'Non.', { headers: doubtful });
    await writes('a@un.test', `[${reference}] Question`, 'Quel est le budget ?', { headers: doubtful });
    expect((await world.lettersTo(officer)).length).toBe(before);
    await closes();
    expect(flat(await last('b@deux.test'))).toContain('Cégep Un');
    expect(flat(await last(ama))).toContain('Cégep Un');
  });

  test('unconfirmed after the end, it is told to staff all the same, and the contact is told that it is late', async () => {
    await closes();
    const before = (await world.lettersTo(officer)).length;
    await writes('a@un.test', `[${reference}] Intérêt`, 'Nous participons.', { headers: doubtful });
    expect(answers()).toEqual([['interest', 'held']]);
    const asked = await last('a@un.test');
    expect(flat(asked)).toContain('arrivée après l’échéance');
    expect(flat(asked)).not.toContain('avant l’échéance');
    const [told, ...more] = (await world.lettersTo(officer)).slice(before);
    expect(more).toEqual([]);
    expect(told?.subject.replace(/\s+/g, ' ')).toContain('après l’échéance et non confirmé');
    // Confirmed, it is told once more, as any late interest is.
    await writes('a@un.test', `Re: ${asked.subject}`, 'Oui', { headers: doubtful, to: asked });
    expect(answers()).toEqual([['interest', 'late']]);
    expect((await last(officer)).subject).toContain('après l’échéance');
  });

  test('the contact owns up to it by one word, and it counts as of when it came', async () => {
    await writes('a@un.test', `[${reference}] Intérêt`, 'Oui. Quel est le budget ?', { headers: doubtful });
    const asked = await last('a@un.test');
    expect(flat(asked)).toContain('mais elle ne compte pas encore');
    expect(asked.inReplyTo).toEqual([]);
    await writes('a@un.test', `Re: ${asked.subject}`, 'Oui', { headers: doubtful, to: asked });
    expect(answers()).toEqual([
      ['interest', 'counts'],
      ['question', 'counts'],
    ]);
    expect((await last('a@un.test')).subject).toContain('Réponse enregistrée');
    expect((await last(officer)).subject).toContain('Question d’un partenaire');
    const again = await world.open();
    expect(again.register.digests).toEqual(clerk.register.digests);
  });

  test.each(['Non, ce n’est pas nous.', 'Oui, mais pas au nom du cégep.', 'Nous n’avons rien envoyé.'])(
    '« %s »: it never counts, and a person reads it',
    async (words) => {
      await writes('a@un.test', `[${reference}] Intérêt`, 'Oui.', { headers: doubtful });
      const asked = await last('a@un.test');
      await writes('a@un.test', `Re: ${asked.subject}`, words, { to: asked });
      expect(answers()).toEqual([['interest', 'held']]);
      expect(flat(await last(officer))).toContain('Cégep Un ne confirme pas');
    },
  );

  test('« Oui, je crois »: the contact is told once what to answer, and staff which notice it is', async () => {
    await writes('a@un.test', `[${reference}] Intérêt`, 'Oui.', { headers: doubtful });
    await writes('a@un.test', 'Re: x', 'Oui, je crois.', { to: await last('a@un.test') });
    const unclear = await last('a@un.test');
    expect(unclear.subject).toContain('à préciser');
    expect(flat(await last(officer))).toContain(`ne confirme pas, pour ${reference}`);
    await writes('a@un.test', `Re: ${unclear.subject}`, 'Oui', { to: unclear });
    expect(answers()).toContainEqual(['interest', 'counts']);
  });

  test('nobody owns up to it for another institution', async () => {
    await writes('a@un.test', `[${reference}] Intérêt`, 'Oui.', { headers: doubtful });
    await writes('b@deux.test', 'Re: x', 'Oui', { to: await last('a@un.test') });
    expect(answers()).toEqual([['interest', 'held']]);
  });

  test('the answer of the institution itself counts beside it', async () => {
    await writes('a@un.test', `[${reference}] Intérêt`, 'Oui.', { headers: doubtful });
    await writes('a@un.test', `[${reference}] Intérêt`, 'Oui.');
    expect(answers()).toEqual([
      ['interest', 'held'],
      ['interest', 'counts'],
    ]);
  });

  test('not owned up to by the deadline, it is in no result; once it is, all are told anew, for it came in time', async () => {
    await writes('b@deux.test', `[${reference}] Intérêt`, 'Notre établissement souhaite participer.');
    await writes('a@un.test', `[${reference}] Intérêt`, 'Oui.', { headers: doubtful });
    const asked = await last('a@un.test');
    await closes();
    expect(flat(await last('b@deux.test'))).not.toContain('Cégep Un');
    expect(flat(await last(ama))).not.toContain('Cégep Un');
    const results = (await world.lettersTo('b@deux.test')).length;
    const told = (await world.lettersTo(officer)).find(({ subject }) => subject.includes('Échéance passée'));
    expect(told && flat(told)).toContain('Cégep Un : réponse non confirmée, qui n’a pas été comptée.');
    await writes('a@un.test', `Re: ${asked.subject}`, 'Oui', { to: asked });
    expect(answers()).toEqual([['interest', 'counts']]);
    expect((await last(officer)).subject.replace(/\s+/g, ' ')).toContain(
      'arrivé avant l’échéance, compté après le résultat : le demandeur et les établissements reçoivent le résultat complété',
    );
    for (const address of ['a@un.test', 'b@deux.test', ama]) {
      const letter = (await world.lettersTo(address)).findLast(({ subject }) => /complété/.test(subject));
      expect(letter && flat(letter), address).toMatch(/Cégep Deux.*Cégep Un|Cégep Un.*Cégep Deux/);
    }
    const recorded = (await world.lettersTo('a@un.test')).find(({ subject }) => /Réponse enregistrée/.test(subject));
    expect(recorded && flat(recorded)).not.toContain('après l’échéance');
    // Said once more, it changes nothing, and nobody is told twice.
    await writes('a@un.test', `Re: ${asked.subject}`, 'Oui', { to: asked });
    expect(await world.lettersTo('b@deux.test')).toHaveLength(results + 1);
    expect((await world.open()).register.digests).toEqual(clerk.register.digests);
  });

  test('owned up to after the end where the institution had said the same itself, it tells nobody anything', async () => {
    await writes('a@un.test', `[${reference}] Intérêt`, 'Oui.', { headers: doubtful });
    const asked = await last('a@un.test');
    await writes('a@un.test', `[${reference}] Intérêt`, 'Notre établissement souhaite participer.');
    await closes();
    await writes('a@un.test', `Re: ${asked.subject}`, 'Oui', { to: asked });
    const told = world.postman.sent.length;
    for (const address of ['b@deux.test', ama])
      expect((await world.lettersTo(address)).filter(({ subject }) => /complété/.test(subject))).toEqual([]);
    expect(world.postman.sent.length).toBe(told);
  });

  test('owned up to after the end and after the request was closed, staff alone reads it', async () => {
    await writes('a@un.test', `[${reference}] Intérêt`, 'Oui.', { headers: doubtful });
    const asked = await last('a@un.test');
    await closes();
    await command(world, clerk, officer, `[${reference}] #fermer sans suite`);
    const before = (await world.lettersTo(ama)).length;
    await writes('a@un.test', `Re: ${asked.subject}`, 'Oui', { to: asked });
    expect(await world.lettersTo(ama)).toHaveLength(before);
    expect((await last(officer)).subject.replace(/\s+/g, ' ')).toContain('n’en apprennent rien de plus');
  });
});

describe('« no more digests » in the name of a person', () => {
  beforeEach(disseminated);

  test('the person and the one who takes over are told, and one word brings all back', async () => {
    await writes('b@deux.test', 'Désabonnement', '', { headers: doubtful });
    const stopped = await last('b@deux.test');
    expect(flat(stopped)).toContain('répondez « erreur » à ce message');
    expect(flat(await last('c@deux.test'))).toContain('Une demande nous est parvenue de l’adresse b@deux.test');
    await writes('b@deux.test', `Re: ${stopped.subject}`, 'C’est une erreur, je n’ai rien demandé.', { to: stopped });
    expect(clerk.register.partners.get('deux')?.stopped).toEqual({});
    expect((await last('b@deux.test')).subject).toContain('reçoit de nouveau le bulletin');
    await command(world, clerk, approver, `[${reference}] #addenda`, 'La formation se donne en français.');
    expect((await last('b@deux.test')).subject).toContain('Addenda');
  });

  test('an institution with one address is served again what it missed', async () => {
    await writes('a@un.test', 'Désabonnement', '', { headers: doubtful });
    const stopped = await last('a@un.test');
    await command(world, clerk, approver, `[${reference}] #addenda`, 'La formation se donne en français.');
    expect(await last('a@un.test')).toEqual(stopped);
    await writes('a@un.test', `Re: ${stopped.subject}`, 'Ce n’est pas moi!', { to: stopped });
    await clerk.followAgenda();
    await clerk.sendDue();
    expect((await last('a@un.test')).subject).toContain('Addenda');
  });

  test.each([
    ['a mail that answers nothing', 'erreur', false],
    ['thanks', 'Merci beaucoup.', true],
  ])('%s brings nothing back', async (_what, words, replies) => {
    await writes('b@deux.test', 'Désabonnement', '');
    const stopped = await last('b@deux.test');
    await writes('b@deux.test', 'Désabonnement', 'Encore une fois.');
    expect(await world.lettersTo('c@deux.test')).toHaveLength(1);
    await writes('b@deux.test', `Re: ${stopped.subject}`, words, replies ? { to: stopped } : { headers: doubtful });
    expect(Object.keys(clerk.register.partners.get('deux')?.stopped ?? {})).toEqual(['b@deux.test']);
  });
});

describe('a yes in the name of the requester', () => {
  let asked: Mail;
  beforeEach(async () => {
    world = new FakeWorld();
    world.policy = { ...world.policy, approval: { days: 5, past: 'ask' } };
    clerk = await world.open();
    reference = 'INMQ-2026-0001';
    await world.arrives(clerk, await written({ from: ama, subject: 'Training', text: 'Dear Sir,\n' }));
    const facts = ['Nature des besoins', 'Attentes', 'Type d’entente recherché', 'Ressources disponibles'];
    const text = `${facts.map((title) => `${title} : x`).join('\n')}\nÉchéancier préliminaire : mai 2027`;
    await command(world, clerk, officer, `[${reference}] #clarifier #catégorie court terme, voté #complet`, text);
    await command(world, clerk, approver, `[${reference}] #diffuser`);
    asked = await last(ama);
  });
  const request = () => clerk.register.requests.get(reference);

  test('proves nothing by its From and the reference: nothing is released, no contact shared, and staff is told', async () => {
    await writes(ama, `[${reference}] Bon à diffuser`, 'Oui, avec mes coordonnées', { headers: doubtful });
    expect([request()?.notice, request()?.consent, request()?.approval !== undefined]).toEqual([
      undefined,
      undefined,
      true,
    ]);
    expect(flat(await last(officer))).toContain('rien ne prouve qu’il vient de lui');
  });

  test.each<[string, () => Promise<void>]>([
    ['it answers the letter', () => writes(ama, 'Re: x', 'Oui', { headers: doubtful, to: asked })],
    [
      'it names the text, as its button does',
      () =>
        writes(ama, `[${reference}] Bon à diffuser ${request()?.approval?.hash.slice(0, 8)}`, 'Oui', {
          headers: doubtful,
        }),
    ],
    ['the server vouches for it', () => writes(ama, `[${reference}] Bon à diffuser`, 'Oui')],
  ])('counts where %s', async (_how, says) => {
    await says();
    expect(request()?.notice).toBeDefined();
  });

  test('a correction counts at once: it costs time alone', async () => {
    await writes(ama, `[${reference}] Corrections`, 'Le budget est de 90 000 $.', { headers: doubtful });
    expect([request()?.notice, request()?.approval]).toEqual([undefined, undefined]);
  });
});
