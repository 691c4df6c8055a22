import { plain } from '../model/plain.ts';
import { copyOf } from './folded-copy.ts';
import { nameSpans, personName } from './names.ts';
import { isName, type Signatory } from './signing-lines.ts';

/**
 * Whether a sentence, in plain words, thinks better of something, has something left out, or would not be reached, without
 * saying that it is the writer's contact: that may be what is meant.
 */
export function reluctant(sentence: string): boolean {
  if (takesBack.test(sentence) || leavesOut.test(sentence) || leavesOutInEnglish.test(sentence)) return true;
  if (partOfNotice.test(sentence) && gone.test(sentence)) return true;
  const said = sentence.replace(invitation, ' ');
  return reached.test(said) && refusal.test(said);
}

/** What a request is about is corrected in such words, too: « Nous retirons la date de mai ». */
const asked =
  "(?!(?:[- ](?:le|la|les|it|this|that))? (?:(?:l'|d')|(?:le|la|les|un|une|des?|du|the|an?|our|notre|nos|el|los|las|from) )?(?:\\p{L}+ ){0,2}(?:l'|d')?(?:\\d|dates?|jours?|days?|mois|months?|semaines?|weeks?|annees?|years?|periodes?|periods?|creneaux?|plages?|slots?|options?|choix|visites?|visits?|formations?|trainings?|cours|courses?|modules?|volets?|ateliers?|workshops?|stages?|budgets?|montants?|sommes?|amounts?|participants?|personnes|people|trainees|places?|lieux?|villes?|sites?|langues?|languages?|themes?|topics?|sujets?|fechas?|cursos?|(?:lun|mar|mercre|jeu|vendre|same)di|dimanche|\\p{L}+day|janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre|january|february|march|april|may|june|july|august|september|october|november|december)(?!\\p{L}))";

const whole = (alternatives: readonly string[]) =>
  new RegExp(alternatives.map((words) => `(?<![\\p{L}\\p{N}])(?:${words})`).join('|'), 'u');

const takesBack = whole([
  'retract(?:e|er|ons|es?|ed|ing|ation|o|ar|arme)?(?!\\p{L})',
  "dedi(?:s|re|sons)(?!\\p{L})|ravis\\p{L}*|me desdigo|renonc\\p{L}+ a (?:paraitre|figurer|l'accord|mon|ma|ce que)",
  `(?:je|j'ai|j'aimerais|nous|on) (?:\\p{L}+ ){0,2}(?:retire|retirons|retirer|repren(?:ds|ons|dre))(?!\\p{L})${asked}`,
  `(?:withdr[ae]w(?:n|s|ing|al)?|tak(?:e|ing)s? back|took back|tak(?:e|ing) (?:it|that|this|all|everything|these|those|my \\p{L}+|what \\p{L}+ \\p{L}+) back)(?!\\p{L})${asked}`,
  "(?:revien\\p{L}*|reven(?:ir|ons|u)\\p{L}*) sur (?:m(?:a|on|es)|notre|nos|ce(?:la|ci| que| qui| oui)?|ca|cette (?:decision|autorisation|reponse)|l'(?:accord|autorisation)|le oui)(?!\\p{L})",
  '(?:oubliez|oublions|forget|efface|effacez|scrap|undo) (?:ca|cela|tout|mon oui|it|that|all|everything|my yes)(?!\\p{L})',
  "(?:n'en|ne l[ea]|n'y) (?:veu[xt]|voul|tien)\\p{L}* plus|(?:(?:don't|do not) want (?:it|that|this) any ?more|no longer want (?:it|that|this))(?!\\p{L})",
  "y renonce|chang\\p{L}+ (?:d'(?:idee|opinion)|of (?:mind|heart))|(?:cambi\\p{L}+ de (?:idea|opinion|parecer))|me echo atras|me arrepiento|back(?:ing)? out(?!\\p{L})|(?:re)?think better|thought better|rethink\\p{L}*|reconsid\\p{L}*|reconsiderar",
]);

/** What asks for it, before the verb. */
const french =
  "(?:^de|veuillez|merci de|(?:pri\\p{L}+|demand\\p{L}+|souhait\\p{L}+|aimerai\\p{L}+|voudrai\\p{L}+|pouvez|pourriez|peut|faut|faudrait|veux|prefer\\p{L}+|desire)(?:[- ]vous|[- ]on)?(?: de| d')?|svp|bien vouloir|si (?:vous pouviez|possible))(?: (?:bien vouloir|simplement|plutot|aussi|de|me|nous|le|la|les|m'|l'|d'))* ?";
const leaveOut =
  "(?:en dehors|hors d|a l'ecart|de cote|dans l'ombre|tranquille|out(?:side)?|off|alone|aside|por fuera|fuera)";

const leavesOut = whole([
  `(?<!n'|ne )(?:enlevez|effacez|supprimez|masquez|retirez|cachez|rayez|biffez|otez|caviardez|omettez|dissimulez)(?!\\p{L}| rien)${asked}`,
  `${french}(?:enlever|effacer|supprimer|masquer|retirer|cacher|rayer|biffer|oter|caviarder|omettre|dissimuler|exclure|ecarter)(?!\\p{L})${asked}`,
  `(?:laiss\\p{L}+|ten(?:ir|ez)|mett(?:re|ez)|rest\\p{L}+|leav\\p{L}+|keep\\p{L}*|stay\\p{L}*|left|dej\\p{L}+|manten\\p{L}+) (?:\\p{L}+ ){0,5}${leaveOut}(?!\\p{L})`,
  `(?:laissez|tenez|gardez|mettez)-\\p{L}+ ${leaveOut}(?!\\p{L})`,
  `(?:blank|cross|scratch|strik|black|tak|edit|rub)(?:e|ing|ed)?(?: \\p{L}+){0,5} (?:out|off|away)(?!\\p{L})`,
  `(?:quiten|eliminen|borren|oculten|omitan|tachen|supriman)(?!\\p{L})${asked}`,
]);
const leavesOutInEnglish = new RegExp(
  `(?:^|(?<!\\p{L})(?:please|kindly|(?:could|can|would|will|if) you|you to|but|then|and|let us|rather you|better) (?:(?:just|please|kindly|rather|also) )?)(?:remove|delete|erase|hide|omit|mask|blank|redact|conceal|strike|drop|scrap|skip|suppress|withhold)(?!\\p{L})${asked}`,
  'u',
);

const partOfNotice = whole([
  '(?:(?<!en |hors )lignes?|(?<!on )lines?|bottom|bas|paragraph\\p{L}*|passages?|mentions?|encadres?|rows?|blocs?|blocks?|linea|parrafo)(?!\\p{L})',
]);
const gone = whole([
  '(?:enlev|effac|supprim|masqu|retir|cach|ray|biff|caviard|omi[st]|remov|delet|eras|hid|blank|redact|strik|struck|taken|gone|drop|disparai|saut|elimin|borr|ocult)\\p{L}*',
]);

const reach =
  '(?:(?:r?appel|sollicit|contact|telephon|relanc|approch|derang|importun|joign|joind|joint|ecri[rtv]|call|reach|approach|ring|phon|writ|bother|disturb|visit|text|canvass|e-?mail|llam|escrib|molest)\\p{L}*)';
/** The writer is who would be. */
const reached = whole([
  `(?:me|m'|nous|vous me|moi) ?(?:\\p{L}+ ){0,2}${reach}`,
  `${reach}[- ](?:(?:up|to|out to|on|a|directement|directly) )?(?:me|moi|us|nous|my|mon|mi)(?!\\p{L})`,
  `(?:etre|be|being|get|getting|ser) (?:\\p{L}+ )?${reach}`,
  "(?:appels?(?! d'offres?| a projets?)|calls?(?! for)|sollicitations?|llamadas?)(?!\\p{L})",
]);

const invitation =
  /(?:n'hesite[zr]? (?:surtout )?pas|ne (?:manque|gene)[zr]?(?: vous)? pas|(?:do not|don't|never|not to) hesitate|no (?:duden?|vacilen?)|without hesitation|(?:r?appelez|ecrivez|contactez|joignez|telephonez)[- ](?:moi|nous)|please (?:call|phone|ring|contact|reach|write to) (?:me|us)|sans hesit\p{L}*|no (?:problem|objection|souci)|(?:pas|aucune?) (?:de )?(?:probleme|souci|objection))/gu;
const refusal =
  /(?<!\p{L})(?:ne|n'\p{L}+|pas|plus|jamais|aucune?|sans|personne|evite[zr]?|cesse[zr]?|arrete[zr]?|empeche[zr]?|refus\p{L}*|prefer\p{L}*|not?|never|nobody|none|without|stop\p{L}*|avoid\p{L}*|prevent\p{L}*|rather|\p{L}+n't|dont|nunca|nadie|eviten?|sin)(?!\p{L})/u;

/** Whether who wrote it stands in the text by a name of their own, other than in a greeting or a signature. */
export function namesWriter(text: string, signatory: Signatory): boolean {
  const name = personName(copyOf(signatory.name).text);
  const house = plain(signatory.house ?? '');
  const alone = new Set([...name.words].filter((word) => word.length >= 3 && !house.includes(word)));
  return text.split(/[.!?;,\n]+/).some((piece) => {
    const left = plain(piece)
      .replace(/[^\p{L}' -]+/gu, ' ')
      .trim()
      .replace(presented, '');
    return left !== '' && !isName(left, signatory) && nameSpans(copyOf(piece).text, { ...name, alone }).length > 0;
  });
}

/** « Merci, Ama », « Ici Ama Boateng » */
const presented =
  /^(?:(?:bonjour|bonsoir|hello|hi|dear|ici|here is|(?:c'est|je suis|je m'appelle|this is|it is|i am|i'm|soy)(?: (?:encore|again))?|merci|thanks?(?: you)?|gracias|(?:bien )?cordialement|salutations|(?:best |kind |warm )?regards|sincerely|yours|saludos|best|signe|signed|from|de|par|by|madame|monsieur|mrs?|ms) ?)+(?:(?:d'avance|beaucoup|very much|so much|in advance|a vous|et|and|bonne journee|truly|faithfully) ?)*/u;
