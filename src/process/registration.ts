import { newRequest, news } from '../agenda/news.ts';
import { cautions } from '../clarification/cautions.ts';
import { acknowledgement, offerSlots, orientation } from '../clarification/offer.ts';
import { commandButtons, mergeButtons } from '../commands/buttons.ts';
import type { RegisterEvent } from '../model/events.ts';
import { filedUnder } from '../model/filing.ts';
import { requestsFrom } from '../model/kin.ts';
import { briefs } from '../model/letter.ts';
import type { Policy } from '../model/policy.ts';
import type { Register } from '../model/register.ts';
import type { Finding } from '../model/request.ts';
import { longestSubject, nextReference, receive } from '../reception/registration.ts';
import { gathered } from './gathering.ts';
import { asOfAuthor, inquest } from './inquest.ts';
import { reminded, repeated, sentByOthers, toldOfText, toldOnce } from './loops.ts';
import { answered, type Handler, type Reading, requestsNamed } from './reading.ts';
import { withUnseenQuote } from './shown-text.ts';

/** Reception, then the first letter of clarification: the entry comes before any analysis is acted upon. */
export const request: Handler = (reading, register, policy, now) => {
  const authored = { ...reading, cause: { ...reading.cause, mail: asOfAuthor(reading.cause.mail, policy) } };
  const suspicions = [...reading.doubts.map(({ why }) => why), ...knownAsSpam(authored, register)];
  const again = repeated(authored, register, policy, now);
  const awaits = suspicions.length > 0 ? undefined : reminded(authored, again, register, now);
  const waiting = awaits === undefined ? undefined : register.requests.get(awaits);
  if (waiting) {
    const seen = receive(reading.cause, 'answer', 'reminds of a request', 'answers', waiting.reference);
    const author = authored.cause.mail.from[0]?.address ?? '';
    const letters = news(waiting, reminder, author, reading.text, policy);
    return { why: seen.why, events: [seen], letters, folder: 'answers' };
  }
  const before = again?.kind === 'words' ? filedUnder(register, again.earlier) : undefined;
  if (before !== undefined && register.requests.has(before)) {
    // A second entry would say nothing new, and a second answer would be answered again.
    const seen = receive(reading.cause, 'answer', 'says again what came before our letter', 'answers', before);
    const told = toldOnce(reading, before, register, policy, now, again);
    return { why: seen.why, events: [seen, ...told.events], letters: told.letters, folder: 'answers' };
  }
  // In quarantine it is not answered anyway, and it is of its author that staff is warned.
  if (suspicions.length > 0) return enter(reading, suspicions, register, policy, now);
  const byOthers = again || !reading.answerable ? undefined : sentByOthers(authored, register, policy, now);
  const machine = again ?? (byOthers?.kind === 'machine' && byOthers.ofHouse ? { kind: 'house' as const } : undefined);
  const kept = machine && gathered(authored, machine, register, policy, now);
  if (kept) return kept;
  const mute = machine ? likeMachine : byOthers && sameWords[byOthers.kind];
  if (mute === undefined) return enter(reading, suspicions, register, policy, now);
  const plan = enter({ ...reading, answerable: false, mute }, suspicions, register, policy, now);
  const reference = nextReference(register, policy.referencePrefix, policy.timeZone, now);
  const told =
    byOthers && !machine
      ? toldOfText(byOthers, reference, register, policy, now)
      : toldOnce(reading, reference, register, policy, now, machine);
  return { ...plan, events: [...plan.events, ...told.events], letters: [...plan.letters, ...told.letters] };
};

/** What the filter in front of the mailbox refuses is entered too, for staff to look at. */
export const spam: Handler = (reading, register, policy, now) => {
  const address = reading.cause.mail.from[0]?.address;
  const person = policy.staff.find((known) => known.address === address);
  const suspicions = [
    `Le filtre du serveur de courriel le classe comme indésirable (${reading.why}).`,
    ...(person
      ? [
          `L’adresse est celle de ${person.name}, de l’équipe, mais notre serveur ne s’en porte pas garant\u00A0: rien n’a été exécuté. Si ce courriel est bien de cette personne, faites accepter ses envois par le filtre, puis qu’elle le récrive; «\u00A0#indésirable\u00A0» ferme celui-ci.`,
        ]
      : []),
  ];
  return enter(reading, suspicions, register, policy, now);
};

/** Staff found an earlier request of the same address unwanted: the next one waits for staff too. */
function knownAsSpam({ cause }: Reading, register: Register): string[] {
  const address = cause.mail.from[0]?.address ?? '';
  const unwanted = requestsFrom(register, address).findLast(({ outcome }) => outcome === 'spam');
  return unwanted ? [`Une demande de la même adresse, ${unwanted.reference}, a été classée indésirable.`] : [];
}

/** Somebody passed on another's request: one click puts it in that one's name, with the first as the intermediary. */
function passedOn(findings: readonly Finding[]): { usage: string; label: string }[] {
  return findings
    .filter(({ kind, value }) => kind === 'forwardedFor' && value.includes('@'))
    .map(({ value }) => ({ usage: `#transfert ${value}`, label: `Inscrire au nom de ${value}` }));
}

/** What is not for the network: one click answers that, and nothing goes to partners. */
function outOfMandate(findings: readonly Finding[]): { usage: string; label: string }[] {
  return isPersonal(findings) ? [{ usage: '#fermer dirigée ailleurs', label: 'Diriger ailleurs et fermer' }] : [];
}

/** Somebody asks for admission or a job: the five points, a meeting and the network are for organisations. */
function isPersonal(findings: readonly Finding[]): boolean {
  return findings.some(({ kind }) => kind === 'outOfMandate');
}

const reminder =
  'Rappel\u00A0: la demande est envoyée de nouveau, dans les mêmes mots, et personne de l’équipe n’y a répondu. Aucun accusé n’est envoyé';

const sameWords = {
  machine: 'le même texte, qui ne demande rien, vient d’une adresse puis d’une autre',
  many: 'le plafond des accusés pour un même texte est atteint',
};

const likeMachine = 'rien ne montre qu’une personne lit nos lettres';

/** Why nobody was answered, in French; staff reads it with each request, for an alarm is told once only. */
function unanswered({ mute }: { mute?: string }, address: string): string {
  if (address === '') return 'aucune adresse où répondre';
  return mute ?? 'ce courriel, ou son adresse, n’admet pas de réponse automatique';
}

/**
 * @param reading - With why it is not answered, where that is not for what the mail itself says.
 * @param suspicions - Why the request is quarantined, in French; none for a sound one.
 */
function enter(
  reading: Reading & { mute?: string },
  suspicions: readonly string[],
  ...[register, policy, now]: Tail<Parameters<Handler>>
): ReturnType<Handler> {
  const { cause, text } = reading;
  const { mail, receivedAt } = cause;
  const { id } = mail;
  const subject = mail.subject.slice(0, longestSubject);
  const quarantined = suspicions.length > 0;
  const near = nearThreads(reading, register, policy);
  const founding = { mail, text, receivedAt, near, suspicions };
  const { requester, language, findings, hints, duplicates, unread, said, spoken } = inquest(
    founding,
    register,
    policy,
    now,
  );
  const reference = nextReference(register, policy.referencePrefix, policy.timeZone, now);
  const folder = quarantined ? 'quarantine' : 'requests';
  const why = quarantined ? `quarantined: ${suspicions.join(' ')}` : reading.why;
  const events: RegisterEvent[] = [
    receive(cause, quarantined ? 'quarantined' : 'request', why, folder, reference),
    {
      kind: 'request-registered',
      reference,
      mail: id,
      receivedAt,
      subject,
      language,
      requester,
      findings,
      quarantined,
    },
  ];
  const own = language === 'fr' ? undefined : briefs.find((brief) => brief === spoken);
  const entered = { reference, requester, language, subject, points: {}, slots: [], ...(own && { brief: own }) };
  const answers = !quarantined && reading.answerable && requester.address !== '';
  const personal = isPersonal(findings);
  const slots = answers && !personal ? offerSlots(entered, register, policy, now) : [];
  const shown = findings.filter(({ kind }) => kind !== 'suspicion');
  // Nothing in common with their hours, or a calendar that cannot be read: people find a time.
  if (answers && !personal && slots.length === 0)
    shown.push({ kind: 'slots', value: 'Aucune plage proposée', evidence: noSlots(requester.timeZone) });
  const uncertain = cautions(slots, requester, policy.timeZone);
  shown.push(...uncertain.map((value) => ({ kind: 'slots', value, evidence: '' })));
  const about = { reference, subject, requester, findings: shown };
  // What an attached mail asks for stands nowhere else.
  const shownText = said.length > text.length ? said : withUnseenQuote(reading, policy);
  const reason = answers || quarantined ? suspicions.join(' ') : unanswered(reading, requester.address);
  const told = newRequest(about, shownText, quarantined, reason, policy, [
    ...mergeButtons([...new Set([...near.map(({ value }) => value), ...duplicates])], { reference }, policy),
    ...commandButtons([...passedOn(findings), ...outOfMandate(findings)], { reference }, policy),
  ]);
  if (!answers) return { why, events, letters: told, folder };
  if (slots.length > 0) events.push({ kind: 'slots-offered', reference, slots });
  const asked = unread.flatMap(({ ask }) => ask ?? []);
  const letter = personal
    ? orientation(entered, policy, answered(reading))
    : acknowledgement(entered, slots, policy, answered(reading), hints, asked);
  return { why, events, letters: [letter, ...told], folder };
}

/** The requests that it may belong to: the one whose thread it is in, or those that its text or its quote names. */
function nearThreads(reading: Reading, register: Register, policy: Policy): Finding[] {
  const { thread } = reading;
  if (thread?.kind === 'proposed') return [{ kind: 'thread', value: thread.reference, evidence: thread.evidence }];
  return requestsNamed(reading, register, policy).map((value) => ({
    kind: 'thread',
    value,
    evidence: 'référence écrite dans le texte',
  }));
}

function noSlots(zone: string | undefined): string {
  return `aucune plage libre aux heures ouvrables des deux endroits${zone ? ` (${zone})` : ''}; proposez une date par #rencontre`;
}

type Tail<T extends unknown[]> = T extends [unknown, ...infer Rest] ? Rest : never;
