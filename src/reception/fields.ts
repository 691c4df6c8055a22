import { type Sign, signsIn } from './signs.ts';

/** The fields of mining that a text speaks of, in French, and the words that say so, as they were written. */
export const fieldsOf = (text: string) => signsIn(text, fields);

/** The fields of the glossary; signs in French, English, Spanish, Portuguese and Arabic. */
const fields: readonly Sign[] = [
  {
    name: 'extraction',
    signs:
      /\b(?:extraction|exploitation) (?:miniere|souterraine|a ciel ouvert)\b|\b(?:underground|open[- ]pit|surface) (?:mining|mines?|operations?)\b|\b(?:mineria|explotacion|lavra) (?:subterranea|a cielo abierto|a ceu aberto)\b/,
  },
  {
    name: 'forage et dynamitage',
    signs:
      /\b(?:dynamit\w+|abattage|explosifs?|blast(?:ing|ers?)|explosives?|voladuras?|tronaduras?|detonac\w+|desmonte)\b|والتفجير|تفجير/,
  },
  {
    name: 'forage au diamant',
    signs:
      /\bfor(?:age|eurs?) (?:au |a )?diamant\b|\b(?:diamond|core) drill\w*|\b(?:perforacion|sondagem) diamantina\b/,
  },
  {
    name: 'minéralurgie',
    signs:
      /\b(?:mineralurgi\w+|traitement (?:du |de |des )?minerais?|concentrateurs?)\b|\b(?:mineral|ore) processing\b|\bmetallurg\w+|\b(?:metalurgi\w+|procesamiento de minerales|beneficiamento)\b/,
  },
  { name: 'géologie', signs: /\bgeolog(?:ie|y|ia|ues?|ists?|os?|as?)\b|جيولوجيا/ },
  {
    name: 'topographie',
    signs: /\b(?:topograph\w+|topografi\w+|arpentage)\b|\b(?:mine|land) survey(?:ing|ors?)\b/,
  },
  {
    name: 'mécanique d’engins',
    signs:
      /\bmecani(?:que|ciens?|cos?|ca) (?:d'|de |des )?(?:engins|machinerie|equipements?|maquinaria|equipos?)|\b(?:engins|equipements) lourds\b|\bheavy[- ](?:equipment|machinery|duty mechanics?)\b|\bmaquinaria pesada\b/,
  },
  {
    name: 'santé, sécurité et sauvetage',
    signs:
      /\b(?:sst|sauvetage|sante et (?:de )?(?:la )?securite|securite (?:miniere|au travail|dans les mines))\b|\bmines? (?:[a-z]+ (?:and|&) )?(?:rescue|safety)\b|\b(?:health and safety|occupational safety)\b|\b(?:rescate minero|seguridad (?:minera|laboral|industrial)|salvamento)\b|سلام[هة] (?:ال)?منجمي|انقاذ (?:ال)?منجمي/,
  },
  {
    name: 'environnement',
    signs:
      /\b(?:environnement\w*|environment\w*|ambiental\w*|medio ambiente|residus miniers|rehabilitation (?:de )?(?:sites?|mines?))\b|\b(?:mine )?tailings\b|\b(?:relaves?|rejeitos)\b/,
  },
  {
    name: 'gestion',
    signs:
      /\bgestion (?:miniere|de projets?|des operations|de mines?|minera)\b|\b(?:mine|project|operations) management\b|\bgestao (?:mineira|de minas)\b/,
  },
  {
    name: 'numérique',
    signs:
      /\b(?:numerique|numerisation|mine 4\.0|digital(?:ization|isation)?|automati[sz]ation|teleoperation|intelligence artificielle|artificial intelligence|automatizacion)\b/,
  },
  {
    name: 'minéraux critiques',
    signs:
      /\b(?:mineraux (?:critiques|strategiques)|critical minerals?|minerales criticos|terres rares|rare earths?|tierras raras|lithium|litio)\b/,
  },
];
