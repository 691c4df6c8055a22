import { beforeEach, describe, expect, test } from 'vitest';
import type { Clerk } from '../../src/clerk.ts';
import { FakeWorld, written } from '../world.ts';

const officer = 'mtremblay@greffier.test';
const kouadio = 'k.amani@mines-ci.example';
const genuine = { 'Authentication-Results': 'mx.inm.example; dmarc=pass header.from=greffier.test' };
const forward = `Reçu hier, à suivre.

________________________________
De : Kouadio Amani <${kouadio}>
Envoyé : vendredi 20 novembre 2026 10:12
À : Marie Tremblay <${officer}>
Objet : Demande de formation

Madame,

notre ministère cherche une formation de formateurs.

Kouadio Amani
Ministère des Mines
`;

let world: FakeWorld;
let clerk: Clerk;
beforeEach(async () => {
  world = new FakeWorld();
  clerk = await world.open();
});

const flat = (text = '') => text.replace(/\s+/g, ' ');
const answer = async () => flat((await world.lettersTo(officer)).at(-1)?.text);
const only = () => {
  const [request, ...others] = clerk.register.requests.values();
  if (!request || others.length > 0) throw new Error(`${clerk.register.requests.size} requests`);
  return request;
};
async function commanded(subject: string, text = '', headers: Record<string, string> = genuine) {
  world.clock.pass(60_000);
  await world.arrives(clerk, await written({ from: `Marie Tremblay <${officer}>`, subject, text, headers }));
}

describe('#transfert', () => {
  test.each(['TR : Demande de formation #transfert', 'Fwd: [EXTERNE] Demande #TRANSFERT', '#transférer TR: Demande'])(
    '« %s »: entered as the author’s request, with the intermediary; nobody outside hears of it',
    async (subject) => {
      await commanded(subject, forward);
      expect(only()).toMatchObject({
        reference: 'INMQ-2026-0001',
        status: 'received',
        subject: 'Demande de formation',
        requester: { name: 'Kouadio Amani', address: kouadio, country: 'CI' },
        intermediary: { address: officer },
        proposed: true,
      });
      expect(only().notes.map(({ text }) => text)).toEqual(['Reçu hier, à suivre.']);
      expect(await world.lettersTo(kouadio)).toEqual([]);
      const told = await answer();
      expect(told).toContain(`Demandeur proposé : Kouadio Amani <${kouadio}>`);
      expect(told).toContain('[INMQ-2026-0001] #transfert oui');
      expect(told).toContain('une formation de formateurs');
      expect([...clerk.register.mails.values()][0]).toMatchObject({
        disposition: 'command',
        reference: 'INMQ-2026-0001',
      });
    },
  );

  test('« oui » acknowledges the requester, whose answer is then filed', async () => {
    await commanded('TR : Demande #transfert', forward);
    await commanded('[INMQ-2026-0001] #transfert oui');
    expect(only().proposed).toBeUndefined();
    const [letter, ...more] = await world.lettersTo(kouadio);
    expect(more).toEqual([]);
    expect(letter?.subject).toContain('[INMQ-2026-0001]');
    expect(only().slots.length).toBeGreaterThan(0);
    expect(await answer()).toContain(`Lettre envoyée à : Kouadio Amani <${kouadio}>`);
    if (!letter) throw new Error('no letter');
    world.clock.pass(60_000);
    const text = '1. Nature des besoins\nTrente formateurs.\n';
    await world.arrives(
      clerk,
      await written({ from: kouadio, subject: `Re: ${letter.subject}`, text, answers: letter }),
    );
    expect(only().points.needs?.value).toBe('Trente formateurs.');
    await commanded('[INMQ-2026-0001] #transfert oui', 'encore');
    expect(await answer()).toContain('pas de demandeur à confirmer');
    expect(await world.lettersTo(kouadio)).toHaveLength(2);
  });

  test('what staff hands on by answering it is entered too; the questionnaire shows what it says', async () => {
    const quote =
      'Le 20 nov. 2026 à 10:12, Kouadio Amani <k.amani@mines-ci.example> a écrit :\n> Madame,\n> notre ministère cherche une formation de formateurs.\n';
    await commanded('RE : Demande de formation #transfert', `À inscrire.\n\n${quote}`);
    expect(only()).toMatchObject({
      subject: 'Demande de formation',
      requester: { name: 'Kouadio Amani', address: kouadio },
    });
    await commanded('[INMQ-2026-0001] #transfert oui');
    const [letter] = await world.lettersTo(kouadio);
    expect(flat(letter?.text)).toContain('notre ministère cherche une formation de formateurs.');
    // A colleague who passes it on needs no copy.
    expect((await world.lettersTo(officer)).map(({ text }) => /ci-dessous a été envoyée/.test(text))).not.toContain(
      true,
    );
  });

  test.each([
    ['#transfert kofi@o.example Kofi Mensah', 'Nous cherchons une formation.'],
    ['#transfert kofi@o.example Kofi Mensah #note vu', 'Nous cherchons une formation.'],
    ['Relaves #transfert kofi@o.example Kofi Mensah', 'Relaves'],
    ['[EXTERNE] TR : Élèves de Tarkwa [phase 2] #transfert kofi@o.example', 'Élèves de Tarkwa [phase 2]'],
  ])('« %s »: what the command says is not the subject of the request, « %s »', async (subject, wanted) => {
    await commanded(subject, '\nNous cherchons une formation.\nMerci d’avance.\n');
    expect(only()).toMatchObject({ subject: wanted, requester: { address: 'kofi@o.example' } });
    await commanded('[INMQ-2026-0001] #transfert oui');
    const letter = await world.lastLetterTo('kofi@o.example');
    expect(flat(letter.subject + letter.text)).not.toContain('kofi@');
  });

  test('another address corrects the proposal', async () => {
    await commanded('TR : Demande #transfert', forward);
    await commanded('[INMQ-2026-0001] #transfert dg@mines-ci.example Awa Koné');
    expect(only().requester).toMatchObject({ name: 'Awa Koné', address: 'dg@mines-ci.example', country: 'CI' });
    expect(await world.lettersTo(kouadio)).toEqual([]);
    expect(await world.lettersTo('dg@mines-ci.example')).toHaveLength(1);
  });

  test('what somebody outside passed on is put in the name of who asks; the first becomes the intermediary', async () => {
    const roy = 'sroy@bureau-qc.example';
    const text = `Je vous transfère cette demande.

Sophie Roy, Bureau du Québec à Santiago

---- Forwarded:
Buscamos investigación conjunta sobre relaves.
Diego Soto · dsoto@cobrefuturo.example`;
    await world.arrives(clerk, await written({ from: `Sophie Roy <${roy}>`, subject: 'TR: ONG', text }));
    expect(await answer()).toContain('[INMQ-2026-0001] #transfert dsoto@cobrefuturo.example');
    await commanded('[INMQ-2026-0001] #transfert dsoto@cobrefuturo.example Diego Soto');
    expect(only()).toMatchObject({
      requester: { name: 'Diego Soto', address: 'dsoto@cobrefuturo.example' },
      intermediary: { name: 'Sophie Roy', address: roy },
      language: 'es',
    });
    // He is asked in his language, with what she passed on as a draft; she gets a copy, in French alone.
    const [asked] = await world.lettersTo('dsoto@cobrefuturo.example');
    expect(flat(asked?.text)).toContain('investigación conjunta sobre relaves');
    expect(flat(asked?.text)).toContain('Estimado/a Diego Soto');
    const [, copy, ...more] = await world.lettersTo(roy);
    expect(more).toEqual([]);
    expect(flat(copy?.text)).toContain('La lettre ci-dessous a été envoyée à Diego Soto (dsoto@cobrefuturo.example)');
    expect(copy?.text).not.toContain('Estimado');
    expect(copy?.headers.filter(({ name }) => name === 'auto-submitted')).toHaveLength(1);
    world.clock.pass(60_000);
    await world.arrives(clerk, await written({ from: roy, subject: '[INMQ-2026-0001] Plage 1', text: 'Plage 1' }));
    expect(only().meeting).toBeDefined();
  });

  test('what somebody outside attached is shown to staff', async () => {
    const raw = `From: Sophie Roy <roy@qc.example>\r\nTo: info@inm.example\r\nSubject: TR : demande\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nPour vous.\r\n--b\r\nContent-Type: message/rfc822\r\n\r\nFrom: Kouadio Amani <${kouadio}>\r\nSubject: Demande\r\n\r\nNous cherchons une formation de formateurs.\r\n--b--\r\n`;
    await world.arrives(clerk, Buffer.from(raw));
    const told = await answer();
    expect(told).toContain('Nous cherchons une formation de formateurs.');
    expect(told).toContain(`[INMQ-2026-0001] #transfert ${kouadio}`);
  });

  test('what was found of who asks holds once staff says so, without typing it', async () => {
    const passed = forward
      .replace('Reçu hier', 'Sophie Roy\nBureau du Québec à Abidjan')
      .replace(officer, 'roy@qc.example');
    await world.arrives(
      clerk,
      await written({ from: 'Sophie Roy <roy@qc.example>', subject: 'TR : ONG', text: passed }),
    );
    expect(await answer()).toContain('Type du demandeur : gouvernement');
    await commanded(`[INMQ-2026-0001] #transfert ${kouadio}`);
    const country = { country: 'CI', timeZone: 'Africa/Abidjan' };
    expect(only().requester).toEqual({
      name: 'Kouadio Amani',
      address: kouadio,
      organisation: 'Ministère des Mines',
      kind: 'government',
      ...country,
    });
  });

  test.each([
    [
      'in the attached mail',
      ['Content-Type: message/rfc822', '', `From: Kouadio Amani <${kouadio}>`, 'Subject: Demande'],
    ],
    ['beside the quoted one', ['Content-Type: text/plain', '', ...forward.split('\n')]],
  ])('winmail.dat %s is told to staff, and asked of the requester in another form', async (where, part) => {
    const file = 'Content-Type: application/ms-tnef; name=winmail.dat\r\n\r\nx';
    const inner = `MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=c\r\n\r\n--c\r\n\r\nUne formation.\r\n--c\r\n${file}\r\n--c--`;
    const attached = where === 'in the attached mail';
    await world.arrives(
      clerk,
      Buffer.from(
        `From: Marie Tremblay <${officer}>\r\nTo: info@inm.example\r\nAuthentication-Results: ${genuine['Authentication-Results']}\r\nSubject: #transfert\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n${part.join('\r\n')}\r\n${attached ? inner : `--b\r\n${file}`}\r\n--b--\r\n`,
      ),
    );
    expect(await answer()).toContain('winmail.dat');
    await commanded('[INMQ-2026-0001] #transfert oui');
    expect((await world.lettersTo(kouadio)).at(-1)?.text).toMatch(/winmail\.dat/);
  });

  test('an attached mail, and one that is on record already', async () => {
    const raw = (text: string) =>
      Buffer.from(
        `From: Marie Tremblay <${officer}>\r\nTo: info@inm.example\r\nAuthentication-Results: ${genuine['Authentication-Results']}\r\nSubject: #transfert\r\nMessage-ID: <f${text.length}@greffier.test>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\n${text}\r\n--b\r\nContent-Type: message/rfc822\r\n\r\nFrom: Kouadio Amani <${kouadio}>\r\nSubject: Demande\r\nMessage-ID: <o@mines-ci.example>\r\n\r\nUne formation.\r\n--b--\r\n`,
      );
    await world.arrives(clerk, raw('Pour vous'));
    expect(only().requester.address).toBe(kouadio);
    const original = await written({
      from: kouadio,
      subject: 'Autre',
      text: 'Une visite.',
      messageId: '<p@x.example>',
    });
    await world.arrives(clerk, original);
    world.clock.pass(60_000);
    const again = raw('encore').toString().replace('<o@mines-ci.example>', '<p@x.example>');
    await world.arrives(clerk, Buffer.from(again));
    expect(await answer()).toContain('déjà au registre : INMQ-2026-0002');
  });

  test.each([
    ['nothing is forwarded', '#transfert', 'Bonjour', genuine, 'Aucun courriel transféré'],
    ['nothing proves who wrote', 'TR: x #transfert', forward, {}, 'Rien ne prouve'],
    ['another command is with it', 'TR: x #transfert #note', forward, genuine, 'n’exécute jamais de commande'],
  ])('refused when %s', async (_, subject, text, headers, why) => {
    await commanded(subject, text, headers as Record<string, string>);
    expect(clerk.register.requests.size).toBe(0);
    expect(await answer()).toContain(why);
  });

  test('an address of the house is no requester', async () => {
    await commanded('TR : Demande #transfert', forward);
    await commanded(`[INMQ-2026-0001] #transfert ${officer}`);
    expect(await answer()).toContain('adresse de l’Institut');
  });

  test('#annuler closes what was entered by mistake', async () => {
    await commanded('TR : Demande #transfert', forward);
    await commanded('[INMQ-2026-0001] #annuler');
    expect(only()).toMatchObject({ status: 'closed', outcome: 'mistake' });
    expect(await world.lettersTo(kouadio)).toEqual([]);
  });

  test('a forward without the command is not lost in silence: who sent it is told how', async () => {
    await commanded('TR : Demande de formation', forward);
    expect(clerk.register.requests.size).toBe(0);
    expect(await answer()).toContain('« #transfert »');
    expect(await world.lettersTo('dlavoie@greffier.test')).toEqual([]);
    await commanded('Bonjour', 'Rien à transférer.');
    expect(await world.lettersTo(officer)).toHaveLength(1);
  });
});
