import { parse } from 'tldts';
import type { Mail } from '../mail/mail.ts';
import { verdictOf } from '../mail/verdict.ts';
import { plain } from '../model/plain.ts';
import type { Policy } from '../model/policy.ts';
import { isFreeMail } from './free-mail.ts';
import { type KnownDomain, lookAlike, skeleton } from './look-alike.ts';

/** A reason not to trust who a mail says it is from. */
export interface Doubt {
  kind: 'dmarc' | 'domain' | 'name' | 'reply-to' | 'swindle';
  /** In French, for staff. */
  why: string;
}

/**
 * Why the mail may not be from whom it seems: all reasons, none for most mails. It is entered all the same, and not
 * answered: staff looks first.
 * @param text - What the sender wrote.
 * @param correspondent - The domain of the requester whose thread the mail is in.
 */
export function doubtsAbout(mail: Mail, text: string, policy: Policy, correspondent?: string): Doubt[] {
  const [from] = mail.from;
  if (!from?.address.includes('@')) return [];
  const { domain } = split(from.address);
  const people = knownPeople(policy);
  const doubts: Doubt[] = [];
  const doubt = (kind: Doubt['kind'], why: string) => doubts.push({ kind, why });

  if (verdictOf(mail, policy) === 'fail')
    doubt('dmarc', `Le serveur de courriel n’a pas pu authentifier l’expéditeur (DMARC) : ${from.address}.`);
  const alike = isFreeMail(domain) ? undefined : lookAlike(domain, knownDomains(policy, correspondent));
  if (alike) doubt('domain', `Le domaine ${domain} imite ${alike.of} (${alike.how}).`);
  const posesAs = people.find(
    (person) => sameName(from.name, person.name) && registrable(split(person.address).domain) !== registrable(domain),
  );
  if (posesAs) doubt('name', `Le nom affiché est celui de ${posesAs.name}, mais l’adresse est ${from.address}.`);
  const shown = addressIn(from.name);
  if (shown && shown !== from.address && people.some(({ address }) => address === shown))
    doubt('name', `Le nom affiché montre l’adresse ${shown}, mais le courriel vient de ${from.address}.`);
  const away = mail.replyTo.find(({ address }) => repliesElsewhere(address, domain, policy));
  if (away)
    doubt('reply-to', `La réponse est demandée à ${away.address}, hors du domaine de l’expéditeur (${domain}).`);
  if (isFreeMail(domain) && looksLikeSwindle(`${mail.subject}\n${text}`))
    doubt(
      'swindle',
      'D’une messagerie gratuite, au nom d’une autorité, on demande des coordonnées bancaires ou des lettres d’invitation.',
    );
  return doubts;
}

/** Everybody whose name would be believed: staff, the house itself, partners and their contacts. */
function knownPeople({ institute, staff, partners }: Policy): { name: string; address: string }[] {
  return [
    ...staff,
    { name: institute.name, address: institute.address },
    ...partners.flatMap(({ name, contacts }) => [
      ...contacts.map((contact) => ({ name, address: contact.address })),
      ...contacts,
    ]),
  ];
}

function knownDomains({ institute, staff, partners }: Policy, correspondent: string | undefined): KnownDomain[] {
  const house = [institute.address, ...institute.aliases, ...staff.map(({ address }) => address)];
  const network = partners.flatMap(({ contacts }) => contacts.map(({ address }) => address));
  return [
    ...house.map((address) => ({ domain: split(address).domain, shortest: 4 })),
    ...network.map((address) => ({ domain: split(address).domain, shortest: 6 })),
    ...(correspondent ? [{ domain: correspondent, shortest: 6 }] : []),
  ].filter(({ domain }) => domain && !isFreeMail(domain));
}

/** In whatever order, case, alphabet and punctuation: « TREMBLAY, Marie », « Mаrie Tremblay » with a Cyrillic а. */
function sameName(shown: string, known: string): boolean {
  const words = nameWords(known);
  return words.length > 1 && words.join(' ') === nameWords(shown.replace(/[(<].*$/s, '')).join(' ');
}

function nameWords(name: string): string[] {
  return skeleton(name.slice(0, 200))
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .sort();
}

function addressIn(name: string): string | undefined {
  return /[^\s<>"'(),;:]{1,64}@[^\s<>"'(),;:@]{1,190}/.exec(name.slice(0, 500))?.[0].toLowerCase();
}

/** A form on our own site writes in the visitor's name: that is no trick. */
function repliesElsewhere(replyTo: string, domain: string, { institute }: Policy): boolean {
  if (!replyTo.includes('@')) return false;
  const asked = registrable(split(replyTo).domain);
  const house = registrable(split(institute.address).domain);
  const written = registrable(domain);
  return asked !== written && asked !== house && written !== house;
}

const asksFor =
  /\b(?:coordonnees bancaires|releve d'identite bancaire|bank(?:ing)? (?:details|coordinates|account)|account number|datos bancarios|numero de cuenta|(?:invitation letters?|letters? of invitation)\b[^.]{0,80}\bvisas?|lettres? d'invitation\b[^.]{0,80}\bvisas?|cartas? de invitacion\b[^.]{0,80}\bvisas?)/;
const inTheNameOf =
  /\b(?:honou?rable|his excellency|her excellency|son excellence|minist(?:er|re|ro|ry|ere|erio)|president|governor|gouverneur|gobernador)\b/;

function looksLikeSwindle(words: string): boolean {
  const read = plain(words.slice(0, 20_000)).replace(/\s+/g, ' ');
  return asksFor.test(read) && inTheNameOf.test(read);
}

function split(address: string): { local: string; domain: string } {
  const at = address.lastIndexOf('@');
  return { local: address.slice(0, Math.max(at, 0)), domain: address.slice(at + 1) };
}

function registrable(domain: string): string {
  return parse(domain, { validateHostname: false }).domain ?? domain;
}
