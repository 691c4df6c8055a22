import type { RegisterEvent } from '../model/events.ts';
import type { Letter } from '../model/letter.ts';
import type { Policy } from '../model/policy.ts';
import { pauseOf, type Register } from '../model/register.ts';
import { alarm } from './news.ts';

/** Troubles that begin and end; staff gets one mail when each begins, and one when it is over. */
const troubles = ['mailbox', 'outbox', 'disk'] as const;
export type Trouble = (typeof troubles)[number];

/** A letter that waits longer than this has been tried in vain for some time. */
const stuckMs = 3_600_000;

/** `trouble/mailbox/began/2026-11-23T15:00:00.000Z` */
export function troubleId(trouble: Trouble, step: 'began' | 'over', now: Date): string {
  return `trouble/${trouble}/${step}/${now.toISOString()}`;
}

/** What the register itself tells: the outbox does not empty, or does again. */
export function dueTroubles(register: Register, _policy: Policy, now: Date): { id: string; due: string }[] {
  const open = isOpen('outbox', register);
  const stuck = !pauseOf(register) && stuckLetters(register, now).length > 0;
  if (stuck === open) return [];
  return [{ id: troubleId('outbox', stuck ? 'began' : 'over', now), due: now.toISOString() }];
}

/** One mail when a trouble begins and one when it is over, however often it is told. */
export function tellTrouble(
  id: string,
  register: Register,
  policy: Policy,
  now: Date,
): { events: RegisterEvent[]; letters: Letter[] } {
  const [, name, step] = id.split('/');
  const trouble = troubles.find((known) => known === name);
  if (!trouble) throw new Error(`cannot read the trouble ${id}`);
  const open = isOpen(trouble, register);
  if ((step === 'began') === open) return { events: [], letters: [] };
  const { what, todo, over } = words[trouble];
  if (step !== 'began')
    return { events: [{ kind: 'trouble-over', trouble }], letters: alarm(`over/${trouble}`, over, 'Rien.', policy) };
  const count = trouble === 'outbox' ? ` (${stuckLetters(register, now).length})` : '';
  return {
    events: [{ kind: 'staff-alarmed', trouble, why: what }],
    letters: alarm(trouble, `${what}${count}.`, todo, policy),
  };
}

const words: Readonly<Record<Trouble, { what: string; todo: string; over: string }>> = {
  mailbox: {
    what: 'La boîte de courriel n’est pas joignable depuis plus de cinq minutes',
    todo: 'Vérifiez le serveur et le mot de passe; les courriels y attendent, rien n’est perdu.',
    over: 'La boîte de courriel est joignable de nouveau; ce qui attendait est lu.',
  },
  outbox: {
    what: 'Des lettres attendent depuis plus d’une heure d’être prises par le serveur d’envoi',
    todo: 'Vérifiez le serveur d’envoi; les lettres partiront d’elles-mêmes quand il répondra.',
    over: 'Le serveur d’envoi prend de nouveau les lettres; celles qui attendaient sont parties.',
  },
  disk: {
    what: 'Il reste peu de place sur le disque du registre',
    todo: 'Libérez de la place : sans elle, plus aucun courriel ne sera inscrit.',
    over: 'Il y a de nouveau assez de place sur le disque du registre.',
  },
};

function isOpen(trouble: Trouble, register: Register): boolean {
  const years = [...register.years.values()];
  const began = years.flatMap(({ alarms }) => alarms).findLast((alarmed) => alarmed.trouble === trouble);
  const over = years.flatMap(({ recoveries = [] }) => recoveries).findLast((ended) => ended.trouble === trouble);
  return began !== undefined && (over === undefined || over.at < began.at);
}

function stuckLetters(register: Register, now: Date): string[] {
  return [...register.outbox].filter((id) => {
    const letter = register.letters.get(id);
    return letter !== undefined && letter.attempt > 0 && now.getTime() - Date.parse(letter.at) > stuckMs;
  });
}
