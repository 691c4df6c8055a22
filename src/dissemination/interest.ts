import type { Mail } from '../mail/mail.ts';
import { domainOf } from '../model/domain.ts';
import type { EventOf, Interest } from '../model/events.ts';
import { keptAs } from '../model/filing.ts';
import type { Partner } from '../model/partner.ts';
import { plain } from '../model/plain.ts';
import type { Policy } from '../model/policy.ts';
import type { Digest } from '../model/records.ts';
import type { Register } from '../model/register.ts';
import { type Meaning, meaningOf } from './answer-words.ts';
import { lateness } from './deadline.ts';
import { speaksOfAnother, withoutOtherHouses } from './other-houses.ts';

export function partnerOf(address: string, policy: Policy): Partner | undefined {
  return policy.partners.find((partner) => partner.contacts.some((contact) => contact.address === address));
}

/** The institutions of whose house an address is, though it is none of their contacts': several may share a domain. */
export function institutionsOf(address: string, { partners }: Pick<Policy, 'partners'>): Partner[] {
  const house = domainOf(address);
  return partners.filter(({ contacts }) => contacts.some((contact) => domainOf(contact.address) === house));
}

/** A partner's mail, and which notice its subject or its thread names. */
export interface PartnerMail {
  mail: Mail;
  receivedAt: string;
  /** The partner's own words. */
  text: string;
  partner: Partner;
  /** The reference that the subject names. */
  named: string | undefined;
  /** The digest that the mail answers. */
  digest: string | undefined;
}

/** What a partner answers; what is unsure is asked, never guessed. */
export interface PartnerAnswers {
  recorded: EventOf<'interest-recorded'>[];
  /** Notices of which it says something that is not clear. */
  unclear: string[];
}

/** What a partner answers to each notice: by the subject that the button filled in, and by its own words. */
export function readInterests(answer: PartnerMail, register: Register, policy: Policy): PartnerAnswers {
  const { mail, text, partner, named, digest, receivedAt } = answer;
  const subject = pressed(mail.subject);
  const answers: PartnerAnswers = { recorded: [], unclear: [] };
  for (const [reference, words] of notices(answer, register, policy)) {
    const served = servedBy(reference, partner, register);
    // Only who was served may answer: a notice is not announced by an answer.
    if (!served) continue;
    const button = reference === named ? subject : undefined;
    const another = button?.interest === 'interest' && words !== 'unsure' && speaksOfAnother(plain(words.text));
    const said = words === 'unsure' || another ? 'unsure' : meaningOf(words.text, partner.name, domainsOf(partner));
    const meaning = together(button, said);
    const { id, digest } = served;
    const when = lateness(receivedAt, id, digest, register);
    if (meaning === 'unsure' || meaning.said.length === 0) answers.unclear.push(reference);
    else
      for (const interest of meaning.said)
        answers.recorded.push({
          kind: 'interest-recorded',
          reference,
          partner: partner.id,
          interest,
          text,
          mail: mail.id,
          ...when,
        });
  }
  if (answers.recorded.length + answers.unclear.length > 0) return answers;
  if (digest !== undefined) return { ...answers, unclear: unanswered(register.digests.get(digest), partner) };
  // Neither its thread nor its subject shows what it answers, if anything.
  const speaks = subject !== undefined || says(text.slice(0, longest), partner) !== '';
  return named === undefined && speaks ? { ...answers, unclear: openTo(partner, register) } : answers;
}

/** By which the house may be called: not those where anybody has an address. */
function domainsOf({ contacts }: Partner): string[] {
  return contacts.map(({ address }) => domainOf(address));
}

interface Served {
  id: string;
  digest: Digest;
}

function servedBy(reference: string, partner: Partner, register: Register): Served | undefined {
  const id = register.requests.get(reference)?.digest ?? '';
  const digest = register.digests.get(id);
  return digest?.letters[partner.id] === undefined ? undefined : { id, digest };
}

/** Each notice that the mail speaks of, with the words about it; unsure, of which of them they are. */
function notices(
  { mail: { subject }, text: written, partner, named, digest }: PartnerMail,
  register: Register,
  { referencePrefix, partners }: Policy,
): Iterable<[reference: string, words: { text: string } | 'unsure']> {
  const text = withoutOtherHouses(written.slice(0, longest), partner, partners);
  const carried = register.digests.get(digest ?? '')?.references ?? [];
  const { before, about, excludes } = byReference(text, referencePrefix, register);
  // « En fait c’est … »: the button was that of another notice.
  const instead = [...about].some(([reference, words]) => reference !== named && says(words, partner) === '');
  if (named !== undefined && instead && about.size > 0 && pressed(subject)?.fresh)
    return [...new Set([named, ...about.keys()])].map((reference) => [reference, 'unsure']);
  if (excludes) return [...new Set([...carried, ...about.keys()])].map((reference) => [reference, 'unsure']);
  if (named !== undefined) about.set(named, [before, about.get(named) ?? ''].join('\n'));
  else
    for (const [reference, words] of about) {
      if (speaksOfAnother(plain(before))) about.set(reference, `${before}\n${words}`);
      else if (says(words, partner) === '')
        about.set(reference, justNot.test(plain(words)) ? 'sans intérêt' : `${before}\n${words}`);
    }
  if (about.size > 0) return [...about].map(([reference, words]) => [reference, { text: words }]);
  const [only] = carried;
  if (only !== undefined && (carried.length === 1 || everyOne.test(plain(text).slice(0, 500))))
    return carried.map((reference) => [reference, { text }]);
  return [];
}

/** More than one answer is read from. */
const longest = 20_000;

/** « … mais pas par celle-ci » */
const justNot = /^[^\p{L}]*(?:mais|but)? ?(?:pas|non|not)\b.{0,20}$/u;

/** « Aucune de ces demandes … »: meant of the whole digest. Who is interested in all of them is asked to say so of each. */
const everyOne = /\baucune (?:de ces|des) (?:demandes|fiches)\b|\brien pour nous\b|\bnone of (?:these|them)\b/;

/** « … toutes sauf A », « contrairement à A, B … »: whether A is meant, or all but A, the words do not show. */
const excluding =
  /\b(?:sauf|hormis|excepte\w*|except|a l'exception|a l'exclusion|autres? que|other than|contrairement|unlike|plutot que|rather than|au lieu|instead|ni|nor|neither)\b/;
/** After the first of several: of which of them? */
const denying = /\b(?:pas|non|not|plus|aucune?)\b/;

/** The words before any reference, and those about each: from where it is named to where the next one is. */
function byReference(text: string, prefix: string, register: Register) {
  const name = new RegExp(`(?:${prefix.replace(/[^\w-]/g, '\\$&')}-)?\\b(20\\d\\d-\\d{4,6})\\b`, 'giu');
  const about = new Map<string, string>();
  let before = '';
  let last: string[] = [];
  let excludes = false;
  for (const clause of text.slice(0, 5000).match(/[^.;!?\n]+(?:[.;!?\n]|$)+/g) ?? []) {
    // « … par A, mais pas par B », « … par A, pas par B »: two clauses, each with its own sense.
    for (const part of clause.split(/(?=\b(?:mais|but)\b)|(?=,\s*(?:et |and )?(?:pas|non|not)\b)/iu)) {
      const names = [...part.matchAll(name)].map(([, number]) => keptAs(register, `${prefix}-${number}`));
      const known = names.filter((reference) => register.requests.has(reference));
      if (known.length > 0) {
        last = known;
        const [, ...rest] = plain(part).split(new RegExp(name.source, 'iu'));
        excludes ||= excluding.test(plain(part)) || (known.length > 1 && denying.test(rest.join(' ')));
      }
      const words = part.replace(name, ' ');
      for (const reference of last) about.set(reference, `${about.get(reference) ?? ''}${words}`);
      if (last.length === 0) before += words;
    }
  }
  return { before, about, excludes };
}

function says(words: string, partner: Partner): string {
  const meaning = meaningOf(words, partner.name, domainsOf(partner));
  return meaning === 'unsure' ? meaning : meaning.said.join();
}

/** What the subject of a button says; `fresh`: the button was pressed for this mail, and is not carried along by « Re: ». */
function pressed(subject: string): { interest: Interest; fresh: boolean } | undefined {
  const [, again = '', label = ''] =
    /^((?:(?:re|rep|ref)\s*:\s*)*)(.*)$/.exec(plain(subject.replace(/\[[^\]]*\]/g, ' ').trim()).trim()) ?? [];
  const interest = labels[label.trim()];
  return interest && { interest, fresh: again === '' };
}

const labels: Readonly<Record<string, Interest>> = {
  interet: 'interest',
  interest: 'interest',
  question: 'question',
  'sans interet': 'no-interest',
  'no interest': 'no-interest',
};

/** The button and the words: a question may be added to either, what contradicts is unsure. */
function together(button: ReturnType<typeof pressed>, words: Meaning): Meaning {
  if (!button) return words;
  // A question may hold any words; an interest beside which something is not understood may be meant otherwise.
  if (words === 'unsure') return button.fresh && button.interest === 'question' ? { said: ['question'] } : words;
  if (!button.fresh && words.said.length > 0) return words;
  const said = [...new Set([...words.said, button.interest])];
  return said.includes('interest') && said.includes('no-interest') ? 'unsure' : { said: said.toSorted(questionsLast) };
}

const questionsLast = (a: Interest, b: Interest) => Number(a === 'question') - Number(b === 'question');

/** Notices that the institution was served with, and may still answer. */
function openTo(partner: Partner, register: Register): string[] {
  return [...register.digests.values()]
    .filter(({ closed, letters }) => !closed && letters[partner.id] !== undefined)
    .flatMap((digest) => unanswered(digest, partner));
}

function unanswered(digest: Digest | undefined, { id }: Partner): string[] {
  if (!digest) return [];
  const answered = new Set(
    digest.answers.flatMap(({ partner, reference, unproven }) => (partner === id && !unproven ? [reference] : [])),
  );
  const open = digest.references.filter((reference) => !answered.has(reference));
  return open.length > 0 ? open : digest.references;
}
