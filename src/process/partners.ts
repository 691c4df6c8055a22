import { alarm, news } from '../agenda/news.ts';
import { momentLine } from '../clarification/wording.ts';
import { addendaForms } from '../commands/addenda.ts';
import { commandButtons } from '../commands/buttons.ts';
import { anonymous } from '../dissemination/anonymous.ts';
import { askingWords, asksAlone } from '../dissemination/answer-words.ts';
import { affirms } from '../dissemination/approval-words.ts';
import { partnerOf, readInterests } from '../dissemination/interest.ts';
import { besideLeaving, leavingOf } from '../dissemination/leaving-words.ts';
import { titleOf } from '../dissemination/notice.ts';
import { completion } from '../dissemination/outcome.ts';
import type { EventOf } from '../model/events.ts';
import { isLate } from '../model/lateness.ts';
import type { Letter, LetterData } from '../model/letter.ts';
import type { Partner } from '../model/partner.ts';
import type { Policy } from '../model/policy.ts';
import type { Register } from '../model/register.ts';
import { receive } from '../reception/registration.ts';
import { askAgain, toAuthor } from './asking-again.ts';
import { colleagueAnswers } from './colleagues.ts';
import {
  agreesToLeave,
  askLeaving,
  changeButtons,
  confirmContact,
  proposeColleague,
  resume,
  stop,
  unconfirmed,
  unconfirmedContact,
} from './contacts.ts';
import { stopFormer } from './former-partners.ts';
import { isFrom, lettersAnswered } from './possession.ts';
import type { Handler, Reading } from './reading.ts';

/** To its dissemination, per partner; the partner is asked what is not clear, and staff reads it. */
export const partnerAnswer: Handler = (reading, register, policy, now) => {
  const { cause, text, named, thread, why } = reading;
  const settled =
    confirmContact(reading, register, policy) ??
    resume(reading, register, policy) ??
    confirmAnswers(reading, register, policy);
  if (settled) return settled;
  const { mail, receivedAt } = cause;
  const partner = partnerOf(mail.from[0]?.address ?? '', policy);
  const formerly = partner ? undefined : stopFormer(reading, register, policy);
  if (formerly) return formerly;
  if (!partner)
    return unconfirmedContact(reading, register, policy) ?? colleagueAnswers(reading, register, policy, now);
  const digest = thread?.kind === 'digest' ? thread.digest : undefined;
  const confirmed = agreesToLeave(reading, register, policy);
  const leaving = confirmed ? 'leaves' : leavingOf(mail.subject, text);
  const said = leaving === 'leaves' ? besideLeaving(text) : text;
  const { recorded: read, unclear } = readInterests(
    { mail, receivedAt, text: said, partner, named, digest },
    register,
    policy,
  );
  const proven = isFrom(mail, partner, register, policy);
  const recorded = proven ? read : read.map((event) => ({ ...event, unproven: true as const }));
  if (leaving === 'leaves') {
    const stopped = stop(reading, partner, register, policy);
    // What it says of a notice beside that counts too.
    return { ...stopped, events: [...stopped.events, ...(confirmed ? [] : recorded)] };
  }
  if (recorded.length + unclear.length === 0 && leaving === undefined) {
    const unsettled = unconfirmedContact(reading, register, policy);
    if (unsettled) return unsettled;
  }
  const seen = receive(cause, 'partner-answer', why, 'partners', recorded[0]?.reference);
  const left = register.optedOut.has(mail.from[0]?.address ?? '');
  const colleague = left && recorded.length === 0 ? proposeColleague(reading, partner, register) : undefined;
  const asked = [
    ...askAgain(reading, partner, unclear, register, policy, now),
    ...(leaving === 'unsure' ? askLeaving(reading, partner, register, policy) : []),
  ];
  const lost =
    recorded.length === 0 || asked.length > 0
      ? alarm(
          'partner-answer',
          leaving === 'unsure'
            ? `Peut-être un retrait\u00A0: ${mail.from[0]?.address}, de ${partner.name}, ne veut peut-être plus recevoir le bulletin. Rien n’a changé\u00A0: le greffier lui demande de le confirmer par un mot.`
            : asked.length > 0
              ? `${partner.name} a répondu sans que ce soit clair\u00A0: le greffier lui demande de préciser.`
              : `${partner.name} a écrit sans que la fiche visée soit claire.`,
          // Its subject may tell what it answers, which nobody learns before the deadline.
          `Lisez au besoin son courriel, reçu ${momentLine(new Date(receivedAt), 'fr', policy.timeZone)}, dans le dossier des partenaires.`,
          policy,
          leaving === 'unsure' ? changeButtons(partner, policy) : [],
        )
      : [];
  const anew = completion(recorded, register, policy);
  const letters = [
    ...receipt(reading, partner, recorded, register),
    ...asked,
    ...anew.letters,
    ...recorded.flatMap((event) =>
      proven
        ? told(event, recorded, partner.name, anew.references, register, policy)
        : heldLate(event, partner.name, register, policy),
    ),
    ...(colleague?.letters ?? []),
    ...lost,
  ];
  return { why, events: [seen, ...recorded, ...(colleague?.events ?? [])], letters, folder: 'partners' };
};

function receipt(
  reading: Reading,
  partner: Partner,
  recorded: readonly EventOf<'interest-recorded'>[],
  register: Register,
): Letter[] {
  const [first] = recorded;
  if (!first) return [];
  const answers = recorded.map(({ reference, interest }) => {
    const notice = register.requests.get(reference)?.notice?.notice;
    return { reference, title: notice ? titleOf(notice) : '', answer: interest };
  });
  const author = toAuthor(reading, partner, first.reference, register);
  // It goes to the registered address, which may never have seen that mail.
  if (first.unproven)
    return [
      {
        ...{
          name: 'answer-confirm',
          data: { partner: partner.name, answers, late: recorded.every(({ late }) => late) },
        },
        ...{ ...author, thread: [], asks: first.mail },
      },
    ];
  const data: LetterData['interest-recorded'] = {
    partner: partner.name,
    answers,
    asks: recorded.some(({ interest }) => interest === 'question'),
    late: recorded.some(({ late }) => late),
    provisional: recorded.some(({ late, receivedAt }) => !late && receivedAt !== undefined),
  };
  return [{ name: 'interest-recorded', data, ...author }];
}

/**
 * A contact owns up to a mail that came under its address without proof: what it says counts from now on. Undefined for
 * any mail that answers no such question.
 */
function confirmAnswers(reading: Reading, register: Register, policy: Policy): ReturnType<Handler> | undefined {
  const { cause, text } = reading;
  const { mail } = cause;
  const [from] = mail.from;
  const partner = partnerOf(from?.address ?? '', policy);
  const [answered] = lettersAnswered(mail, register, policy);
  if (!partner || !answered?.asks || answered.partner !== partner.id) return undefined;
  const { asks } = answered;
  const held = [...register.digests.values()].flatMap((digest) =>
    digest.answers
      .filter((answer) => answer.unproven && answer.mail === asks && answer.partner === partner.id)
      .map((answer) => ({
        ...answer,
        unproven: undefined,
        receivedAt: isLate(answer, digest) ? answer.receivedAt : undefined,
      })),
  );
  if (!affirms(text, { name: from?.name ?? '', house: partner.name }, 'answer')) {
    const about = [...new Set(held.map(({ reference }) => reference))].join(', ') || 'une fiche';
    const what = `${partner.name} ne confirme pas, pour ${about}, une réponse qui nous est parvenue sous son adresse\u00A0: elle ne compte pas.`;
    return unconfirmed(reading, partner, { what, asks, since: answered.at }, register, policy);
  }
  const confirmed = held.map(
    ({ reference, partner: id, late }): EventOf<'interest-confirmed'> => ({
      ...{ kind: 'interest-confirmed', reference, partner: id, mail: asks, late },
    }),
  );
  const recorded = held.map(
    ({ at: _, ...answer }): EventOf<'interest-recorded'> => ({ kind: 'interest-recorded', ...answer }),
  );
  const references = confirmed.filter(
    (event, at) => confirmed.findIndex((one) => one.reference === event.reference) === at,
  );
  const anew = completion(confirmed, register, policy);
  return {
    why: 'a partner confirms its answer',
    events: [
      receive(cause, 'partner-answer', 'a partner is asked whether it wrote a mail', 'partners', held[0]?.reference),
      ...references,
    ],
    letters: [
      ...receipt(reading, partner, recorded, register),
      ...anew.letters,
      ...recorded.flatMap((event) => told(event, recorded, partner.name, anew.references, register, policy)),
    ],
    folder: 'partners',
  };
}

/**
 * To staff: a question waits for an answer. Of an interest nobody learns before the deadline, staff included.
 * @param anew - References whose outcome is told once more with it.
 */
function told(
  { reference, interest, late, text }: EventOf<'interest-recorded'>,
  beside: readonly EventOf<'interest-recorded'>[],
  partner: string,
  anew: readonly string[],
  register: Register,
  policy: Policy,
): Letter[] {
  const request = register.requests.get(reference);
  if (!request) return [];
  if (interest === 'question') {
    // Whatever else it says may be an interest.
    const alone = beside.every((other) => other.interest === 'question') && asksAlone(text);
    const [author, words] = alone ? [partner, text] : ['un partenaire', anonymous(askingWords(text), policy)];
    const offered = commandButtons(addendaForms(clip(anonymous(words, policy))), request, policy);
    return news(request, 'Question d’un partenaire', author, words, policy, { buttons: offered });
  }
  const closed = register.digests.get(request.digest ?? '')?.closed !== undefined;
  const changed = anew.includes(reference);
  if (!changed && (interest !== 'interest' || !(late || closed))) return [];
  // The requester was told of all interest by then: only staff can still pass on what is late.
  const hear = changed ? 'reçoivent le résultat complété' : 'n’en apprennent rien de plus';
  const inTime = `${interest === 'interest' ? 'Intérêt' : 'Désistement'} d’un partenaire, arrivé avant l’échéance, compté après le résultat\u00A0: le demandeur et les établissements ${hear}`;
  return news(request, late ? 'Intérêt d’un partenaire, arrivé après l’échéance' : inTime, partner, text, policy);
}

/** To staff: nothing proves yet that the institution wrote it, and the end, at which that would be told, is past. */
function heldLate(
  { reference, interest, late, text }: EventOf<'interest-recorded'>,
  partner: string,
  register: Register,
  policy: Policy,
): Letter[] {
  const request = register.requests.get(reference);
  if (!request || !late || interest !== 'interest') return [];
  const what =
    'Intérêt d’un partenaire, arrivé après l’échéance et non confirmé\u00A0: le greffier demande à l’établissement si cette réponse est la sienne';
  return news(request, what, partner, text, policy);
}

/** Links longer than some programs take lose their end. */
function clip(text: string): string {
  const line = text.trim();
  return line.length > 900 ? `${line.slice(0, 900)} […]` : line;
}
