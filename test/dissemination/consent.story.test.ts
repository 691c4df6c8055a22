import { beforeEach, describe, expect, test } from 'vitest';
import type { Clerk } from '../../src/clerk.ts';
import { FakeWorld, written } from '../world.ts';
import { command, deux, release, un } from './release.ts';

const ama = 'marker.one@tgtu.example';
const from = `Zyphora Quellmark <${ama}>`;
const reference = 'INMQ-2026-0001';
const officer = 'mtremblay@greffier.test';
const approver = 'dlavoie@greffier.test';
/** Whatever says who the person is, in any form that a mail may hold. */
const markers = /marker\.one|Zyphora|Quellmark|555.?0199|024.?412.?3456|second\.marker/i;
const needs =
  'Formation. Écrivez à Zyphora Quellmark (marker.one@tgtu.example) ou second.marker@gmail.example, tél. : 024 412 3456, +233 24 412 3456, 819 555-0199';

let world: FakeWorld;
let clerk: Clerk;
const request = () => {
  const found = clerk.register.requests.get(reference);
  if (!found) throw new Error('nothing is registered');
  return found;
};
const says = async (text: string) => {
  const answers = await world.lastLetterTo(ama);
  await world.arrives(clerk, await written({ from: ama, subject: `Re: ${answers.subject}`, text, answers }));
};
const goesOut = async () => {
  world.clock.pass(60_000);
  await clerk.tick('short');
  await clerk.sendDue();
  world.clock.pass(60_000);
};
/** All that went to that address: the bytes on the wire, then what they say. */
const received = async (address = 'a@un.test') => {
  const sent = world.postman.sent.filter(({ envelope }) => envelope.to === address);
  const mails = await world.lettersTo(address);
  return mails
    .map((mail, index) => `${sent[index]?.raw.toString('latin1')}\n${mail.subject}\n${mail.text}\n${mail.html}`)
    .join('\n');
};

beforeEach(async () => {
  world = new FakeWorld();
  world.policy = { ...world.policy, partners: [un, deux], approval: { days: 5, past: 'ask' } };
  clerk = await world.open();
  await expect(release(world, clerk, { from, needs })).rejects.toThrow('was not released');
});

describe('without consent', () => {
  beforeEach(async () => {
    await says('Oui');
    await goesOut();
  });

  test('no name, address or telephone of the requester is anywhere in what partners receive', async () => {
    const digest = await received();
    expect(digest).toContain('Formation');
    expect(digest).not.toMatch(markers);
    expect(digest).toContain('[coordonnées retirées]');
  });

  test('a correction brings none in', async () => {
    await command(world, clerk, approver, `[${reference}] #rectifier`, `Attentes : voir avec ${from}, 819 555-0199`);
    const digest = await received();
    expect(digest).toContain('fiche corrigée');
    expect(digest).not.toMatch(markers);
  });

  test.each([
    ['an answer', `Écrivez à ${from}, 819 555-0199`],
    ['a question and its answer', `Question : Joindre ${ama} ?\n\nRéponse : Zyphora Quellmark, +233 24 412 3456`],
  ])('nor does %s to all, and staff reads what was taken out', async (_what, text) => {
    const done = await command(world, clerk, approver, `[${reference}] #addenda`, text);
    await clerk.sendDue();
    const all = await received();
    expect(all).toContain('Addenda');
    expect(all).not.toMatch(markers);
    expect(done.text.replace(/\s+/g, ' ')).toMatch(
      /sans coordonnées ni nom d’établissement : .*(?:quellmark|tgtu).* → .*\[coordonnées retirées\]/i,
    );
  });

  test('an answer that names nobody goes out as it is written', async () => {
    const done = await command(world, clerk, approver, `[${reference}] #addenda`, 'Oui, en mai 2027, pour 100 000 $.');
    await clerk.sendDue();
    expect(await received()).toContain('Oui, en mai 2027, pour 100 000 $.');
    expect(done.text).not.toContain('sans coordonnées');
  });

  test('nor do the reminder and the result', async () => {
    world.clock.pass(20 * 86_400_000);
    await clerk.followAgenda();
    await clerk.sendDue();
    const all = await received();
    expect(all).toContain('Résultat du bulletin');
    expect(all).not.toMatch(markers);
  });
});

describe('the question of consent', () => {
  test('is asked beside the approval, with what would be shown, in the languages of the letter', async () => {
    const { text } = await world.lastLetterTo(ama);
    expect(text.replace(/\s+/g, ' ')).toContain('Zyphora Quellmark, marker.one@tgtu.example');
    expect(text).toContain('Oui, et avec mes coordonnées');
    expect(text).toContain('Yes, and with my contact details');
  });

  test.each(['Oui, avec mes coordonnées', 'Yes, with my contact details', 'Sí, con mis datos de contacto'])(
    '« %s »: the contact stands in the notice, and the consent on record',
    async (words) => {
      await says(words);
      const at = expect.stringMatching(/^2026-11-23T/);
      expect(request().consent).toMatchObject({ given: true, source: 'bon à diffuser', at });
      expect(clerk.register.mails.has(request().consent?.mail ?? '')).toBe(true);
      await goesOut();
      const [one, two] = [await world.lastLetterTo('a@un.test'), await world.lastLetterTo('b@deux.test')];
      expect(one.text).toContain('Personne-ressource\u00A0: Zyphora Quellmark, marker.one@tgtu.example');
      expect(one.text).toBe(two.text);
      // In that line alone.
      expect(one.text.match(/Quellmark/g)).toHaveLength(1);
      expect(one.text).not.toMatch(/555-0199|second\.marker/);
    },
  );

  test('a plain yes is a yes to the text alone', async () => {
    await says('Oui, parfait');
    expect(request().notice?.notice.contact).toBeUndefined();
    expect(request().consent).toBeUndefined();
  });
});

describe('consent that is taken back', () => {
  beforeEach(() => says('Oui, avec mes coordonnées'));

  test.each([
    'Je retire mon consentement.',
    'Merci de ne plus diffuser mes coordonnées.',
    'Please do not share my contact details.',
    'I withdraw my consent.',
    'Retiro mi consentimiento.',
    'Por favor, no compartan mis datos de contacto.',
    'Je ne souhaite plus que mes coordonnées soient diffusées.',
    "Please don't include my email in the notice.",
    'Please take my name off the notice.',
    'Finalement, ne mettez pas mon nom dans la fiche.',
    'Je retire mon accord pour la diffusion de mes coordonnées',
    'I take back my consent',
    'Please keep my contact details private',
    'Je préfère finalement que mes coordonnées restent confidentielles.',
    'Mes coordonnées ne doivent plus paraître.',
    'Ne donnez plus mon téléphone.',
    'Je préfère rester anonyme.',
    'I would rather remain anonymous.',
  ])('« %s »: the notice that waits goes out without it, and staff is told', async (words) => {
    await says(words);
    expect(request().consent).toMatchObject({ given: false });
    expect((await world.lastLetterTo(officer)).text.replace(/\s+/g, ' ')).toContain('Consentement retiré');
    await goesOut();
    expect(await received()).not.toMatch(markers);
  });

  test('what the same mail answers beside that is read too', async () => {
    await says('Je retire mon consentement.\n\nÉchéancier préliminaire : septembre 2027\n');
    expect(request().consent).toMatchObject({ given: false });
    expect(request().points.timeline?.value).toBe('septembre 2027');
    const told = (await world.lastLetterTo(officer)).text.replace(/\s+/g, ' ');
    expect(told).toContain('Consentement retiré');
  });

  test('after the digest: staff is told that it is out, no letter repeats it, a newcomer does not get it', async () => {
    await goesOut();
    const before = (await world.lettersTo('a@un.test')).length;
    await says('Je retire mon consentement.');
    expect((await world.lastLetterTo(officer)).text.replace(/\s+/g, ' ')).toContain('déjà servis les ont reçues');
    expect(await world.lettersTo('a@un.test')).toHaveLength(before);
    const trois = { id: 'trois', name: 'Cégep Trois', contacts: [{ name: 'T', address: 't@trois.test' }] as const };
    world.policy = { ...world.policy, partners: [un, deux, trois] };
    clerk = await world.open();
    await clerk.followAgenda();
    await clerk.sendDue();
    const digest = await received('t@trois.test');
    expect(digest).toContain('Formation');
    expect(digest).not.toMatch(markers);
    await clerk.followAgenda();
    await clerk.sendDue();
    expect(await world.lettersTo('t@trois.test')).toHaveLength(1);
  });

  test.each([
    ['in the same millisecond as the digest is composed', true],
    ['just before it', false],
  ])('%s: what waits in the outbox goes out without it', async (_when, composedFirst) => {
    world.clock.pass(60_000);
    const composes = () => clerk.tick('short');
    const takesBack = async () => {
      world.mailbox.deliver(
        await written({ from: ama, subject: `Re: [${reference}]`, text: 'Je retire mon consentement.' }),
      );
      await clerk.takeWaiting();
    };
    for (const step of composedFirst ? [composes, takesBack] : [takesBack, composes]) await step();
    await clerk.sendDue();
    world.clock.pass(1);
    await clerk.followAgenda();
    await clerk.sendDue();
    expect(request().consent).toMatchObject({ given: false });
    expect(await received()).toContain('Formation');
    expect(await received()).not.toMatch(markers);
    expect(await world.lettersTo('a@un.test')).toHaveLength(1);
  });

  test.each([
    ['and the clock is set back by minutes', 10 * 60_000, -5 * 60_000],
    ['in the very millisecond in which letters were planned', 0, 0],
  ])('%s: whom the digest had not reached gets it once, without the contact', async (_, waited, moved) => {
    world.postman.answers.set('a@un.test', { state: 'deferred', response: '451 4.7.1 greylisted' });
    world.clock.pass(60_000);
    await clerk.tick('short');
    await clerk.sendDue();
    world.clock.pass(waited);
    await says('Je retire mon consentement.');
    world.clock.leap(moved);
    world.postman.answers.clear();
    const before = world.journal.position;
    for (let times = 0; times < 20; times++) {
      world.clock.pass(30_000);
      await clerk.followAgenda();
      await clerk.sendDue();
    }
    expect(await world.lettersTo('a@un.test')).toHaveLength(1);
    expect(await received()).toContain('Formation');
    expect(await received()).not.toMatch(markers);
    // It is taken back and planned once, marked, and handed over.
    expect(world.journal.position - before).toBeLessThanOrEqual(4);
  });

  test('what may mean it hides the contact until staff settles it', async () => {
    await says('Ne diffusez pas mes coordonnées sans mon accord.');
    const told = (await world.lastLetterTo(officer)).text.replace(/\s+/g, ' ');
    expect(told).toContain('Consentement à vérifier');
    expect(request().notice?.notice.contact).toBeUndefined();
    await command(world, clerk, approver, `[${reference}] #rectifier`, 'Coordonnées : oui, courriel du demandeur');
    await goesOut();
    expect((await world.lastLetterTo('a@un.test')).text).toContain('Personne-ressource\u00A0: Zyphora Quellmark');
  });

  test.each([
    'Je ne veux plus rester anonyme',
    'N’oubliez pas de mettre mes coordonnées',
    'I do not mind if you share my contact details',
    'Merci beaucoup!',
    'Nous avons reçu la fiche, elle est parfaite.',
    'Appelez-moi mardi.\n\nMerci, Zyphora',
    'Nous retirons la date de mai.',
    'N’hésitez pas à transmettre mes coordonnées aux cégeps.',
    'Pas de problème pour partager mes coordonnées.',
    'No hay problema en compartir mis datos de contacto.',
    'Do not hesitate to share my contact details',
    'Merci!\n\nZyphora Quellmark\nDoyenne\nCourriel : marker.one@tgtu.example\nTél. : +233 24 412 3456',
  ])('« %s » takes nothing back', async (words) => {
    await says(words);
    expect(request().consent).toMatchObject({ given: true });
  });
});

describe('words that may take it back, before the digest', () => {
  beforeEach(() => says('Oui, avec mes coordonnées'));

  test.each([
    ['J’ai changé d’avis concernant mes coordonnées.', true],
    ['Please do not name me in the notice.', true],
    ['Mon courriel doit rester entre nous.', true],
    ['Que tout passe par vous.', false],
    ['Who will share the results?', false],
    ['Je me rétracte.', false],
    ['Enlevez Quellmark du bulletin.', false],
    ['We would like anonymous accident statistics.', true],
    ['I am not available Monday; please pass my name to the dean.', true],
  ])('« %s » hides the contact until staff shows it by one click', async (words, told) => {
    const before = (await world.lettersTo(ama)).length;
    await says(words);
    expect(request().consent).toMatchObject({ given: false });
    const news = await world.lastLetterTo(officer);
    expect(news.text).toContain(words);
    expect(news.text.replace(/\s+/g, ' ')).toContain('Montrer ses coordonnées');
    expect((await world.lettersTo(ama)).slice(before).map(({ subject }) => subject)).toEqual(
      told ? [expect.stringContaining('Vos coordonnées ne figurent pas dans la fiche')] : [],
    );
    const href = new URL(
      news.html?.match(/href="(mailto:[^"]*Coordonn%C3%A9es[^"]*)"/)?.[1]?.replaceAll('&amp;', '&') ?? '',
    );
    await command(world, clerk, approver, href.searchParams.get('subject') ?? '', href.searchParams.get('body') ?? '');
    expect(request().consent).toMatchObject({
      given: true,
      source: 'courriel du demandeur du lundi 23 novembre 2026',
    });
    // What may be said of the text as well holds it too.
    if (!request().notice) await command(world, clerk, approver, `[${reference}] #diffuser sans bon`);
    await goesOut();
    expect((await world.lastLetterTo('a@un.test')).text).toContain('Personne-ressource\u00A0: Zyphora Quellmark');
  });

  test.each([
    ['Coordonnées', 'Veuillez retirer mes coordonnées de la fiche.'],
    ['Remove my contact details', ''],
    [`[${reference}] Coordonnées`, 'Mes coordonnées : non, finalement.'],
    ['Another training', 'Dear Sir,\n\nplease help us with drilling. By the way, keep me out of your notices.'],
  ])('by a mail of its own, « %s »: hidden just the same', async (subject, text) => {
    await world.arrives(clerk, await written({ from, subject, text }));
    expect(request().consent).toMatchObject({ given: false });
    await goesOut();
    expect(await received()).not.toMatch(markers);
  });

  test('in the thread of another of its requests too', async () => {
    world.clock.pass(86_400_000);
    await world.arrives(clerk, await written({ from, subject: 'Forage', text: 'Nous cherchons une formation.' }));
    const answers = (await world.lettersTo(ama)).find(({ subject }) => subject.includes('INMQ-2026-0002'));
    if (!answers) throw new Error('the other request was not acknowledged');
    await world.arrives(
      clerk,
      await written({ from: ama, subject: `Re: ${answers.subject}`, text: 'Que mon nom reste secret.', answers }),
    );
    expect(request().consent).toMatchObject({ given: false });
  });

  test('a mail of somebody else changes nothing', async () => {
    const mail = { from: 'Bo <bo@x.example>', subject: 'Coordonnées', text: 'Retirez mes coordonnées de la fiche.' };
    await world.arrives(clerk, await written(mail));
    expect(request().consent).toMatchObject({ given: true });
  });

  test('after the digest only what plainly speaks of them', async () => {
    await goesOut();
    await says('Who will share the results?');
    expect(request().consent).toMatchObject({ given: true });
  });
});

describe('consent that is taken back while the text is asked about', () => {
  beforeEach(async () => {
    await command(world, clerk, approver, `[${reference}] #rectifier`, 'Coordonnées : oui, appel du 23 novembre');
    await command(world, clerk, approver, `[${reference}] #diffuser`);
    expect((await world.lastLetterTo(ama)).text).toContain('Vos coordonnées y figurent');
  });

  test.each(['Oui', 'Yes, this text may be sent'])('« %s » to that text keeps it', async (words) => {
    await says(words);
    expect(request().notice?.notice.contact).toMatchObject({ address: ama });
  });

  test('« Oui, mais sans mes coordonnées » releases the text without them', async () => {
    await says('Oui, mais sans mes coordonnées');
    expect(request().notice).toBeDefined();
    await goesOut();
    expect(await received()).not.toMatch(markers);
  });

  test('a yes that comes after it does too', async () => {
    const answers = await world.lastLetterTo(ama);
    await world.arrives(clerk, await written({ from, subject: 'Coordonnées', text: 'Ne publiez pas mon nom.' }));
    await world.arrives(clerk, await written({ from: ama, subject: `Re: ${answers.subject}`, text: 'Oui', answers }));
    expect(request().notice).toBeDefined();
    await goesOut();
    expect(await received()).not.toMatch(markers);
  });
});

describe('what staff heard', () => {
  test('is recorded with its source by #rectifier, and taken back the same way', async () => {
    await says('Oui');
    await command(world, clerk, approver, `[${reference}] #rectifier`, 'Coordonnées : oui, appel du 23 novembre');
    expect(request().consent).toMatchObject({ given: true, source: 'appel du 23 novembre' });
    expect(request().notice?.notice.contact).toEqual({ name: 'Zyphora Quellmark', address: ama });
    await command(world, clerk, approver, `[${reference}] #rectifier`, 'Coordonnées : non, appel du 24 novembre');
    expect(request().notice?.notice.contact).toBeUndefined();
  });

  test('needs its source', async () => {
    const answer = await command(world, clerk, approver, `[${reference}] #rectifier`, 'Coordonnées : oui');
    expect(answer.text.replace(/\s+/g, ' ')).toContain('d’où vous le savez');
  });
});
