import { z } from 'zod';
import { dateInWords } from '../model/date-format.ts';
import type { EventOf } from '../model/events.ts';
import type { Letter } from '../model/letter.ts';
import { lettersIn, network, reachable } from '../model/network.ts';
import type { Contact, Partner } from '../model/partner.ts';
import type { Language } from '../model/request.ts';
import { localTime } from '../model/zones.ts';
import { commandButtons } from './buttons.ts';
import { type Done, defineOfficeCommand, type Refused, type Situation } from './command.ts';
import { fold } from './grammar.ts';
import { card, changesBy, fieldsIn, idFor, languageWords, lettersAre, list } from './partner-forms.ts';

const idShape = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** « cegep-x adresse a@b.example Anne Côté » → what is to be done, to whom, and the rest of the words. */
interface Wish {
  id: string;
  address: string | undefined;
  /** What follows, without the address. */
  rest: string;
}

type Verb = (wish: Wish, partner: Partner | undefined, situation: Situation) => Done | Refused;

export const partenaire = defineOfficeCommand({
  names: ['partenaire', 'partner'],
  level: 'X',
  usage: '#partenaire identifiant remplaçant adresse@cegep.example Prénom Nom',
  forms: ({ person }) => [{ usage: '#partenaire', label: 'Voir le réseau des partenaires' }, ...changesBy(person)],
  summary:
    'Sans mot : la liste, où chaque partenaire a son bouton. Ou bien « identifiant adresse … » (première personne-ressource), « remplaçant … » (autre personne), « ajouter … Nom », « consentement adresse oui|non, source », « langue adresse français|anglais|espagnol », « retirer motif ».',
  args: z.string(),
  plan: (situation, words) => {
    const [name = '', verb = '', ...others] = words.split(/\s+/);
    if (!name) return list(situation);
    const { register, policy, person } = situation;
    const joins = fold(name) === 'ajouter' && verb === '';
    const given = verb === '' && !joins ? {} : fieldsIn(situation.body);
    const id = joins ? idFor(given.house ?? '') : name.toLowerCase();
    const partner = network(register, policy).find((known) => known.id === id);
    if (verb === '' && !joins && partner) return card(partner, situation);
    if (!person.roles.includes('approver'))
      return { refused: 'Seule une personne de la direction (rôle « approver ») peut changer le réseau.' };
    const wanted = verbs[joins ? 'ajouter' : fold(verb)];
    if (joins && !id)
      return {
        refused: 'Le corps doit nommer l’établissement : « Établissement : … », puis « Courriel : … ».',
        buttons: commandButtons(changesBy(person), undefined, policy),
      };
    if (!wanted || !idShape.test(id))
      return {
        refused: `« ${words} » n’est pas compris : choisissez ce qui doit changer.`,
        buttons: commandButtons([{ usage: '#partenaire', label: 'Voir le réseau des partenaires' }], undefined, policy),
      };
    const inWords = others
      .map((word) => word.replace(/^[<(]|[>),;]$/g, '').toLowerCase())
      .find((word) => isAddress.test(word));
    const inBody = given.address?.replace(/^.*<|>.*$/g, '').toLowerCase();
    if (inWords === undefined && inBody !== undefined && !isAddress.test(inBody))
      return { refused: `« ${given.address} » n’est pas une adresse de courriel.` };
    const address = inWords ?? inBody;
    const told = [given.house, given.name, given.why].filter((each) => each !== undefined);
    const rest = [...others.filter((word) => !word.includes('@')), ...told].join(' ');
    const obstacle = naming.has(wanted) ? taken(id, address, situation) : undefined;
    return obstacle ? { refused: obstacle } : wanted({ id, address, rest }, partner, situation);
  },
});

const verbs: Readonly<Record<string, Verb>> = {
  adresse: ({ id, address, rest }, partner, { register }) => {
    if (!partner) return { refused: `« ${id} » n’est pas du réseau.` };
    if (!address) return { refused: 'L’adresse de courriel manque.' };
    const contact = { name: rest || partner.name, address };
    const [before] = partner.contacts;
    if (before.address === address && !register.optedOut.has(address))
      return { refused: 'C’est déjà l’adresse de cet établissement.' };
    const asked: Letter = {
      name: 'contact-confirm',
      data: { name: rest, partner: partner.name },
      to: contact,
      languages: lettersIn(register, id, address),
      partner: id,
      thread: [],
      automatic: true,
    };
    return {
      events: [{ kind: 'contact-proposed', partner: id, contact }],
      letters: [asked],
      lines: [{ what: partner.name, before: before.address, after: `${address}, dès qu’elle aura confirmé` }],
    };
  },

  remplacant: ({ id, address, rest }, partner, { register }) => {
    if (!partner) return { refused: `« ${id} » n’est pas du réseau.` };
    if (!address) return { refused: 'L’adresse de courriel manque.' };
    if (register.optedOut.has(address))
      return {
        refused: `${address} a demandé de ne plus rien recevoir : « #partenaire ${id} adresse ${address} » lui redemande son accord.`,
      };
    const known = partner.contacts.find((contact) => contact.address === address);
    const contact = { ...known, name: rest || known?.name || partner.name, address };
    const [first, ...others] = partner.contacts;
    // Whom letters no longer reach makes room: the substitute is written to from now on.
    const contacts: Partner['contacts'] =
      reachable(partner, register) !== undefined && first.address !== address
        ? [first, ...[...others.filter(differs(contact)), contact]]
        : [contact, ...[first, ...others].filter(differs(contact))];
    return changed({ ...partner, contacts }, 'contact named', address, {
      what: partner.name,
      before: named(partner.contacts),
      after: named(contacts),
    });
  },

  ajouter: ({ id, address, rest }, partner, { register, policy }) => {
    if (partner) return { refused: `« ${id} » est déjà du réseau : ${partner.name}.` };
    if (!address || !rest)
      return { refused: 'Écrivez « #partenaire identifiant ajouter adresse@cegep.example Nom de l’établissement ».' };
    const added = changed({ id, name: rest, contacts: [{ name: rest, address }] }, 'ajouté au réseau', address, {
      what: rest,
      before: '—',
      after: address,
    });
    if (!register.optedOut.has(address)) return added;
    const asking = { usage: `#partenaire ${id} adresse ${address}`, label: 'Lui redemander son accord' };
    return {
      ...added,
      text: `${address} a demandé de ne plus rien recevoir, et rien ne lui est envoyé d’ici à ce que la personne donne de nouveau son accord, ou qu’une autre soit nommée.`,
      buttons: commandButtons([asking], undefined, policy),
    };
  },

  /** Whether a contact lets name and address be passed on to requesters. */
  consentement: ({ id, address, rest }, partner, { now, policy }) => {
    if (!partner) return { refused: `« ${id} » n’est pas du réseau.` };
    const contact = partner.contacts.find((known) => known.address === address);
    if (!contact)
      return {
        refused: `Nommez une adresse de ${partner.name} : ${partner.contacts.map((one) => one.address).join(', ')}.`,
      };
    const [, answer = '', source = ''] = /^(oui|non)\b[\s,:;–—-]*(.*)$/iu.exec(rest) ?? [];
    if (!answer || !source)
      return {
        refused: `Dites oui ou non, et d’où vous le savez : « #partenaire ${id} consentement ${address} oui, courriel du 3 mai ».`,
      };
    const date = localTime(now, policy.timeZone).toPlainDate().toString();
    const { consent: before, ...rests } = contact;
    const after: Contact = /^oui$/i.test(answer) ? { ...rests, consent: { date, source } } : rests;
    const [first, ...others] = partner.contacts.map((known) => (known === contact ? after : known));
    if (!first) throw new Error(`cannot find the contacts of ${id}`);
    // That it may be passed on does not say that letters reach it.
    return changed({ ...partner, contacts: [first, ...others] }, 'consent recorded', undefined, {
      what: `${partner.name}, ${contact.address} : coordonnées transmises aux demandeurs`,
      before: before ? `oui (${dateInWords(before.date)}, ${before.source})` : 'non',
      after: `${answer.toLowerCase()} (${source})`,
    });
  },

  /** What follows the French in letters about the contact's own address and answers. */
  langue: ({ id, address, rest }, partner, { register, policy }) => {
    if (!partner) return { refused: `« ${id} » n’est pas du réseau.` };
    const { address: first } = reachable(partner, register) ?? partner.contacts[0];
    const contact = address === undefined ? first : address;
    if (!partner.contacts.some((known) => known.address === contact))
      return {
        refused: `Nommez une adresse de ${partner.name} : ${partner.contacts.map((one) => one.address).join(', ')}.`,
      };
    const language = languageNamed.get(fold(rest));
    if (!language)
      return { refused: `Dites français, anglais ou espagnol : « #partenaire ${id} langue ${contact} anglais ».` };
    const now = register.partners.get(id)?.languages?.[contact] ?? 'fr';
    if (now === language) return { refused: `Les lettres à ${contact} sont déjà ${lettersAre[language]}.` };
    const back = {
      usage: `#partenaire ${id} langue ${contact} ${languageWords[now]}`,
      label: 'Revenir à la langue d’avant',
    };
    return {
      events: [{ kind: 'contact-language', partner: id, address: contact, language }],
      lines: [{ what: `${partner.name}, lettres à ${contact}`, before: lettersAre[now], after: lettersAre[language] }],
      text: 'Le bulletin, les rappels et les résultats restent en français, les mêmes pour tous les partenaires. La version de courtoisie suit le français dans les lettres qui portent sur cette adresse et sur ses réponses.',
      buttons: commandButtons([back], undefined, policy),
    };
  },

  retirer: ({ id, rest }, partner) => {
    if (!partner) return { refused: `« ${id} » n’est pas du réseau.` };
    if (!rest) return { refused: `Le motif manque : « #partenaire ${id} retirer motif ».` };
    return {
      events: [{ kind: 'partner-left', partner: id, why: rest }],
      lines: [{ what: partner.name, before: 'membre du réseau', after: `retiré (${rest})` }],
    };
  },
};

const languageNamed: ReadonlyMap<string, Language> = new Map([
  ['francais', 'fr'],
  ['french', 'fr'],
  ['fr', 'fr'],
  ['anglais', 'en'],
  ['english', 'en'],
  ['en', 'en'],
  ['espagnol', 'es'],
  ['spanish', 'es'],
  ['espanol', 'es'],
  ['es', 'es'],
]);

const isAddress = /^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/;

function changed(
  { id, name, contacts: [first, ...others] }: Partner,
  why: string,
  address: string | undefined,
  line: Done['lines'][number],
): Done {
  const event: EventOf<'partner-changed'> = {
    kind: 'partner-changed',
    partner: { id, name, contacts: [first, ...others] },
    ...(address !== undefined && { address }),
    why,
  };
  return { events: [event], lines: [line] };
}

const differs = (contact: Contact) => (other: Contact) => other.address !== contact.address;

function named(all: readonly Contact[]): string {
  return all.map((contact) => `${contact.name} <${contact.address}>`).join(', ');
}

/** Those by which an institution comes to another address. */
const naming: ReadonlySet<Verb | undefined> = new Set([verbs.adresse, verbs.remplacant, verbs.ajouter]);

/** An address answers for one institution; our own and staff's for none. */
function taken(id: string, address: string | undefined, { register, policy }: Situation): string | undefined {
  const other = network(register, policy).find(
    (known) => known.id !== id && known.contacts.some((contact) => contact.address === address),
  );
  if (other)
    return `${address} est déjà une adresse de ${other.name} (« ${other.id} »). Une adresse ne répond que pour un établissement.`;
  const { institute, staff } = policy;
  if ([institute.address, ...institute.aliases].includes(address ?? ''))
    return `${address} est l’adresse du greffier lui-même.`;
  const colleague = staff.find((person) => person.address === address);
  return colleague && `${address} est l’adresse de ${colleague.name}, de l’équipe.`;
}
