import type { Forwarded } from '../mail/forwarded.ts';
import type { Mail } from '../mail/mail.ts';
import { findingsOfAsker } from '../model/asker.ts';
import { bareSubject, registeredDomain } from '../model/kin.ts';
import { type Finding, type Language, languages, type Requester } from '../model/request.ts';
import { pointTitles } from '../model/wording.ts';
import { agreementsOf } from './agreements.ts';
import { cautionsOf } from './cautions.ts';
import { countries } from './countries.ts';
import { split } from './domain.ts';
import { fieldsOf } from './fields.ts';
import { isFreeMail } from './free-mail.ts';
import { findLanguage } from './language.ts';
import { needsOf } from './needs.ts';
import { type Hint, hintedPoints } from './points.ts';
import { found, oneLine, readSender } from './sender.ts';
import { aboveOthers, toldIn } from './told.ts';

/** A request that is in the register already. */
export interface EarlierRequest {
  reference: string;
  requester: Requester;
  subject: string;
}

/**
 * What the mail itself and the register tell about a new request, without any network. All of it was written by a
 * stranger: proposals with their evidence, in French, for staff.
 * @param text - What the sender wrote, without quote and signature.
 * @param year - In which it came in.
 */
export function research(mail: Mail, text: string, earlier: readonly EarlierRequest[], year: number): Researched {
  const { own, written, words, passedOn } = toldIn(mail, text);
  const subject = mail.subject.slice(0, longestSubject);
  const [from] = mail.from;
  const passed = passedOn && aboveOthers({ text: passedOn.wholeText, parts: [] });
  const { requester, signing, quebec, findings } = readSender(from, {
    own,
    written,
    all: [subject, own, passed ?? ''].join('\n'),
  });
  const { address, kind, country } = requester;
  const asker =
    passedOn && readSender(passedOn.author, { own: passed ?? '', written: passedOn.text, all: passed ?? '' });
  const { written: spoken, language: theirs } = findLanguage([written, `${subject}. ${written}`]);
  const frenchOnly = quebec ? `demandeur au Québec (${quebec})` : frenchState(kind, country);
  const said = withoutLines(words, [...signing, ...(asker?.signing ?? [])]);
  const hints = hintedPoints(said, year);
  const { domain } = split(address);
  const made = [
    ...findings,
    ...(spoken ? [ofLanguage(spoken, theirs, frenchOnly, written)] : []),
    ...(spoken && !isWrittenIn(spoken) ? [toTranslate] : []),
    ...mail.replyTo
      .filter((reply) => reply.address !== address)
      .slice(0, mostReplies)
      .map((reply) => found('replyTo', reply.address, domainChanges(reply.address, domain), 'sure')),
    ...(passedOn && asker ? ofAsker(passedOn, asker.requester, address) : []),
    ...alike(mail, { address, domain: isFreeMail(domain) ? '' : registeredDomain(domain) }, earlier),
    ...needsOf(`${subject}\n${said}`).map(({ name, words }) =>
      found('need', name, `«\u00A0${words}\u00A0»`, 'possible'),
    ),
    ...fieldsOf(`${subject}\n${said}`).map(({ name, words }) =>
      found('field', name, `«\u00A0${words}\u00A0»`, 'possible'),
    ),
    ...agreementsOf(`${subject}\n${said}`).map(({ name, words }) =>
      found('agreementType', name, `«\u00A0${words}\u00A0»`, 'likely'),
    ),
    // One sentence may say something else; several that speak of a point hardly do.
    ...hints.map(({ point, quote, more }) =>
      found('point', pointTitles.fr[point].title, `«\u00A0${oneLine(quote)}\u00A0»`, more > 0 ? 'likely' : 'possible'),
    ),
    ...cautionsOf({
      text: said,
      // Of who passes it on, the kind and the country say nothing of who asks.
      requesterKind: (asker?.requester ?? requester).kind,
      country: (asker?.requester ?? requester).country,
      agreement: hints.some(({ point }) => point === 'agreementType'),
    }),
  ];
  const { kind: _, ...intermediary } = requester;
  return {
    requester: passedOn ? intermediary : requester,
    ...(asker && { asker: asker.requester }),
    language: frenchOnly ? 'fr' : theirs,
    findings: made,
    hints,
    said: words,
    ...(spoken && { spoken }),
  };
}

interface Researched {
  requester: Requester;
  /** Whose request is passed on, where that is another than the sender. */
  asker?: Requester;
  language: Language;
  findings: Finding[];
  hints: Hint[];
  /** What is asked for, in the words of the sender and of whom it passes on. */
  said: string;
  /** The language of what the sender wrote, ISO 639-1. */
  spoken?: string;
}

const longestSubject = 500;
const mostAlike = 10;
const mostReplies = 5;

const french = new Intl.DisplayNames('fr', { type: 'language' });

function isWrittenIn(language: string): boolean {
  return languages.some((each) => each === language);
}

/** There is no network to translate by: what is recognised in the text is told in French. */
const toTranslate = found(
  'translation',
  'rien n’est traduit ici\u00A0: l’original est cité plus haut, et ce qui en a été reconnu est dit en français',
  'texte',
  'sure',
);

/** @param frenchOnly - Why the answer is in French alone. */
function ofLanguage(written: string, answered: Language, frenchOnly: string | undefined, text: string): Finding {
  const both = written === answered ? 'texte' : 'texte; réponse en français et en anglais';
  const evidence = frenchOnly && written !== 'fr' ? `texte; réponse en français seulement\u00A0: ${frenchOnly}` : both;
  const long = (text.match(/\p{L}+/gu) ?? []).length >= fewWords;
  return found('language', french.of(written) ?? written, evidence, long ? 'sure' : 'likely');
}

/** Charter of the French language: a State whose official language is French gets no version in another. */
function frenchState(kind: string | undefined, country: string | undefined): string | undefined {
  const official = (kind === 'government' || kind === 'public-agency') && countries.get(country ?? '')?.officialFrench;
  return official ? 'le français est une langue officielle de cet État' : undefined;
}

function withoutLines(text: string, lines: readonly string[]): string {
  const left = new Set(lines);
  return text
    .split('\n')
    .filter((line) => !left.has(line.trim()))
    .join('\n');
}

/** Below so many words a language is told less surely. */
const fewWords = 12;

function domainChanges(replyTo: string, domain: string): string {
  const other = split(replyTo).domain;
  return other === domain ? 'Reply-To, même domaine' : `Reply-To, autre domaine que ${domain}\u00A0: à vérifier`;
}

/**
 * Somebody passes on another's request: whom it is for is for staff to say. What is known of that one is kept for then, and
 * is answered in its own language, not in that of who passed it on.
 */
function ofAsker({ author, text }: Forwarded, asker: Requester, sender: string): Finding[] {
  const { language, written } = findLanguage([text]);
  const by = `transmis par ${sender}`;
  return [
    found('forwardedFor', author.address || oneLine(author.name), by, 'likely'),
    ...findingsOfAsker(asker, 'texte transmis', 'likely'),
    ...(written ? [found('forwardedLanguage', language, 'texte transmis', 'likely')] : []),
  ];
}

/** Earlier requests of the same person, domain or subject, the latest first. */
function alike(
  mail: Mail,
  { address, domain }: { address: string; domain: string },
  earlier: readonly EarlierRequest[],
): Finding[] {
  const subject = bareSubject(mail.subject);
  return earlier
    .toReversed()
    .flatMap(({ reference, requester, subject: other }) => {
      const same = [
        address && requester.address === address ? 'même personne' : '',
        requester.address !== address && domain && registeredDomain(split(requester.address).domain) === domain
          ? 'même domaine'
          : '',
        subject && bareSubject(other) === subject ? 'même objet' : '',
      ].filter(Boolean);
      return same.length > 0
        ? [found('earlier', reference, same.join(', '), same[0] === 'même personne' ? 'sure' : 'likely')]
        : [];
    })
    .slice(0, mostAlike);
}
