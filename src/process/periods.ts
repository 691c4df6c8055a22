import { alarm, news } from '../agenda/news.ts';
import { summary } from '../agenda/summary.ts';
import { tellTrouble } from '../agenda/troubles.ts';
import { yearly } from '../agenda/yearly.ts';
import { momentLine } from '../clarification/wording.ts';
import { commandButtons } from '../commands/buttons.ts';
import { expire } from '../dissemination/approval.ts';
import { awaiting, overtaken, planDigest, readPeriodId } from '../dissemination/digest.ts';
import { keepUp } from '../dissemination/newcomers.ts';
import { dayName } from '../dissemination/notice.ts';
import { readRedatingId, redate } from '../dissemination/redating.ts';
import { type Forgotten, followSchedules } from '../dissemination/schedules.ts';
import { signOfLife } from '../dissemination/sign-of-life.ts';
import { close, readStepId, remind } from '../dissemination/steps.ts';
import {
  dateInDoubt,
  hangsOn,
  isLong,
  type Jump,
  readJumpId,
  unexplained,
  wentBack,
} from '../dissemination/time-jump.ts';
import type { RegisterEvent } from '../model/events.ts';
import type { Letter } from '../model/letter.ts';
import type { Button } from '../model/letter-parts.ts';
import { passed } from '../model/passed.ts';
import type { Cause, Plan } from '../model/plan.ts';
import type { Policy } from '../model/policy.ts';
import type { Register } from '../model/register.ts';
import type { Request } from '../model/request.ts';
import { clarificationPeriods } from './clarification-periods.ts';

type Period = Extract<Cause, { kind: 'period' }>;
type Row = (cause: Period, register: Register, policy: Policy, now: Date) => Omit<Plan, 'author'>;

/** What is due by the clock: the row is named by the first word of the period's id. */
export function decidePeriod(cause: Period, register: Register, policy: Policy, now: Date): Plan {
  const [name = ''] = cause.id.split('/');
  const row = periods[name];
  if (!row) throw new Error(`cannot read the period id ${cause.id}`);
  const plan = passed(register, cause.id) ? nothing('on the record already') : row(cause, register, policy, now);
  const writes = toPartners.has(name) && plan.events.length + plan.letters.length > 0;
  if (writes && dateInDoubt(register, policy, now))
    return { author: 'greffier', ...nothing('nothing bears out what the clock shows') };
  return { author: 'greffier', ...plan };
}

/** What partners are written at a time of its own: by a wrong clock it would name a wrong day. */
const toPartners: ReadonlySet<string> = new Set(['digest', 'redating', 'reminder', 'sign-of-life']);

const periods: Readonly<Record<string, Row>> = {
  /** A digest that is due: planned once, or staff is asked when it was missed for too long. */
  digest: (cause, register, policy, now) => {
    if (register.digests.has(cause.id)) return nothing('on the record already');
    const period = readPeriodId(cause.id);
    const requests = awaiting(period, register, now);
    if (requests.length === 0) return nothing('nothing to disseminate');
    if (now.getTime() - period.due.getTime() <= policy.modalities[period.category].lateWindowMs) {
      const late = overtaken(requests, policy, now);
      const ready = requests.filter((request) => !late.includes(request));
      const planned = planDigest(cause.id, ready, register, policy, now);
      const held = late.map(({ reference }): RegisterEvent => ({ kind: 'release-withdrawn', reference }));
      const asked = late.flatMap((request) => askAgain(request, policy));
      return { why: cause.id, events: [...planned.events, ...held], letters: [...planned.letters, ...asked] };
    }
    const what = `Le bulletin du ${momentLine(period.due, 'fr', policy.timeZone)} (${count(requests)}) a été manqué de plus que le délai prévu.`;
    const todo =
      'Rien, s’il peut attendre : ses fiches partent avec le prochain bulletin de la même catégorie. Sinon, une personne de la direction l’envoie maintenant :';
    return {
      why: 'missed period',
      events: [{ kind: 'period-passed', period: cause.id, why: 'missed by more than the late window' }],
      letters: alarm('digest', what, todo, policy, sendNow(cause.id, policy)),
    };
  },

  redating: (cause, register, policy, now) => {
    const id = readRedatingId(cause.id);
    const { events, letters, answerBy } = redate(id, register, policy, now);
    const told = answerBy === undefined ? [] : tellRedated(id, answerBy, policy);
    return { why: cause.id, events, letters: [...letters, ...told] };
  },

  reminder: (cause, register, policy) => {
    const { digest } = readStepId(cause.id);
    if (register.digests.get(digest)?.reminded) return nothing('on the record already');
    return { why: cause.id, ...remind(digest, register, policy) };
  },

  closing: (cause, register, policy) => {
    const { digest } = readStepId(cause.id);
    if (register.digests.get(digest)?.closed) return nothing('on the record already');
    const { events, letters, told, unserved } = close(digest, register, policy);
    const toStaff = told.flatMap(({ reference, what, text }) => {
      const request = register.requests.get(reference);
      return request ? news(request, what, policy.institute.name, text, policy) : [];
    });
    return { why: cause.id, events, letters: [...letters, ...toStaff, ...notServed(digest, unserved, policy)] };
  },

  clock: (cause, register, policy) => {
    const jump = readJumpId(cause.id);
    const left = unexplained(jump, register, policy);
    if (!left) return nothing('mails that came meanwhile, or an earlier leap, bear it out');
    if (wentBack(left)) {
      const back: RegisterEvent = { kind: 'period-passed', period: cause.id, why: 'the clock went back' };
      return { why: cause.id, events: [back], letters: askWhyBack(left, policy) };
    }
    const hangs = hangsOn(left, register);
    if (!hangs && !isLong(left, policy)) return nothing('nothing hangs on it');
    const events: RegisterEvent[] = [{ kind: 'period-passed', period: cause.id, why: 'the clock leapt ahead' }];
    return { why: cause.id, events, letters: hangs ? askTheClock(jump, left, policy) : [] };
  },

  network: (cause, register, policy, now) => ({ why: cause.id, ...keepUp(register, policy, now) }),

  schedule: (cause, register, policy, now) => {
    const { events, forgotten } = followSchedules(register, policy, now);
    return { why: cause.id, events, letters: forgotten.flatMap((period) => askAbout(period, policy)) };
  },

  trouble: (cause, register, policy, now) => ({ why: cause.id, ...tellTrouble(cause.id, register, policy, now) }),

  statistics: (cause, register, policy) => ({ why: cause.id, ...yearly(cause.id, register, policy) }),

  summary: (cause, register, policy, now) => ({ why: cause.id, ...summary(cause.id, register, policy, now) }),

  ...clarificationPeriods,

  approval: (cause, register, policy) => {
    const [, reference = ''] = cause.id.split('/');
    const request = register.requests.get(reference);
    const asked = request?.approval;
    if (!request || !asked || !cause.id.endsWith(asked.until)) return nothing('on the record already');
    const { events, what, text } = expire(request, asked, register, policy);
    return { why: cause.id, events, letters: news(request, what, policy.institute.name, text, policy) };
  },

  'sign-of-life': (cause, register, policy) => ({ why: cause.id, ...signOfLife(cause.id, register, policy) }),
};

/** To staff: it was due while nobody was there, and the schedule by which it was due is followed no more. */
function askAbout({ id, due, requests, next }: Forgotten, policy: Policy): Letter[] {
  const what = `L’horaire des bulletins a changé pendant que le greffier était arrêté\u00A0: celui du ${momentLine(due, 'fr', policy.timeZone)} (${count(requests)}), prévu par l’ancien horaire, n’est pas parti.`;
  const then = next
    ? `le prochain bulletin de la même catégorie, le ${momentLine(next, 'fr', policy.timeZone)}`
    : 'le prochain bulletin de la même catégorie';
  const todo = `Rien, s’il peut attendre\u00A0: ses fiches partent avec ${then}. Sinon, une personne de la direction l’envoie maintenant\u00A0:`;
  return alarm('digest', what, todo, policy, sendNow(id, policy));
}

/** To staff: nothing shows that so much time has passed. */
function askTheClock({ from, to }: Jump, left: Jump, policy: Policy): Letter[] {
  const when = (moment: Date) => momentLine(moment, 'fr', policy.timeZone);
  const held = isLong(left, policy)
    ? ' Rien ne part aux partenaires avant qu’un tel courriel arrive, sans attendre ce jour.'
    : '';
  const what = `L’horloge du greffier est passée du ${when(from)} au ${when(to)}, sans que rien montre que ce temps a passé\u00A0: elle a été avancée, ou le greffier était arrêté. Aucun délai de réponse qui finit entre les deux, ou après, n’est clos avant un jour ouvrable, ni avant qu’un courriel arrive dont le serveur de courriel donne la même heure.${held}`;
  const todo =
    'Vérifiez l’heure du serveur. Si elle avance, remettez-la à l’heure\u00A0: les délais courent alors jusqu’à leur vraie fin, et ce qui attend part à son heure. Si elle est juste, rien à faire\u00A0: les délais échus sont clos dans un jour ouvrable, si un courriel est arrivé depuis; une réponse à celui-ci suffit.';
  return alarm('clock', what, todo, policy);
}

/** To staff: by this clock a last day to answer may be over before anybody reads of it. */
function askWhyBack({ from, to }: Jump, policy: Policy): Letter[] {
  const when = (moment: Date) => momentLine(moment, 'fr', policy.timeZone);
  const what = `L’horloge du greffier montre le ${when(to)}, mais son journal, ou un courriel reçu, est daté du ${when(from)}\u00A0: elle retarde, ou elle avançait avant. Rien ne part aux partenaires d’ici à ce qu’elle soit à l’heure, car ils liraient une fausse échéance.`;
  const todo =
    'Vérifiez l’heure du serveur. Si elle retarde, remettez-la à l’heure\u00A0: ce qui attend part alors de lui-même. Si elle est juste, rien à faire\u00A0: les envois reprennent dès que le serveur de courriel date un courriel de la même heure, ou dans un jour ouvrable s’il a lui-même donné une heure plus tardive; une réponse à celui-ci suffit.';
  return alarm('clock', what, todo, policy);
}

/** To staff: partners have all their days, though later than was planned. */
function tellRedated(id: string, answerBy: string, policy: Policy): Letter[] {
  const when = (moment: Date) => momentLine(moment, 'fr', policy.timeZone);
  const what = `Le bulletin du ${when(readPeriodId(id).due)} a attendu sans parvenir à personne, et l’échéance qu’il annonçait est trop proche, ou passée. Ses lettres sont refaites avec une autre échéance, la même pour tous\u00A0: le ${when(new Date(answerBy))}.`;
  return alarm(`redating/${id}`, what, 'Rien, si les lettres partent de nouveau.', policy);
}

function count({ length }: readonly Request[]): string {
  return length === 1 ? '1\u00A0fiche' : `${length}\u00A0fiches`;
}

function sendNow(id: string, policy: Policy): Button[] {
  const form = { usage: `#bulletin envoyer ${id}`, label: 'Envoyer ce bulletin maintenant' };
  return commandButtons([form], undefined, policy);
}

/** To staff: the digest was delayed, and the outside deadline leaves partners less than was decided upon. */
function askAgain(request: Request, policy: Policy): Letter[] {
  const day = dayName(request.notice?.notice.deadline ?? '', 'fr');
  const what = `Fiche retirée du bulletin, qui a pris du retard\u00A0: la date limite extérieure, le ${day}, ne laisse plus assez de temps aux partenaires`;
  const form = { usage: '#diffuser sans bon malgré la date', label: 'Diffuser quand même, avec le temps qui reste' };
  const buttons = commandButtons([form], request, policy);
  return news(request, what, policy.institute.name, '', policy, { buttons });
}

/** To staff: who had no digest when the time to answer ended. */
function notServed(digest: string, unserved: readonly string[], policy: Policy): Letter[] {
  if (unserved.length === 0) return [];
  const names = policy.partners.filter(({ id }) => unserved.includes(id)).map(({ name }) => name);
  return alarm(
    `unserved/${digest}`,
    `L’échéance est passée sans que le bulletin ait été livré à\u00A0: ${names.join(', ')}.`,
    'Joignez ces établissements, et vérifiez leurs adresses\u00A0: «\u00A0#partenaire\u00A0» les montre. L’attestation (#statut) dit ce qui a été tenté.',
    policy,
  );
}

function nothing(why: string): Omit<Plan, 'author'> {
  return { why, events: [], letters: [] };
}
