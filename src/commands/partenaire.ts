import { z } from 'zod';
import type { EventOf } from '../model/events.ts';
import type { Letter } from '../model/letter.ts';
import { network, reachable } from '../model/network.ts';
import type { Contact, Partner } from '../model/partner.ts';
import { type Done, defineOfficeCommand, type Refused, type Situation } from './command.ts';
import { fold } from './grammar.ts';

const idShape = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** « cegep-x adresse a@b.ca Anne Côté » → what is to be done, to whom, and the rest of the words. */
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
  usage: '#partenaire identifiant remplaçant adresse@exemple.ca Prénom Nom',
  label: 'Changer un partenaire',
  summary:
    'Sans mot : la liste. Puis « identifiant adresse … » (première personne-ressource), « remplaçant … » (autre personne), « ajouter … Nom », « retirer motif ».',
  args: z.string(),
  plan: (situation, words) => {
    const [id = '', verb = '', ...others] = words.split(/\s+/);
    if (!id) return list(situation);
    if (!situation.person.roles.includes('approver'))
      return { refused: 'Seule une personne de la direction (rôle « approver ») peut changer le réseau.' };
    const wanted = verbs[fold(verb)];
    if (!wanted || !idShape.test(id))
      return { refused: 'Écrivez « #partenaire identifiant » suivi de adresse, remplaçant, ajouter ou retirer.' };
    const address = others
      .map((word) => word.replace(/^[<(]|[>),;]$/g, '').toLowerCase())
      .find((word) => /^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/.test(word));
    const rest = others.filter((word) => !word.includes('@')).join(' ');
    const partner = network(situation.register, situation.policy).find((known) => known.id === id);
    return wanted({ id, address, rest }, partner, situation);
  },
});

const verbs: Readonly<Record<string, Verb>> = {
  adresse: ({ id, address, rest }, partner) => {
    if (!partner) return { refused: `« ${id} » n’est pas du réseau.` };
    if (!address) return { refused: 'L’adresse de courriel manque.' };
    const contact = { name: rest || partner.name, address };
    const [before] = partner.contacts;
    if (before.address === address) return { refused: 'C’est déjà l’adresse de cet établissement.' };
    const asked: Letter = {
      name: 'contact-confirm',
      data: { name: contact.name, partner: partner.name },
      to: contact,
      languages: ['fr'],
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

  remplacant: (wish, partner, { register }) =>
    withContact(wish, partner, (contact, [first, ...others]) => {
      // Whom letters no longer reach makes room: the substitute is written to from now on.
      const standing = partner && reachable(partner, register) !== undefined;
      const rest = [first, ...others].filter(differs(contact));
      return standing ? [first, ...[...others, contact].filter(differs(first))] : [contact, ...rest];
    }),

  ajouter: ({ id, address, rest }, partner) => {
    if (partner) return { refused: `« ${id} » est déjà du réseau : ${partner.name}.` };
    if (!address || !rest)
      return { refused: 'Écrivez « #partenaire identifiant ajouter adresse@exemple.ca Nom de l’établissement ».' };
    return changed({ id, name: rest, contacts: [{ name: rest, address }] }, 'ajouté au réseau', {
      what: rest,
      before: '—',
      after: address,
    });
  },

  retirer: ({ id, rest }, partner) => {
    if (!partner) return { refused: `« ${id} » n’est pas du réseau.` };
    if (!rest) return { refused: 'Le motif manque : « #partenaire identifiant retirer motif ».' };
    return {
      events: [{ kind: 'partner-left', partner: id, why: rest }],
      lines: [{ what: partner.name, before: 'membre du réseau', after: `retiré (${rest})` }],
    };
  },
};

function withContact(
  { id, address, rest }: Wish,
  partner: Partner | undefined,
  arrange: (contact: Contact, contacts: Partner['contacts']) => [Contact, ...Contact[]],
): Done | Refused {
  if (!partner) return { refused: `« ${id} » n’est pas du réseau.` };
  if (!address) return { refused: 'L’adresse de courriel manque.' };
  const contacts = arrange({ name: rest || partner.name, address }, partner.contacts);
  const words = (all: readonly Contact[]) => all.map((contact) => `${contact.name} <${contact.address}>`).join(', ');
  return changed({ ...partner, contacts }, 'contact named', {
    what: partner.name,
    before: words(partner.contacts),
    after: words(contacts),
  });
}

function changed({ id, name, contacts: [first, ...others] }: Partner, why: string, line: Done['lines'][number]): Done {
  const event: EventOf<'partner-changed'> = {
    kind: 'partner-changed',
    partner: { id, name, contacts: [first, ...others] },
    why,
  };
  return { events: [event], lines: [line] };
}

function list({ register, policy }: Situation): Done {
  const rows = network(register, policy).map((partner) => {
    const contact = reachable(partner, register);
    return `${partner.id} · ${partner.name} · ${contact ? contact.address : 'EN ROUGE : aucune adresse valable'}`;
  });
  return { events: [], lines: [], text: rows.join('\n') };
}

const differs = (contact: Contact) => (other: Contact) => other.address !== contact.address;
