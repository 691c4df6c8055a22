/** Why a letter was taken out of the outbox, as its line of the ledger says. */
export const withdrawnBecause = {
  left: 'withdrawn: the reader left the network',
  failed: 'withdrawn: other letters to the address failed',
  over: 'withdrawn: the time to answer is over',
  waited: 'withdrawn: it waited so long that its last day to answer is another',
  consent: 'withdrawn: it showed a contact whose consent was taken back',
} as const;

const words: Readonly<Record<string, string>> = {
  [withdrawnBecause.failed]: 'non envoyé, d’autres courriels à cette adresse n’étant pas arrivés',
  [withdrawnBecause.over]: 'non envoyé, l’échéance étant passée',
  [withdrawnBecause.waited]: 'non envoyé, refait avec une autre échéance après une longue attente',
  [withdrawnBecause.consent]: 'non envoyé, remplacé par le même texte sans les coordonnées du demandeur',
};

/** The same in French, for the attestation. */
export function withdrawnWords(response: string): string {
  return words[response] ?? 'non envoyé, l’établissement ayant quitté le réseau';
}
