import { news } from '../agenda/news.ts';
import type { RegisterEvent } from '../model/events.ts';
import { requestsFrom } from '../model/kin.ts';
import type { Letter } from '../model/letter.ts';
import type { Policy } from '../model/policy.ts';
import type { Register } from '../model/register.ts';
import type { Request } from '../model/request.ts';
import type { Handler, Reading } from './reading.ts';

/**
 * The same for mails of people: whoever writes while asked to approve a text is not silent, whatever the mail is about and
 * wherever it is filed. The text does not go out by silence any more, and staff reads why; a yes is still one.
 */
export function breaksSilence(handler: Handler): Handler {
  return (reading, register, policy, now) => {
    const plan = handler(reading, register, policy, now);
    const held = asked(reading, plan.events, register);
    const events = held.map(
      ({ reference }): RegisterEvent => ({ kind: 'approval-answered', reference, answer: 'disputed' }),
    );
    // Where silence is no consent, staff is asked in any case.
    const told = policy.approval?.past === 'release' ? held : [];
    const letters = told.reduce((letters, request) => tell(request, letters, reading, policy), plan.letters);
    return { ...plan, events: [...plan.events, ...events], letters };
  };
}

/** The requests whose approval waits, and of which the mail may speak. */
function asked({ cause: { mail }, thread }: Reading, events: readonly RegisterEvent[], register: Register): Request[] {
  const [seen] = events.flatMap((event) => (event.kind === 'mail-received' ? [event] : []));
  const filed = seen?.disposition === 'answer' ? seen.reference : undefined;
  const own = requestsFrom(register, mail.from[0]?.address ?? '');
  const request = filed === undefined ? undefined : register.requests.get(filed);
  const speaksFor = thread?.kind === 'request' && thread.participant;
  // In the thread of another request it speaks of that one.
  const about = request ? (speaksFor || own.includes(request) ? [request] : []) : own;
  const settled = new Set(events.flatMap((event) => (event.kind === 'approval-answered' ? [event.reference] : [])));
  return about.filter(({ reference, approval }) => approval && !approval.disputed && !settled.has(reference));
}

/** In the letter to staff about it, if there is one in that request; else in one of its own. */
function tell(
  request: Request,
  letters: readonly Letter[],
  { cause: { mail }, text }: Reading,
  policy: Policy,
): Letter[] {
  const isNews = (letter: Letter) => letter.name === 'news' && letter.reference === request.reference;
  if (!letters.some(isNews))
    return [...letters, ...news(request, notSilent, mail.from[0]?.address ?? '', text, policy)];
  return letters.map((letter): Letter => {
    if (letter.name !== 'news' || !isNews(letter)) return letter;
    return { ...letter, data: { ...letter.data, what: `${notSilent} · ${letter.data.what}` } };
  });
}

const notSilent =
  'Bon à diffuser\u00A0: le demandeur a écrit sans répondre à la lettre. Son silence ne vaut plus accord\u00A0: sans son «\u00A0oui\u00A0», la fiche ne part que par «\u00A0#diffuser sans bon\u00A0»';
