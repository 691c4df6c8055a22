/** The sentence with such words put as one, or left out. */
export function withoutPhrases(sentence: string): string {
  return phrases.reduce((text, [pattern, said]) => text.replace(pattern, said), sentence);
}

/** Words that are put more simply before the sentence is read. */
const phrases: readonly (readonly [pattern: RegExp, said: string])[] = [
  [
    /\b(?:(?:il n'y a |y a )?(?:pas|aucun) (?:de |d')?(?:probleme|souci|objection|inconvenient)|sans (?:probleme|souci)|ne (?:nous |me )?pose (?:pas de|aucun) (?:probleme|souci)|(?:there is )?no (?:problem|issue|objection)|(?:no hay |sin )?ningun problema|no hay problema|sin problema)s?\b/g,
    'ok',
  ],
  // The clerk books what is free: who says « if it is free » sets no condition of their own.
  [
    /,? ?\b(?:si|if) (?:(?:c'est|cela|ca|cela est|that's|that is|it's|it is|es|esta|sigue) )?(?:encore |toujours |still |todavia )?(?:possible|posible|ok|fine|libre|free|available|disponible|(?:vous )?convient|vous (?:le )?voulez(?: bien)?|suits you|l[eo]s? conviene|les parece(?: bien)?)\b/g,
    ' ',
  ],
  [/^(?:si|sí)(?=[,.!])/, ' '],
  // Others were asked, and that is over.
  [
    /^(?:(?:(?:apres|suite a|a la suite de) (?:(?:une |de )?(?:breves? )?(?:concertation|consultation|discussion|verification|reflexion|echange)s?|(?:en )?avoir (?:consulte|discute|verifie|parle|echange|reflechi))|after (?:having )?(?:(?:a )?(?:quick |brief |short |internal )?(?:consult|discuss|check|speak|talk|conferr|verify|review)\p{L}*)|(?:tras|luego de|despues de) (?:haber )?(?:consult|convers|habl|verific|coordin|revis|discut)\p{L}+|apos (?:consult|convers|fal|verific)\p{L}+)(?: \p{L}[\p{L}']*){0,8}), /u,
    ' ',
  ],
  // « nomás », as Peru says it.
  [/ nomas\b/g, ' '],
  // Which are chosen from.
  [
    /^(?:parmi|of|out of|from|among|between|entre|de|dentre|sur) (?:(?:all|toutes|todas|todos) )?(?:the|these|those|your|les|ces|vos|las|los|estas|estos|esas|esos|sus|as|os)(?: (?:two|three|four|deux|trois|quatre|dos|tres|cuatro|[2-6]))?(?: (?:proposed|offered|suggested|available|given))? (?:plages|creneaux|dates|propositions|options|choix|slots|times|choices|proposals|alternatives|horarios|fechas|opciones|opcoes|propuestas|alternativas)(?: (?:horaires))?(?: (?:propose|offert|suggere|propuest|ofrecid|disponible|oferecid|propost)\p{L}*| (?:that )?you (?:have )?(?:proposed|offered|suggested|gave us|gave|sent us|sent)| que vous (?:nous )?(?:proposez|offrez|avez (?:proposees?|offertes?))| que (?:nos )?(?:proponen|ofrecen|propusieron))?,? /u,
    ' ',
  ],
  [/\b(?:fera|ferait) (?:tres bien |parfaitement )/g, 'fera '],
  // « le plus tôt » is another matter.
  [/\b(?:convient|arrange|va) le (?:plus|mieux)\b(?! tot| tard)/g, 'convient'],
  [/^(?:sorry|desolee?s?|perdon|disculpen?)\b(?=.*\b(?:please|svp|plait|favor)\b)/, ' '],
  [/\b(?:premier|premiere|prime|first|primer|primera) minist(?:re|er|ro|ra)\b/g, 'ministre'],
  [/\b(?:first of all|(?:tout )?d'abord|en premier lieu|ante todo|primero que (?:todo|nada))\b/g, ' '],
  [
    /^(?:only|solo|solamente|seul(?:ement)?|uniquement) (?=(?:la |le |el |the )?(?:plage|creneau|slot|horario|franja|option|opcion|premi|deux|trois|second|first|third|segund|tercer))/,
    ' ',
  ],
];
