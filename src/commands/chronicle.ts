import { points, type Status, statuses } from '../model/request.ts';
import { categoryNames, partstatNames, pointTitles, statusNames } from '../model/wording.ts';

type Translation = readonly [RegExp, (...words: string[]) => string];

/**
 * A line of a request's history in French: the register keeps them short and in one form, staff reads them.
 * @param when - Writes an instant (ISO 8601) as staff reads it.
 */
export function inFrench(what: string, when: (at: string) => string): string {
  for (const [pattern, words] of translations(when)) {
    const match = pattern.exec(what);
    if (match) return words(...match.slice(1));
  }
  return what;
}

function translations(when: (at: string) => string): readonly Translation[] {
  return [
    [/^registered, quarantined$/, () => 'inscrite, en quarantaine'],
    [/^registered$/, () => 'inscrite au registre'],
    [
      new RegExp(`^(${statuses.join('|')}): (.*)$`, 's'),
      (status = '', why = '') => `${statusNames[status as Status]}${reasons[why] ? `\u00A0: ${reasons[why]}` : ''}`,
    ],
    [/^(\S+) in charge$/, (who = '') => `responsable\u00A0: ${who}`],
    [/^held until (\S+?): (.*)$/s, (day = '', why = '') => `en attente jusqu’au ${day}\u00A0: ${why}`],
    [/^goes on: (.*)$/s, (why = '') => `reprise\u00A0: ${why}`],
    [/^the requester is (.*)$/, (address = '') => `demandeur\u00A0: ${address}`],
    [/^(\S+) merged into it$/, (reference = '') => `${reference} versée dans cette demande`],
    [/^merged into (\S+)$/, (reference = '') => `versée dans ${reference}`],
    [/^mail \S+ split off to (\S+)$/, (reference = '') => `un courriel sorti vers ${reference}`],
    [
      new RegExp(`^(${points.join('|')}) answered$`),
      (point = '') => `précision reçue\u00A0: ${pointTitles.fr[point as (typeof points)[number]].title}`,
    ],
    [/^slots (.*) offered$/, (numbers = '') => `plages ${numbers} proposées`],
    [/^meeting booked for (\S+)$/, (at = '') => `rencontre fixée\u00A0: ${when(at)}`],
    [/^meeting moved to (\S+)$/, (at = '') => `rencontre déplacée\u00A0: ${when(at)}`],
    [/^meeting cancelled: (.*)$/s, () => 'rencontre annulée'],
    [
      /^(\S+) answered ([A-Z-]+)$/,
      (who = '', answer = '') => `invitation ${partstatNames[answer] ?? answer} par ${who}`,
    ],
    [/^(\S+) proposed (\S+)$/, (who = '', at = '') => `${who} propose ${when(at)}`],
    [/^finding added$/, () => 'recherche versée au dossier'],
    [/^note added$/, () => 'note versée au dossier'],
    [/^category (short|medium|long)$/, (term = '') => `catégorie\u00A0: ${categoryNames.fr[term as 'short']}`],
    [/^released, notice (\S+)$/, (hash = '') => `fiche libérée (${hash})`],
    [/^approval asked, (\S+)$/, (hash = '') => `bon à diffuser demandé (${hash})`],
    [/^approval: (.*)$/s, (answer = '') => `bon à diffuser\u00A0: ${approvals[answer] ?? answer}`],
    [/^notice corrected, (\S+)$/, (hash = '') => `fiche corrigée (${hash})`],
    [/^requester corrected$/, () => 'demandeur corrigé'],
    [
      /^in digest\/(short|medium|long)\/(\S+)$/,
      (term = '', at = '') => `bulletin ${categoryNames.fr[term as 'short']} du ${when(at)}`,
    ],
    [/^(\S+) answered$/, (who = '') => `réponse du partenaire ${who}`],
    [/^(\S+) ran (#.*)$/s, (who = '', line = '') => `${who} a exécuté ${line}`],
    [/^(#.*) undone$/s, (line = '') => `${line} annulée`],
  ];
}

const reasons: Readonly<Record<string, string>> = {
  'category confirmed': 'catégorie confirmée',
  'nothing is missing': 'rien ne manque',
  reopened: 'rouverte',
  'staff clarified': 'précisée par l’équipe',
  'staff proposed a meeting': 'rencontre proposée par l’équipe',
  'the meeting was held': 'la rencontre a eu lieu',
  'the requester did not answer': 'le demandeur n’a pas répondu',
  'the requester answered': 'le demandeur a répondu',
};

const approvals: Readonly<Record<string, string>> = { yes: 'accordé', corrections: 'corrections demandées' };
