import { ownWords } from '../mail/visible-text.ts';
import type { Letter } from '../model/letter.ts';
import { plain } from '../model/plain.ts';
import type { Policy } from '../model/policy.ts';
import type { Register } from '../model/register.ts';
import { type Language, type Meeting, type Point, points, type Request, type Slot } from '../model/request.ts';
import { pointTitles, versionBelow } from '../model/wording.ts';
import { numberingIn, shownBy, speaksOfSlots } from './answered-letter.ts';
import { bookChoice } from './booking.ts';
import { type Asked, type Choice, isButton, readChoice } from './choice.ts';
import { listed } from './closed-lists.ts';
import { asksOfMeeting, asksToMove, callsOff, namingMeeting, withoutChanging } from './moving-words.ts';
import { byLanguage, envelope, questionnaireButton } from './offer.ts';
import { questionLines, readAnswers, titledAsOurs, unplacedIn, unsureCorrections } from './questionnaire.ts';
import { callOff, changeChoice, offerChange } from './rebooking.ts';
import { refusedWeekdays, retracts } from './refusals.ts';
import { namesOtherDay } from './slot-times.ts';
import type { Understood } from './understood.ts';

/** What the requester wrote back, read for the two things that the clerk understands: answers, and a slot. */
export interface Reply {
  /** SHA-256 of the mail. */
  mail: string;
  author: string;
  subject: string;
  /** Without quote and signature. */
  text: string;
  /** With the quote: answers may stand between the quoted questions. */
  wholeText: string;
  thread: readonly string[];
  /** The name of the letter of ours that it answers, where one is known. */
  letter?: string;
  /** The one slot that this letter offers, where it was written to offer one. */
  offer?: number;
}

/** Reads the reply: fills in points, books a slot, or offers others. An unsure choice is asked, never guessed. */
export function understand(mail: Reply, request: Request, register: Register, policy: Policy, now: Date): Understood {
  const reply = { ...mail, text: aboveOurLetter(mail.text, request, policy) };
  const { known, ...filled } = fill(reply, request, policy, now);
  const slot = choose(reply, request, known, register, policy, now);
  const { chosen, commands, offered } = slot;
  return {
    events: [...filled.events, ...slot.events],
    letters: slot.letters.length > 0 ? slot.letters : filled.letters,
    what: [...filled.what, ...slot.what],
    ...(chosen !== undefined && { chosen }),
    ...(commands && { commands }),
    ...(offered && { offered }),
  };
}

/** The points alone, of a mail that says otherwise what becomes of the meeting. */
export function fillPoints(mail: Reply, request: Request, policy: Policy, now: Date): Understood {
  const { events, letters, what } = fill(mail, request, policy, now);
  return { events, letters, what };
}

/** With the request as it is `known` after it. */
function fill(reply: Reply, request: Request, policy: Policy, now: Date): Understood & { known: Request } {
  const names = [...namesOf(request, policy), ...namedByAddress(reply.author)];
  const { answers, proposed } = apartFromProposed(answersOf(reply, request, names), reply, request);
  const known = withAnswers(request, answers, reply, now);
  const unplaced = [
    ...unplacedIn(reply.text, names, answeredIn(request), numberingIn(reply.letter, request)).map(
      (passage) => `Titre à classer\u00A0: «\u00A0${passage.split('\n', 1).join('')}\u00A0»`,
    ),
    ...unsureCorrections(reply.text).map((said) => `Correction à inscrire par #clarifier\u00A0: «\u00A0${said}\u00A0»`),
    ...proposed.map(
      ({ point, value }) =>
        `Réponse à votre courriel, non inscrite (#clarifier l’inscrit)\u00A0: ${pointTitles.fr[point].title} «\u00A0${value}\u00A0»`,
    ),
  ];
  const asides = answers.flatMap(({ aside }) =>
    aside
      ? [
          `Sous la dernière réponse, sans y être inscrit\u00A0: «\u00A0${aside.replace(/\s+/g, ' ').slice(0, longestAside)}\u00A0»`,
        ]
      : [],
  );
  if (answers.length === 0) return { events: [], letters: [], what: unplaced, known };
  const { author, mail } = reply;
  const told = new Map<Point, string>(answers.map(({ point, value }) => [point, value]));
  return {
    events: answers.map(({ point, value, applies }) => {
      return { kind: 'point-answered', reference: request.reference, point, value, applies, author, mail };
    }),
    letters: [thanks(known, told, policy, reply.thread)],
    what: [received(answers), ...unplaced, ...asides],
    known,
  };
}

/** The whole of the mail stands below it. */
const longestAside = 300;

function answersOf({ text, wholeText, letter }: Reply, request: Request, names: readonly string[]) {
  const answered = answeredIn(request);
  const numbering = numberingIn(letter, request);
  const answers = ownWords(wholeText) ? readAnswers(text, answered, names, numbering) : [];
  return answers.length > 0 ? answers : readAnswers(wholeText, answered, names, numbering);
}

function answeredIn({ points: known }: Request): ReadonlySet<Point> {
  return new Set(points.filter((point) => known[point] !== undefined));
}

/** To a person's letter « Budget : … » may answer their question: it replaces nothing that was told under our own title. */
function apartFromProposed(
  answers: ReturnType<typeof readAnswers>,
  { letter, wholeText }: Reply,
  { points: known }: Request,
): Record<'answers' | 'proposed', ReturnType<typeof readAnswers>> {
  if (!shownBy(letter).byPerson) return { answers, proposed: [] };
  const ours = titledAsOurs(wholeText);
  const replaces = ({ point, value }: { point: Point; value: string }) =>
    known[point] !== undefined && known[point].value !== value && !ours.has(point);
  return { answers: answers.filter((each) => !replaces(each)), proposed: answers.filter(replaces) };
}

/**
 * What stands above the letter that is answered, where the mail program put no mark between the two: nobody greets
 * themselves. The whole text where nothing stands above.
 */
function aboveOurLetter(text: string, { requester, reference }: Request, { institute }: Policy): string {
  const lines = text.split('\n');
  const greeted = lines.findIndex((line) => requester.name !== '' && line.trim() === `Bonjour ${requester.name},`);
  if (greeted < 1) return text;
  const ours = [institute.address, institute.name, `[${reference}]`, ...Object.values(versionBelow)];
  const headed = lines.findIndex(
    (line, index) => index >= greeted - longestHead && index < greeted && ours.some((words) => line.includes(words)),
  );
  const above = lines.slice(0, headed < 0 ? greeted : headed).join('\n');
  return /[\p{L}\p{N}]/u.test(above) ? above : text;
}

/** Lines that a mail program writes above the letter that is answered: from, to, date and subject. */
const longestHead = 15;

/** « kofi.mensah@… » is Kofi Mensah; of « training@… » nobody knows. */
function namedByAddress(address: string): string[] {
  const words = address.replace(/@.*$/, '').split(/[._-]+/);
  return words.length > 1 ? [words.join(' ')] : [];
}

/** « Précisions reçues : Attentes, Type d’entente recherché (contrat de services) » */
function received(answers: ReturnType<typeof readAnswers>): string {
  const titles = answers.map((answer) => {
    const inList = listed(answer);
    return `${pointTitles.fr[answer.point].title}${inList ? ` (${inList})` : ''}`;
  });
  return `${titles.length > 1 ? 'Précisions reçues' : 'Précision reçue'}\u00A0: ${titles.join(', ')}`;
}

function withAnswers(request: Request, answers: ReturnType<typeof readAnswers>, reply: Reply, now: Date): Request {
  const { author, mail } = reply;
  const told = answers.map(({ point, value, applies }) => [
    point,
    { value, applies, author, mail, at: now.toISOString() },
  ]);
  return { ...request, points: { ...request.points, ...Object.fromEntries(told) } };
}

function choose(
  reply: Reply,
  before: Request,
  request: Request,
  register: Register,
  policy: Policy,
  now: Date,
): Understood {
  // Where the answers stand between the quoted questions, or all is quoted, only the whole text shows whose a number is.
  const inline =
    !ownWords(reply.wholeText) || (readAnswers(reply.text).length === 0 && readAnswers(reply.wholeText).length > 0);
  const text = inline ? reply.wholeText : reply.text;
  const shown = shownBy(reply.letter);
  const { offer } = reply;
  // Beside a meeting « cela nous convient » may be said of the one that stands.
  const only = request.meeting || offer === undefined ? {} : { only: offer };
  const asked = { slotsShown: shown.slots, numbering: numberingIn(reply.letter, before), ...only };
  const read = (words: string) => choiceIn(words, reply.subject, request, policy, asked);
  const heard = read(text);
  // What a person asked may be answered in the same words: only they know.
  const named = isButton(reply.subject) || speaksOfSlots(text);
  const toPerson = heard && shown.byPerson && !named ? perhaps(heard) : undefined;
  const told = toPerson ? undefined : heard;
  const weekdays = refusedWeekdays(text);
  const situation = { request, register, policy, thread: reply.thread, now, weekdays };
  const { meeting } = request;
  if (!meeting) return told ? bookChoice(told, situation) : (toPerson ?? nothing);
  // Who has a meeting and says « finalement la plage 3 » takes it.
  const anew = told?.kind === 'unsure' ? read(withoutChanging(text)) : undefined;
  const choice = anew?.kind === 'slot' ? anew : told;
  const aboutIt = !shown.byPerson || isButton(reply.subject) || asksOfMeeting(reply.wholeText);
  const said = aboutIt ? reply.text : namingMeeting(reply.text);
  if (choice?.kind !== 'slot' && callsOff(said)) return callOff(meeting, situation);
  if (choice?.kind !== 'slot' && (asksToMove(said) || takesBack(choice, meeting, reply.text, request.slots)))
    return offerChange(meeting, situation);
  if (!choice && !aboutIt && (callsOff(reply.text) || asksToMove(reply.text))) return perhapsOfMeeting;
  const anotherDay = namesOtherDay(reply.text, meeting, zonesOf(request, policy));
  return choice ? changeChoice(choice, meeting, { ...situation, anotherDay }) : (toPerson ?? nothing);
}

/** For staff: what is nothing more than a possible choice, in answer to a letter that a person wrote. */
function perhaps(choice: Choice): Understood {
  const which = {
    slot: () => `Peut-être la plage ${choice.kind === 'slot' ? choice.number : ''}`,
    'none-fits': () => 'Peut-être un refus des plages',
    unsure: () => `Peut-être un mot sur les plages (${choice.kind === 'unsure' ? choice.why : ''})`,
  }[choice.kind]();
  return { ...nothing, what: [`${which}, en réponse à votre courriel\u00A0: rien n’a été fixé ni demandé`] };
}

/** The same of what may as well be about something else that the person asked. */
const perhapsOfMeeting: Understood = {
  events: [],
  letters: [],
  what: ['Peut-être un mot sur la rencontre, en réponse à votre courriel\u00A0: rien n’a été changé ni demandé'],
};

/** The slot that the requester chooses in these words, at either place's clock. */
export function choiceIn(
  words: string,
  subject: string,
  request: Request,
  policy: Policy,
  asked?: Asked,
): Choice | undefined {
  return readChoice(words, subject, request.slots, zonesOf(request, policy), namesOf(request, policy), asked);
}

/** « La plage 2 ne nous convient plus », where that is the slot of the meeting. */
function takesBack(choice: Choice | undefined, meeting: Meeting, text: string, slots: readonly Slot[]): boolean {
  if (choice?.kind !== 'unsure' || choice.numbers.length === 0 || !retracts(plain(text))) return false;
  return choice.numbers.every((named) =>
    slots.some(({ number, start }) => number === named && start === meeting.start),
  );
}

const nothing: Understood = { events: [], letters: [], what: [] };

function zonesOf({ requester }: Request, { timeZone }: Policy): string[] {
  return requester.timeZone ? [timeZone, requester.timeZone] : [timeZone];
}

/** Who may be greeted, or sign, in the sentence that chooses a slot. */
function namesOf({ requester }: Request, { staff }: Policy): string[] {
  return [requester.name, ...staff.map(({ name }) => name)];
}

function thanks(request: Request, told: ReadonlyMap<Point, string>, policy: Policy, thread: readonly string[]): Letter {
  const localised = byLanguage(request, (language: Language) => {
    const lines = questionLines(language, request.points);
    return {
      answered: lines.filter((_, index) => told.has(points[index] ?? 'needs')),
      missing: lines.filter((_, index) => request.points[points[index] ?? 'needs'] === undefined),
      answerAll: questionnaireButton(request, language, policy),
    };
  });
  const { reference, requester } = request;
  return { ...envelope(request, thread), name: 'questionnaire', data: { name: requester.name, reference, localised } };
}
