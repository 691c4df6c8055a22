import { type Sign, signsIn } from './signs.ts';

/** The types of agreement that a text names, as the glossary codes them, and the words that do, as they were written. */
export const agreementsOf = (text: string) => signsIn(text, agreements);

const agreement = '(?:ententes?|accords?|conventions?|agreements?|convenios?|acuerdos?|acordos?)';

/** In French, English, Spanish, Portuguese and Arabic. */
const agreements: readonly Sign[] = [
  {
    name: 'mou',
    signs:
      /\bprotocoles? d'(?:entente|accord)\b|\bmemorand(?:um|a)(?: of)? (?:understanding|d'entente)\b|\bmou\b|\b(?:memorando|memorandum) de (?:entendimiento|entendimento)\b|\bprotocolo de (?:entendimiento|entendimento|intencoes|acuerdo|acordo)\b|مذكر[هة] (?:ال)?تفاهم/,
  },
  {
    name: 'framework',
    signs:
      /\b(?:entente|accord|convention)[- ]cadre\b|\bframework agreement\b|\b(?:convenio|acuerdo) marco\b|\bacordo[- ]quadro\b|اتفاقي[هة] (?:ال)?اطاري[هة]/u,
  },
  {
    name: 'collaboration',
    signs: new RegExp(
      `\\b${agreement} (?:\\w+ )?(?:de |of |on |for )(?:la )?(?:collabora|coop|partenariat|partner|parceria|alianza)\\w*|\\b(?:collaboration|co-?operation|partnership) agreements?\\b|اتفاقي[هة] (?:ال)?(?:تعاون|شراك[هة])`,
      'u',
    ),
  },
  {
    name: 'services',
    signs:
      /\b(?:contrats?|ententes?) de (?:prestation de )?services?\b|\bservices? (?:contract|agreement)s?\b|\bcontratos? de (?:prestacion de |prestacao de )?servic(?:ios|os)\b|عقد (?:ال)?خدمات/,
  },
  {
    name: 'mobility',
    signs: new RegExp(
      `\\b${agreement} (?:de |d'|of |on )(?:la )?(?:mobilit|echange|movilidad|intercambio|mobilidade)\\w*|\\b(?:mobility|exchange) agreements?\\b`,
      'u',
    ),
  },
  {
    name: 'programme-abroad',
    signs:
      /\bdelocalis(?:ation|er|e[rs]?) (?:\w+ ){0,3}programmes?\b|\bprogrammes? delocalises?\b|\b(?:deliver|offer|run|teach) (?:your|the|quebec) programm?es? (?:here|in our|at our|abroad|in (?!quebec|canada)\w+)|\b(?:offrir|donner|dispenser) vos programmes (?:ici|chez nous|dans notre|a l'etranger)\b/,
  },
];
