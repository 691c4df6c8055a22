import type { Mail } from '../mail/mail.ts';
import { bareSubject, registeredDomain } from '../model/kin.ts';
import { plain } from '../model/plain.ts';
import type { Confidence, Finding, Language, Requester } from '../model/request.ts';
import { pointTitles } from '../model/wording.ts';
import { cautionsOf } from './cautions.ts';
import { countries } from './countries.ts';
import { findCountry } from './country.ts';
import { split } from './domain.ts';
import { fieldsOf } from './fields.ts';
import { isFreeMail } from './free-mail.ts';
import { introducedOrganisation, ownKind } from './introduction.ts';
import { kindOf } from './kinds.ts';
import { findLanguage } from './language.ts';
import { needsOf } from './needs.ts';
import { divide, withoutMark } from './own-text.ts';
import { type Hint, hintedPoints } from './points.ts';
import { inQuebec } from './quebec.ts';
import { readSignature } from './signature.ts';

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
export function research(
  mail: Mail,
  text: string,
  earlier: readonly EarlierRequest[],
  year: number,
): { requester: Requester; language: Language; findings: Finding[]; hints: Hint[] } {
  const [from] = mail.from;
  const address = from?.address ?? '';
  const { local, domain } = split(address);
  const free = isFreeMail(domain);
  const { own, forwarded } = divide(mail.text);
  const signature = readSignature(own, local);
  const shown = oneLine(from?.name ?? '');
  const name = shown && !shown.includes('@') ? shown : oneLine(signature.name ?? '');
  const written = divide(text).own;
  // Who studies somewhere does not ask for it.
  const introduced =
    signature.organisation || signature.kind === 'individual' ? undefined : introducedOrganisation(written);
  const called = signature.kind ? undefined : ownKind(written);
  const kind = signature.kind ?? kindOf(introduced ?? '') ?? called?.kind;
  const organisation = oneLine(signature.organisation ?? introduced ?? '') || (free ? '' : registeredDomain(domain));
  const subject = mail.subject.slice(0, longestSubject);
  const { written: spoken, language: theirs } = findLanguage([written, `${subject}. ${written}`]);
  const place = findCountry({
    domain: free ? '' : domain,
    signature: signature.signing.join('\n'),
    end: signature.lines.join('\n'),
    text: `${subject}\n${own}\n${forwarded}`,
  });
  const near = place && place.country !== 'CA' ? undefined : inQuebec(free ? '' : domain, signature.lines.join('\n'));
  const frenchOnly = near ? `demandeur au Québec (${near})` : frenchState(kind, place?.country);
  const language = frenchOnly ? 'fr' : theirs;
  const passedOn = forwardedFor(forwarded, address);
  const signing = new Set(signature.signing);
  // What a person is called there is nothing that is asked for.
  const told = written
    .split('\n')
    .filter((line) => !signing.has(line.trim()))
    .join('\n');
  const said = passedOn ? `${told}\n${withoutMark(forwarded)}` : told;
  const hints = hintedPoints(said, year);
  const ofThem = signature.organisation ? 'signature' : introduced ? 'texte' : `domaine ${domain}`;
  const signed = signature.name !== undefined && plain(signature.name) === plain(name);
  const findings: (Finding | undefined)[] = [
    name
      ? found(
          'person',
          name,
          shown === name ? (signed ? 'nom de l’expéditeur; signature' : 'nom de l’expéditeur') : 'signature',
          signed && shown === name ? 'sure' : 'likely',
        )
      : undefined,
    signature.role ? found('role', oneLine(signature.role), 'signature', 'likely') : undefined,
    organisation
      ? found('organisation', organisation, ofThem, signature.organisation || introduced ? 'likely' : 'possible')
      : undefined,
    kind ? ofKind(kind, signature.kind, kindOf(introduced ?? ''), called?.words) : undefined,
    free ? found('freeMail', domain, `adresse ${address}`, 'sure') : undefined,
    ...(place ? ofPlace(place) : []),
    spoken ? ofLanguage(spoken, theirs, frenchOnly, written) : undefined,
    ...mail.replyTo
      .filter((reply) => reply.address !== address)
      .slice(0, mostReplies)
      .map((reply) => found('replyTo', reply.address, domainChanges(reply.address, domain), 'sure')),
    passedOn,
    passedOn ? languageOfForward(forwarded) : undefined,
    ...alike(mail, { address, domain: free ? '' : registeredDomain(domain) }, earlier),
    ...needsOf(`${subject}\n${said}`).map(({ name: need, words }) =>
      found('need', need, `«\u00A0${words}\u00A0»`, 'possible'),
    ),
    ...fieldsOf(`${subject}\n${said}`).map(({ name: field, words }) =>
      found('field', field, `«\u00A0${words}\u00A0»`, 'possible'),
    ),
    // One sentence may say something else; several that speak of a point hardly do.
    ...hints.map(({ point, quote, more }) =>
      found('point', pointTitles.fr[point].title, `«\u00A0${oneLine(quote)}\u00A0»`, more > 0 ? 'likely' : 'possible'),
    ),
    ...cautionsOf({
      text: said,
      // Of who passes it on, the kind says nothing of who asks.
      requesterKind: passedOn ? undefined : kind,
      country: place?.country,
      agreement: hints.some(({ point }) => point === 'agreementType'),
    }),
  ];
  const requester: Requester = {
    name,
    address,
    ...(organisation && { organisation }),
    // Of who passes it on, the kind says nothing of who asks.
    ...(kind && !passedOn && { kind }),
    ...(place && { country: place.country, timeZone: place.timeZone }),
  };
  const made = findings.filter((finding) => finding !== undefined);
  return { requester, language, findings: made, hints };
}

const longestSubject = 500;
const mostAlike = 10;
const mostReplies = 5;

const french = {
  region: new Intl.DisplayNames('fr', { type: 'region' }),
  language: new Intl.DisplayNames('fr', { type: 'language' }),
};

function found(kind: string, value: string, evidence: string, confidence: Confidence): Finding {
  return { kind, value, evidence, confidence };
}

function ofPlace({
  country,
  timeZone,
  evidence,
  zoneEvidence,
  confidence,
}: NonNullable<ReturnType<typeof findCountry>>): Finding[] {
  const known = countries.get(country);
  const capital = known?.severalZones && known.timeZone === timeZone && !zoneEvidence;
  return [
    found('country', french.region.of(country) ?? country, evidence, confidence),
    capital
      ? found('timeZone', timeZone, 'capitale; le pays a plusieurs fuseaux, à vérifier', 'possible')
      : found('timeZone', timeZone, zoneEvidence ?? evidence, confidence),
  ];
}

/** @param called - Words that call the sender's house one of that kind, when nothing else does. */
function ofKind(kind: string, signed?: string, introduced?: string, called?: string): Finding {
  if (signed) return found('requesterKind', kind, 'signature', 'likely');
  return introduced
    ? found('requesterKind', kind, 'texte', 'likely')
    : found('requesterKind', kind, `texte\u00A0: «\u00A0${called}\u00A0»`, 'possible');
}

/** Who asks is answered in the language of the request, not in that of who passed it on. */
function languageOfForward(forwarded: string): Finding | undefined {
  const { language, written } = findLanguage([forwarded]);
  return written ? found('forwardedLanguage', language, 'texte transmis', 'likely') : undefined;
}

/** @param frenchOnly - Why the answer is in French alone. */
function ofLanguage(written: string, answered: Language, frenchOnly: string | undefined, text: string): Finding {
  const both = written === answered ? 'texte' : 'texte; réponse en français et en anglais';
  const evidence = frenchOnly && written !== 'fr' ? `texte; réponse en français seulement\u00A0: ${frenchOnly}` : both;
  const long = (text.match(/\p{L}+/gu) ?? []).length >= fewWords;
  return found('language', french.language.of(written) ?? written, evidence, long ? 'sure' : 'likely');
}

/** Charter of the French language: a State whose official language is French gets no version in another. */
function frenchState(kind: string | undefined, country: string | undefined): string | undefined {
  const official = (kind === 'government' || kind === 'public-agency') && countries.get(country ?? '')?.officialFrench;
  return official ? 'le français est une langue officielle de cet État' : undefined;
}

/** Below so many words a language is told less surely. */
const fewWords = 12;

function domainChanges(replyTo: string, domain: string): string {
  const other = split(replyTo).domain;
  return other === domain ? 'Reply-To, même domaine' : `Reply-To, autre domaine que ${domain}\u00A0: à vérifier`;
}

/** Somebody passes on another's request: whom it is for is for staff to say. */
function forwardedFor(forwarded: string, sender: string): Finding | undefined {
  const addresses = forwarded.match(/(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}/g) ?? [];
  const other = addresses.map((address) => address.toLowerCase()).find((address) => address !== sender);
  return other ? found('forwardedFor', other, `transmis par ${sender}`, 'likely') : undefined;
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

/** Strangers' words on one line, without control and invisible characters. */
function oneLine(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim()
    .slice(0, 200);
}
