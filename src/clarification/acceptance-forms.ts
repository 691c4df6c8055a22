const article =
  '(?:(?:celle|celui) d[eu]|(?:la|el) del|la|le|l|el|o|a|the|this|that|cette|ce|on|on the|at|(?:(?:le |the |el )?(?:numero|number) (?:de|of)(?: la| the| our)? )?(?:notre|mon|ma|our|my|nuestr[oa]|mi))';
/** What names the slot, with its article, and its time behind it. */
export const slotNamed =
  `(?:${article} )?(?:(?:plage|creneau|slot|horario|franja|time|option|opcion|date|fecha) (?:(?:de|du|del|of|on)(?: (?:the|le|el))? )?)?` +
  `§(?: (?:(?:,|le|la|el|the|a|at|las|a las|on|of|de|du|del|ou|or|o) ){0,3}§)*(?: (?:one|slot))?`;
/** « Cette date », "the time you propose": the one that is on offer. */
export const offeredTime =
  '(?:(?:cette|la|votre|ce|le|l) (?:nouvelle )?(?:date(?: et (?:cette |l )?heure)?|heure|plage|moment|jour|horaire|creneau|proposition)(?: (?:proposee?|offerte?|indiquee?|suggeree?|que vous (?:proposez|offrez|suggerez|indiquez)))?|(?:the|this|that|your) (?:new )?(?:(?:proposed|suggested|offered|indicated) )?(?:date(?: and (?:the )?time)?|time|slot|day|hour|proposal)(?: (?:proposed|suggested|offered|indicated|(?:that )?you (?:have )?(?:proposed?|suggest(?:ed)?|offer(?:ed)?)))?|(?:esa|esta|la|su|ese|este|el) (?:nueva |nuevo )?(?:fecha(?: y (?:la )?hora)?|hora|propuesta|dia|horario|momento)(?: (?:propuest[oa]|sugerid[oa]|ofrecid[oa]|indicad[oa]|que (?:nos )?propone[ns]?))?)';
/** « Cela nous convient » */
const chosen = `(?:${slotNamed}|${offeredTime})`;
const meant = `(?:${slotNamed}|cela|ca|that|it|this|eso|esto|${offeredTime})(?: ,)?`;
/** « pour nous » */
export const us =
  '(?: (?:a|pour|for|with|para)(?: (?:moi|nous|us|me|mi|nos|mim|nosotros|nosotras|tous|toutes|everyone|all of us|all|todos)(?: (?:and|et|y) (?:my|our|the|mon|notre|mes|nos|mi|nuestro|mis|nuestros) (?:team|colleagues?|equipe|collegues?|equipo|colegas?))?)| (?:for|on|from|at|de|por|pour) (?:our|my|notre|mon|nuestr[oa]) (?:side|end|part|cote|parte|lado))';

const strongly =
  '(?: (?:tres|bien|parfaitement|tout a fait|super|le plus|le mieux|very|really|perfectly|well|best|nicely|great|fine|muy|perfectamente|perfecto|genial|mejor))*';
const good =
  '(?:(?:(?:tout a fait|tres|very|really|just|muy|la|le|el|the) )*(?:parfaite?|ideale?|bon|bonne|bien|ok|okay|super|excellente?|meilleure?|note|notee|confirmee?|validee?|acceptee?|retenue?|choisie?|selectionnee?|fine|good|great|perfect|ideal|excellent|best|wonderful|convenient|suitable|confirmed|validated|accepted|selected|chosen|agreed|confirmad[oa]|validad[oa]|aceptad[oa]|elegid[oa]|seleccionad[oa]|perfect[oa]|excelente|buen[oa]|genial|mejor|convenient[ea]))';
/** What a choice is called; never a time or a date, whose number is another. */
const label = '(?:choice|choix|pick|selection|eleccion|seleccion|preference|preferencia)';
const slotWord = '(?:slot|plage|creneau|horario|franja|option|opcion|choice|date|fecha)(?: (?:number|numero))?';
const taken =
  '(?:preferred|chosen|selected|desired|requested|wanted|picked|favou?rite|retenue?|choisie?|souhaitee?|selectionnee?|preferee?|voulue?|demandee?|elegid[oa]|escogid[oa]|seleccionad[oa]|preferid[oa]|desead[oa])';
const possible = `(?:possible|posible|disponible|libre|available|free)${us}`;

/**
 * What names a slot and plainly accepts it: « la deuxième nous convient, merci », "let's go with slot 2, please". A grammar, closed
 * and small on purpose: people refuse, doubt and set conditions in words without number, and out of the words of an
 * acceptance too: « la plage 2 est notre réunion », "we wish slot 2 would suit". So whatever is not made of these forms
 * is asked about. No nouns of persons or events. All plain; `§` stands for what names the slot, or its moment.
 */
export const choosing: readonly string[] = [
  // What it is chosen for.
  '(?<=§ )(?:pour|for|para) (?:notre|la|cette|our|the|this|nuestra|esta) (?:rencontre|reunion|meeting|call|cita|llamada)(?=$| ,)',
  // The slot alone.
  `(?<=^|, |\\b(?:oui|yes|si|ok|okay|please|pls|merci|thx|bonjour|hello|hola|hi|alors|donc|bon|disons|so|say|entonces|pues|bueno|digamos|listo|entao|it) )${slotNamed}(?= ,|$| (?:please|pls|plz|plse|svp|stp|s il|s v p|merci|thanks|thank|thx|tks|por favor|porfa|xfa|gracias|obrigad[oa]|then|alors|donc|entonces|entao|pour|for|ok|okay|oui|yes|si|d accord|parfait|perfect)\\b)${us}?`,
  `${slotNamed} (?:it is|does)(?=$| ,)`,
  `(?<=^|, )${slotNamed} (?:,? ?)(?:${good})${us}?(?=$| ,| (?:please|pls|svp|merci|thanks|thx|gracias))`,
  `(?:on se (?:voit|verra|retrouve|rencontre)|nous nous (?:voyons|verrons|retrouvons)|rendez vous|rdv|rv|nos vemos|nos reunimos|(?:meeting|rencontre|reunion|reuniao) ,)(?: (?:donc|alors|entonces))?(?: (?:a|au|en|in|at|pour|para|na|no|,))* ${slotNamed}`,
  // A label before it: « Plage retenue : la 2 », "Our pick: 2", « El horario que preferimos es el 2 »
  `(?<=^|, )(?:(?:the|our|my|le|la|notre|mon|ma|el|nuestr[oa]|mi) )?(?:${label}|${taken}(?: ${slotWord})?|${slotWord} ${taken})(?: ,| is| est| es| sera| would be| serait| seria)* ${slotNamed}(?=$| ,)`,
  `(?<=^|, )(?:(?:the|our|my|notre|mon|ma|nuestr[oa]|mi) )?${taken} ${slotNamed}(?=$| ,)`,
  `(?<=^|, )(?:le |el )?numero d[eu](?: la)? ${slotNamed}(?=$| ,)`,
  `(?<=^|, )(?:the|our|la|le|el) ${slotWord} (?:that |que |qu )?(?:we|i|nous|je|on)? ?(?:want|prefer|like|choose|chose|picked|take|would (?:like|prefer|choose)|voulons|preferons|prenons|choisissons|avons (?:choisie?|retenue?)|prefere|prends|choisis|queremos|preferimos|elegimos|prefiero|elijo|quiero) (?:is|est|es|sera|serait|seria) ${slotNamed}(?=$| ,)`,
  // French
  `(?:je|j|nous|on) (?:vous )?(?:(?:vais|allons|souhaite|souhaitons|souhaiterais|souhaiterions|voudrais|voudrions|aimerais|aimerions|veux|voulons) )?(?:prends?|prenons|prendrai|prendrons|prendra|vote pour|votons pour|choisis|choisissons|choisirais|choisirions|confirme|confirmons|retiens|retenons|accepte|acceptons|valide|validons|reserve|reservons|opte pour|optons pour|prefere|preferons|prefererais|prefererions|propose|proposons|(?:pars|part|partons|partirons) (?:sur|avec|pour)|(?:marque|marquons|donne|donnons)(?: (?:mon|notre))? accord (?:pour|avec|a)|souhaite|souhaitons|souhaiterais|souhaiterions|voudrais|voudrions|aimerais|aimerions|(?:ai|avons|a) (?:choisi|retenu)|retenir|prendre|reserver|choisir|confirmer|avoir) ${slotNamed}`,
  `(?:je|nous|on) (?:suis|sommes|serai|serons|est|sera) (?:(?:bien|tous|toutes|tout a fait) )*(?:disponibles?|dispos?|libres?|presente?s?|partante?s?|d accord|preneu\\p{L}+)(?: (?:a|au|pour|avec|dans|de))? ${slotNamed}`,
  `(?:(?:je|nous) (?:suis|sommes|serais|serions) )?(?:heureux|heureuses?|ravie?s?) de (?:confirmer|retenir|prendre|choisir) ${slotNamed}`,
  `(?:(?:seule?|uniquement|seulement) )?${meant} (?:(?:me|nous|m) )?(?:convient|conviendra|conviendrait|va|ira|irait|sied|siera|agree|sourit|arrange|arrangerait|fonctionne|fonctionnera|marche|fera l affaire|ferait l affaire)${strongly}${us}?`,
  `${meant} (?:est|sera|serait) (?:${good}${us}?|${possible})`,
  `(?:ok|okay|d accord|c est (?:bon|parfait|ok|d accord|cale|note|acte|valide|confirme|entendu)|ca (?:(?:me|nous) )?(?:marche|va|convient)|parfait|entendu|va|oui|partante?s?|bon|conformes?)(?: (?:madame|monsieur|mme|m|,))* (?:pour|avec|a) ${chosen}`,
  `(?:ce (?:sera|serait)|ca sera)(?: (?:donc|alors))? (?=(?:l|la|le|celle|celui) )${slotNamed}`,
  `(?:notre|mon|le) choix (?:(?:, |est |c est |se porte sur |va a )*)${slotNamed}`,
  `(?:notre|ma) preference (?:va a|est|, ) ${slotNamed}`,
  `${slotNamed} (?:est|sera|serait) (?:notre|mon|ma) (?:choix|preference)`,
  `(?:merci de|veuillez|priere de|svp|(?:je|nous) vous (?:prie|prions) de) (?:bien vouloir )?(?:(?:nous|me) )?(?:reserver|noter|retenir|confirmer|choisir) ${slotNamed}${us}?`,
  `(?:(?:reservez|retenez|notez) (?:(?:nous|moi) )?|(?<=^|, )(?:retenons|prenons|choisissons|gardons|reservons) (?:donc )?)${slotNamed}${us}?`,
  `(?:je|nous) (?:vous )?(?:confirme|confirmons) (?:(?:notre|ma|mon) )?(?:participation|presence|disponibilite|accord|choix) (?:a|au|pour|avec|de) ${slotNamed}`,
  `(?:je|nous) participer(?:ai|ons) (?:a|au) ${slotNamed}`,
  `(?:je|nous) (?:suis|sommes|serai|serons) (?:(?:bien|tous|toutes) )*(?:presente?s?|disponibles?|la) (?:a|pour) (?:la|cette|notre) (?:rencontre|reunion) (?:(?:du|de|le) )*${slotNamed}`,
  `${slotNamed} (?:, )?(?:ca|cela) (?:(?:me|nous) )?(?:convient|conviendra|conviendrait|va|ira|irait|arrange|arrangerait|fonctionne|marche)${strongly}${us}?`,
  `(?:(?:je|nous) )?(?:porte|portons|arrete|arretons) (?:mon|notre) choix sur ${slotNamed}`,
  `(?:notre|mon) choix s est porte sur ${slotNamed}`,
  // English
  `(?:(?:i|we|let us|let s) )?(?:(?:humbly|respectfully|kindly|gladly|therefore|thus|hereby|unanimously|donc|bien|volontiers) )*(?:(?:have|ve) |(?:(?:will|ll|would|d|can|do|hereby|gladly|happily|definitely|happy to|glad to|pleased to|delighted to|want to|wish to|would love to|d love to|(?:would|d) like to|(?:am|are|m|re) (?:happy|glad|pleased|delighted) to|(?:would|d) be (?:happy|glad|pleased|delighted|honou?red) to) ){0,2})(?:take|choose|chose|chosen|pick|picked|select|selected|confirm|accept|prefer|go (?:for|with)|opt for|opted for|book|like|agree (?:on|to|with)|decided on|suggest|propose|schedule|make|do|attend|(?<=\\b(?:to|will|ll|can|do|would|d) )meet(?: with)?(?: you)?(?: (?:in|at|on))?|meet you (?:in|at|on)|say|vote for|confirm (?:(?:our|my) )?(?:participation|availability|attendance|presence|choice) (?:in|for|at|of|on)) ${slotNamed}`,
  `it (?:will|ll) be (?=the )${slotNamed}`,
  `(?:let us|let s) meet(?: (?:in|at))? ${slotNamed}`,
  `(?:i|we) (?:am|are|m|re|will be|ll be) (?:(?:all|quite|very) )?(?:(?:available|free|ready)(?: (?:for|in|on|at))?|(?:happy|fine|good|ok|okay|pleased|delighted|glad|comfortable) (?:with|for)) ${chosen}`,
  `(?:only )?${meant} (?:(?:will|would|does|ll|should) )?(?:works?|suits?|fits?|will do|would do)(?: (?:us|me|all))?${strongly}${us}?`,
  `${meant} (?:is|s|will be|would be|sounds|looks) (?:${good}${us}?|${possible}|(?:our|my) (?:choice|pick|preference|preferred (?:one|option|slot|time)|favou?rite))`,
  `(?:(?:i|we) agree|yes|ok|okay|fine|good|happy|agreed|confirmed) (?:to|with|for|on) ${chosen}`,
  `(?<=^|, )(?:accepting|choosing|taking|picking|confirming|selecting|going (?:for|with)) ${slotNamed}`,
  `(?:our|my) (?:choice|preference) (?:(?:is|would be) )?${slotNamed}`,
  `(?:(?:please|kindly) )*(?:book|reserve|confirm|schedule|take|pick|choose|select|note|lock in|consider|put (?:us|me) down for|count (?:us|me) in for|(?:sign|register|book|schedule) (?:us|me)(?: up)?(?: for| in| on)?) ${slotNamed}${us}?`,
  `(?:(?:please|kindly) )+(?:book|schedule) (?:us|me) (?:for|in|on) ${slotNamed}`,
  `(?:i|we) (?:will|ll|can|are going to|am going to) (?:attend|join|be at) (?:the|our|this) (?:meeting|call) (?:(?:on|of|at) )*${slotNamed}`,
  // Spanish
  `(?:(?:me|nos|les?) )?(?:elijo|elegimos|escojo|escogemos|prefiero|preferimos|preferiria|prefeririamos|elegiria|elegiriamos|confirmo|confirmamos|acepto|aceptamos|tomo|tomamos|tomaremos|opto por|optamos por|(?:quedo|quedamos|voy|vamos) (?:con|en|para)|selecciono|seleccionamos|reservo|reservamos|quiero|queremos|quisiera|quisieramos|gustaria|propongo|proponemos|puedo|podemos|agendamos|(?:he|hemos) (?:elegido|escogido|seleccionado))(?: (?:reservar|tomar|elegir|confirmar))? ${slotNamed}`,
  `(?:nos|me) (?:(?:conviene|sirve|funciona|acomoda|cuadra|calza)(?: mas)?${strongly}|(?:va|viene|queda|parece)(?: muy)? (?:bien|perfecto|perfectamente|genial)) ${slotNamed}`,
  `(?:solo )?${meant} (?:nos|me) (?:(?:conviene|convendria|sirve|funciona|gusta|acomoda|acomodaria|cuadra|calza)(?: bien)?${strongly}|(?:va|viene|queda|parece|vendria)(?: muy| perfectamente)? (?:bien|perfecto|genial))${us}?`,
  `${meant} (?:conviene|funciona)${strongly}${us}?`,
  `${meant} (?:es|esta|seria|sera) (?:${good}${us}?|${possible}|(?:nuestra|mi) (?:eleccion|preferencia|opcion))`,
  `(?:esta|es|seria) ${good} ${slotNamed}`,
  `(?:(?:estoy|estamos) )?(?:de acuerdo|ok|perfecto|bien|conforme|conformes|listo) (?:con|en|para|a) ${chosen}`,
  `(?:estamos|estoy|estaremos|estare) (?:disponibles?|libres?|de acuerdo|presentes?)(?: (?:en|para|con|a))? ${slotNamed}`,
  `(?:nuestra|mi) (?:eleccion|preferencia) (?:, |es )+${slotNamed}`,
  `(?:reserven?|agenden?|anoten?|apunten?|consideren?|considerar|separen?|programen?)(?:nos|me)?(?: (?:en|para|con))? ${slotNamed}${us}?`,
  `si (?:al|a la|para (?:la|el)) ${slotNamed}`,
  `(?:seria|sera|es|puede ser) ${slotNamed}`,
  `(?:confirmo|confirmamos) (?:(?:nuestra|mi|la|su) )?(?:participacion|presencia|asistencia|disponibilidad) (?:en|para|a) ${slotNamed}`,
  `(?:tengo|tenemos) el (?:agrado|gusto|placer) de confirmar(?:les?)? ${slotNamed}`,
  `(?:asistire|asistiremos|participare|participaremos|estaremos|estare) (?:a|en) la (?:reunion|cita|llamada) (?:(?:del|de|el) )*${slotNamed}`,
  // Portuguese
  `(?:(?:eu|nos) )?(?:escolho|escolhemos|prefiro|preferimos|confirmo|confirmamos|aceito|aceitamos|ficamos com|fico com|optamos por|opto por|queremos|quero|gostariamos de|gostaria de|reservamos|marcamos)(?: (?:reservar|confirmar|marcar|escolher|ficar com))?(?: o| a)? ${slotNamed}`,
  `${meant} (?:(?:nos|me) )?(?:serve|convem|fica (?:muito )?bem|funciona|esta (?:otim[oa]|perfeit[oa]|bom|boa|bem))${us}?`,
  `(?:por favor )?(?:reservem|marquem|agendem|confirmem)(?: (?:nos|a reuniao))?(?: (?:para|em))?(?: o| a)? ${slotNamed}`,
];

const theMeeting = {
  fr: '(?: (?:a|au|pour|lors de|en)(?: (?:cette|la|l|votre|ce|notre))? ?(?:rencontre|reunion|date|heure|moment|rendez vous|jour|appel)(?: (?:dite?|prevue?|indiquee?|proposee?|convenue?))?| ce jour la| alors)?',
  en: '(?: (?:the|this|that|your|our) (?:meeting|call|session))?(?: then| at (?:that|this|the (?:proposed|agreed|said|given|indicated|suggested)) (?:time|hour)| on (?:that|this|the (?:proposed|agreed|said|given|indicated|suggested)) (?:date|day))?',
  es: '(?: (?:a|en|para) (?:la|esa|esta|el|ese) (?:reunion|cita|fecha|hora|dia|horario|llamada)(?: (?:propuesta|propuesto|indicada|indicado|acordada|acordado|senalada))?| entonces)?',
};
const surely =
  '(?: (?:bien|tous|toutes|tout a fait|volontiers|all|both|gladly|happily|definitely|certainly|surely|of course|todos|todas|con gusto))*';

/** « Mon directeur et moi » */
const who = {
  fr: '(?:j|je|nous|on|(?:mon|ma|notre) \\p{L}+ et moi)',
  en: '(?:i|we|(?:my|our) \\p{L}+ and (?:i|myself))',
  es: '(?:(?:mi|nuestr[oa]) \\p{L}+ y yo )?',
};

/** Says that one will be there, and when only by what was offered: « Nous y serons », "We'll be there then". */
export const attending: readonly string[] = [
  // French
  `${who.fr} y (?:serai|serons|sera)${surely}`,
  `${who.fr} (?:y )?(?:serai|serons|sera)${surely} (?:la|presente?s?|au (?:rendez vous|rdv)|disponibles?|libres?|en ligne|connectee?s?|prete?s?|des votres)${theMeeting.fr}`,
  `${who.fr} (?:suis|sommes|est)${surely} (?:disponibles?|libres?)(?= (?:a|pour|ce|alors))${theMeeting.fr}`,
  `${who.fr} (?:y )?(?:participer(?:ai|ons|a)|assister(?:ai|ons|a)|viendr(?:ai|ons|a)|me connecterai|nous connecterons|me joindrai a vous|nous joindrons a vous)${surely}${theMeeting.fr}`,
  `${who.fr} (?:peux|pouvons|peut|pourrai|pourrons|pourra)${surely} (?:y )?(?:participer|assister|venir|etre (?:la|presente?s?|en ligne)|(?:nous|me) connecter)${theMeeting.fr}`,
  `(?:je|nous) (?:vous )?confirm(?:e|ons) (?:ma|mon|notre) (?:presence|participation|disponibilite)${theMeeting.fr}`,
  `(?:on se (?:voit|verra|parle|retrouve)|nous nous (?:voyons|verrons|parlons|retrouvons))(?= (?:a|alors)\\b)${theMeeting.fr}`,
  '(?:vous pouvez )?compte[rz] sur (?:nous|moi)',
  '(?:rencontre|reunion|rendez vous|rdv|date|heure|presence|participation) (?:confirmee?|acceptee?|validee?|retenue?)',
  // English
  `${who.en} (?:will|ll|shall|can|am going to|are going to)${surely} (?:be (?:there|present|available|online|on the call|in attendance)|attend|join(?: you)?|participate|take part|make it|connect)${theMeeting.en}`,
  `(?:i|we) (?:am|are|m|re)${surely} (?:available|free)(?= (?:then|at|on))${theMeeting.en}`,
  `(?:(?:i|we) (?:am|are|m|re|would be|will be|ll be) )?(?:happy|glad|pleased|delighted) to (?:meet|attend|join|talk)(?: (?:with )?you)?(?= (?:then|at|on))${theMeeting.en}`,
  '(?:you (?:can|may) count on (?:us|me)|(?:you can )?count (?:us|me) in|it (?:is|s) a date)',
  `(?:i|we) confirm (?:my|our) (?:attendance|presence|participation|availability)(?: (?:at|for|in))?${theMeeting.en}`,
  '(?:meeting|appointment|date|time|attendance|presence|participation) (?:confirmed|accepted)',
  '(?:see|talk to|speak to|meet) you then',
  // Spanish
  `(?:alli|ahi|alla) (?:estare|estaremos)`,
  `${who.es}(?:estare|estaremos)${surely} (?:alli|ahi|alla|presentes?|disponibles?|conectad[oa]s?|en linea)${theMeeting.es}`,
  `${who.es}(?:asistire|asistiremos|participare|participaremos|acudire|acudiremos|me conectare|nos conectaremos|me unire|nos uniremos)${surely}${theMeeting.es}`,
  `${who.es}(?:puedo|podemos|podre|podremos)${surely} (?:asistir|participar|estar(?: presentes?| alli| ahi)?|conectar(?:me|nos))${theMeeting.es}`,
  `confirm(?:o|amos) (?:(?:mi|nuestra|la) )?(?:asistencia|participacion|presencia|disponibilidad)${theMeeting.es}`,
  '(?:pueden? contar|cuenten?) con(?:migo| nosotr[oa]s)',
  '(?:reunion|cita|fecha|hora|asistencia|participacion) (?:confirmada|aceptada)',
  `(?:nos vemos|nos hablamos|nos reunimos)(?= (?:a|en|entonces))${theMeeting.es}`,
];

/** Accepts what was offered, whatever that is. */
export const accepting: readonly string[] = [
  '(?:nous acceptons|j accepte|je confirme|nous confirmons|confirmee?s?|entendu|c est (?:note|bon|entendu|parfait|d accord|ok)|d accord|volontiers)',
  '(?:(?:i|we) (?:accept|agree|confirm)|confirmed|agreed|accepted|noted|works for (?:us|me))',
  '(?:nos|me) (?:conviene(?: (?:muy )?bien| perfectamente)?|(?:va|viene|queda|vendria|parece)(?: (?:muy|perfectamente))? (?:bien|perfecto|genial))|(?:acepto|aceptamos|confirmo|confirmamos|confirmado|de acuerdo|vale)',
  `(?:ok|okay|bon|c est bon|parfait|d accord|good|fine|perfect|perfecto|de acuerdo|conformes?)${us}`,
  '(?<=^|, )(?:sure|good|fine|bien|ca (?:me |nous )?(?:marche|va)|of course|certainly|absolutely|bien sur|por supuesto|desde luego)(?=$| ,)',
  'ok|okay|okey|oki|oui|yes|yep|si|listo|conformes?|correcto|vale|ya|sim|parfait|perfect|perfecto|excellent|excelente|super|great|wonderful|tres bien|very well|muy bien|genial|claro',
];

/** Goes before what accepts: « Alors la 2 », "OK let's say 2". */
export const leading: readonly string[] = [
  '(?:alors|donc|bon|ben|bah|eh bien|et bien|dans ce cas|du coup|disons|mettons|va pour|so|well|then|in that case|let us say|let s say|say|make it|make that|entonces|pues|bueno|en ese caso|digamos|dale|entao|pois)',
];
