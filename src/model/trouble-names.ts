/** What went wrong, by the part of an alarm's `trouble` before its slash. */
const troubleNames = {
  bounce: 'lettre qui semble revenue',
  calendar: 'agenda de l’hôte illisible',
  ceiling: 'plafond d’envoi atteint',
  clock: 'heure du greffier à vérifier',
  delivery: 'lettre non livrée',
  digest: 'bulletin manqué',
  redating: 'bulletin refait après une longue attente',
  forward: 'courriel transféré sans commande',
  loop: 'machine qui répond à nos lettres',
  partner: 'établissement sans adresse valable',
  unserved: 'établissement non servi',
  contact: 'personne-ressource qui se retire',
  'partner-answer': 'réponse d’un partenaire à classer',
  orphans: 'courriels sans demande',
  mailbox: 'boîte de courriel injoignable',
  outbox: 'lettres qui ne partent pas',
  disk: 'peu de place sur le disque',
  journal: 'chaîne du registre rompue',
  poison: 'courriel mis à l’écart',
  row: 'machine qui écrit après chacune de nos lettres',
  text: 'même texte d’une adresse puis d’une autre',
  suspicion: 'courriel suspect',
} as const;

/** What an alarm is about, as far as staff reads it: only what has a name in their words. */
export type Alarming = keyof typeof troubleNames | `${keyof typeof troubleNames}/${string}`;

/** In French; of a record that an older version wrote, its own word. */
export function troubleName(trouble: string): string {
  const [first = ''] = trouble.split('/');
  return new Map<string, string>(Object.entries(troubleNames)).get(first) ?? trouble;
}
