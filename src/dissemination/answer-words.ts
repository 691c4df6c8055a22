import type { Interest } from '../model/events.ts';
import { plain } from '../model/plain.ts';

/** What a text says of a notice; unsure: it contradicts itself, or has not decided yet. */
export type Meaning = { said: readonly Interest[] } | 'unsure';

/**
 * What a partner's own words say, in French or English: an interest and a question may stand together. An empty list
 * when they say nothing of the kind.
 */
export function meaningOf(words: string): Meaning {
  const found = new Set<Interest | 'unsure'>();
  const folded = plain(words.slice(0, longest));
  for (const sentence of folded.match(/[^.!?;\n]+[.!?;\n]?/g) ?? []) {
    const clauses = sentence
      .split(/,|:|\b(?:mais|but|toutefois|cependant|however|et|and)\b/)
      .filter((one) => one.trim());
    const asks = sentence.endsWith('?');
    for (const [index, clause] of clauses.entries()) {
      const meant = ofClause(clause);
      if (asks && index === clauses.length - 1) found.add('question');
      else if (meant && !(asks && meant === 'unsure')) found.add(meant);
    }
  }
  const bare = /^\W*(oui|yes|non|no)\b/.exec(folded)?.[1];
  if (bare && !found.has('question')) found.add(bare === 'oui' || bare === 'yes' ? 'interest' : 'no-interest');
  if (found.has('unsure') || (found.has('interest') && found.has('no-interest'))) return 'unsure';
  return { said: order.filter((one) => found.has(one)) };
}

/** A question takes nothing back that stands before it. */
const order: readonly Interest[] = ['interest', 'no-interest', 'question'];

const longest = 1500;

function ofClause(clause: string): Interest | 'unsure' | undefined {
  return rules.find(([patterns]) => patterns.every((pattern) => pattern.test(clause)))?.[1];
}

const not = /\b(?:pas|plus|aucune?|sans|ni|non|rien|nulle?ment|no|not|none|neither|nor|without)\b|n't\b|\bpeu d'/;
const takesPart =
  /\binteret|\binteress(?!ant)|\binterest(?!ing)|\bparticip|\bdonn\w+ (?:pas |plus )?suite|\bcandidat|\bcollabor|\bsoumett|\bpartante?s?\b/;
const suits = /\bcorrespond|\bs'applique|\bconcern|\bconvien|\boffr(?:e|ons|ent)\b|\bpour nous\b|\bfor us\b/;
const undecided =
  /\bpeut-etre\b|\bperhaps\b|\bmaybe\b|\bpas encore\b|\bnot yet\b|\b(?:sai[st]|savons|savent) pas\b|\bnot sure\b|\bmight\b|\beventuel|\bsi (?:nous|notre|on|l'etablissement)\b|\bif (?:we|our)\b|\bwhether\b|\ba confirmer\b|\bverifi|\bevalu|\bdiscut|\breviend|\bbientot\b|\blimite\b|\bpas sans\b/;

/** In order; the first whose patterns all fit a clause says what it means. */
const rules: readonly (readonly [readonly RegExp[], Interest | 'unsure' | undefined])[] = [
  [
    [/\bhors de question\b|\bdeclin|\bnous abst|\bdesist|\bpass\w+ (?:notre|mon|son) tour\b|\bretir\w+ notre\b/],
    'no-interest',
  ],
  [[undecided, takesPart], 'unsure'],
  [[not, takesPart], 'no-interest'],
  [[not, suits], 'no-interest'],
  [[not, /\bquestions?\b/], undefined],
  [[/\bquestions?\b/], 'question'],
  [[takesPart], 'interest'],
  [[/\bvolontiers\b|\bcomptez sur nous\b|\bcount us in\b/], 'interest'],
];
