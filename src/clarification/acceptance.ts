/**
 * The words of which a plain acceptance consists: « la deuxième nous convient, merci », "let's go with slot 2, please".
 * A closed list on purpose: people refuse, doubt and set conditions in words without number, and a list of those would
 * always lack the next one. So whatever is not here makes a sentence that names a slot one to ask about. All plain.
 */
const accepting = vocabulary(`
  a accepte acceptons accord ai aimerais aimerions allons alors arrange au avec avons beaucoup bel belle bien bon
  bonjour bonne bonsoir c ca ce cela cette chaleureusement choisi choisie choisir choisirais choisirions choisis
  choisissons confirme confirmee confirmons conviendra conviendrait conviennent convient cordialement d dans de des
  disons dispo disponibilite disponible disponibles donc du en enchante enchantes entendu est et etre excellent
  excellente fixons fonctionne fonctionnera garde gardons grand grande heureuse heureuses heureux ideal ideale il
  infiniment informe informons inscrire inscris inscrivez irait iront j je joie l la le les ma marche me meilleur
  meilleure merci mes moi mon note noter notons notre nous on opte optons oui parfait parfaite parfaitement partant
  partants participation participerai participerons plaisir plait porte pour prefere preferee prefererais
  prefererions preferons prend prendre prends preneur preneurs prenons presence present presente presents prie
  priere prions propose proposons qui remercie remercions reserver reservez retenir retenons retenu retenue retiens
  s salutations se sera serai serait serons seront seule sincerement sinceres soit sommes souhaitais souhaite
  souhaiterais souhaiterions souhaitons suis super sur svp top toujours tres un une va vais valide validee validons
  veuillez veux voici volontiers vont vos votre voudrais voudrions voulons vous voyons y
  accept accepted agree agreed am and appreciate are at attend attending available be best book can cheers choose
  chose chosen confirm confirmed confirming convenient d dear decided definitely delighted do excellent fine fit
  fits for forward free glad go going good great greetings happily happy hello hereby hi i ideal in inform is it
  join joining kind kindly let like ll look looking love m make many meet meeting much my nice nicely noted ok okay
  on one opt our ours perfect perfectly pick picked picking please pleased pleasure prefer preferred ready really
  regards s schedule select selected sincerely sir so sounds suggest suit suits sure take taking thank thanks that
  the then there these this to truly us very warm we welcome well will wish with wonderful work works would writing
  yes you your yours
  aceptamos acepto acordamos acuerdo agendamos agenden agradecemos agradezco agrado al amable antemano asistiremos
  atentamente atento atentos buen buena buenas bueno buenos claro con confirmamos confirmo convendria conviene
  cordial cordiales dale del el elegido elegimos elegiria elegiriamos elijo encantada encantado es escogemos
  escogido escojo esta estamos estare estaremos estaria estoy favor funciona genial gracias gusta gustaria gusto he
  hemos hola informamos informo le les libre libres lo los mejores mi muchas mucho muy nos nosotras nosotros nuestra
  nuestro optamos para parece perfecta perfectamente perfecto podemos por preferimos preferiria prefeririamos
  prefiero presente proponemos propongo puedo quedamos quede quedo queremos queria quiero quisiera quisieramos
  reserven saludo saludos sea seleccionamos selecciono seria sirve su sus tenemos tengo tomamos tomo vamos vendria
  viene voy
`);

/** Who chooses, and what one is glad of, thanks or meets for: a number beside these is not that of a slot. */
const nouns = vocabulary(`
  accueil agenda aide appel attention choix collegues comite courriel creneaux delegation directeur direction
  directrice doyen doyenne email entretien equipe equipes groupe horaire lettre madame mademoiselle mail mesdames
  message messieurs ministre mme monsieur mr numero plages preference recteur rectrice rencontre rendezvous reponse
  retour reunion visio
  appointment attendance availability board call choice colleagues date dates dean department director everybody
  everyone group help kindness letter madam minister ministry mrs ms number participation patience presence rector
  reply response sirs staff team time visit
  asistencia atencion ayuda cita correo decana decano director directora disponibilidad eleccion encuentro equipo
  estimada estimadas estimado estimados fecha grupo llamada mensaje ministra ministro participacion preferencia
  presencia rectora respuesta senor senora senores
`);

/** Words that mean one thing together; each is put in the words of the list above, or is nothing. */
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
  [
    /\b(?:(?:my |our )?apologies|(?:we |i )?apologi[sz]e|(?:so |very )?sorry|toutes (?:nos|mes) excuses|(?:nos|mes) excuses|excuse[sz](?:[- ](?:moi|nous))?|desolee?s?|disculpen?|perdon(?:en?)?) (?:for|pour|por) (?:(?:the|my|our|this|le|la|ce|cette|mon|ma|notre|el|mi|nuestra) )?(?:(?:late|tardy) (?:reply|response|answer)|delay|(?:reponse|retour) (?:tardive?|en retard)|retard|demora|tardanza|respuesta tardia)\b[,;.]?/g,
    ' ',
  ],
  [/\b(?:fera|ferait) (?:tres bien |parfaitement )?l'affaire\b/g, 'convient'],
  [/\b(noter|informe|informons|confirme|confirmons|informo|informamos|confirmo|confirmamos) que\b/g, '$1'],
  [/\bthis is (?:just )?to (?=confirm|inform)|\b(?:i am|i'm|we are|we're) writing to (?=confirm|inform)/g, ' '],
  [/\b(?:agrado|gusto|placer) (?:de|en) (?:confirmar|informar|comunicar)(?:les?)?(?: que)?\b/g, 'confirmo'],
  // « le plus tôt » is another matter.
  [/\b(?:convient|arrange|va) le (?:plus|mieux)\b(?! tot| tard)/g, 'convient'],
  [/\bdoes (?=work|suit|fit)/g, ' '],
  [/^(?:sorry|desolee?s?|perdon|disculpen?)\b(?=.*\b(?:please|svp|plait|favor)\b)/, ' '],
  [
    /\b(?:first of all|(?:tout )?d'abord|en premier lieu|ante todo|primero que (?:todo|nada)|tout a fait|de antemano|d'avance|in advance)\b/g,
    ' ',
  ],
  [
    /\b(?:good (?:morning|afternoon|evening|day)|have a (?:nice|good|great) (?:day|week|weekend)|buen(?:os|as|)? (?:dias?|tardes?|noches?|fin de semana)|bonne (?:journee|soiree|semaine|fin de semaine)|a (?:tres )?bientot|hasta (?:pronto|entonces|luego)|(?:see|talk to|speak to) you(?: all)?(?: soon| then| there)?|(?:talk|speak) (?:soon|then)|nos vemos|(?:to )?(?:meeting|seeing|speaking|hearing) (?:with |from )?you(?: soon)?|au plaisir de (?:vous|se) (?:rencontrer|voir|lire|parler|revoir))\b/g,
    ' ',
  ],
  [/\b(?:premier|premiere|prime|first|primer|primera) minist(?:re|er|ro|ra)\b/g, 'ministre'],
  [/\brendez[- ]vous\b/g, 'rendezvous'],
  [/\b(?:please|veuillez|to|svp) reserver?\b/g, 'book'],
  [/\b(?:put (?:us|me) down|count (?:us|me) in) for\b/g, 'take'],
  [/\b(est|is|es) (?:possible|posible) (pour|for|para) (?=nous|moi|us|me|nosotr|mi\b)/g, '$1 $2 '],
  [/\b(i|we)(?:'ve| have) (?=chosen|selected|picked|decided|opted|agreed)/g, '$1 '],
  [/\bqueda (?:muy |perfectamente )?bien\b/g, 'conviene'],
  [/\b(?:le mieux|lo mejor|the best|at best|me best)\b/g, ' '],
  [
    /\b(convient|va|works?|fits?|suits?|conviene|bien)( for| a| para)? (?:tous|toutes|all(?: of us)?|todos|todas)\b/g,
    '$1',
  ],
  [/\btoute (?=l'equipe|la |notre )|\bthe (?:whole|entire) (?=team|group|delegation)|\btodo (?=el |nuestro )/g, ' '],
  [/\b(?:suite|en reponse) a\b|\b(?:further|in (?:reply|response|answer)) to\b|\ben respuesta a\b/g, ' '],
  [
    /\b(?:reponse|retour|message|courriel|reply|answer|response|respuesta|mensaje) (?:rapide|rapida)\b|\b(?:quick|prompt|rapid|fast|rapide|prompte?|pronta|rapida) (?:reponse|retour|message|reply|answer|response|respuesta)\b/g,
    'message',
  ],
  [
    /^(?:only|solo|solamente|seul(?:ement)?|uniquement) (?=(?:la |le |el |the )?(?:plage|creneau|slot|horario|franja|option|opcion|premi|deux|trois|second|first|third|segund|tercer))/,
    ' ',
  ],
];

/** Words of the list that together put it off. */
const puttingOff =
  /\b(?:will|ll|shall|be|going to) confirm|\bto be\b|(?<!\b(?:like|love|want|wish|pleased|happy|glad|delighted|writing|write) )\bto confirm\b|\blet me\b/;

/** « Nous avons une réunion à la plage 2 » : words of the list that together say that one is not free. */
const engaged = (() => {
  const event =
    '(?:reunion|appel|entretien|rendezvous|rencontre|visio|visite|call|meeting|visit|appointment|cita|llamada|encuentro)s?\\b';
  const having = '(?:ai|a|avons|aurons|aurai|have|has|ll have|will have|tengo|tenemos|tiene|hemos|estaremos|estare)';
  const being =
    '(?:suis|sommes|est|sera|serai|serons|seront|am|is|are|be|estoy|estamos|esta|estare|estaremos|estara|estaran)';
  return new RegExp(
    `\\b${having} (?:(?:deja|already|ya) )?(?:(?:un|une|una|a|an|another|notre|our|my|mon|ma|nuestra|nuestro|mi|su) )?${event}|\\b${being} en ${event}|\\b${being} in (?:a |an |our |my )?${event}|\\b${event} (?:is|est|es|esta|sera|will be) (?:in|at|on|a|en|el|la)\\b`,
  );
})();

/** The sentence with each of the phrases put as one word. */
export function withoutPhrases(sentence: string): string {
  return phrases.reduce((text, [pattern, said]) => text.replace(pattern, said), sentence);
}

/**
 * Whether these words accept, are polite, or say nothing at all.
 * @param words - After `withoutPhrases`, without what names the slot and its time.
 * @param names - Plain words of the names of persons: the writer's, and those of the house.
 */
export function isAcceptance(words: string, names: ReadonlySet<string> = new Set()): boolean {
  if (puttingOff.test(words) || engaged.test(words) || strangeSign.test(words)) return false;
  return (words.match(/[\p{L}\p{N}]+/gu) ?? []).every(
    (word) => accepting.has(word) || nouns.has(word) || names.has(word),
  );
}

/** Whether a number beside that word may stand for a slot: « pour 2 », "take 2", « pas 2 »; « groupe 2 » does not. */
export function goesWithSlot(word: string): boolean {
  return accepting.has(word) || hesitates(word);
}

/** Whether people say that word of a slot which they do not plainly take; it only shows that « la 2 » is a slot. */
export function hesitates(word: string): boolean {
  return hesitating.has(word);
}

const hesitating = vocabulary(`
  absent absente annulez annuler apres avant aucun aurions aurait clash clashes combien conflit convienne devenue
  difficile doit dommage dure elle encore entre eventuellement eviter evitez exclu exclue exclure finalement
  fonctionne hors impossible indisponible jamais libere mais malheureusement mal mieux moins n ne ni non oubliez ou
  parait pas peu peut peux plus plutot pose pourquoi pourrait quand que quoi rarement refuse refusee refusons
  retirez rigueur sauf semble si sinon sous tard tombe tot trop
  after anything anyway avoid away bad barely because before better busy but cancel cannot clashes conflicts could
  decline depends did didn difficult does doesn doubt drop during earlier early either except fails hardly hold how
  if impossible isn late later maybe might must needs neither never no none not only or out over possibly
  preferably probably rarely reject remove rather seems should since skip still than too tough unless unfortunately
  until was wasn what when which why without won worse wouldn
  ambos antes aunque casi cuando depende descarten despues dificil dudamos evitar eviten imposible jamas malo mas
  menos ningun nunca o peor pero porque queda quizas rechazamos salvo sin tal tampoco tarde temprano demasiado
`);

/** ✗ and ~ strike out or deny; the signs of a letter do not, nor do those of agreement and joy. */
const strangeSign = /[^\p{L}\p{N}\s.,:;!?()'"«»“”„/&*_…·•–—#@|§[\]\p{Emoji_Modifier}✅✔√☑☺👍👌🙏😊🙂😀😃😄-]/u;

function vocabulary(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/));
}
