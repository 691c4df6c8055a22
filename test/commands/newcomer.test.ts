import { beforeEach, expect, test } from 'vitest';
import type { Clerk } from '../../src/clerk.ts';
import type { Mail } from '../../src/mail/mail.ts';
import { FakeWorld, written } from '../world.ts';

const ama = 'aboateng@tgtu.example';
const officer = 'mtremblay@greffier.test';
const approver = 'dlavoie@greffier.test';
const genuine = { 'Authentication-Results': 'mx.inm.example; dmarc=pass header.from=greffier.test' };

let world: FakeWorld;
let clerk: Clerk;
beforeEach(async () => {
  world = new FakeWorld();
  clerk = await world.open();
  await world.arrives(
    clerk,
    await written({ from: `Ama Boateng <${ama}>`, subject: 'Mine rescue training', text: 'We look for training.' }),
  );
});

/** What the mail program opens at a press of the button with that label, in the newest letter that has one. */
async function buttonOf(reader: string, label: string): Promise<{ subject: string; body: string }> {
  const letters: Mail[] = await world.lettersTo(reader);
  for (const { html = '' } of letters.toReversed())
    for (const [, href = '', words = ''] of html.matchAll(/<a [^>]*href="(mailto:[^"]*)"[^>]*>([^<]*)<\/a>/g))
      if (words.replaceAll('&nbsp;', ' ') === label) {
        const { searchParams } = new URL(href.replaceAll('&amp;', '&').replaceAll('+', '%2B'));
        return { subject: searchParams.get('subject') ?? '', body: searchParams.get('body') ?? '' };
      }
  throw new Error(`no letter to ${reader} has a button « ${label} »`);
}

/** Presses it, fills in what is to be filled in, and sends. */
async function press(
  reader: string,
  label: string,
  fill: (body: string) => string = (body) => body,
  add = '',
): Promise<void> {
  const { subject, body } = await buttonOf(reader, label);
  world.clock.pass(1000);
  await world.arrives(
    clerk,
    await written({ from: reader, subject: `${subject}${add}`, text: fill(body), headers: genuine }),
  );
}
const request = () => clerk.register.requests.get('INMQ-2026-0001');

test('somebody who knows no verb takes a request from the first mail to the partners, by buttons alone', async () => {
  await press(officer, 'Prendre la demande en charge');
  expect(request()?.officer).toBe('mtremblay');
  await press(officer, 'Ajouter une note interne (écrivez-la dans le corps)', () => 'Appelée ce matin.');
  expect(request()?.notes).toHaveLength(1);
  await press(officer, 'Annuler');
  expect(request()?.notes).toHaveLength(0);
  await press(officer, 'Répondre au demandeur', () => 'Bonjour Madame,\n\nnous vous appellerons demain.');
  expect((await world.lettersTo(ama)).at(-1)?.text).toContain('nous vous appellerons demain');
  await press(officer, 'Inscrire des précisions', (body) => {
    const answers = [
      'Former 12 instructeurs.',
      'Une attestation.',
      'Contrat de services',
      '175 000 $, approuvés.',
      'Mai 2027.',
    ];
    return answers.reduce(
      (text, said, index) => text.replace(new RegExp(`(^${index + 1}\\. .*$)`, 'mu'), `$1\n${said}\n`),
      body,
    );
  });
  expect(Object.keys(request()?.points ?? {})).toHaveLength(5);
  await press(officer, 'Catégorie : court terme', () => 'Le budget est voté.');
  expect(request()?.category?.category).toBe('short');
  await press(officer, 'Déclarer le dossier complet');
  expect(request()?.status).toBe('complete');
  world.clock.at = new Date('2026-11-26T13:00:00.000Z');
  await clerk.followAgenda();
  await clerk.sendDue();
  await press(approver, 'Toutes les demandes ouvertes');
  expect((await world.lettersTo(approver)).at(-1)?.text).toContain('1. INMQ-2026-0001');
  world.clock.at = new Date('2026-11-27T13:00:00.000Z');
  await clerk.followAgenda();
  await clerk.sendDue();
  await press(approver, 'Diffuser');
  expect(request()?.notice).toBeUndefined();
  await press(approver, 'Confirmer');
  expect(request()?.notice?.author).toBe('dlavoie');
});

test('setting aside, closing and opening again, by buttons alone', async () => {
  await press(officer, 'Mettre en attente (ajoutez la date dans l’objet : 2027-01-15)', (body) => body, ' 2027-01-15');
  expect(request()?.held?.until).toBe('2027-01-15');
  await press(
    officer,
    'Confier la demande à quelqu’un (ajoutez son nom dans l’objet)',
    (body) => body,
    ' Denis Lavoie',
  );
  expect(request()?.officer).toBe('dlavoie');
  await press(officer, 'Fermer : hors mandat');
  expect(request()?.outcome).toBe('out-of-scope');
  await press(officer, 'Rouvrir la demande');
  expect(request()?.status).toBe('received');
  await press(officer, 'C’est un courriel indésirable');
  expect(request()?.outcome).toBe('spam');
  await press(officer, 'Annuler');
  expect(request()?.status).toBe('received');
});
