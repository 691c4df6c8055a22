import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Clerk } from '../../src/clerk.ts';
import { trialConfig } from '../../src/config.ts';
import type { Policy } from '../../src/model/policy.ts';
import { doubtsAbout } from '../../src/reception/suspicion.ts';
import { anyText } from '../any-text.ts';
import { cost } from '../cost.ts';
import { mailOf } from '../mail/make.ts';
import { FakeWorld, written } from '../world.ts';

const trial = trialConfig('data').policy;
const policy: Policy = {
  ...trial,
  authservId: 'mx.greffier.test',
  institute: { ...trial.institute, name: 'Institut national des mines', address: 'info@greffier.test' },
  staff: [
    { id: 'm', name: 'Marie Tremblay', address: 'mtremblay@greffier.test', roles: ['officer'], language: 'fr' },
    { id: 'd', name: 'Denis Lavoie', address: 'dlavoie@gmail.com', roles: ['officer'], language: 'fr' },
  ],
  partners: [
    {
      id: 'boreal',
      name: 'CFP du Nord boréal',
      contacts: [{ name: 'Lise Gagnon', address: 'lise@cfp-boreal.test' }],
    },
  ],
  keys: [{ id: 'test', secret: 'a secret that only the tests know, long enough' }],
};
const verdict = (words: string) => ({ 'Authentication-Results': words });

describe('what makes a mail doubtful', () => {
  test.each([
    ['DMARC failed', { headers: verdict('mx.greffier.test; dmarc=fail header.from=mines-ci.example') }, ['dmarc']],
    ['a look-alike of the house', { from: 'Info <info@greftier.test>' }, ['domain']],
    ['a look-alike of a partner, in Cyrillic', { from: 'a@cfp-bоreal.test' }, ['domain']],
    ['the name of staff', { from: 'Marie Tremblay <marie.t@gmail.com>' }, ['name']],
    ['the name of staff, turned round', { from: { name: 'TREMBLAY, Marie', address: 'a@evil.example' } }, ['name']],
    ['the name of staff, a Cyrillic letter in it', { from: 'Mаrie Tremblay <a@evil.example>' }, ['name']],
    ['the name of the house', { from: 'INSTITUT NATIONAL DES MINES <a@evil.example>' }, ['name']],
    ['the name of a partner’s contact', { from: 'Lise Gagnon (CFP) <a@evil.example>' }, ['name']],
    [
      'an address of staff as the name',
      { from: { name: 'mtremblay@greffier.test', address: 'a@evil.example' } },
      ['name'],
    ],
    [
      'an initial and the family name at a free service',
      { from: 'M. Tremblay <mtremblay@freemail.example>' },
      ['name'],
    ],
    ['the same, turned round', { from: 'Tremblay, M. <x.y@gmail.com>' }, ['name']],
    ['the account of staff at a free service, without a name', { from: 'm.tremblay@hotmail.com' }, ['name']],
    ['the name of staff at the same free service', { from: 'D. Lavoie <dlavoie77@gmail.com>' }, ['name']],
    [
      'an unknown address of the house as the name',
      { from: { name: 'dg@greffier.test', address: 'a@b.example' } },
      ['name'],
    ],
    ['the house in front of another domain', { from: 'a@greffier.test.secure.example' }, ['domain']],
    ['Reply-To elsewhere', { replyTo: 'a@evil.example' }, ['reply-to']],
    [
      'a minister who writes from a free service and wants bank details',
      {
        from: 'Chief Dr. J. Okon <okon.desk@freemail.example>',
        text: 'URGENT. On behalf of the Honourable Minister, send official invitation letters for 15 delegates (visas) and your bank details for partnership funds.',
      },
      ['swindle'],
    ],
    [
      'the same in other words, from a service that sells any trade as a domain',
      {
        from: 'Chief Okon <okon@consultant.com>',
        text: 'The Minister of Mines directs you to issue 20 invitation letters for visa purposes and to forward your account details.',
      },
      ['swindle'],
    ],
    [
      'who wants our account without any authority',
      {
        from: 'Grace B <grace.b@gmail.com>',
        text: 'I have a fund of USD 14 million. Send your bank account number and passport copy.',
      },
      ['swindle'],
    ],
    [
      'the same in French',
      { from: 'A <a@yahoo.fr>', text: 'Veuillez nous transmettre votre numéro de compte bancaire et votre RIB.' },
      ['swindle'],
    ],
    [
      'the same in Spanish',
      { from: 'A <a@hotmail.com>', text: 'Envíe su número de cuenta para transferir el fondo.' },
      ['swindle'],
    ],
    [
      'everything at once',
      {
        from: 'Marie Tremblay <m@greffler.test>',
        replyTo: 'a@evil.example',
        headers: verdict('mx.greffier.test; dmarc=fail'),
      },
      ['dmarc', 'domain', 'name', 'reply-to'],
    ],
  ])('%s', (_, spec, kinds) => {
    const mail = mailOf(spec);
    const doubts = doubtsAbout(mail, mail.text, policy);
    expect(doubts.map(({ kind }) => kind)).toEqual(kinds);
    for (const { why } of doubts) expect(why).toMatch(/^\p{Lu}.*\.$/su);
  });

  test.each([
    ['an ordinary request', {}],
    ['DMARC passed', { headers: verdict('mx.greffier.test; dmarc=pass header.from=mines-ci.example') }],
    ['DMARC failed, says a server that we do not know', { headers: verdict('mx.evil.example; dmarc=fail') }],
    ['staff itself', { from: 'Marie Tremblay <mtremblay@greffier.test>' }],
    ['a partner’s contact', { from: 'Lise Gagnon <lise@cfp-boreal.test>' }],
    ['a colleague of a partner’s contact', { from: 'Luc Roy <luc@cfp-boreal.test>' }],
    ['a namesake by initial, at an organisation of her own', { from: 'M. Tremblay <mtremblay@mines.example>' }],
    ['another first name on a like account', { from: 'Marc Tremblay <mtremblay@gmail.com>' }],
    ['an account that everybody has', { from: 'info@gmail.com' }],
    ['a person with the same family name', { from: 'Jean Tremblay <j@evil.example>' }],
    ['Reply-To in the same organisation', { replyTo: 'dg@lycee.mines-ci.example', from: 'a@www.mines-ci.example' }],
    ['the form on our own site', { from: 'site@www.greffier.test', replyTo: 'k@mines-ci.example' }],
    ['a free service like that of a staff member', { from: 'x@ymail.com' }],
    [
      'a ministry that writes from its own domain about invitation letters',
      { text: 'Le ministère demande des lettres d’invitation pour les visas.' },
    ],
    [
      'who offers an account of their own from a free service',
      {
        from: 'a@gmail.com',
        text: 'Nous réglerons les frais; nos coordonnées bancaires suivront. Our bank account is in Accra.',
      },
    ],
    [
      'who would learn how to pay',
      { from: 'a@gmail.com', text: 'How can we pay the fees? By bank transfer or by card?' },
    ],
    ['no sender', { from: [] }],
  ])('%s: nothing', (_, spec) => {
    const mail = mailOf(spec);
    expect(doubtsAbout(mail, mail.text, policy)).toEqual([]);
  });

  test('whoever imitates the requester in whose thread he writes', () => {
    const mail = mailOf({ from: 'Kouadio Amani <k.amani@mines-cl.example>' });
    expect(doubtsAbout(mail, mail.text, policy)).toEqual([]);
    expect(doubtsAbout(mail, mail.text, policy, 'mines-ci.example')).toHaveLength(1);
  });

  test('any sender is judged', () => {
    const words = anyText({ maxLength: 40 });
    const person = fc.record({
      name: words,
      address: fc.oneof(
        words,
        fc.emailAddress(),
        words.map((w) => `a@${w}`),
      ),
    });
    fc.assert(
      fc.property(person, person, words, (from, replyTo, text) => {
        const doubts = doubtsAbout(mailOf({ from, replyTo }), text, policy, 'mines-ci.example');
        for (const { why } of doubts) expect(why).toMatch(/\.$/);
      }),
      { numRuns: 500 },
    );
  });

  test('hostile lengths end soon', () => {
    const mail = mailOf({ from: { name: 'a@'.repeat(100_000), address: `x@${'a-'.repeat(50_000)}.example` } });
    expect(cost(() => doubtsAbout(mail, 'honourable bank '.repeat(60_000), policy))).toBeLessThan(1000);
  });
});

describe('a doubtful mail', () => {
  const ama = 'aboateng@tgtu.example';
  const officer = 'mtremblay@greffier.test';
  const failed = (address: string) => verdict(`mx.inm.example; dmarc=fail header.from=${address.split('@')[1]}`);
  let world: FakeWorld;
  let clerk: Clerk;
  beforeEach(async () => {
    world = new FakeWorld();
    clerk = await world.open();
  });

  test('is entered, quarantined, not answered, and explained to staff in French', async () => {
    await world.arrives(
      clerk,
      await written({ from: ama, subject: 'Training', text: 'Please call.', headers: failed(ama) }),
    );
    const [request] = clerk.register.requests.values();
    expect(request?.status).toBe('quarantined');
    expect(request?.findings).toContainEqual(expect.objectContaining({ kind: 'suspicion' }));
    expect(await world.lettersTo(ama)).toEqual([]);
    expect(request?.findings).toContainEqual(
      expect.objectContaining({ kind: 'authentication', value: 'fail', confidence: 'sure' }),
    );
    const told = (await world.lettersTo(officer))[0];
    expect(told?.subject).toContain('quarantaine');
    expect(told?.text).toMatch(/n’a pas pu authentifier\s+l’expéditeur \(DMARC\)/);
    expect(world.mailbox.folder(world.policy.folders.quarantine)).toHaveLength(1);
  });

  test('of a namesake at an organisation of her own is none: acknowledged, and staff is told of the likeness', async () => {
    const namesake = 'mtremblay@mines.example';
    await world.arrives(
      clerk,
      await written({ from: `M. Tremblay <${namesake}>`, subject: 'Formation', text: 'Bonjour.' }),
    );
    expect(await world.lettersTo(namesake)).toHaveLength(1);
    expect((await world.lettersTo(officer))[0]?.text.replace(/\s+/g, ' ')).toContain(
      'Ressemble à une personne connue, à vérifier : M. Tremblay (Le nom affiché, avec une initiale, est celui de Marie Tremblay',
    );
  });

  test('of who poses as a colleague is entered, unanswered and explained', async () => {
    const posing = 'mtremblay@freemail.example';
    await world.arrives(
      clerk,
      await written({ from: `M. Tremblay <${posing}>`, subject: 'Urgent', text: 'Rappelez-moi.' }),
    );
    expect([...clerk.register.requests.values()].map(({ status }) => status)).toEqual(['quarantined']);
    expect(await world.lettersTo(posing)).toEqual([]);
    expect((await world.lettersTo(officer))[0]?.text.replace(/\s+/g, ' ')).toContain('est celui de Marie Tremblay');
  });

  test('of a filtered sender is explained too', async () => {
    await world.arrives(
      clerk,
      await written({ from: ama, subject: 'Training', text: 'x', headers: { 'X-Spam-Flag': 'YES' } }),
    );
    expect((await world.lettersTo(officer))[0]?.text).toContain('indésirable (x-spam-flag: YES)');
  });

  test('of a colleague whom the filter takes for spam tells the team what to do', async () => {
    const subject = '[INMQ-2026-0001] #prendre';
    const mail = { from: officer, subject, text: '', headers: { 'X-Spam-Flag': 'YES' } };
    await world.arrives(clerk, await written(mail));
    const told = (await world.lettersTo(officer))[0]?.text.replace(/\s+/g, ' ');
    expect(told).toContain(
      'de Marie Tremblay, de l’équipe, mais notre serveur ne s’en porte pas garant : rien n’a été exécuté',
    );
    await world.arrives(
      clerk,
      await written({ from: ama, subject: 'Training', text: 'x', headers: { 'X-Spam-Flag': 'YES' } }),
    );
    expect((await world.lettersTo(officer)).at(-1)?.text).not.toContain('de l’équipe');
  });

  test('from another address of a requester’s house is quarantined, and not told as a machine’s', async () => {
    const colleague = 'kofi@tgtu.example';
    await world.arrives(clerk, await written({ from: ama, subject: 'Hello', text: 'Please call.' }));
    await world.arrives(
      clerk,
      await written({ from: colleague, subject: 'Hello', text: 'Well noted.', headers: failed(colleague) }),
    );
    expect([...clerk.register.requests.values()].map(({ status }) => status)).toEqual(['received', 'quarantined']);
    const told = (await world.lettersTo(officer)).map(({ text }) => text.replace(/\s+/g, ' '));
    expect(told.filter((text) => text.includes('comme le ferait une machine'))).toEqual([]);
    expect(told.at(-1)).toContain('n’a pas pu authentifier');
  });

  test('in a thread changes nothing there', async () => {
    await world.arrives(clerk, await written({ from: ama, subject: 'Training', text: 'Please call.' }));
    await world.arrives(
      clerk,
      await written({ from: ama, subject: '[INMQ-2026-0001] Plage 1', text: '1', headers: failed(ama) }),
    );
    const [request, ...others] = clerk.register.requests.values();
    expect(others).toEqual([]);
    expect(request?.meeting).toBeUndefined();
    expect(request?.mails).toHaveLength(2);
    expect(await world.lettersTo(ama)).toHaveLength(1);
    expect((await world.lettersTo(officer)).at(-1)?.text).toContain('rien n’a été changé');
  });

  test('of staff adds no note, and one of a partner records no interest', async () => {
    await world.arrives(clerk, await written({ from: ama, subject: 'Training', text: 'Please call.' }));
    await world.arrives(
      clerk,
      await written({ from: officer, subject: '[INMQ-2026-0001]', text: 'forged', headers: failed(officer) }),
    );
    const partner = 'international@cfp-boreal.test';
    await world.arrives(
      clerk,
      await written({ from: partner, subject: '[INMQ-2026-0001] Intérêt', text: 'oui', headers: failed(partner) }),
    );
    expect([...clerk.register.requests.values()].map(({ notes }) => notes)).toEqual([[]]);
    expect(await world.lettersTo(partner)).toEqual([]);
    expect((await world.lettersTo(officer)).at(-1)?.text).toContain('classé en quarantaine');
  });

  test('in quarantine nothing that the sender writes is acted upon or answered, until staff releases it', async () => {
    const messageId = '<first@tgtu.example>';
    await world.arrives(
      clerk,
      await written({ from: ama, subject: 'Training', text: 'Call.', headers: failed(ama), messageId }),
    );
    const text = '1. Nature of the needs\nTraining.\n';
    const headers = { 'In-Reply-To': messageId };
    await world.arrives(clerk, await written({ from: ama, subject: 'Re: Training', text, headers }));
    const [request, ...others] = clerk.register.requests.values();
    expect(others).toEqual([]);
    expect(request).toMatchObject({ status: 'quarantined', points: {} });
    expect(request?.mails).toHaveLength(2);
    expect(await world.lettersTo(ama)).toEqual([]);
    expect((await world.lettersTo(officer)).at(-1)?.text).toMatch(/en\s+quarantaine\s:\s+rien\s+n’a/);
    const genuine = verdict('mx.inm.example; dmarc=pass header.from=greffier.test');
    const staff = { from: officer, text: '', headers: genuine };
    await world.arrives(clerk, await written({ ...staff, subject: '[INMQ-2026-0001] #rouvrir' }));
    expect(await world.lettersTo(ama)).toHaveLength(1);
    await world.arrives(clerk, await written({ ...staff, subject: '[INMQ-2026-0001] #indésirable' }));
    const told = (await world.lettersTo(officer)).length;
    await world.arrives(clerk, await written({ from: ama, subject: 'Re: Training', text: 'Hello?', headers }));
    expect((await world.lettersTo(officer)).length).toBe(told);
    await world.arrives(clerk, await written({ from: ama, subject: 'A new offer', text: 'Have a look.' }));
    expect(clerk.register.requests.get('INMQ-2026-0002')?.status).toBe('quarantined');
    expect((await world.lettersTo(officer)).at(-1)?.text).toMatch(/INMQ-2026-0001,\s+a\s+été\s+classée\s+indésirable/);
    expect(await world.lettersTo(ama)).toHaveLength(1);
  });
});
