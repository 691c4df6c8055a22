import { dateFormat, dayText } from '../model/date-format.ts';
import { interests } from '../model/events.ts';
import type { Letter, LetterName } from '../model/letter.ts';
import type { Policy } from '../model/policy.ts';
import type { Category, Language } from '../model/request.ts';
import { troubleName } from '../model/trouble-names.ts';
import { categoryNames, interestNames } from '../model/wording.ts';

/**
 * The fields that the templates of a letter see in one language, without anything that could end a line, hide text or
 * turn it round; every line end is LF.
 * @throws if the letter's data has no part in that language.
 */
export function viewOf(letter: Letter, language: Language, policy: Policy): object {
  const staff = audiences[letter.name] === 'staff';
  const frame = {
    institute: policy.institute,
    leaving: toNetwork.has(letter.name),
    personal: letter.name === 'reply',
    staff,
    privacy: staff ? '' : policy.institute.privacy,
  };
  return cleaned({ ...fieldsOf(letter, language), ...worded(letter, language, policy), ...inTwo(letter), ...frame });
}

/** Whom a letter goes to decides what its footer says. */
const audiences: Record<LetterName, 'requester' | 'staff' | 'partner'> = {
  acknowledgement: 'requester',
  orientation: 'requester',
  'meeting-proposal': 'requester',
  'meeting-awaited': 'requester',
  'meeting-confirmed': 'requester',
  'meeting-changed': 'requester',
  'meeting-kept': 'requester',
  'meeting-reminder': 'requester',
  minutes: 'staff',
  'follow-up': 'requester',
  dormant: 'requester',
  questionnaire: 'requester',
  closed: 'requester',
  reply: 'requester',
  'new-request': 'staff',
  news: 'staff',
  summary: 'staff',
  statistics: 'staff',
  'command-done': 'staff',
  'command-refused': 'staff',
  confirm: 'staff',
  help: 'staff',
  alarm: 'staff',
  digest: 'partner',
  addendum: 'partner',
  reminder: 'partner',
  result: 'partner',
  'sign-of-life': 'partner',
  introduction: 'requester',
  approval: 'requester',
  'contact-withheld': 'requester',
  'interest-recorded': 'partner',
  'answer-confirm': 'partner',
  'answer-unclear': 'partner',
  'contact-stopped': 'partner',
  'contact-resumed': 'partner',
  'leaving-unclear': 'partner',
  'contact-confirm': 'partner',
  'confirmation-unclear': 'partner',
  'contact-changed': 'partner',
};

/** What a partner receives as a member of the network, and may ask not to receive. */
const toNetwork: ReadonlySet<LetterName> = new Set(['digest', 'addendum', 'reminder', 'result', 'sign-of-life']);

function fieldsOf({ name, data }: Letter, language: Language): object {
  if (!('localised' in data)) return data;
  const { localised, ...common } = data;
  const own = localised[language];
  if (!own) throw new Error(`cannot compose ${name} in ${language}: its data is missing`);
  return { ...common, ...own };
}

/** The usual commands: what a person would do now, then the others. */
function inTwo({ data }: Letter): object {
  if (!('buttons' in data)) return {};
  return { buttons: data.buttons.filter(({ other }) => !other), others: data.buttons.filter(({ other }) => other) };
}

/** What the data names by a code or an instant, in the reader's words. */
function worded(letter: Letter, language: Language, { timeZone }: Policy): object {
  switch (letter.name) {
    case 'alarm': {
      const { trouble } = letter.data;
      const over = trouble.startsWith('over/');
      return { trouble: `${over ? 'C’est réglé' : 'Alerte'}\u00A0: ${troubleName(trouble.replace(/^over\//, ''))}` };
    }
    case 'summary': {
      const day = (at: string) => dayText(new Date(at), 'fr', { dateStyle: 'full', timeZone });
      return { date: day(letter.data.date), since: day(letter.data.since) };
    }
    case 'reply': {
      const { original } = letter.data;
      return original ? { original: { ...original, at: momentIn(original.at, timeZone) } } : {};
    }
    case 'confirm':
      return { expires: momentIn(letter.data.expires, timeZone) };
    case 'answer-confirm':
    case 'interest-recorded': {
      const answers = letter.data.answers.map(({ answer, ...about }) => {
        const known = interests.find((interest) => interest === answer);
        return { ...about, answer: known ? interestNames[language][known] : answer };
      });
      return { answers };
    }
    case 'answer-unclear': {
      const notices = letter.data.notices.map((notice) => ({
        ...notice,
        deadline: dayIn(notice.deadline, timeZone, language),
      }));
      return { notices };
    }
    case 'digest':
      return {
        ...digestWords(letter, language, timeZone),
        answerBy: dayIn(letter.data.answerBy, timeZone),
        answerDays: letter.data.answerDays === 1 ? '1 jour ouvrable' : `${letter.data.answerDays} jours ouvrables`,
      };
    case 'addendum':
    case 'reminder':
    case 'result':
      return { ...digestWords(letter, language, timeZone), deadline: dayIn(letter.data.deadline, timeZone) };
    case 'approval':
      return { until: dayIn(letter.data.until, timeZone, language) };
    case 'sign-of-life':
      return { month: monthOf(letter.data.month) };
    default:
      return {};
  }
}

function digestWords(letter: Letter & { data: { category: Category } }, language: Language, timeZone: string) {
  return {
    category: categoryNames[language][letter.data.category],
    date: dayOf(letter.digest ?? '', language, timeZone),
  };
}

/** « lundi 7 décembre 2026 », for partners: their deadlines are whole days. */
function dayIn(instant: string, timeZone: string, language: Language = 'fr'): string {
  return dayText(new Date(instant), language, { dateStyle: 'full', timeZone });
}

/** « novembre 2026 » for `2026-11`. */
function monthOf(month: string): string {
  const format = dateFormat('fr-CA', { month: 'long', year: 'numeric', timeZone: 'UTC' });
  return format.format(new Date(`${month}-15T00:00:00Z`));
}

/** The day in the period id of a digest, in words; empty when it names none. */
function dayOf(period: string, language: Language, timeZone: string): string {
  const [id, , time] = /(\d{4}-\d{2}-\d{2})(T[\d:.]+Z)?$/.exec(period) ?? [];
  if (id === undefined) return '';
  // A day without a time is meant as it stands: read in another zone it could be the day before.
  const zone = time ? timeZone : 'UTC';
  return dayText(new Date(id), language, { dateStyle: 'long', timeZone: zone });
}

/** « 23 novembre 2026 à 10 h 30 », for staff; what is no ISO instant stays as it is. */
function momentIn(instant: string, timeZone: string): string {
  const moment = new Date(instant);
  if (!/^\d{4}-\d{2}-\d{2}T/.test(instant) || Number.isNaN(moment.getTime())) return instant;
  const day = dayText(moment, 'fr', { dateStyle: 'long', timeZone });
  const clock = dateFormat('en-GB', { timeStyle: 'short', timeZone }).format(moment);
  const [hour = '', minute = ''] = clock.split(':');
  return `${day} à ${Number(hour)}\u00A0h\u00A0${minute}`;
}

/** No letter repeats as much of anything; it keeps a mail of megabytes from being gone through again and again. */
const longestField = 20_000;

/** What is written otherwise, or left out. */
const unfit = /(?![\t\n])\p{Cc}|[\u2028\u2029\u202A-\u202E\u2066-\u2069\uFEFF]|\p{Surrogate}/u;

function cleaned<T>(value: T): T;
function cleaned(value: unknown): unknown {
  if (typeof value === 'string')
    // Nearly every field holds nothing of that.
    return value.length <= longestField && !unfit.test(value)
      ? value
      : value
          .slice(0, longestField)
          .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
          .replace(/(?![\t\n])\p{Cc}|[\u202A-\u202E\u2066-\u2069\uFEFF]/gu, '')
          .replace(/\p{Surrogate}/gu, '\uFFFD');
  if (Array.isArray(value)) return value.map((entry) => cleaned(entry));
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, cleaned(entry)]));
  return value;
}
