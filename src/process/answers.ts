import { alarm, news } from '../agenda/news.ts';
import { type Reply, understand } from '../clarification/answer.ts';
import { onlyOffer } from '../clarification/answered-letter.ts';
import type { Understood } from '../clarification/understood.ts';
import { authorityOf, claimant, lacks } from '../commands/authority.ts';
import { commandButtons } from '../commands/buttons.ts';
import { meetingForm } from '../commands/meeting-forms.ts';
import { misplaced } from '../commands/misplaced.ts';
import { refuse } from '../commands/refuse.ts';
import { readApproval, readObjection } from '../dissemination/approval.ts';
import { forwardedMail } from '../mail/forwarded.ts';
import type { Mail } from '../mail/mail.ts';
import { unreadIn } from '../mail/unread.ts';
import { vouchedFor } from '../mail/verdict.ts';
import type { RegisterEvent } from '../model/events.ts';
import type { Letter } from '../model/letter.ts';
import type { Staff } from '../model/partner.ts';
import type { Policy } from '../model/policy.ts';
import type { Register } from '../model/register.ts';
import type { Request } from '../model/request.ts';
import { ofOneHouse } from '../reception/house.ts';
import { opensAnother } from '../reception/own-request.ts';
import { receive } from '../reception/registration.ts';
import { addsTo, advances, answersAllAnew, corrects, isOfSlots, underNewSubject } from './advance.ts';
import { consentIn } from './consents.ts';
import { repeated, toldOnce } from './loops.ts';
import { proposedTimes } from './outlook.ts';
import { lettersAnswered } from './possession.ts';
import { newProposal } from './proposal.ts';
import { answered, type Handler, type Reading } from './reading.ts';
import { request as newRequest } from './registration.ts';
import { withAnswersRead } from './shown-text.ts';
import { woken } from './waking.ts';
import { withheld } from './withheld.ts';

/** An answer in the thread of a request: read and acted upon, if it comes from somebody of that request. */
export const answer: Handler = (reading, register, policy, now) => {
  const { cause, text, wholeText, thread, why } = reading;
  const request = thread?.kind === 'request' ? register.requests.get(thread.reference) : undefined;
  if (!request || thread?.kind !== 'request') return newRequest(reading, register, policy, now);
  const { mail } = cause;
  const author = mail.from[0]?.address ?? '';
  const seen = receive(cause, 'answer', `${why}; ${thread.why}`, 'answers', request.reference);
  const obstacle =
    mistrusted(reading) ??
    (thread.participant ? undefined : stranger) ??
    (request.status === 'quarantined' ? inQuarantine : undefined);
  const [letter] = lettersAnswered(mail, register, policy);
  const objection = obstacle
    ? readObjection(request, { subject: mail.subject, text, answered: letter?.id }, register)
    : undefined;
  if (
    obstacle === stranger &&
    opensAnother({ from: mail.from, subject: mail.subject, text }, reading.named, request, register)
  ) {
    const evidence = 'répond à un courriel de ce dossier, d’une personne qui n’y est pas';
    const proposed = { kind: 'proposed' as const, reference: request.reference, why: thread.why, evidence };
    const plan = newRequest({ ...reading, thread: proposed }, register, policy, now);
    if (!objection) return plan;
    const told = news(request, objection.what, author, text, policy);
    return { ...plan, events: [...plan.events, ...objection.events], letters: [...plan.letters, ...told] };
  }
  const unwanted = request.outcome === 'spam';
  // Staff said so once; it need not be told of each mail.
  if (obstacle && unwanted) return { why, events: [seen], letters: [], folder: 'answers' };
  if (obstacle) {
    const told = objection ? `${objection.what} · ${obstacle.replace('rien n’a', 'rien d’autre n’a')}` : obstacle;
    const events = [seen, ...(objection?.events ?? [])];
    return { why, events, letters: news(request, told, author, text, policy), folder: 'answers' };
  }
  const offer = letter && thread.alias === undefined ? onlyOffer(letter, request) : undefined;
  // What it answers beside that counts too.
  const taken = consentIn(reading, request, policy);
  const first = [seen, ...(taken?.events ?? [])];
  const reply: Reply = {
    ...(letter && { letter: letter.letter }),
    ...(offer !== undefined && { offer }),
    mail: mail.id,
    author,
    subject: mail.subject,
    text,
    wholeText,
    thread: answered(reading),
  };
  if (unwanted) {
    // Should it be taken back, what it answered is on file.
    const { events } = understand(reply, request, register, policy, now);
    const answers = events.filter(({ kind }) => kind === 'point-answered');
    return { why, events: [...first, ...answers], letters: [], folder: 'answers' };
  }
  const approval = readApproval(
    taken?.request ?? request,
    {
      ...{ subject: mail.subject, text, mail: mail.id, vouched: vouchedFor(mail, policy) },
      answered: letter?.id,
    },
    register,
  );
  if (approval) {
    const what = [...(taken ? [taken.what] : []), approval.what].join(' · ');
    const letters = news(request, what, author, text, policy, { buttons: taken?.buttons ?? [] });
    const all = [...(taken?.letters ?? []), ...letters];
    return { why, events: [...first, ...approval.events], letters: all, folder: 'answers' };
  }
  const understood = understand(reply, asAnswered(request, thread.alias, register), register, policy, now);
  const left = isAnother(author, request, thread.alias, register)
    ? `${author} demandait dans une demande fusionnée, écrivez-lui vous-même`
    : request.status === 'closed'
      ? 'la demande est fermée; rouvrez-la, ou écrivez vous-même'
      : undefined;
  const settled = left === undefined ? understood : leftToPeople(understood, author, left);
  const read = answersAllAnew(request, settled.events) ? { ...settled, letters: [] } : settled;
  const repeats = repeated(reading, register, policy, now);
  // In a thread a row of letters is what a clarification is.
  const again = repeats?.kind === 'row' || repeats?.kind === 'house' ? undefined : repeats?.kind;
  const chooses = read.chosen !== undefined && underNewSubject(reading, request, register);
  const told = () => toldOnce(reading, request.reference, register, policy, now, repeats);
  // « Merci » under the one letter and under the next is answered by nothing: there is nothing to end.
  const repeatsAll =
    again === 'words' &&
    (read.events.length > 0 || read.letters.length > 0 || !underNewSubject(reading, request, register));
  if (repeatsAll && !taken && !chooses && !addsTo(request, read.events, read.letters.length > 0)) {
    const { events, letters } = told();
    return { why: 'says again what came before our letter', events: [seen, ...events], letters, folder: 'answers' };
  }
  const unread = unreadIn(mail).map(({ words }) => words);
  const speaksOf = again === 'nothing' && (isOfSlots(read.events) || corrects(request, read.events));
  const advanced = chooses || speaksOf || advances(request, read.events);
  const mute = again && again !== 'words' && read.letters.length > 0 && !advanced;
  const answering = mute ? { ...read, letters: [], unsent: '' } : withheld(reading, read, request);
  const proposal = newProposal(request, read.events, policy, now);
  const { invitation } = reading;
  // A time that is no slot on offer is for people to settle: on both clocks.
  const times =
    read.chosen === undefined
      ? proposedTimes(text, request.requester, policy, now, [
          ...momentsTold(request),
          ...(invitation?.start ? [invitation.start] : []),
        ])
      : [];
  const dated = times.map(({ value, evidence }) => `Moment proposé\u00A0: ${value} (${evidence})`);
  const proposed = [...(invitation ? [invitation.what] : []), ...dated];
  const found = [...(taken ? [taken.what] : []), ...(proposal ? [proposal.what] : []), ...answering.what, ...proposed];
  const said = found.join(' · ') || 'Nouveau courriel du demandeur';
  const what = [said, ...unread].join(' · ');
  const settling = commandButtons(
    [...(invitation?.commands ?? []), ...(read.commands ?? [])].map((usage) => meetingForm(usage)),
    request,
    policy,
  );
  const buttons = [...(taken?.buttons ?? []), ...settling, ...(proposal?.buttons ?? [])];
  const reasons = [answering.unsent, proposal?.reasons].filter(Boolean).join('\n\n');
  const shown = news(request, what, author, withAnswersRead(text, read.events), policy, { reasons, buttons });
  if (mute) {
    // What it answers otherwise is kept; what a letter would have offered is not.
    const answers = read.events.filter(({ kind }) => kind === 'point-answered');
    const { events, letters } = told();
    return {
      why: seen.why,
      events: [...first, ...answers, ...events],
      letters: [...letters, ...(taken?.letters ?? []), ...shown],
      folder: 'answers',
    };
  }
  const events = [...first, ...woken(request, read.events.length > 0), ...answering.events];
  const letters = [...(taken?.letters ?? []), ...answering.letters];
  return { why, events, letters: [...letters, ...shown], folder: 'answers' };
};

function momentsTold({ slots, meeting }: Request): string[] {
  const offered = slots.flatMap(({ start, heldUntil }) => (heldUntil ? [start, heldUntil] : [start]));
  return meeting ? [...offered, meeting.start] : offered;
}

/** Whether who writes asked in a request that was merged into another organisation's: a meeting would be with that one. */
function isAnother(author: string, request: Request, alias: string | undefined, register: Register): boolean {
  const { address } = request.requester;
  const merged = alias === undefined ? undefined : register.requests.get(alias)?.requester.address;
  return author === merged && author !== address && !ofOneHouse(author, address);
}

/** The points are kept; nothing else is fixed, nor answered. */
function leftToPeople(read: Understood, author: string, left: string): Understood {
  if (read.chosen === undefined && read.letters.length === 0) return read;
  const chosen = read.chosen === undefined ? [] : [`${author} choisit la plage ${read.chosen}`];
  return {
    events: read.events.filter(({ kind }) => kind === 'point-answered'),
    letters: [],
    what: [...chosen, `Rien n’a été fixé ni répondu\u00A0: ${left}`],
  };
}

/** An internal note, from a staff mail without command: it needs the same proof as `#note`. */
export const note: Handler = (reading, register, policy, now) => {
  const { cause, text, thread, named, why } = reading;
  const reference = thread && thread.kind !== 'digest' ? thread.reference : named;
  const request = reference === undefined ? undefined : register.requests.get(reference);
  const claim = claimant(cause.mail, policy.staff);
  const person = 'refused' in claim ? undefined : claim;
  const unproven =
    'refused' in claim
      ? claim.refused
      : lacks(authorityOf(cause.mail, claim, request?.reference, register, policy, now), 'W');
  const obstacle = request && (mistrusted(reading) ?? unproven);
  const seen = receive(cause, 'note', why, 'staff', request?.reference);
  const written = { mail: cause.mail, body: text, reference: request?.reference };
  const meant = person && reading.answerable ? misplaced(written, person, register, policy, now) : undefined;
  if (meant) {
    const refusal = unproven === undefined ? meant.refusal : { refused: unproven };
    const { events, letters, why } = refuse(
      { mail: cause.mail, line: meant.read, shown: meant.read },
      person,
      refusal,
      register,
      now,
    );
    return { why, events: [seen, ...events], letters, folder: 'staff' };
  }
  const noted: RegisterEvent[] =
    request && !obstacle ? [{ kind: 'note-added', reference: request.reference, text }] : [];
  const letters = request && obstacle ? news(request, obstacle, cause.mail.from[0]?.address ?? '', text, policy) : [];
  const hint = !request && !thread && person && reading.answerable ? forwardHint(cause.mail, person, policy) : [];
  const by = noted.length > 0 && person ? { author: person.id } : {};
  return { ...by, why, events: [seen, ...noted], letters: [...letters, ...hint], folder: 'staff' };
};

/** To the person alone: a request that a colleague forwards without the command would stay out of the register. */
function forwardHint(mail: Mail, { name, address }: Staff, policy: Policy): Letter[] {
  const inside = [policy.institute.address, ...policy.institute.aliases, ...policy.staff.map((each) => each.address)];
  const found = forwardedMail(mail, inside);
  // Who answers somebody and sends us a copy hands nothing on.
  if (!found || found.quoted) return [];
  const what = `Vous avez transféré un courriel de ${found.author.name || found.author.address} : il n’est pas inscrit au registre.`;
  const todo = 'Si c’est une demande, transférez-le de nouveau avec « #transfert » dans l’objet.';
  return [
    {
      name: 'alarm',
      data: { trouble: 'forward', what, todo, buttons: [] },
      to: { name, address },
      languages: ['fr'],
      thread: mail.messageId ? [mail.messageId] : [],
      automatic: true,
    },
  ];
}

/** The same for mails that may be trusted; for the others: entered, nothing else, and staff is told. */
export function trusted(handler: Handler): Handler {
  return (reading, register, policy, now) => {
    const obstacle = mistrusted(reading);
    if (!obstacle) return handler(reading, register, policy, now);
    const { mail } = reading.cause;
    const seen = receive(reading.cause, 'quarantined', obstacle, 'quarantine');
    const todo = `Lisez le courriel « ${mail.subject} », classé en quarantaine, et joignez la personne par une autre voie.`;
    return { why: obstacle, events: [seen], letters: alarm('suspicion', obstacle, todo, policy), folder: 'quarantine' };
  };
}

const inQuarantine = 'La demande est en quarantaine : rien n’a été changé, et rien n’a été répondu.';
const stranger = 'Écrit par une personne qui n’est pas au dossier : rien n’a été changé.';

/** In French, why nothing is done about this answer; where its reply shall go is its own affair. */
export function mistrusted({ doubts }: Reading): string | undefined {
  const reasons = doubts.filter(({ kind }) => kind !== 'reply-to' && kind !== 'swindle').map(({ why }) => why);
  return reasons.length > 0 ? `Courriel suspect, rien n’a été changé. ${reasons.join(' ')}` : undefined;
}

/**
 * The request as the letter that is answered speaks of it: a letter under an old reference numbers the slots of that
 * one.
 */
function asAnswered(request: Request, alias: string | undefined, register: Register): Request {
  const slots = (alias === undefined ? undefined : register.requests.get(alias)?.slots) ?? [];
  const highest = Math.max(0, ...slots.map(({ number }) => number));
  return { ...request, slots: [...slots, ...request.slots.filter(({ number }) => number > highest)] };
}
