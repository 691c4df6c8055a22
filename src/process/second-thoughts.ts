import { news } from '../agenda/news.ts';
import { momentLine } from '../clarification/wording.ts';
import { addendaForms } from '../commands/addenda.ts';
import { commandButtons } from '../commands/buttons.ts';
import type { Form } from '../commands/command.ts';
import { signatoryOf } from '../dissemination/approval.ts';
import { consented, showingForm } from '../dissemination/consent.ts';
import { dayName } from '../dissemination/notice.ts';
import { nextDue } from '../dissemination/periods.ts';
import { type SecondThoughts, secondThoughts } from '../dissemination/second-thoughts.ts';
import type { EventOf, RegisterEvent } from '../model/events.ts';
import { requestsFrom } from '../model/kin.ts';
import type { Letter } from '../model/letter.ts';
import type { Button } from '../model/letter-parts.ts';
import { staffWith } from '../model/partner.ts';
import { plain } from '../model/plain.ts';
import type { Plan } from '../model/plan.ts';
import type { Policy } from '../model/policy.ts';
import type { Register } from '../model/register.ts';
import type { Request } from '../model/request.ts';
import { localTime } from '../model/zones.ts';
import { lettersAnswered } from './possession.ts';
import type { Handler, Reading } from './reading.ts';

/**
 * The same for who has approved a text, or let it be released: until a digest carries it, a mail that may speak against it
 * takes the release back, and people decide. That costs time alone; what was sent cannot be taken back.
 */
export function hearingSecondThoughts(handler: Handler): Handler {
  return (reading, register, policy, now) => {
    const plan = handler(reading, register, policy, now);
    return about(reading, plan.events, register).reduce((before, request) => {
      const heard = heardIn(reading, before, request, register, policy);
      if (!heard) return before;
      if (request.digest !== undefined) return onceOut(before, request, policy);
      return held(before, request, heard, reading, policy, now);
    }, plan);
  };
}

/** The released requests of which the mail may speak. */
function about(reading: Reading, events: readonly RegisterEvent[], register: Register): Request[] {
  const { cause, thread } = reading;
  const own = requestsFrom(register, cause.mail.from[0]?.address ?? '');
  const filed = filedIn(events);
  const request = filed === undefined ? undefined : register.requests.get(filed);
  const inThread = thread?.kind === 'request' ? register.requests.get(thread.reference) : undefined;
  const found = new Set([...(request ? [request] : own), ...(inThread ? [inThread] : [])]);
  return [...found].filter(({ notice, status }) => notice && (status === 'complete' || status === 'disseminated'));
}

function filedIn(events: readonly RegisterEvent[]): string | undefined {
  const seen = events.find((event): event is EventOf<'mail-received'> => event.kind === 'mail-received');
  return seen?.disposition === 'answer' ? seen.reference : undefined;
}

function heardIn(
  { cause: { mail }, text, thread }: Reading,
  plan: Pick<Plan, 'events'>,
  request: Request,
  register: Register,
  policy: Policy,
): SecondThoughts | undefined {
  const [letter] = lettersAnswered(mail, register, policy);
  const asked = letter !== undefined && ofApproval.has(letter.letter) && letter.reference === request.reference;
  const inThread = thread?.kind === 'request' && thread.reference === request.reference;
  const own = requestsFrom(register, mail.from[0]?.address ?? '').includes(request);
  const speaks = own || (inThread && thread.participant);
  // The letter went to the requester: whoever answers it may say no, from whatever address.
  if (!speaks && !asked) return undefined;
  if (asked && plan.events.some((event) => saysOtherwise(event, request)))
    return { sense: 'against', ofConsent: false };
  const heard = secondThoughts(mail.subject, text, signatoryOf(request), request.consent?.given === true);
  const attached = mail.parts.some(({ disposition }) => disposition === 'attachment');
  // What stands in a file nobody has read yet.
  const found = heard ?? (attached && text.trim() === '' ? ({ sense: 'unsure', ofConsent: true } as const) : undefined);
  if (found === undefined || found.sense === 'against') return found;
  const understood = plan.events.some(({ kind }) => !ofContact.has(kind));
  const wasAsked = request.history.some(({ kind }) => kind === 'approval-asked');
  if (filedIn(plan.events) !== request.reference || understood || !wasAsked) return undefined;
  // What answers another letter of ours is about that one; to one of the clerk's, « non » is a no to all.
  if (letter === undefined || asked) return found;
  return found.sense === 'refuses' && letter.letter !== 'reply' ? found : undefined;
}

/** What a word about the contact brings; the text may be meant beside it. */
const ofContact: ReadonlySet<RegisterEvent['kind']> = new Set(['mail-received', 'contact-consent', 'notice-corrected']);

/** Whether a point that it answers is another than the text has. */
function saysOtherwise(event: RegisterEvent, { reference, notice, points }: Request): boolean {
  if (event.kind !== 'point-answered' || event.reference !== reference || !notice) return false;
  const shown = plain(notice.notice.points[event.point]);
  return plain(event.value) !== shown && event.value !== points[event.point]?.value;
}

const ofApproval: ReadonlySet<string> = new Set(['approval', 'contact-withheld']);

type Planned = ReturnType<Handler>;

function held(
  plan: Planned,
  request: Request,
  { ofConsent }: SecondThoughts,
  reading: Reading,
  policy: Policy,
  now: Date,
): Planned {
  const { reference, notice, consent } = request;
  const { mail, receivedAt } = reading.cause;
  const { schedule } = policy.modalities[notice?.notice.category ?? 'short'];
  const due = nextDue(schedule, policy.timeZone, now);
  const leaving = due ? ` Elle partait au bulletin du ${momentLine(due, 'fr', policy.timeZone)}.` : '';
  const heard = plan.events.some((event) => event.kind === 'contact-consent' && event.reference === reference);
  const hides = ofConsent && !heard && consent?.given === true;
  const hidden = hides ? ' Ses coordonnées sont masquées aussi\u00A0: un clic les remet.' : '';
  const reasons = `Le demandeur a écrit depuis que la fiche est libérée, et parle peut-être contre elle.${leaving} Elle attend maintenant qu’une personne de la direction la libère de nouveau, telle quelle ou rectifiée.${hidden}`;
  const day = dayName(localTime(new Date(receivedAt), policy.timeZone).toPlainDate().toString(), 'fr');
  const forms: Form[] = [
    { usage: '#diffuser sans bon à diffuser', label: 'Libérer de nouveau la fiche' },
    ...(hides ? [showingForm(day)] : []),
  ];
  const events: RegisterEvent[] = [
    ...(hides ? consented(request, false, 'courriel du demandeur, à vérifier', mail.id) : []),
    { kind: 'release-withdrawn', reference },
  ];
  const buttons = commandButtons(forms, request, policy);
  // It would say that the text goes out.
  const sent = plan.letters.filter((letter) => letter.name !== 'contact-withheld' || letter.reference !== reference);
  const letters = tell(sent, request, { reasons, buttons }, reading, policy);
  return { ...plan, events: [...plan.events, ...events], letters };
}

/** What is out is corrected, or added to, by people: the buttons stand first. */
function onceOut(plan: Planned, request: Request, policy: Policy): Planned {
  const rectify: Form = {
    usage: '#rectifier',
    label: 'Rectifier la fiche (dans le corps)',
    body: 'Organisation : \nPays : \nType de demandeur : \nCatégorie : \n',
    open: true,
  };
  const buttons = commandButtons([rectify, addendaForms('')[0]], request, policy);
  return { ...plan, letters: plan.letters.map((letter) => withButtons(letter, request, buttons)) };
}

function withButtons(letter: Letter, { reference }: Request, buttons: readonly Button[]): Letter {
  if (letter.name !== 'news' || letter.reference !== reference) return letter;
  return { ...letter, data: { ...letter.data, buttons: [...buttons, ...letter.data.buttons] } };
}

/**
 * In the letter to staff about it, if there is one in that request, else in one of its own; and to who releases, for it is
 * theirs to decide.
 */
function tell(
  letters: readonly Letter[],
  request: Request,
  { reasons, buttons }: { reasons: string; buttons: readonly Button[] },
  { cause: { mail }, text }: Reading,
  policy: Policy,
): Letter[] {
  const isNews = (letter: Letter) => letter.name === 'news' && letter.reference === request.reference;
  const author = mail.from[0]?.address ?? '';
  const all = letters.some(isNews) ? letters : [...letters, ...news(request, usualNews, author, text, policy)];
  const told = all.map((letter): Letter => {
    if (letter.name !== 'news' || !isNews(letter)) return letter;
    const what = letter.data.what === usualNews ? retained : `${retained} · ${letter.data.what}`;
    const why = [reasons, letter.data.reasons].filter(Boolean).join('\n\n');
    return withButtons({ ...letter, data: { ...letter.data, what, reasons: why } }, request, buttons);
  });
  const [first] = told.filter(isNews);
  if (!first) return told;
  const others = staffWith(policy.staff, 'approver').filter(
    ({ address }) => !told.some((letter) => isNews(letter) && letter.to.address === address),
  );
  return [...told, ...others.map(({ name, address }): Letter => ({ ...first, to: { name, address } }))];
}

const usualNews = 'Nouveau courriel du demandeur';
const retained = 'Fiche retenue\u00A0: le demandeur se ravise peut-être';
