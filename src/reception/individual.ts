import { plain } from '../model/plain.ts';
import { sentencesOf } from './points.ts';
import { withoutRefused } from './refused.ts';

/**
 * The words in which somebody asks for itself alone, as they were written: admission, a scholarship, a job; undefined when
 * nobody does. Who studies somewhere does not ask for it.
 * @param text - What the sender wrote.
 */
export function individualIn(text: string): string | undefined {
  return sentencesOf(text).find((sentence) => asksForItself.test(withoutRefused(plain(sentence.slice(0, longest)))));
}

const longest = 400;

/** Between a verb of wishing and what is wished. */
const some = "(?:[\\p{L}'-]+ ){0,5}?";
const asksForItself = new RegExp(
  [
    // What somebody is.
    "(?:^|\\b(?:je suis|i am|i'm|soy|sou) (?:\\p{L}+ ){0,2})(?:etudiante?|student|estudiante)(?:,|$| (?:a|en|at|in|de|em|na|no)\\b)",
    // What somebody wants to do.
    `(?<!\\p{L})(?:je |j'|m')${some}(?:etudier|m'inscrire|(?:faire|poursuivre|continuer) (?:mes|des) etudes|(?:faire|suivre|commencer) (?:un|une|le|mon|ma) (?:dep|dec|aec|asp|bac|baccalaureat|licence|maitrise|master|doctorat)|postuler|immigrer)(?!\\p{L})`,
    `\\bi (?!.*\\bmy (?:staff|team|students|trainees))${some}(?:study(?! (?:the|a|your|this|how|visit|tour)\\b)|enroll?\\b|immigrate\\b|apply for (?:admission|a job|a visa|a scholarship))`,
    `\\b(?:quiero|quisiera|deseo|me gustaria|quero|gostaria de) ${some}(?:estudiar|inscribirme|postularme|estudar|inscrever-me)\\b`,
    '(?<!\\p{L})(?:اريد|ارغب|اود) (?:\\p{L}+ ){0,2}?(?:ان ادرس|(?:في )?(?:ال)?دراسه|(?:ال)?دراسة|التسجيل)',
    // What somebody looks for.
    '\\bje (?:re)?cherche (?:un emploi|du travail|une bourse)\\b(?! pour (?:mes|nos|les|des)\\b)',
    '\\bi (?:am |was )?(?:looking|searching|seek\\w*|look) ?(?:for )?(?:a )?(?:job|work|employment|scholarship)\\b(?! for (?:my|our|the)\\b)',
    '\\b(?:busco|procuro|quisiera|quiero) (?:trabajo|empleo|emprego|una beca|uma bolsa)\\b(?! para (?:mis|nuestros|los|meus|nossos|os)\\b)',
    // What is the writer's own.
    '\\b(?:ma candidature|mon (?:admission|inscription)|my (?:application for (?:admission|a job|employment)|admission|enrol?lment)|mi (?:admision|inscripcion|postulacion)|minha (?:candidatura|inscricao))\\b',
  ].join('|'),
  'u',
);
