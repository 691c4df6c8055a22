import { plain } from '../model/plain.ts';
import { type Point, points } from '../model/request.ts';

/** A sentence of the sender's that seems to answer a point. */
export interface Hint {
  point: Point;
  quote: string;
}

/** The points that a text seems to answer. It is shown to be confirmed; it is never an answer. */
export function hintedPoints(text: string): Hint[] {
  const sentences = text
    .slice(0, 20_000)
    .split(/(?<=[.!?;])\s+|\n+/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence.length > 3);
  return points.flatMap((point) => {
    const quote = sentences.find((sentence) => signs[point].test(plain(sentence)));
    return quote ? [{ point, quote: quote.length > longest ? `${quote.slice(0, longest)}…` : quote }] : [];
  });
}

const longest = 200;

const beginning = (stems: string) => new RegExp(`(?<!\\p{L})(?:${stems.trim().split(/\s+/).join('|')})`, 'u');

/** Beginnings of words in French, English and Spanish; plain. */
const signs: Readonly<Record<Point, RegExp>> = {
  needs: beginning(`
    formation former formateur formatrice perfectionnement referentiel rac(?!\\p{L}) accompagnement expertise simulateur
    visite delegation bourse ingenierie stage train(?!\\p{L}) training instructor trainer curriculum advice internship
    simulator capacitacion formacion curriculo asesoria simulador pasantia visita investigacion research recherche
  `),
  expectations: beginning(`
    attend(?:ons|ent|u) attente resultat certification diplom objectif expect outcome certif goal result espera
    resultado objetivo proposer(?!\\p{L}) could(?!\\p{L})
  `),
  agreementType: beginning(`
    protocole\\sd'entente entente accord(?!\\p{L}) partenariat convention contrat consortium memorandum mou(?!\\p{L})
    agreement partnership contract framework joint exchange acuerdo convenio contrato consorcio alianza conjunta
  `),
  resources: beginning(`
    budget financ fonds(?!\\p{L}) subvention bailleur fund grant donor cad(?!\\p{L}) usd(?!\\p{L}) presupuesto fondos
    beca subvencion [\\d,.]+\\s?(?:m\\$|k\\$|\\$|€|millions?)
  `),
  timeline: beginning(`
    20[2-6]\\d(?!\\d) echeanc calendrier semestre trimestre date\\slimite deadline schedule semester autumn spring
    plazo calendario semana(?!\\p{L}) week(?!\\p{L}) ferme\\sle
  `),
};
