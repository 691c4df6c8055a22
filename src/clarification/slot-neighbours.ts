/** Whether a number beside that word may stand for a slot: « pour 2 », "take 2", « pas 2 »; « groupe 2 » does not. */
export function goesWithSlot(word: string): boolean {
  return neighbours.has(word) || hesitates(word);
}

/** Whether people say that word of a slot which they do not plainly take; it only shows that « la 2 » is a slot. */
export function hesitates(word: string): boolean {
  return hesitating.has(word);
}

const neighbours = vocabulary(`
  a accepte acceptons accord ai aimerais aimerions allons alors arrange au avec avons beaucoup bel belle bien bon
  bonjour bonne bonsoir c ca ce cela cette chaleureusement choisi choisie choisir choisirais choisirions choisis
  choisissons confirme confirmee confirmons conviendra conviendrait conviennent convient cordialement d dans de des
  disons dispo disponibilite disponible disponibles donc du en enchante enchantes entendu est et etre excellent
  excellente fixons fonctionne fonctionnera garde gardons grand grande heureuse heureuses heureux ideal ideale il
  infiniment informe informons inscrire inscris inscrivez irait iront j je joie l la le les ma marche me meilleur
  meilleure merci mes moi mon note noter notons notre nous on opte optons oui parfait parfaite parfaitement partant
  partants participation participerai participerons plaisir plait porte pour prefere preferee prefererais
  prefererions preferons prend prendre prends preneur preneurs prenons presence present presente presents prie priere
  prions propose proposons qui remercie remercions reserver reservez retenir retenons retenu retenue retiens s
  salutations se sera serai serait serons seront seule sincerement sinceres soit sommes souhaitais souhaite
  souhaiterais souhaiterions souhaitons suis super sur svp top toujours tres un une va vais valide validee validons
  veuillez veux voici volontiers fera ferait vont vos votre voudrais voudrions voulons vous voyons y accept accepted
  agree agreed am and appreciate are at attend attending available be best book can cheers choose chose chosen
  confirm confirmed confirming convenient dear decided definitely delighted do fine fit fits for forward free glad go
  going good great greetings happily happy hello hereby hi i in inform is it join joining kind kindly let like ll
  look looking love m make many meet meeting much my nice nicely noted ok okay one opt our ours perfect perfectly
  pick picked picking please pleased pleasure prefer preferred ready really regards schedule select selected
  sincerely sir so sounds suggest suit suits sure take taking thank thanks that the then there these this to truly us
  very warm we welcome well will wish with wonderful work works would writing yes you your yours serve convem acomoda
  cuadra calza nomas sied cale lock tx pls plz plse thx thks tks tnx ty bjr bsr slt bcp mrc mettons part partons rdv
  rv voit verra retrouve caler say favourite favorite vote okey oki yep listo conforme correcto entonces pues bueno
  digamos porfa dale ya puede podria ser sim obrigado obrigada pode fica entao escolhemos escolho ficamos aceptamos
  acepto acordamos acuerdo agendamos agenden agradecemos agradezco agrado al amable antemano asistiremos atentamente
  atento atentos buen buena buenas buenos claro con confirmamos confirmo convendria conviene cordial cordiales del el
  elegido elegimos elegiria elegiriamos elijo encantada encantado es escogemos escogido escojo esta estamos estare
  estaremos estaria estoy favor funciona genial gracias gusta gustaria gusto he hemos hola informamos informo libre
  libres lo los mejores mi muchas mucho muy nos nosotras nosotros nuestra nuestro optamos para parece perfecta
  perfectamente perfecto podemos por preferimos preferiria prefeririamos prefiero proponemos propongo puedo quedamos
  quede quedo queremos queria quiero quisiera quisieramos reserven saludo saludos sea seleccionamos selecciono seria
  sirve su sus tenemos tengo tomamos tomo vamos vendria viene voy
`);

const hesitating = vocabulary(`
  absent absente annulez annuler apres avant aucun aurions aurait clash clashes combien conflit convienne devenue
  difficile doit dommage dure elle encore entre eventuellement eviter evitez exclu exclue exclure finalement
  fonctionne hors impossible indisponible jamais libere mais malheureusement mal mieux moins n ne ni non oubliez ou
  parait pas peu peut peux plus plutot pose pourquoi pourrait quand que quoi rarement refuse refusee refusons retirez
  rigueur sauf semble si sinon sous tard tombe tot trop after anything anyway avoid away bad barely because before
  better busy but cancel cannot conflicts could decline depends did didn difficult does doesn doubt drop during
  earlier early either except fails hardly hold how if isn late later maybe might must needs neither never no none nor
  not only or out over possibly preferably probably rarely reject remove rather seems should since skip still than
  too tough unless unfortunately until was wasn what when which why without won worse wouldn ambos antes aunque casi
  cuando depende descarten despues dificil dudamos evitar eviten imposible jamas malo mas menos ningun nunca o peor
  pero porque queda quizas rechazamos salvo sin tal tampoco tarde temprano demasiado
`);

function vocabulary(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/));
}
