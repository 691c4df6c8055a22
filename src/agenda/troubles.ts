import { ceilingNames, withinCeiling } from '../ceilings.ts';
import type { RegisterEvent } from '../model/events.ts';
import type { Letter } from '../model/letter.ts';
import type { Policy } from '../model/policy.ts';
import { pauseOf, type Register } from '../model/register.ts';
import type { Alarming } from '../model/trouble-names.ts';
import { openTrouble, openTroubles } from '../model/troubles.ts';
import { alarm } from './news.ts';

/** Troubles that begin and end; staff gets one mail when each begins, and one when it is over. */
const troubles = ['mailbox', 'outbox', 'disk', 'journal'] as const;
export type Trouble = (typeof troubles)[number];

/** A letter that waits longer than this has been tried in vain for some time. */
const stuckMs = 3_600_000;

/** `trouble/mailbox/began/2026-11-23T15:00:00.000Z` */
export function troubleId(trouble: string, step: 'began' | 'over', now: Date): string {
  return `trouble/${trouble}/${step}/${now.toISOString()}`;
}

/** What the register itself tells: the outbox does not empty, or does again; a ceiling is left behind. */
export function dueTroubles(register: Register, policy: Policy, now: Date): { id: string; due: string }[] {
  const due = (trouble: string, step: 'began' | 'over') => ({
    id: troubleId(trouble, step, now),
    due: now.toISOString(),
  });
  const ended = openTroubles(register, (name) => name.startsWith(ceilingNames))
    .filter(({ trouble, at }) => withinCeiling(trouble, at, register, policy, now))
    .map(({ trouble }) => due(trouble, 'over'));
  // While sending is stopped nobody knows: it neither begins nor ends.
  if (pauseOf(register)) return ended;
  const open = openTrouble('outbox', register) !== undefined;
  const stuck = stuckLetters(register, now).length > 0;
  return stuck === open ? ended : [due('outbox', stuck ? 'began' : 'over'), ...ended];
}

/** One mail when a trouble begins and one when it is over, however often it is told. */
export function tellTrouble(
  id: string,
  register: Register,
  policy: Policy,
  now: Date,
): { events: RegisterEvent[]; letters: Letter[] } {
  const [, name = '', step] = /^trouble\/(.+)\/(began|over)\/[^/]+$/.exec(id) ?? [];
  const trouble = troubles.find((known) => known === name);
  if (!trouble && !name.startsWith(ceilingNames)) throw new Error(`cannot read the trouble ${id}`);
  const open = openTrouble(name, register) !== undefined;
  if ((step === 'began') === open) return { events: [], letters: [] };
  if (!trouble) return over(`ceiling/${name.slice(ceilingNames.length)}`, ceilingOver(name), policy);
  if (step !== 'began') return over(trouble, words[trouble].over, policy);
  const { what, todo } = words[trouble];
  const count = trouble === 'outbox' ? ` (${stuckLetters(register, now).length})` : '';
  return {
    events: [{ kind: 'staff-alarmed', trouble, why: what }],
    letters: alarm(trouble, `${what}${count}.`, todo, policy),
  };
}

/** The one mail that says that a trouble has ended. */
export function over(trouble: Alarming, what: string, policy: Policy): { events: RegisterEvent[]; letters: Letter[] } {
  return { events: [{ kind: 'trouble-over', trouble }], letters: alarm(`over/${trouble}`, what, 'Rien.', policy) };
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
    todo: 'Libérez de la place : sans elle, plus aucun courriel ne sera inscrit.',
    over: 'Il y a de nouveau assez de place sur le disque du registre.',
  },
  journal: {
    what: 'Le journal du registre a été modifié hors du greffier : sa chaîne est rompue',
    todo: 'Ne touchez à rien, gardez une copie du dossier du registre, et faites exécuter « greffier verify », qui nomme le fichier et la ligne; puis arrêtez le greffier, rétablissez ce fichier d’après la sauvegarde et redémarrez.',
    over: 'Le journal du registre est de nouveau entier : sa chaîne a été vérifiée d’un bout à l’autre.',
  },
};

function ceilingOver(trouble: string): string {
  const address = trouble.slice(ceilingNames.length);
  if (address === 'hour')
    return 'Il part de nouveau moins de lettres automatiques que le plafond par heure; celles qui attendaient sont parties ou partent.';
  return `Le plafond des lettres automatiques à ${address} n’est plus atteint : le greffier lui répond de nouveau.`;
}

function stuckLetters(register: Register, now: Date): string[] {
  return [...register.outbox].filter((id) => {
    const letter = register.letters.get(id);
    return letter !== undefined && letter.attempt > 0 && now.getTime() - Date.parse(letter.at) > stuckMs;
  });
}
