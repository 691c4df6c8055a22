import { describe, expect, test } from 'vitest';
import type { Clerk } from '../../src/clerk.ts';
import { findCommand, readSubject } from '../../src/commands/grammar.ts';
import { commands } from '../../src/commands/index.ts';
import { parseCron } from '../../src/io/cron.ts';
import { newsletterCame } from '../dissemination/release.ts';
import { buttonsIn, filled, press } from '../pressing.ts';
import { FakeWorld, written } from '../world.ts';

const hour = 3_600_000;
const ama = 'aboateng@tgtu.example';
const officer = 'mtremblay@greffier.test';
const approver = 'dlavoie@greffier.test';
const partner = 'international@cfp-boreal.test';

let world: FakeWorld;
let clerk: Clerk;
async function begin(vouched: boolean): Promise<void> {
  world = new FakeWorld();
  const { authservId, ...policy } = world.policy;
  const { modalities } = policy;
  const short = { ...modalities.short, schedule: parseCron('0 9 * * 2'), lateWindowMs: 12 * hour };
  world.policy = { ...policy, ...(vouched && authservId && { authservId }), modalities: { ...modalities, short } };
  clerk = await world.open();
}

const verbs = new Set<string>();
/** What goes to all, or ends a pause, is confirmed wherever the house stands: the scenarios press that button themselves. */
const final = new Set([
  'Diffuser',
  'Rectifier la fiche',
  'Envoyer ce bulletin maintenant',
  'Répondre à tous les partenaires',
  'Reprendre les envois',
  'Ajouter un partenaire',
  'Nommer une autre personne-ressource',
  'Fermer : suite donnée',
  'Rouvrir la demande',
]);

/**
 * Presses the button with that label in the newest letter to the reader that has one, writes what its label and the form
 * in the body ask for, and sends. The label is all that the reader goes by.
 */
async function click(reader: string, label: string): Promise<void> {
  const letters = await world.lettersTo(reader);
  for (const letter of letters.toReversed()) {
    const button = buttonsIn(letter, reader).find((each) => each.label.startsWith(label));
    if (!button) continue;
    const sent = filled(button, world, clerk);
    for (const { verb } of readSubject(sent.subject, world.policy.referencePrefix).lines) {
      const found = findCommand(verb, commands);
      if ('command' in found) verbs.add(found.command.names[0]);
    }
    await press(world, clerk, sent);
    let answer = (await world.lettersTo(reader)).at(-1);
    // Where nobody vouches for people, what leaves the house asks for a code as well.
    const [confirm] = answer ? buttonsIn(answer, reader).filter((each) => each.label === 'Confirmer') : [];
    if (confirm && world.policy.authservId === undefined && !final.has(label)) {
      await press(world, clerk, confirm);
      answer = (await world.lettersTo(reader)).at(-1);
    }
    expect(answer?.subject, `the answer to « ${label} »`).not.toContain('Rien n’a été changé');
    return;
  }
  const known = letters.flatMap((letter) => buttonsIn(letter, reader)).map((button) => button.label);
  throw new Error(`no letter to ${reader} has a button « ${label} », only ${[...new Set(known)].join(', ')}`);
}

const asks = async (from: string, subject: string, text: string, headers = {}) => {
  world.clock.pass(60_000);
  await world.arrives(clerk, await written({ from, subject, text, headers }));
};
const morning = async (instant: string) => {
  world.clock.at = new Date(instant);
  await clerk.followAgenda();
  await clerk.sendDue();
};
const request = (number = 1) => clerk.register.requests.get(`INMQ-2026-000${number}`);
const last = async (address: string) => (await world.lettersTo(address)).at(-1)?.text.replace(/\s+/g, ' ') ?? '';

const houses = [
  ['where the mail server vouches for people', true],
  ['where nobody does', false],
] as const;

describe.each(houses)('%s', (_, vouched) => {
  test('somebody who knows no verb does all that the office does, by buttons alone', async () => {
    await begin(vouched);
    // A request, from the first mail to the partners and back.
    await asks(`Ama Boateng <${ama}>`, 'Mine rescue training', 'We look for training.');
    await click(officer, 'Prendre la demande en charge');
    expect(request()?.officer).toBe('mtremblay');
    await click(officer, 'Ajouter une note interne');
    expect(request()?.notes).toHaveLength(1);
    await click(officer, 'Annuler');
    expect(request()?.notes).toHaveLength(0);
    await click(officer, 'Voir tout ce qui est possible');
    await click(officer, 'Ajouter un résultat de recherche');
    expect(request()?.findings.at(-1)?.evidence).toContain('annuaire 2026');
    await click(officer, 'Répondre au demandeur');
    expect(await last(ama)).toContain('nous vous appellerons demain');
    await click(officer, 'Proposer des plages libres pour une rencontre');
    await click(officer, 'Fixer une rencontre convenue');
    expect(request()?.meeting).toBeDefined();
    await click(officer, 'Annuler la rencontre');
    expect(request()?.meeting).toBeUndefined();
    await click(officer, 'Inscrire des précisions');
    expect(Object.keys(request()?.points ?? {})).toHaveLength(5);
    await click(officer, 'Verser le compte rendu');
    expect(request()?.notes.at(-1)?.text).toContain('Compte rendu');
    await click(officer, 'Catégorie : court terme');
    expect(request()?.category?.category).toBe('short');
    await click(officer, 'Confier la demande à quelqu’un');
    expect(request()?.officer).toBe('dlavoie');
    await click(officer, 'Déclarer le dossier complet');
    expect(request()?.status).toBe('complete');
    await click(officer, 'Voir l’état de la demande');
    expect(await last(officer)).toContain('Former 12 instructeurs.');
    await morning('2026-11-26T13:00:00.000Z');
    await morning('2026-11-27T13:00:00.000Z');
    await click(approver, 'Diffuser');
    expect(request()?.notice).toBeUndefined();
    await click(approver, 'Confirmer');
    expect(request()?.notice?.author).toBe('dlavoie');
    await click(approver, 'Rectifier la fiche');
    await click(approver, 'Confirmer');
    expect(request()?.notice?.notice.organisation).toContain('Université du');

    // The clerk was away when the digest was due.
    world.clock.at = new Date('2026-12-02T22:00:00.000Z');
    await newsletterCame(world);
    clerk = await world.open();
    await clerk.tick('short');
    await clerk.sendDue();
    await click(approver, 'Envoyer ce bulletin maintenant');
    await click(approver, 'Confirmer');
    expect(request()?.status).toBe('disseminated');
    const digest = (await world.lettersTo(partner)).at(-1);
    if (!digest) throw new Error('the digest did not go out');
    const question = 'Question : le voyage est-il payé?';
    await world.arrives(
      clerk,
      await written({ from: partner, subject: 'Re: INMQ-2026-0001', text: question, answers: digest }),
    );
    await click(approver, 'Répondre à tous les partenaires');
    await click(approver, 'Confirmer');
    expect(await last(partner)).toContain('Oui.');
    await click(approver, 'Fermer : suite donnée');
    await click(approver, 'Confirmer');
    expect(request()).toMatchObject({ status: 'closed', outcome: 'matched' });
    await click(approver, 'Rouvrir la demande');
    await click(approver, 'Confirmer');
    expect(request()?.status).toBe('disseminated');
  });

  test('setting aside, merging, splitting, and what comes by another way', async () => {
    await begin(vouched);
    await asks(`Ama Boateng <${ama}>`, 'Mine rescue training', 'We look for training.');
    await click(officer, 'Mettre en attente');
    expect(request()?.held).toBeDefined();
    await click(officer, 'Mettre fin à l’attente');
    expect(request()?.held).toBeUndefined();
    await asks('kofi@tgtu.example', 'Simulators', 'We look for simulators.');
    await click(officer, 'Fusionner avec une autre demande');
    expect(request(2)?.mergedInto).toBe('INMQ-2026-0001');
    await click(officer, 'Sortir du dossier le courriel 2');
    expect(clerk.register.requests.size).toBe(3);
    await asks('salma@ofm-ma.example', 'Visite', 'Bonjour, une visite.', { 'X-Spam-Flag': 'YES' });
    await click(officer, 'Sortir de quarantaine et accueillir');
    expect(request(4)?.status).toBe('received');
    await click(officer, 'C’est un courriel indésirable');
    expect(request(4)?.outcome).toBe('spam');
    await morning('2026-11-24T13:00:00.000Z');
    await click(officer, 'Inscrire une demande reçue par téléphone');
    expect(request(5)?.requester.name).toBe('Fatoumata Bah');
    await click(officer, 'Toutes les demandes ouvertes');
    expect(await last(officer)).toContain('Demandes ouvertes :');
    await click(officer, 'Voir tout ce qui est possible');
    await click(officer, 'Recevoir le registre');
    expect((await world.lettersTo(officer)).at(-1)?.parts.map(({ filename }) => filename)).toContain('registre.xlsx');
    await click(officer, 'Voir le réseau des partenaires');
    expect(await last(officer)).toContain('cfp-boreal');
    await click(officer, 'Inscrire la demande d’un courriel');
    expect(request(6)).toMatchObject({ proposed: true, subject: 'Elle attend notre appel demain.' });
    await click(officer, 'Oui, le demandeur est');
    expect(request(6)?.proposed).toBeUndefined();
    await click(officer, 'Arrêter tout envoi');
    await asks('diego@cobre.example', 'Relaves', 'Buscamos una capacitación.');
    expect(await world.lettersTo('diego@cobre.example')).toEqual([]);
    await click(officer, 'Reprendre les envois');
    await click(officer, 'Confirmer');
    expect(await world.lettersTo('diego@cobre.example')).toHaveLength(1);
    await morning('2026-11-25T13:00:00.000Z');
    await click(approver, 'Voir tout ce qui est possible');
    await click(approver, 'Ajouter un partenaire');
    await click(approver, 'Confirmer');
    await click(approver, 'Voir le réseau des partenaires');
    await click(approver, 'Modifier : Cégep de la Baie');
    await click(approver, 'Nommer une autre personne-ressource');
    await click(approver, 'Confirmer');
    expect(await last(approver)).toContain('fbah@cmhf.example');
  });
});

test('the two scenarios above reach every verb', () => {
  expect(commands.map(({ names: [name] }) => name).filter((name) => !verbs.has(name))).toEqual([]);
});
