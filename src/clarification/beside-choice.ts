import { isAcceptance, isCourtesy } from './acceptance.ts';
import { withoutPhrases } from './phrases.ts';
import { hasReserve, retracts } from './refusals.ts';
import { inDoubt, type Known, nothing, type Saying } from './saying.ts';
import { countWords } from './sentences.ts';
import { withoutMoment } from './slot-times.ts';

/** What a sentence that names no slot does to the choice that another one made: nothing, or it puts it in doubt. */
export function hearBeside(said: string, known: Known): Saying {
  if (isCourteous(said, known)) return nothing;
  if (known.clicked && !leavesClick(said, known)) return inDoubt(said, 'plus que le choix du bouton');
  return interjects(said, known) ? inDoubt(said, 'une réserve') : hearBesideInForm(said, known);
}

/** The same of a sentence of the questionnaire, where short ones are answers: « La plage 2. Mais plutôt à 14 h. » */
export function hearBesideInForm(said: string, known: Known): Saying {
  if (isCourteous(said, known)) return nothing;
  return retracts(withoutPhrases(said)) || hasReserve(said) ? inDoubt(said, 'une réserve') : nothing;
}

function isCourteous(said: string, { names }: Known): boolean {
  return /\p{L}/u.test(said) && isCourtesy(said, names);
}

/** Beside a click only what accepts or is courteous leaves it as it is: « Celle-ci ne va pas. » names no slot. */
function leavesClick(said: string, { names }: Known): boolean {
  return !said.includes('?') && isAcceptance(withoutPhrases(said), names);
}

/** « Oups. », "?", "Could it be at 2 pm?": beside a choice these may take it back, whatever their words. */
function interjects(said: string, { zones }: Known): boolean {
  if (said.includes('?') && withoutMoment(said, zones).includes('§')) return true;
  return /[.!?]$/.test(said) && !abbreviated.test(said) && countWords(said) <= mostWordsOfInterjection;
}

const mostWordsOfInterjection = 3;
const abbreviated = /\b(?:eng|ing|ltd|inc|co|s\.a|ph\.?d|m\.?sc|jr)\.$/;
