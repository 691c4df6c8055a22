import { dateInWords } from '../model/date-format.ts';
import type { Button } from '../model/letter-parts.ts';
import { network, reachable } from '../model/network.ts';
import type { Contact, Partner, Staff } from '../model/partner.ts';
import type { Policy } from '../model/policy.ts';
import { type Language, languages } from '../model/request.ts';
import { localTime } from '../model/zones.ts';
import { commandButtons } from './buttons.ts';
import type { Done, Form, Situation } from './command.ts';
import { fold } from './grammar.ts';

export const languageWords: Readonly<Record<Language, string>> = { fr: 'français', en: 'anglais', es: 'espagnol' };

export const lettersAre: Readonly<Record<Language, string>> = {
  fr: 'en français seulement',
  en: 'en français, puis en anglais',
  es: 'en français, puis en espagnol',
};

/** Who comes new to the network is named in the body. */
const joining: Form = {
  usage: '#partenaire ajouter',
  label: 'Ajouter un partenaire (dans le corps)',
  body: 'Établissement : \nCourriel : \n',
  open: true,
};

export function changesBy({ roles }: Staff): Form[] {
  return roles.includes('approver') ? [joining] : [];
}

/** What a form in the body says, a line each. */
export function fieldsIn(body: string): { house?: string; address?: string; name?: string; why?: string } {
  const said = (label: string) =>
    new RegExp(`^[ \\t>]*${label}[ \\t\\u00A0]*:[ \\t\\u00A0]*(\\S.*)$`, 'imu').exec(body)?.[1]?.trim();
  const fields = {
    house: said('[ée]tablissement'),
    address: said('(?:courriel|adresse)'),
    name: said('nom'),
    why: said('(?:motif|source)'),
  };
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

/** « Collège X de l’Abitibi » → « college-x-de-l-abitibi » */
export function idFor(house: string): string {
  return fold(house)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

/** The whole network, and a button for each that may be changed. */
export function list({ register, policy, person }: Situation): Done {
  const all = network(register, policy);
  const forms = person.roles.includes('approver')
    ? all.map(({ id, name }): Form => ({ usage: `#partenaire ${id}`, label: `Modifier\u00A0: ${name}` }))
    : [];
  return {
    events: [],
    lines: [],
    title: 'Réseau des partenaires',
    text: all.flatMap((partner) => linesOf(partner, { register, policy })).join('\n'),
    buttons: quiet([...changesBy(person), ...forms], policy),
  };
}

/** One of the network, with each thing that may be changed of it as a button. */
export function card(partner: Partner, { register, policy, person }: Situation): Done {
  const { languages: chosen = {} } = register.partners.get(partner.id) ?? {};
  const forms = partner.contacts.flatMap((contact) =>
    contactForms(partner.id, contact, chosen[contact.address] ?? 'fr'),
  );
  return {
    events: [],
    lines: [],
    title: `Partenaire\u00A0: ${partner.name}`,
    text: linesOf(partner, { register, policy }).join('\n'),
    buttons: person.roles.includes('approver') ? quiet([...houseForms(partner.id), ...forms], policy) : [],
  };
}

function houseForms(id: string): Form[] {
  const whom = 'Courriel : \nNom : \n';
  return [
    {
      usage: `#partenaire ${id} remplaçant`,
      label: 'Nommer une autre personne-ressource (dans le corps)',
      body: whom,
      open: true,
    },
    {
      usage: `#partenaire ${id} adresse`,
      label: 'Changer la première personne-ressource, qui doit confirmer (dans le corps)',
      body: whom,
      open: true,
    },
    {
      usage: `#partenaire ${id} retirer`,
      label: 'Retirer ce partenaire du réseau (dans le corps)',
      body: 'Motif : \n',
      open: true,
    },
  ];
}

function contactForms(id: string, { address, consent }: Contact, language: Language): Form[] {
  const others = languages.filter((each) => each !== language);
  return [
    consent
      ? {
          usage: `#partenaire ${id} consentement ${address} non`,
          label: `${address}\u00A0: ne plus transmettre les coordonnées aux demandeurs (dans le corps)`,
          body: 'Source : \n',
          open: true,
        }
      : {
          usage: `#partenaire ${id} consentement ${address} oui`,
          label: `${address}\u00A0: consent à ce que ses coordonnées soient transmises aux demandeurs (dans le corps)`,
          body: 'Source : \n',
          open: true,
        },
    ...others.map((each) => ({
      usage: `#partenaire ${id} langue ${address} ${languageWords[each]}`,
      label: `${address}\u00A0: lettres ${lettersAre[each]}`,
    })),
  ];
}

function linesOf(partner: Partner, { register, policy }: Pick<Situation, 'register' | 'policy'>): string[] {
  const day = (at: string) => dateInWords(localTime(new Date(at), policy.timeZone).toPlainDate().toString());
  const { failed = {}, languages: chosen = {} } = register.partners.get(partner.id) ?? {};
  const contact = reachable(partner, register);
  const notes = partner.contacts.flatMap(({ address, consent }) => {
    const [failure, left, language = 'fr'] = [failed[address], register.optedOut.get(address), chosen[address]];
    return [
      ...(consent ? [`  ${address} : coordonnées transmises (${dateInWords(consent.date)}, ${consent.source})`] : []),
      ...(language === 'fr' ? [] : [`  ${address} : lettres ${lettersAre[language]}`]),
      ...(failure ? [`  ${address} : en échec depuis le ${day(failure.at)} (${failure.why})`] : []),
      ...(left
        ? [`  ${address} : ne veut plus rien recevoir depuis le ${day(left.at)} (courriel ${left.mail.slice(0, 12)})`]
        : []),
    ];
  });
  return [
    `${partner.id} · ${partner.name} · ${contact ? contact.address : 'EN ROUGE : aucune adresse valable'}`,
    ...notes,
  ];
}

function quiet(forms: readonly Form[], policy: Policy): Button[] {
  return commandButtons(forms, undefined, policy).map((button) => ({ ...button, quiet: true as const }));
}
