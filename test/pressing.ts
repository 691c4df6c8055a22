import type { Clerk } from '../src/clerk.ts';
import { decide } from '../src/decide.ts';
import type { Mail } from '../src/mail/mail.ts';
import type { Plan } from '../src/model/plan.ts';
import { mailOf } from './mail/make.ts';
import { type FakeWorld, written } from './world.ts';

/** What the mail program opens at a press of a button. */
export interface Pressed {
  reader: string;
  label: string;
  subject: string;
  body: string;
}

/** The buttons of a letter to staff, as its HTML has them. */
export function buttonsIn({ html = '' }: Mail, reader: string): Pressed[] {
  return [...html.matchAll(/<a [^>]*href="(mailto:[^"]*)"[^>]*>([^<]*)<\/a>/g)].map(([, href = '', words = '']) => {
    const { searchParams } = new URL(unescaped(href).replaceAll('+', '%2B'));
    const body = (searchParams.get('body') ?? '').replaceAll('\r\n', '\n');
    return { reader, label: unescaped(words), subject: searchParams.get('subject') ?? '', body };
  });
}

function unescaped(html: string): string {
  const named: Record<string, string> = { '&amp;': '&', '&nbsp;': ' ', '&lt;': '<', '&gt;': '>', '&quot;': '"' };
  return html
    .replace(/&#x([0-9a-f]+);/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/&(?:amp|nbsp|lt|gt|quot);/g, (entity) => named[entity] ?? entity)
    .replaceAll('\u00A0', ' ');
}

/** The word of the mail server on what the reader sends, where the house has one that is believed. */
const vouched = ({ policy: { authservId } }: FakeWorld, reader: string): Record<string, string> =>
  authservId === undefined
    ? {}
    : { 'Authentication-Results': `${authservId}; dmarc=pass header.from=${reader.split('@')[1]}` };

/** Sends what the button opened, filled in or not. */
export async function press(world: FakeWorld, clerk: Clerk, { reader, subject, body }: Pressed): Promise<void> {
  world.clock.pass(1000);
  await world.arrives(clerk, await written({ from: reader, subject, text: body, headers: vouched(world, reader) }));
}

/** What the clerk would decide, were it sent; nothing is changed. */
export function pressedNow(world: FakeWorld, clerk: Clerk, { reader, subject, body }: Pressed): Plan {
  const now = world.clock.now();
  const mail = mailOf({ from: reader, subject, text: body, headers: vouched(world, reader) });
  const receivedAt = now.toISOString();
  return decide(
    { kind: 'mail', id: `mail/${mail.id}`, receivedAt, source: 'INBOX', mail },
    clerk.register,
    world.policy,
    now,
  );
}

/** Why the press was refused; undefined when it was obeyed. */
export function refusalIn(plan: Plan): string | undefined {
  return plan.events.find((event) => event.kind === 'command-refused')?.why;
}

/** What somebody sends who reads the label of a button and the form in its body, and knows nothing else. */
export function filled(pressed: Pressed, world: FakeWorld, clerk: Clerk): Pressed {
  const { label, body } = pressed;
  const hint = /\((?<hint>[^()]*(?:objet|corps)[^()]*)\)$/u.exec(label)?.groups?.hint ?? '';
  if (!hint) return pressed;
  return {
    ...pressed,
    subject: inSubject(pressed, hint, world, clerk),
    body: hint.includes('corps') ? inBody(pressed, world) : body,
  };
}

function inSubject({ subject, reader }: Pressed, hint: string, world: FakeWorld, clerk: Clerk): string {
  const requests = clerk.register.requests;
  const own = requests.get(/INMQ-\d{4}-\d{4}/.exec(subject)?.[0] ?? '');
  const ahead = new Date(world.clock.now().getTime() + 45 * 86_400_000).toISOString().slice(0, 10);
  const [colleague] = world.policy.staff.filter(({ id, address }) => id !== own?.officer && address !== reader);
  const [other] = [...requests.values()].filter(
    ({ reference, status, notice, meeting, requester }) =>
      reference !== own?.reference &&
      status !== 'closed' &&
      !notice &&
      !(own?.meeting && (meeting || requester.address !== own.requester.address)),
  );
  // Who moves a meeting writes another hour than the one it has (10 h in Val-d’Or is 14 h or 15 h in UTC).
  const standing = new Set([`${ahead}T14`, `${ahead}T15`]).has(own?.meeting?.start.slice(0, 13) ?? '');
  const rows: readonly [hint: RegExp, write: () => string][] = [
    [/date dans l’objet : [\d-]+ \d+ h$/u, () => `${subject} ${ahead} ${standing ? 14 : 10} h`],
    [/date dans l’objet : [\d-]+$/u, () => `${subject} ${ahead}`],
    [
      /^ajoutez son nom dans l’objet/u,
      () => `${subject} ${colleague?.name ?? world.policy.staff.find(({ id }) => id !== own?.officer)?.name}`,
    ],
    [/sa référence dans l’objet/u, () => `${subject} ${other?.reference}`],
    [/adresse et (?:son|le) nom/u, () => `${subject} kofi@tgtu.example Kofi Mensah`],
  ];
  return rows.find(([pattern]) => pattern.test(hint))?.[1]() ?? subject;
}

function inBody({ body, subject }: Pressed, world: FakeWorld): string {
  // What one writes to them is not what one notes about them.
  if (!body.trim())
    return subject.includes('#répondre')
      ? 'Bonjour Madame, nous vous appellerons demain.'
      : 'Elle attend notre appel demain.';
  const said: Record<string, string> = {
    Établissement: 'Cégep de la Baie',
    Nom: 'Fatoumata Bah',
    Courriel: 'fbah@cmhf.example',
    Organisme: 'Compagnie minière du Haut-Fouta',
    Organisation: `Université du ${world.clock.now().toISOString()}`,
    Pays: 'GN',
    Objet: 'Compétences bauxite',
    Motif: 'Le budget est voté.',
    'Site web': 'https://tgtu.example',
    Source: 'annuaire 2026',
    Question: 'Le voyage est-il payé?',
    Réponse: 'Oui.',
  };
  const answers = [
    'Former 12 instructeurs.',
    'Une attestation.',
    'Contrat de services',
    '175 000 $, approuvés.',
    'Mai 2027.',
  ];
  return body
    .replace(/^([^:\n]+?) : *$/gmu, (line, field: string) => (said[field] ? `${field} : ${said[field]}` : line))
    .replace(/^(\d)\. .*$/gmu, (title, number: string) => `${title}\n${answers[Number(number) - 1]}\n`);
}
