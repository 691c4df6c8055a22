import { dateInWords } from './date-format.ts';
import type { Register } from './register.ts';
import type { Happening, HistoryLine, Request } from './request.ts';
import { approvalNames, categoryNames, outcomeNames, partstatNames, pointTitles, statusNames } from './wording.ts';

/** The history as people may read it: until the deadline nobody learns which partner answered. */
export function disclosed(
  { history, digest }: Pick<Request, 'history' | 'digest'>,
  { digests }: Pick<Register, 'digests'>,
): readonly HistoryLine[] {
  return digest !== undefined && !digests.get(digest)?.closed
    ? history.filter(({ kind }) => kind !== 'interest-recorded' && kind !== 'interest-confirmed')
    : history;
}

/** For staff in French, for the command line in English. */
type Tongue = 'fr' | 'en';
type Kind = Happening['kind'];
type Wording<K extends Kind> = (
  what: Extract<Happening, { kind: K }>,
  when: When,
  who: Who,
) => Readonly<Record<Tongue, string>>;
/** Writes an instant (ISO 8601) as the reader reads it. */
type When = (at: string) => string;
/** Names a person of the house or a partner, by the id. */
type Who = (id: string) => string;

/** A line of a request's history in words. */
export function told<K extends Kind>(
  what: Extract<Happening, { kind: K }>,
  tongue: Tongue,
  when: When,
  who: Who = String,
): string {
  const wording: Wording<K> = wordings[what.kind as K];
  return wording(what, when, who)[tongue];
}

const wordings: { readonly [K in Kind]: Wording<K> } = {
  'request-registered': ({ quarantined }) => ({
    fr: quarantined ? 'inscrite, en quarantaine' : 'inscrite au registre',
    en: quarantined ? 'registered, quarantined' : 'registered',
  }),
  'status-changed': ({ status, outcome }) => ({
    fr: outcome ? `${statusNames[status]}\u00A0: ${outcomeNames.fr[outcome]}` : statusNames[status],
    en: outcome ? `${status}: ${outcomeNames.en[outcome]}` : status,
  }),
  'officer-assigned': ({ officer }, _, who) => ({
    fr: `responsable\u00A0: ${who(officer)}`,
    en: `${who(officer)} in charge`,
  }),
  'request-held': ({ until, why }) => ({
    fr: until ? `en attente jusqu’au ${dateInWords(until)}\u00A0: ${why}` : 'fin de l’attente',
    en: until ? `held until ${until}: ${why}` : `goes on: ${why}`,
  }),
  'requester-set': ({ address }) => ({ fr: `demandeur\u00A0: ${address}`, en: `the requester is ${address}` }),
  'requester-corrected': () => ({ fr: 'demandeur corrigé', en: 'requester corrected' }),
  'requests-merged': (what) =>
    'into' in what
      ? { fr: `versée dans ${what.into}`, en: `merged into ${what.into}` }
      : { fr: `${what.from} versée dans cette demande`, en: `${what.from} merged into it` },
  'mail-split': ({ into }) => ({ fr: `un courriel sorti vers ${into}`, en: `a mail split off to ${into}` }),
  'point-answered': ({ point }) => ({
    fr: `précision reçue\u00A0: ${pointTitles.fr[point].title}`,
    en: `${point} answered`,
  }),
  'slots-offered': ({ numbers }) => ({
    fr: numbers.length === 1 ? `plage ${numbers[0]} proposée` : `plages ${numbers.join(', ')} proposées`,
    en: `${numbers.length === 1 ? 'slot' : 'slots'} ${numbers.join(', ')} offered`,
  }),
  'slot-chosen': ({ number }) => ({
    fr: `plage ${number} choisie, à confirmer`,
    en: `slot ${number} chosen, to be confirmed`,
  }),
  'slots-answered': ({ answer }) =>
    answer === 'unsure'
      ? { fr: 'réponse sur les plages, non comprise', en: 'an unclear answer about the slots' }
      : { fr: 'aucune plage ne convient au demandeur', en: 'no slot suits the requester' },
  'meeting-booked': ({ start }, when) => ({
    fr: `rencontre fixée\u00A0: ${when(start)}`,
    en: `meeting booked for ${when(start)}`,
  }),
  'meeting-moved': ({ start }, when) => ({
    fr: `rencontre déplacée\u00A0: ${when(start)}`,
    en: `meeting moved to ${when(start)}`,
  }),
  'meeting-cancelled': () => ({ fr: 'rencontre annulée', en: 'meeting cancelled' }),
  'meeting-held': () => ({ fr: 'rencontre tenue, selon l’agenda', en: 'meeting held, by the calendar' }),
  'meeting-answered': ({ attendee, partstat }) => ({
    fr: `invitation ${partstatNames[partstat] ?? partstat} par ${attendee}`,
    en: `${attendee} answered ${partstat}`,
  }),
  'meeting-countered': ({ attendee, start }, when) => ({
    fr: `${attendee} propose ${when(start)}`,
    en: `${attendee} proposed ${when(start)}`,
  }),
  'meeting-counter-declined': ({ attendee }) => ({
    fr: `date proposée par ${attendee} refusée`,
    en: `time proposed by ${attendee} declined`,
  }),
  'finding-added': () => ({ fr: 'recherche versée au dossier', en: 'finding added' }),
  'note-added': () => ({ fr: 'note versée au dossier', en: 'note added' }),
  'category-set': ({ category }) => ({
    fr: `catégorie\u00A0: ${categoryNames.fr[category]}`,
    en: `category ${category}`,
  }),
  released: ({ hash }) => ({ fr: `fiche libérée (${short(hash)})`, en: `released, notice ${short(hash)}` }),
  'approval-asked': ({ hash }) => ({
    fr: `bon à diffuser demandé (${short(hash)})`,
    en: `approval asked, ${short(hash)}`,
  }),
  'approval-answered': ({ answer }) => ({
    fr: `bon à diffuser\u00A0: ${approvalNames[answer]}`,
    en: `approval: ${answer}`,
  }),
  'notice-corrected': ({ hash }) => ({
    fr: `fiche corrigée (${short(hash)})`,
    en: `notice corrected, ${short(hash)}`,
  }),
  'release-withdrawn': () => ({ fr: 'libération retirée', en: 'release withdrawn' }),
  'contact-consent': ({ given }) => ({
    fr: given ? 'coordonnées : le demandeur consent' : 'coordonnées : consentement retiré',
    en: given ? 'contact may be shared' : 'contact may not be shared',
  }),
  'digest-planned': ({ category, digest }) => ({
    fr: `mise au bulletin à ${categoryNames.fr[category]}`,
    en: `in ${digest}`,
  }),
  'interest-recorded': ({ partner }, _, who) => ({
    fr: `réponse du partenaire ${who(partner)}`,
    en: `${who(partner)} answered`,
  }),
  'interest-confirmed': ({ partner }, _, who) => ({
    fr: `réponse confirmée par le partenaire ${who(partner)}`,
    en: `${who(partner)} confirmed its answer`,
  }),
  'command-run': ({ person, line, second }, _, who) => ({
    fr: `${who(person)} a exécuté ${line}${second ? `, avec l’accord de ${who(second)}` : ''}`,
    en: `${who(person)} ran ${line}${second ? `, confirmed by ${who(second)}` : ''}`,
  }),
  'command-undone': ({ line }) => ({ fr: `${line} annulée`, en: `${line} undone` }),
};

function short(hash: string): string {
  return hash.slice(0, 12);
}
