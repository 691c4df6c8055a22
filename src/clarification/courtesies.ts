/** What people greet, thank and take leave with; plain, in words and commas alone. */
export const courtesies: readonly string[] = [
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
];
