import { plain } from './plain.ts';
import type { Point } from './request.ts';

/** Whether a sentence, plain, seems to say something under that point. */
export function speaksOf(point: Point, words: string): boolean {
  return signs[point].test(words);
}

/** Languages whose words the signs hold, ISO 639-1. */
export const readLanguages: ReadonlySet<string> = new Set(['fr', 'en', 'es', 'pt', 'ar']);

/** Before an Arabic word: and, in, to, for, the. */
const arabicPrefix = '(?:[وف]?(?:بال|لل|ال|ب|ل)?)';

/** Stems between spaces: `_` is a space in one, `!` ends a word. */
function beginning(stems: string): RegExp {
  const all = plain(stems)
    .trim()
    .split(/\s+/)
    .map((stem) => stem.replaceAll('_', ' ').replace(/!$/, '(?!\\p{L})'))
    .map((stem) => (/\p{Script=Arabic}/u.test(stem) ? `${arabicPrefix}${stem}` : stem));
  return new RegExp(`(?<!\\p{L})(?:${all.join('|')})`, 'u');
}

/** Beginnings of words in French, English, Spanish, Portuguese and Arabic; plain. */
const signs: Readonly<Record<Point, RegExp>> = {
  needs: beginning(`
    formation former! formateur formatrice perfectionnement referentiel rac! accompagnement expertise
    simulateur visite visiter delegation bourse ingenierie stage etudiant
    train! training instructor trainer curricul advice internship simulator exchange visit teach
    capacitacion formacion asesoria simulador pasantia intercambio investigacion research recherche
    formacao capacitacao estagio assessoria pesquisa
    تدريب تكوين برامج برنامج خبرة تبادل زيارة بحث
  `),
  expectations: beginning(`
    attend(?:ons|ent|u) attente resultat certificat certification diplom objectif expect outcome certif goal result
    espera resultado objetivo proposer! could! podrian! poderiam! tarifas
    نتوقع نتطلع هدف شهادة نتاءج
  `),
  agreementType: beginning(`
    protocole_d'entente entente accord! partenariat convention contrat consorti memorandum mou!
    agreement partnership contract framework joint! acuerdo convenio contrato consorcio alianza conjunt
    acordo parceria protocolo
    اتفاقية اتفاق مذكرة شراكة عقد تعاون
  `),
  resources: beginning(`
    budget financ fonds! subvention bailleur fund grant donor cad! usd! presupuesto fondos
    beca subvencion orcamento verba fundos dollars! dolares! euros! (?<![\\d,.])[\\d,.]{1,20}\\s?(?:m\\$|k\\$|\\$|€|millions?)
    تمويل ميزانية
  `),
  timeline: beginning(`
    20[2-6]\\d(?!\\d) echeanc calendrier semestre trimestre date_limite deadline schedule semester autumn spring
    plazo calendario semana! week! ferme_le prazo ate_\\d cronograma
    ابتداء موعد سنة
  `),
};
