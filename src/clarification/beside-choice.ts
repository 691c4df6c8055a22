import { isAcceptance, isCourtesy } from './acceptance.ts';
import { obstacleIn, withoutPoliteDoubt } from './obstacles.ts';
import { withoutPhrases } from './phrases.ts';
import { hasReserve, retracts, takesBack } from './refusals.ts';
import { isOfProject, leftToOthers, reserveIn } from './reserves.ts';
import { inDoubt, type Known, nothing, type Saying } from './saying.ts';
import { countWords } from './sentences.ts';
import { contradicts, withoutMoment } from './slot-times.ts';

/** What a sentence that names no slot does to the choice that another one made: nothing, or it puts it in doubt. */
export function hearBeside(said: string, known: Known): Saying {
  if (isCourteous(said, known)) return nothing;
  const untimed = withoutMoment(said, known.zones);
  if (untimed.includes('§') && isCourtesy(untimed, known.names)) return hearFarewell(said, known);
  if (known.clicked && !leavesClick(said, known) && !encloses(said))
    return inDoubt(said, 'plus que le choix du bouton');
  if (interjects(said, known)) return inDoubt(said, 'une réserve');
  const plainly = withoutPoliteDoubt(said);
  const obstacle = reserveIn(plainly) ?? obstacleIn(plainly, known.offered, known.zones);
  return obstacle ? inDoubt(said, obstacle) : hearReserve(said, known);
}

/** The same of a sentence of the questionnaire, where short ones are answers: « La plage 2. Mais plutôt à 14 h. », « No budget yet » */
export function hearBesideInForm(said: string, known: Known): Saying {
  const plainly = withoutPoliteDoubt(said);
  return isOfProject(plainly) && !takesBack(withoutPhrases(plainly)) ? nothing : hearReserve(said, known);
}

function hearReserve(said: string, known: Known): Saying {
  if (isCourteous(said, known)) return nothing;
  const plainly = withoutPoliteDoubt(said);
  return retracts(withoutPhrases(plainly)) || hasReserve(plainly) ? inDoubt(said, 'une réserve') : nothing;
}

/** The same of a line of who signs: « Dean », « 1 Mining Road ». */
export function hearBesideSigned(said: string, known: Known): Saying {
  if (/[.!?]$/.test(said)) return hearBeside(said, known);
  const why = leftToOthers(withoutPoliteDoubt(said));
  return why ? inDoubt(said, why) : hearReserve(said, known);
}

/** « À mercredi ! »: on the day of the chosen slot. */
function hearFarewell(said: string, { chosen, zones }: Known): Saying {
  return chosen.some((slot) => contradicts(said, slot, zones))
    ? inDoubt(said, 'un autre jour que celui de la plage')
    : nothing;
}

function isCourteous(said: string, { names }: Known): boolean {
  return /\p{L}/u.test(said) && isCourtesy(said, names);
}

/** Beside a click only what accepts or is courteous leaves it as it is: « Celle-ci ne va pas. » names no slot. */
function leavesClick(said: string, { names }: Known): boolean {
  return !said.includes('?') && isAcceptance(withoutPhrases(said), names);
}

/** « Voir pièce jointe. » */
function encloses(said: string): boolean {
  return isOfItsOwn(said) && countWords(said) <= mostWordsBesideClick;
}

/** Whether a sentence, plain, is of what is enclosed, how one joins the call, or how many come. */
export function isOfItsOwn(said: string): boolean {
  return ofItsOwn.test(said);
}

/** « Oups. », "?", "Could it be at 2 pm?": beside a choice these may take it back, whatever their words. */
function interjects(said: string, { zones, ahead }: Known): boolean {
  if (said.includes('?') && withoutMoment(said, zones).includes('§')) return true;
  if (ahead || isOfItsOwn(said)) return false;
  return /[.!?]$/.test(said) && !abbreviated.test(said) && countWords(said) <= mostWordsOfInterjection;
}

/** What is enclosed, how one joins the call, how many come: so few words take nothing back. */
const ofItsOwn =
  /\b(?:attach\p{L}*|enclos\p{L}*|(?:pieces?|documents?) jointe?s?|(?:ci-)?joint\p{L}*|en (?:pj|annexe|anexo)|annexes?|p\.?j|adjunt\p{L}+|anex\p{L}+|zoom|teams|meet|webex|skype|whatsapp|visio\p{L}*|video\p{L}*|links?|liens?|enlaces?|seron[st]|(?:will|shall) be (?:two|three|four|five|six|\d)|seremos|somos|sommes|participants?|participantes|attendees|personnes|personas|people|cc|copie|copia|confirm(?:er|ar) (?:(?:la )?reception|svp|please|por favor)|acknowledge)\b/u;

const mostWordsBesideClick = 8;
const mostWordsOfInterjection = 3;
/** « RR.HH. » and « S.A.C. » are such by their form. */
const abbreviated =
  /\b(?:eng|ing|ltd|ltda|inc|co|cia|ph\.?d|m\.?sc|jr|dept|dpto|div|gral)\.$|(?:^|\s)(?:\p{L}{1,4}\.){2,}$/u;
