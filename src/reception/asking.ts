/** Whether a sentence, plain, asks for something for its writer or the writer's house. */
export function asks(sentence: string): boolean {
  return asking.test(sentence);
}

/** What people write who want something, in French, English, Spanish, Portuguese and Arabic. */
const asking = new RegExp(
  [
    // « recherche », « demande » and « propose » alone are nouns, or what others do.
    '\\b(?:souhait|desir|envisag|sollicit|cherch)(?:e|es|ons|ent|er|erions|erais|erait|eraient)\\b|\\b(?:recherch|demand|propos)ons\\b|\\b(?:nous|je) (?:re)?cherch\\w+',
    '\\b(?:voulons|veux|veut|veulent|voudr\\w+|aimer(?:ions|ais|ait|aient)|besoins?|interessee?s?|pourriez|pouvez-vous|pourrions|serait-il possible|merci de|il (?:nous|me) faut|il (?:nous|me) faudrait|prevoyons|projetons|comptons)\\b',
    '\\b(?:would (?:like|love|appreciate|welcome)|wants?|wish(?:es)?|needs?|requires?|looks? for|looking for|seeks?|seeking|interested in|proposes?|plans?|intends?|could (?:you|we|your)|can (?:you|we)|are you able|please (?:send|offer|propose|advise|help))\\b',
    '\\b(?:buscamos|buscan?|busco|necesit\\w+|queremos|quer(?:ria|riamos)|quisier\\w+|dese(?:a|an|amos|o)|solicit(?:a|an|amos|o)|requerimos|proponemos|interesad[oa]s?|nos gustaria|podrian|agradeceri\\w+)\\b',
    '\\b(?:procuramos|procura|precis(?:a|am|amos|o)|gostari\\w+|desej(?:a|am|amos|o)|pretende(?:m|mos)?|propomos|interessad[oa]s?|poderiam)\\b',
    '(?<!\\p{L})[وف]?[نيتأ](?:رغب|بحث|حتاج|ود|ريد|طلب|سعي|لتمس|قترح)(?!\\p{L})',
  ].join('|'),
  'u',
);
