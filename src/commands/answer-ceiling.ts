import type { Letter } from '../model/letter.ts';
import type { Register } from '../model/register.ts';
import { refusalsPerHour } from './answers.ts';
import { isConfirm } from './confirm.ts';
import { findCommand, type Line } from './grammar.ts';
import { pause } from './pause.ts';

/** Nobody at work gives so many commands; a rule in a mailbox that has gone wild does. */
const answersPerHour = 3 * refusalsPerHour;
/** So many answers before the last one of the hour say that it is near. */
const warned = 5;

/**
 * The letters of commands that were done, without the answers over the hourly ceiling of their reader. What was done
 * stays done; whoever stops all sending, or confirms by a code, always hears that it worked.
 */
export function underAnswerCeiling(
  letters: readonly Letter[],
  lines: readonly Line[],
  register: Register,
  now: Date,
): Letter[] {
  if (lines.some(({ verb }) => isConfirm(verb) || stops(verb))) return [...letters];
  return letters.flatMap((letter): Letter[] => {
    if (letter.name !== 'command-done' && letter.name !== 'help') return [letter];
    const left = answersPerHour - answersOfHour(letter.to.address, register, now);
    if (left <= 0) return [];
    if (left > warned || letter.name === 'help') return [letter];
    const { data } = letter;
    return [{ ...letter, data: { ...data, text: [data.text, nearCeiling].filter(Boolean).join('\n\n') } }];
  });
}

const nearCeiling = `Vous avez reçu près de ${answersPerHour} réponses en une heure. Au-delà, vos commandes sont encore exécutées et inscrites au registre, mais sans réponse, sauf «\u00A0#pause\u00A0» et «\u00A0#confirmer\u00A0».`;

function stops(verb: string): boolean {
  const found = findCommand(verb, [pause]);
  return 'command' in found;
}

function answersOfHour(address: string, register: Register, now: Date): number {
  const answers = (register.answersTo.get(address) ?? []).slice(-answersPerHour);
  return answers.filter(({ at }) => now.getTime() - Date.parse(at) < 3_600_000).length;
}
