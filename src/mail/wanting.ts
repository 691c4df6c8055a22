/**
 * Somebody of ours wants something: « our school looks for … », « notre ministère souhaite … ». A subject with its article
 * or possessive, and a verb of wanting in the third person; what follows it is no wish for the reader.
 */
const subject = (articles: string, not: string) =>
  `(?:${articles})(?!(?:${not})(?!\\p{L}))(?:[\\p{L}'-]+ (?!(?:${not})(?!\\p{L}))){1,6}?`;

const english = `(?:${subject('(?:our|my|the|this|an?) ', 'who|that|which|you|if|whoever|anyone|not')})(?:(?:still|also|now|really|urgently|would) )?(?:wants?|(?:needs|(?<=s )need)(?! (?:to be|(?:\\S+ )?(?:assist|help|support|attention|time)))|seeks?|looks? for|wish(?:es)? to|like to|hopes? to|plans? to|intends? to|(?:is|are) (?:looking for|seeking|interested in|in need of|planning))(?! (?:to )?(?:you(?!\\p{L})|inform|let|thank|tell|apolog|acknowledge|advise|assure|remind|respond|reply|answer|help|serve|assist|recall))`;
/** In this form it has no other sense: « Ms Traoré, director, wants twelve drillers trained ». */
const englishAlone = '(?<!(?:who|that|anyone|anybody|everyone|everybody|nobody|whoever) )wants(?! (?:help|you))';
const french = `(?:${subject("(?:notre|nos|ma|mon|mes|la|le|les|une?|cette|ce) |l'", "qui|que|qu'\\S+|si|vous|ne|n'\\S+")})(?:(?:toujours|encore|aussi|également|vivement) )?(?:cherch(?:e|ent)|recherch(?:e|ent) (?:une?|des|l[ae]s?|\\d)|veut|veulent|voudrai(?:t|ent)|souhait(?:e|ent|erait|eraient)|désir(?:e|ent|erait)|aimerai(?:t|ent)|sollicit(?:e|ent)|a besoin|ont besoin|envisag(?:e|ent)|compt(?:e|ent) (?:former|envoyer|ouvrir|créer))(?: (?:toujours|encore|aussi|vivement))?(?! (?:vous |à tou|une? (?:bon|joyeu|excellent|agréable)|de (?:bon|joyeu)|informer|rappeler|remercier|aviser|préciser))`;
/** Conditionals of who writes: « j’aimerais », « et souhaiterions ». */
const frenchSelf =
  '(?:aimer|souhaiter|voudr|désirer|apprécier)(?:ais|ions)(?! (?:vous )?(?:informer|rappeler|remercier|aviser|préciser|vous remercier))';
const spanish = `(?:${subject('(?:nuestr[oa]s?|mis?|el|la|los|las|una?|esta|este) ', 'que|quien|si|cuando|usted|no')})(?:(?:aún|todavía|también) )?(?:busca|buscan|necesita|necesitan|desea|desean|quiere|quieren|quisiera|solicita|solicitan|requiere|requieren|pretende)(?! (?:a todos|que usted|informar|agradecer|comunicar|un (?:feliz|buen)))`;
const portuguese = `(?:${subject('(?:[oa]s? )?(?:noss[oa]s?|minhas?|meus?) |(?:[oa]s?|uma?|esta|este) ', 'que|quem|se|quando|você|não')})(?:(?:ainda|também) )?(?:procura|procuram|precisa|precisam|deseja|desejam|quer|querem|pretende|pretendem|gostaria|gostariam|solicita|solicitam|busca|buscam)(?! (?:a (?:todos|vocês)|informar|agradecer|comunicar|um (?:feliz|bom)|de informar))`;
const german = `(?:${subject('(?:unsere?|meine?|die|der|das|eine?|diese[rs]?) ', 'wer|wenn|falls|sie|nicht')})(?:(?:noch|auch|weiterhin) )?(?:sucht|suchen|braucht|brauchen|benötigt|benötigen|möchte|möchten|wünscht|wünschen|will|wollen|plant)(?! (?:sie |ihnen |allen |euch |frohe|(?:\\S+ )?zeit|sich))`;
const italian = `(?:${subject("(?:(?:la|il|lo|i|le|l') ?)?nostr[oaie] |(?:la|il|lo|i|le|una?|questa|questo) |l'", 'che|chi|se|quando|lei|non')})(?:(?:ancora|anche) )?(?:cerca|cercano|ha bisogno|hanno bisogno|vuole|vogliono|vorrebbe|vorrebbero|desidera|desiderano|intende|intendono)(?! (?:inform|ringrazi|augur|ricord))`;
const dutch = `(?:${subject('(?:onze?|ons|mijn|de|het|een|deze|dit) ', 'die|dat|wie|als|u|niet')})(?:(?:nog|ook) )?(?:zoekt|zoeken|wil|willen|wenst|wensen|zou graag|heeft (?:\\S+ ){1,4}?nodig)(?! (?:u(?!\\p{L})|iedereen|allen))`;
/** The subject ends in « our », the verb begins with its prefix; either may come first. */
const arabic =
  '\\p{L}{2,}نا (?:\\p{L}+ ){0,3}?[تي](?:بحث|رغب|ريد|حتاج|ود|طلب|سعى|نوي)(?!\\p{L})|(?<!\\p{L})[تي](?:بحث|رغب|ريد|حتاج|ود|طلب|سعى|نوي) \\p{L}{2,}نا(?!\\p{L})';

/** What is wanted stands before who wants it, or is their subject: « a course by correspondence interests me ». */
const interests =
  "interests? (?:us|me)|(?:m'|nous )intéress(?:e|ent|erait|eraient)|(?:nos|me) interesa[n]?|interessa[m]?[- ](?:nos|me)|interessier(?:t|en) (?:uns|mich)|(?:ci|mi) interessa(?:no)?|interesseer(?:t|en) (?:ons|mij)";

const wants = new RegExp(
  `(?<![\\p{L}'])(?:${[english, englishAlone, french, frenchSelf, spanish, portuguese, german, italian, dutch, interests].join('|')})(?!\\p{L})|(?<!\\p{L})${arabic}|${"(?<![\\p{L}])j'(?:aimerais|apprécierais)"}`,
  'u',
);

/** Of a sentence, so much is looked at. */
const longest = 400;

/** Whether a sentence, as `straight` writes it, says that the writer or somebody of theirs wants something. */
export function somebodyWants(sentence: string): boolean {
  return wants.test(sentence.slice(0, longest));
}
