/**
 * The sentences that plainly accept: « la deuxième nous convient, merci », "let's go with slot 2, please". A grammar, closed
 * and small on purpose: people refuse, doubt and set conditions in words without number, and out of the words of an
 * acceptance too: « la plage 2 est notre réunion », "we wish slot 2 would suit". So whatever is not made of these forms
 * is asked about. No nouns of persons or events. All plain; `§` stands for what names the slot, or its moment.
 */

const article = '(?:la|le|l|el|the|this|that|cette|ce|on|on the)';
const slotNamed =
  `(?:${article} )?(?:(?:plage|creneau|slot|horario|franja|time) (?:(?:de|du|del|of|on)(?: (?:the|le|el))? )?)?` +
  `§(?: (?:(?:,|le|la|el|the|a|at|las|a las|on|of|de|du|del|ou|or|o) ){0,3}§)*(?: (?:one|slot))?`;
/** « Cela nous convient » */
const meant = `(?:${slotNamed}|cela|ca|that|it|this|eso|esto)(?: ,)?`;
const us =
  '(?: (?:a|pour|for|with|para)(?: (?:moi|nous|us|me|mi|nosotros|nosotras|tous|toutes|everyone|all of us|all|todos)))';

const strongly =
  '(?: (?:tres|bien|parfaitement|tout a fait|super|le plus|le mieux|very|really|perfectly|well|best|nicely|great|fine|muy|perfectamente|perfecto|genial|mejor))*';
const good =
  '(?:(?:(?:tout a fait|tres|very|really|just|muy|la|le|el|the) )*(?:parfaite?|ideale?|bon|bonne|bien|ok|okay|super|excellente?|meilleure?|note|notee|confirmee?|fine|good|great|perfect|ideal|excellent|best|wonderful|convenient|suitable|confirmed|perfect[oa]|excelente|buen[oa]|genial|mejor|convenient[ea]))';
const possible = `(?:possible|posible|disponible|libre|available|free)${us}`;

const forms = {
  /** Names a slot and accepts it. */
  choosing: [
    // The slot alone.
    `(?<=^|, |\\b(?:oui|yes|si|ok|okay|please|merci|bonjour|hello|hola|hi) )${slotNamed}(?= ,|$| (?:please|svp|s il|merci|thanks|thank|por favor|gracias|pour|for|ok|okay|oui|yes|si|d accord|parfait|perfect)\\b)${us}?`,
    `${slotNamed} it is`,
    // French
    `(?:je|j|nous|on) (?:vous )?(?:(?:vais|allons|souhaite|souhaitons|souhaiterais|souhaiterions|voudrais|voudrions|aimerais|aimerions|veux|voulons) )?(?:prends?|prenons|prendrai|prendrons|prendra|vote pour|votons pour|choisis|choisissons|choisirais|choisirions|confirme|confirmons|retiens|retenons|accepte|acceptons|valide|validons|reserve|reservons|opte pour|optons pour|prefere|preferons|prefererais|prefererions|propose|proposons|souhaite|souhaitons|souhaiterais|souhaiterions|voudrais|voudrions|aimerais|aimerions|(?:ai|avons|a) (?:choisi|retenu)|retenir|prendre|reserver|choisir|confirmer|avoir) ${slotNamed}`,
    `(?:je|nous|on) (?:suis|sommes|serai|serons|est|sera) (?:(?:bien|tous|toutes|tout a fait) )*(?:disponibles?|dispos?|libres?|presente?s?|partante?s?|d accord|preneu\\p{L}+)(?: (?:a|au|pour|avec|dans|de))? ${slotNamed}`,
    `(?:(?:je|nous) (?:suis|sommes|serais|serions) )?(?:heureux|heureuses?|ravie?s?) de (?:confirmer|retenir|prendre|choisir) ${slotNamed}`,
    `(?:(?:seule?|uniquement|seulement) )?${meant} (?:(?:me|nous|m) )?(?:convient|conviendra|conviendrait|va|ira|irait|arrange|arrangerait|fonctionne|fonctionnera|marche|fera l affaire|ferait l affaire)${strongly}${us}?`,
    `${meant} (?:est|sera|serait) (?:${good}${us}?|${possible})`,
    `(?:ok|okay|d accord|c est (?:bon|parfait|ok|d accord)|ca (?:(?:me|nous) )?(?:marche|va|convient)|parfait|entendu|va|oui|partante?s?|bon) (?:pour|avec|a) ${slotNamed}`,
    `(?:notre|mon|le) choix (?:(?:, |est |c est |se porte sur |va a )*)${slotNamed}`,
    `(?:notre|ma) preference (?:va a|est|, ) ${slotNamed}`,
    `${slotNamed} est (?:notre|mon) choix`,
    `(?:merci de|veuillez|priere de|svp|(?:je|nous) vous (?:prie|prions) de) (?:bien vouloir )?(?:(?:nous|me) )?(?:reserver|noter|retenir|confirmer|choisir) ${slotNamed}${us}?`,
    `(?:reservez|retenez|notez) (?:(?:nous|moi) )?${slotNamed}${us}?`,
    `(?:je|nous) (?:vous )?(?:confirme|confirmons) (?:notre|ma|mon) (?:participation|presence|disponibilite|accord|choix) (?:a|au|pour|avec|de) ${slotNamed}`,
    `(?:je|nous) participer(?:ai|ons) (?:a|au) ${slotNamed}`,
    // English
    `(?:(?:i|we|let us|let s) )?(?:(?:have|ve) |(?:(?:will|ll|would|d|can|do|hereby|gladly|happily|definitely|happy to|glad to|pleased to|delighted to|want to|wish to|(?:would|d) like to|(?:am|are|m|re) (?:happy|glad|pleased|delighted) to|would be (?:happy|glad|pleased|delighted) to) ){0,2})(?:take|choose|chose|chosen|pick|picked|select|selected|confirm|accept|prefer|go (?:for|with)|opt for|opted for|book|like|agree (?:on|to|with)|decided on|suggest|propose|schedule|make|do|attend|meet you (?:in|at|on)|confirm (?:our|my) (?:participation|availability|attendance|presence|choice) (?:in|for|at|of|on)) ${slotNamed}`,
    `(?:let us|let s) meet(?: (?:in|at))? ${slotNamed}`,
    `(?:i|we) (?:am|are|m|re|will be|ll be) (?:(?:all|quite|very) )?(?:(?:available|free|ready)(?: (?:for|in|on|at))?|(?:happy|fine|good|ok|okay|pleased|delighted|glad) (?:with|for)) ${slotNamed}`,
    `(?:only )?${meant} (?:(?:will|would|does|ll|should) )?(?:works?|suits?|fits?|will do|would do)(?: (?:us|me|all))?${strongly}${us}?`,
    `${meant} (?:is|s|will be|would be|sounds|looks) (?:${good}${us}?|${possible}|(?:our|my) choice)`,
    `(?:yes|ok|okay|fine|good|happy|agreed) (?:to|with|for|on) ${slotNamed}`,
    `(?:our|my) (?:choice|preference) (?:(?:is|would be) )?${slotNamed}`,
    `(?:(?:please|kindly) )*(?:book|reserve|confirm|schedule|take|pick|choose|select|note|put (?:us|me) down for|count (?:us|me) in for|(?:sign|register|book|schedule) (?:us|me)(?: up)?(?: for| in| on)?) ${slotNamed}${us}?`,
    `(?:(?:please|kindly) )+(?:book|schedule) (?:us|me) (?:for|in|on) ${slotNamed}`,
    // Spanish
    `(?:(?:me|nos|les?) )?(?:elijo|elegimos|escojo|escogemos|prefiero|preferimos|preferiria|prefeririamos|elegiria|elegiriamos|confirmo|confirmamos|acepto|aceptamos|tomo|tomamos|tomaremos|opto por|optamos por|(?:quedo|quedamos|voy|vamos) con|selecciono|seleccionamos|reservo|reservamos|quiero|queremos|quisiera|quisieramos|gustaria|propongo|proponemos|puedo|podemos|agendamos|(?:he|hemos) (?:elegido|escogido|seleccionado))(?: (?:reservar|tomar|elegir|confirmar))? ${slotNamed}`,
    `(?:nos|me) (?:(?:conviene|sirve|funciona)${strongly}|(?:va|viene|queda|parece)(?: muy)? (?:bien|perfecto|perfectamente|genial)) ${slotNamed}`,
    `(?:solo )?${meant} (?:nos|me) (?:(?:conviene|convendria|sirve|funciona|gusta)(?: bien)?${strongly}|(?:va|viene|queda|parece|vendria)(?: muy| perfectamente)? (?:bien|perfecto|genial))${us}?`,
    `${meant} (?:conviene|funciona)${strongly}${us}?`,
    `${meant} (?:es|esta|seria|sera) (?:${good}${us}?|${possible})`,
    `(?:esta|es|seria) ${good} ${slotNamed}`,
    `(?:de acuerdo|ok|perfecto|bien) (?:con|en|para|a) ${slotNamed}`,
    `(?:estamos|estoy|estaremos|estare) (?:disponibles?|libres?|de acuerdo|presentes?) (?:en|para|con|a) ${slotNamed}`,
    `(?:nuestra|mi) (?:eleccion|preferencia) (?:, |es )+${slotNamed}`,
    `(?:reserven|agenden|anoten)(?:nos)? ${slotNamed}${us}?`,
    `(?:confirmo|confirmamos) (?:nuestra|mi) (?:participacion|presencia|asistencia|disponibilidad) (?:en|para|a) ${slotNamed}`,
    `(?:tengo|tenemos) el (?:agrado|gusto|placer) de confirmar(?:les?)? ${slotNamed}`,
  ],
  /** Accepts what was offered, whatever that is. */
  accepting: [
    '(?:nous acceptons|j accepte|je confirme|nous confirmons|confirmee?s?|entendu|c est (?:note|bon|entendu|parfait|d accord|ok)|d accord|volontiers)',
    '(?:(?:i|we) (?:accept|agree|confirm)|confirmed|agreed|accepted|noted|works for (?:us|me))',
    '(?:nos|me) conviene(?: (?:muy )?bien| perfectamente)?|(?:acepto|aceptamos|confirmo|confirmamos|confirmado|de acuerdo|vale)',
    'ok|okay|oui|yes|si|parfait|perfect|perfecto|excellent|excelente|super|great|wonderful|tres bien|very well|muy bien|genial|claro',
  ],
  courteous: [
    ',',
    '(?:bonjour|bonsoir|salut|hello|hi|dear|hola|buenos dias|buenas tardes|good (?:morning|afternoon|evening|day)|estimad[oa]s?|chere?s?)(?: (?:a tous|all|a todos|team|madame|monsieur|senora?|sir|madam|both))*',
    '(?:mme|m|mr|mrs|ms|dr|madame|monsieur|mesdames|messieurs|sir|madam|senora?|senores)',
    '(?:s il vous plait|s il te plait|svp|stp|please|por favor|kindly)',
    '(?:(?:un )?(?:grand|mille) )?(?:merci|thanks|thank you|many thanks|gracias|muchas gracias|mil gracias|cheers)(?: (?:beaucoup|bien|infiniment|encore|a vous|d avance|very much|so much|a lot|again|all|in advance|and|et|y|de antemano|de nuevo))*',
    '(?:je|nous) vous (?:en )?remercie(?:ons)?|(?:le|les) (?:agradezco|agradecemos)|(?:i|we) thank you',
    // Mere thanks for a letter; of what else one thanks for, nothing is known.
    '(?<=\\b(?:merci|remercie|remercions|thanks|thank you|gracias|agradezco|agradecemos) )(?:pour|de|for|por) (?:(?:votre|vos|ton|ta|cette|ce|la|le|your|the|this|su|sus|tu|la|el|les|los|las|these|estos|estas) )?(?:(?:proposed|gentil|gentille|prompte?|quick|prompt|kind|rapid|fast|pronta|rapida|amable) )?(?:message|courriel|mail|email|e mail|reponse|retour|aide|attention|patience|comprehension|reply|response|answer|letter|lettre|help|kindness|proposition|plage|creneau|creneaux|proposal|slot|option|suggestion|date|time|mensaje|correo|respuesta|carta|ayuda|atencion|propuesta|horario|opcione|fecha)s?(?: (?:rapide|rapida|tardive|si rapide|proposee?s|proposed|offered|propuest[oa]s))?',
    '(?:suite a|en reponse a|further to|in (?:reply|response|answer) to|en respuesta a) (?:votre|your|su) (?:message|courriel|mail|email|lettre|letter|mensaje|correo)',
    '(?:(?:toutes )?(?:mes|nos) excuses|desolee?s?|apologies|my apologies|sorry|disculpen?|perdon) (?:pour|for|por) (?:(?:le|la|the|my|our|mi|el) )?(?:retard|delay|late (?:reply|response|answer)|reponse tardive|demora|tardanza)',
    '(?:avec (?:grand )?plaisir|with (?:great )?pleasure|con (?:mucho )?gusto|no problem|sans probleme|pas de probleme|sin (?:ningun )?problema|no hay problema)',
    '(?:a (?:tres )?bientot|see you (?:soon|then|there)|hasta (?:pronto|entonces|luego)|nos vemos (?:pronto|entonces)|looking forward(?: to (?:it|(?:meeting|seeing|hearing from|speaking with) you))?|(?:we|i) look forward to (?:it|(?:meeting|seeing|speaking with) you)|au plaisir(?: de vous (?:rencontrer|voir|lire|revoir))?|bonne (?:journee|soiree|semaine|fin de semaine)|have a (?:nice|good|great) (?:day|week|weekend)|(?:que tenga )?(?:un )?buen (?:dia|fin de semana)|(?:talk|speak) (?:soon|then))',
    '(?:(?:bien |tres )?cordialement|(?:(?:meilleures|sinceres|cordiales|nos|mes) )*salutations(?: (?:distinguees|cordiales))?|bien a vous|chaleureusement|sincerement|(?:with )?(?:(?:my|our|best|kind|kindest|warm|warmest) )*regards|with best wishes|best wishes|all the best|best|yours(?: (?:sincerely|faithfully|truly))?|sincerely(?: yours)?|saludos(?: cordiales)?|(?:un )?(?:cordial|atento|afectuoso) saludo|(?:un )?(?:abrazo|saludo)|(?:muy )?atentamente)',
    '(?:(?:je|nous) (?:vous )?(?:confirme|confirmons|informe|informons)|veuillez noter|priere de noter|(?:this is to|i am writing to|we are writing to|writing to|i|we)(?: hereby)? (?:confirm|inform you)|(?:(?:le|les) )?(?:informo|informamos|confirmo|confirmamos)|please note) (?:que|qu|that)|(?:this is (?:just )?to|(?:i am|we are|i m|we re) writing to)',
    '(?:pour la rencontre|for the meeting|para la reunion)',
  ],
} as const;

const unitsOf = (sources: readonly string[]) => sources.map((source) => new RegExp(`(?:${source})(?: |$)`, 'uy'));
const courteous = unitsOf(forms.courteous);
const units = [...unitsOf([...forms.choosing, ...forms.accepting]), ...courteous];

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

/** The sentence with such words put as one, or left out. */
export function withoutPhrases(sentence: string): string {
  return phrases.reduce((text, [pattern, said]) => text.replace(pattern, said), sentence);
}

/**
 * Whether the sentence is an acceptance and nothing else, or mere courtesy, or says nothing at all.
 * @param sentence - After `withoutPhrases`, with `§` for what names the slot and its time.
 * @param names - Plain words of the names of persons: the writer's, and those of the house.
 */
export function isAcceptance(sentence: string, names: ReadonlySet<string> = new Set()): boolean {
  return !puttingOff.test(sentence) && isMadeOf(units, sentence, names);
}

/** Whether the sentence greets, thanks or takes leave, and nothing else. */
export function isCourtesy(sentence: string, names: ReadonlySet<string> = new Set()): boolean {
  return isMadeOf(courteous, sentence, names);
}

/** Whether a line closes a letter: « Cordialement, », « Merci, Ama », or a name alone. */
export function takesLeave(line: string, names: ReadonlySet<string>): boolean {
  return line.trim() !== '' && !greets.test(line) && isCourtesy(line, names);
}

const greets = /^(?:bonjour|bonsoir|salut|hello|hi|dear|hola|buen[oa]s|good|estimad|cher)/;

/** « We will confirm slot 2 » */
const puttingOff = /\b(?:will|ll|shall|would) confirm\b/;

function isMadeOf(known: readonly RegExp[], sentence: string, names: ReadonlySet<string>): boolean {
  const words = wordsOf(sentence);
  if (words === undefined || words.length > longest) return false;
  const reached = new Set([0]);
  for (const at of reached) {
    for (const unit of known) {
      unit.lastIndex = at;
      if (unit.test(words)) reached.add(unit.lastIndex);
    }
    const [word = ''] = /^\S*/.exec(words.slice(at)) ?? [];
    if (names.has(word)) reached.add(Math.min(words.length, at + word.length + 1));
  }
  return reached.has(words.length);
}

/** Nobody accepts in as many characters. */
const longest = 300;

/** Words, `§`, and a comma for whatever divides them; undefined where a sign says more than that. */
function wordsOf(sentence: string): string | undefined {
  const text = sentence
    .replace(/[:;=]-?[)d](?!\p{L})/gu, ' ')
    .replace(/\(([^()]*[\p{L}\p{N}§][^()]*)\)|\[([^[\]]*[\p{L}\p{N}§][^[\]]*)\]/gu, ' , $1$2 , ')
    .replace(/^\s*[-–—•*·]\s?/, '');
  if (saying.test(text)) return undefined;
  return text
    .replace(/(?<=\p{L})-(?=\p{L})/gu, ' ')
    .replace(/\s*[,:;.!?"«»“”„&–—•·/|@-]+\s*/gu, ' , ')
    .replace(/[^\p{L}\p{N}§,]+/gu, ' ')
    .replace(/(?: ,)+/g, ' ,')
    .replace(/^[ ,]+|[ ,]+$/g, '');
}

/** A sad face, a dash behind which nothing comes, dots; ✗ and ~ strike out. The signs of agreement and joy say no more. */
const saying =
  /[:;=]['"]?-?[([{/\\|<]|[-–—]\s*[.!]*\s*$|\.\.|[()[\]<>]|[^\p{L}\p{N}\s.,:;!?'"«»“”„&/*_•·–—#@|§\p{Emoji_Modifier}✅✔√☑☺👍👌🙏😊🙂😀😃😄-]/u;
