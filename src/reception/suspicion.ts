import type { Mail } from '../mail/mail.ts';
import { verdictOf } from '../mail/verdict.ts';
import { plain } from '../model/plain.ts';
import type { Policy } from '../model/policy.ts';
import { registrable, split } from './domain.ts';
import { isFreeMail } from './free-mail.ts';
import { likeness, shownAddress } from './imitation.ts';
import { type KnownDomain, lookAlike } from './look-alike.ts';

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
  const doubts: Doubt[] = [];
  const doubt = (kind: Doubt['kind'], why: string) => doubts.push({ kind, why });

  if (verdictOf(mail, policy) === 'fail')
    doubt('dmarc', `Le serveur de courriel n’a pas pu authentifier l’expéditeur (DMARC) : ${from.address}.`);
  const alike = isFreeMail(domain) ? undefined : lookAlike(domain, knownDomains(policy, correspondent));
  if (alike) doubt('domain', `Le domaine ${domain} imite ${alike.of} (${alike.how}).`);
  const like = likeness(from, policy);
  if (like?.poses) doubt('name', like.why);
  const shown = shownAddress(from, policy);
  if (shown) doubt('name', `Le nom affiché montre l’adresse ${shown}, mais le courriel vient de ${from.address}.`);
  const away = mail.replyTo.find(({ address }) => repliesElsewhere(address, domain, policy));
  if (away)
    doubt('reply-to', `La réponse est demandée à ${away.address}, hors du domaine de l’expéditeur (${domain}).`);
  if (isFreeMail(domain) && looksLikeSwindle(`${mail.subject}\n${text}`))
    doubt(
      'swindle',
      'D’une messagerie gratuite, on demande vos coordonnées bancaires ou, au nom d’une autorité, des lettres d’invitation.',
    );
  return doubts;
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

/** A form on our own site writes in the visitor's name: that is no trick. */
function repliesElsewhere(replyTo: string, domain: string, { institute }: Policy): boolean {
  if (!replyTo.includes('@')) return false;
  const asked = registrable(split(replyTo).domain);
  const house = registrable(split(institute.address).domain);
  const written = registrable(domain);
  return asked !== written && asked !== house && written !== house;
}

const account =
  "(?:bank(?:ing)? (?:details|coordinates|information|accounts?)|account (?:details|numbers?|information)|passport (?:copy|copies|number)|coordonnees bancaires|releves? d'identite bancaire|rib|iban|(?:numeros? de )?comptes? bancaires?|numeros? de compte|copie de (?:votre )?passeport|datos bancarios|(?:numeros? de )?cuentas? bancarias?|numeros? de cuenta)";
const visas =
  "(?:invitation letters?|letters? of invitation|lettres? d'invitation|cartas? de invitacion)\\b[^.]{0,80}\\bvisas?";
const asksFor = new RegExp(`\\b(?:${account}|${visas})\\b`);
/** What is the house's own, and no authority would need. */
const asksForOurs = new RegExp(`\\b(?:your|vos|votre|sus|su) (?:\\w+ ){0,2}${account}\\b`);
const inTheNameOf =
  /\b(?:honou?rable|his excellency|her excellency|son excellence|minist(?:er|re|ro|ry|ere|erio)|president|governor|gouverneur|gobernador)\b/;

function looksLikeSwindle(words: string): boolean {
  const read = plain(words.slice(0, 20_000)).replace(/\s+/g, ' ');
  return asksForOurs.test(read) || (asksFor.test(read) && inTheNameOf.test(read));
}
