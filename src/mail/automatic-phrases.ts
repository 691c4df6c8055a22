/** What automatic answers say, by language: patterns in lower case, apostrophes straight. */
interface Phrases {
  /** How a program calls its answer, before the subject that it answers or alone. */
  title?: string;
  /** How an absence note is called. */
  away?: string;
  /** A program says that it is one. */
  automatic?: string;
  /** Somebody is not there. */
  absent?: string;
  /** What a note says beside the absence: until when, whom to ask. */
  note?: string;
  /** How an acknowledgement is called. */
  receipt?: string;
  /** What came is acknowledged. */
  received?: string;
  /** What a program adds to an acknowledgement, and people rarely do. */
  promise?: string;
  /** An office will answer soon: people say so too, in fewer words. */
  haste?: string;
  /** Somebody gets more mail than can be read soon. */
  busy?: string;
  /** Nobody reads what is answered. */
  unread?: string;
  /** People ask, wish, choose: an answer or a request of their own. */
  asks?: string;
}

const enNow = '(?:currently |presently |now |away and |temporarily |still )?';
const frNow = '(?:actuellement |présentement |malheureusement |exceptionnellement )?';
const esNow = '(?:actualmente |en este momento |temporalmente )?';
const enMessage =
  '(?:message|e-?mail|mail|(?:support )?request|enquiry|inquiry|query|submission|application|ticket|case|issue|complaint|comment|feedback|question)';
const frMessage =
  '(?:message|courriel|mail|e-mail|courrier|demande|requête|dossier|candidature|formulaire|signalement|réclamation|plainte|question|commentaire)';
const esMessage =
  '(?:mensaje|correo(?: electrónico)?|comunicación|escrito|solicitud|consulta|petición|e-?mail|reporte|queja|reclamo|reclamación|trámite|incidencia|ticket|caso)';
const ptMessage =
  '(?:mensagem|e-?mail|solicitação|pedido|consulta|manifestação|chamado|ocorrência|reclamação|requerimento|ticket|candidatura|contac?to)';
const deMessage =
  '(?:nachricht|anfrage|e-?mail|mail|mitteilung|anliegen|schreiben|bewerbung|beschwerde|meldung|ticket)';
const itMessage =
  '(?:messaggio|e-?mail|mail|richiesta|domanda|segnalazione|candidatura|comunicazione|pratica|reclamo|ticket)';
const nlMessage = '(?:bericht|e-?mail|mail|vraag|aanvraag|verzoek|melding|klacht|sollicitatie|ticket)';

/** Who confirms only that something came chooses nothing; Spanish and Portuguese share the verb. */
const ofReceipt =
  '(?! (?:la recepción|el recibo|que (?:hemos recibido|recebemos|su|a sua|o seu) |haber recibido|o recebimento|a rece[pç]?ção))';

const english: Phrases = {
  title:
    '(?:out[- ]of[- ](?:the[- ])?office )?auto(?:matic|mated|matically generated|mat)?[- ]?(?:e-?mail )?(?:reply|response|responder|answer|message|acknowledge?ment)|auto[- ]?(?:antwort|svar|respuesta|resposta)',
  away: `out[- ]of[- ](?:the[- ])?office|ooo|(?:i am |i'm |we are )?${enNow}(?:away(?: from (?:the|my) (?:office|desk))?|on (?:vacation|holidays?|(?:annual |maternity |parental |sick )?leave)|out of (?:the )?office)|(?:vacation|holiday|away|absence) (?:reply|message|notice|note|response|notification|alert)|office closed|vacation|sabbatical|(?:annual|maternity|paternity|parental|sick) leave`,
  automatic: `this (?:is|was) an? (?:auto(?:matic|mated|matically[- ]generated|[- ]generated)?|(?:computer|system|machine)[- ]generated)[- ]?(?:e-?mail )?(?:repl|response|message|e-?mail|mail|acknowledg|notice|notification|answer)|this (?:message|e-?mail|mail|reply|response|notification) (?:was|is|has been) (?:being )?(?:(?:sent|generated|created|produced) )?automatically|(?:automated|automatic|auto)[- ](?:reply|response|message|acknowledge?ment) (?:from|to (?:let|inform|confirm)|message)|automatically generated (?:message|e-?mail|reply|response)|you are receiving this auto|would like to recall (?:the|this|a) (?:message|e-?mail)`,
  absent: `(?:i am|i'm|i will be|i'll be|we are|we will be) ${enNow}(?:out of (?:the )?office|away|on (?:(?:an? )?(?:extended |well-earned )?(?:annual |maternity |paternity |parental |sick |study |medical )?(?:vacation|holidays?|leave|business trip|mission|field trip|sabbatical))|travel+ing|in meetings?|attending|abroad|out of the country|not (?:available|in the office|at my desk)|unavailable|off (?:work|sick|until|from|on))|(?:we are|our (?:office|offices|shop)s? (?:is|are)) (?:now |currently )?closed|i (?:only |usually |normally )?work (?:only )?(?:part[- ]?time|(?:on )?(?:mon|tues|wednes|thurs|fri|satur|sun)days?)|i (?:no longer work|have left|am no longer|have retired|have (?:moved|changed) (?:to a new|jobs|roles|positions))|(?:has left|have left|is no longer (?:with|at|employed (?:by|at)|part of|working (?:for|at|with))|no longer works (?:for|at|with)) (?:us\\b|the |our |this |here)|^(?:(?:currently )?on )?(?:annual|maternity|paternity|parental|sick|medical|study) leave (?:until|till|from|through)|^(?:currently )?on (?:leave|vacation|holidays?|sabbatical) (?:until|till|from|through)|(?:limited|no|little|intermittent|sporadic|irregular) access to (?:my )?(?:e-?mail|internet)|(?:office|university|school|company|institute|department|college|campus|center|centre|embassy|consulate|ministry|library|headquarters|secretariat|faculty)s? (?:is|are|will be) (?:now |currently )?closed|^(?:currently )?out of (?:the )?office (?:until|from)|you(?: have|'ve)? (?:just )?(?:e-?mailed|written to|reached|contacted|sent (?:\\S+ ){1,4}?to) (?:\\S+ ){0,4}?(?:former|ex-)|^away (?:until|from)|^back (?:on|in|at)`,
  note: '\\buntil\\b|\\btill\\b|\\bfrom \\d|\\bfrom (?:mon|tues|wednes|thurs|fri|satur|sun)day|\\breturn|\\bback\\b|\\bre-?open|\\burgent|\\bemergenc|\\babsence\\b|\\baccess\\b|\\bdelay|\\bcontact\\b|\\boccasional|\\binfrequent|\\bwill (?:respond|reply|answer|read|get back)\\b',
  received: `(?:we|i)(?: have|'ve)? (?:successfully |safely )?(?:received|got|gotten) your ${enMessage}|(?:we|i) (?:hereby )?(?:confirm|acknowledge) receipt of your ${enMessage}|your (?:recent )?${enMessage} (?:[(\\[]?#?\\d+[)\\]]? )?(?:has been|was|is) (?:successfully |now )?(?:received|logged|registered|submitted|recorded|created|opened|assigned)|you have reached (?:the|our)\\b|your ${enMessage} is (?:very )?important to us|(?:thank you|thanks) for (?:contacting|getting in touch|reaching out|writing to|your (?:recent |kind )?${enMessage})|a (?:new )?(?:support |help ?desk )?(?:ticket|case|request|incident)(?: for (?:support|assistance|help))? (?:has been|was|is) (?:opened|created|logged|raised)|(?:support |help ?desk |new )?(?:ticket|case|incident|request) (?:#?[\\w-]+ )?(?:(?:has been|was) )?(?:received|created|opened|logged)(?=\\W*$|\\s*[-–—:\\[(#]|\\s+\\S{0,10}\\d)`,
  promise: `\\bautomat|\\bticket\\b|(?:do not|don't|have not|haven't) (?:hear|heard) from us|\\b(?:due to|because of|given|receive|receiving) .{0,25}\\b(?:volume|number|amount) of (?:\\S+ ){0,2}?(?:messages|e-?mails|requests|enquiries|inquiries|queries|applications|submissions)|\\b(?:case|reference|request|tracking|incident|enquiry) (?:number|id|no\\b|#)|\\bunder (?:the )?(?:number|reference)|\\bwithin \\w+(?: \\(\\d+\\))? (?:working |business )?(?:hours|days)|\\bwithin \\d+[-–]\\d+|\\b(?:24|48|72) hours\\b|#\\d{3,}|\\bis (?:now |currently )?being (?:reviewed|processed|handled|assigned)\\b|\\b(?:type|write|enter) your (?:reply|response) above\\b|\\b(?:keep|(?:do not|don't) (?:change|alter|modify|remove)) (?:this|the) (?:reference|number|subject|case)`,
  haste:
    "\\b(?:we|someone|somebody|member|team|staff|you)\\b.{0,60}\\b(?:shortly|as soon as (?:possible|we can)|at our earliest)|\\basap\\b|\\bwe(?:'re| are) on it\\b",
  receipt: 'acknowledge?ment(?: of receipt)?|confirmation of receipt|receipt confirmation',
  busy: '\\b(?:i|we) (?:get|receive)(?: \\S+){0,3} (?:number|volume|amount|quantity|hundreds|dozens|lots?|many|much)(?: of)? (?:\\S+ )?(?:e-?mails?|mail|messages)|\\b(?:number|volume|amount) of (?:\\S+ )?(?:e-?mails?|messages)(?: that| which)? (?:i|we) (?:get|receive)',
  unread: `(?:please )?do not (?:reply|respond) (?:directly )?(?:to|by) (?:this|e-?mail|the sender)|replies to this|this (?:mailbox|inbox|(?:e-?mail )?address|account) is (?:not|un|no longer) ?(?:being )?(?:monitored|attended|read|checked|in use|active)|unmonitored (?:mailbox|address|inbox)|cannot (?:receive|accept) (?:incoming )?(?:replies|e-?mails)`,
  asks: `\\b(?:we|i|and|also|but)(?: would|'d| do| also| now| both| still| really| certainly| again)? (?:need|look(?! (?:at|into|after|over) | forward to (?:repl|respond|answer|hear|assist|serv|connect|speak|getting))|seek|want|wish(?! (?:you|all|every))|hope|would like|like|plan|are (?:looking(?! (?:at|into|after|over) )|seeking|interested|planning|searching)|am (?:looking(?! (?:at|into|after|over) )|seeking|interested|planning|searching)|choose|chose|take|accept|agree|confirm(?! (?:that we (?:have )?(?:received|got)|(?:the )?receipt))|prefer|propose|suggest|select|look for|can (?:meet|do|come))\\b(?! to (?:inform|let|thank|tell|apologi|acknowledge|confirm receipt|advise))|\\bplease (?:(?:keep|hold|leave|put) (?:us|(?:the|our|my|this) (?:file|request|project|case|place))(?!\\p{L})|confirm|(?:send|forward)(?! (?:(?:your|any|all|further|future) ){1,2}(?:e-?mails?|messages?|mail|correspondence|enquir|inquir|requests?|quer))|call me|tell|let (?:us|me) know|propose|advise us|add|enrol|register|find (?:attached|enclosed|below))|\\b(?:plage|slot|option|proposal|budget)s?\\b|\\b(?:could|can|would|may) (?:you|we)\\b|\\b(?:is|are|works?|suits?) (?:fine|ok(?:ay)?|good|perfect|us|me|best)\\b|\\bour (?:needs?|answers?|expectations?|request|project)\\b|\\bnature of|\\bmeet (?:you|with|on|at)\\b|\\bwould be (?:best|fine|good|great|perfect|better|ideal)\\b|day (?:works|suits|is (?:fine|good|best|ok))\\b|\\b(?:will|shall|'ll) (?:send|bring|prepare|join|sign|pay|come)\\b(?! (?:you )?(?:an? )?(?:\\S+ )?(?:response|reply|answer)\\b)|\\bsee you\\b|\\blet's\\b|\\bagreed\\b|\\bsounds good\\b|\\bi (?:am taking|have taken|take|took|will take) over\\b|\\bi (?:am |will )?replac(?:e|ing)\\b|^(?:yes|ok|okay|sure)(?!\\p{L})`,
};

const french: Phrases = {
  title:
    'réponse (?:automatique|automatisée|auto)|(?:message|courriel|mail|e-mail|avis|notification) (?:automatique|automatisée?)|(?:accusé|confirmation) de réception automatique|répondeur(?: automatique)?',
  away: `(?:avis |message |courriel |notification |note |annonce )?d'absence|absence(?: du bureau| hors du bureau| temporaire| prolongée)?|(?:je suis )?${frNow}absente?(?:\\(e\\))?(?: du bureau)?|hors (?:du )?bureau|(?:je suis )?(?:en |mes |de )?congés?(?: annuels?| d'été| de maternité| parental)?|(?:en |mes )?vacances(?: annuelles| d'été)?|fermeture (?:annuelle|estivale|des bureaux|de nos bureaux)|bureaux? fermés?`,
  automatic: `ceci est une? (?:réponse|message|courriel|accusé|avis|notification|e-?mail|mail) (?:de réception )?(?:générée? |envoyée? |émise? )?automati(?:que|sé)|(?:ce|cette|le présent) (?:message|courriel|réponse|e-?mail|mail|accusé de réception) (?:vous )?(?:a été|est|vous est) (?:générée?|envoyée?|créée?|adressée?|transmise?|émise?|produite?)(?: de façon| de manière)? automati|(?:message|courriel|réponse|e-?mail|mail) (?:envoyée?|générée?) automatiquement|ce(?:tte)? (?:message|courriel|e-?mail|réponse) est automatique|vous recevez ce(?:tte)? (?:message|courriel|réponse) automati|^(?:message|courriel|réponse) automatique(?=\\W*$)|(?:souhait(?:e|erait)|voudrait|aimerait) rappeler (?:le|ce) (?:message|courriel)`,
  absent: `je (?:suis|serai) ${frNow}(?:absente?|en congés?|en vacances|hors (?:du )?bureau|à l'(?:extérieur|étranger)|en mission|en déplacement|en voyage|en réunion|en formation|en arrêt|indisponible|en sabbatique|en télétravail|(?:en|à la) retraite|retraitée?)|je travaille à temps partiel|^(?:nos )?bureaux? fermés?|^(?:bonjour,? )?absen(?:te?|ce)(?:\\(e\\))?(?: du bureau)? (?:jusqu|du \\d|pour|le \\d|cette|ce (?:jour|matin)|aujourd|actuellement|depuis)|^(?:actuellement|présentement) (?:absente?|en (?:congés?|vacances|mission|déplacement))|je (?:ne travaille plus|ne fais plus partie|ne suis plus|n'exerce plus)|(?:ne travaille plus|ne fait plus partie|n'est plus en poste|n'exerce plus|a quitté (?:ses fonctions|notre|l'(?:entreprise|organisation|établissement|institution)|la (?:société|compagnie)|le (?:ministère|service)))|^en (?:mission|déplacement|congés?|vacances|formation|arrêt)(?: [^.,;?!]{1,30})? (?:du \\d|jusqu|pour|cette|toute)|j'ai quitté (?:mes fonctions|l'|la |le )|accès (?:limité|restreint|intermittent|réduit|difficile) à (?:mes|ma|mon) |(?:bureaux?|établissement|université|école|institut|entreprise|services?|secrétariat|direction|centre|cégep|collège|lycée|campus|faculté|ministère|mairie|ambassade|consulat|bibliothèque|siège|organisme|chambre de commerce) (?:est|sont|sera|seront) (?:actuellement |exceptionnellement )?fermée?s?|(?:je ne suis|nous ne sommes) (?:(?:malheureusement )?pas (?:disponibles?|joignables?|en mesure de (?:vous )?répondre) (?:actuellement|présentement|pour le moment|pour l'instant|en ce moment|cette semaine|aujourd'hui|avant (?:le|lundi)|jusqu)|(?:actuellement|présentement) pas (?:disponibles?|joignables?))|vous (?:avez (?:écrit|tenté de joindre|contacté)|écrivez|vous adressez)(?: à)? (?:\\S+ ){0,3}?(?:anciens?|anciennes?|ex-?)(?:\\s|employé|collègue)|je serai de retour|^de retour le`,
  note: 'jusqu|retour|férié|en cas d|urgen|du \\d{1,2}(?:er)? |dès mon|mon absence|à mon|contact|adress|écri(?:re|vez)|réouverture|accès|répondr(?:ai|ons)|traiterons|consult(?:erai|ation)|lirai',
  received: `(?:nous|j')(?: avons|ai| (?:vous )?confirmons avoir)? ?(?:bien )?(?:reçu|enregistré|pris en (?:compte|charge)) votre ${frMessage}|(?:accus(?:e|ent|ons) (?:bonne )?|confirm(?:e|ent|ons) (?:la )?(?:bonne )?)réception de votre ${frMessage}|votre ${frMessage} (?:a bien été|a été(?: bien)?|est bien|nous est bien) (?:reçue?|enregistrée?|transmise?|prise? en (?:compte|charge)|parvenue?|créée?|soumise?|acheminée?)|merci (?:d'avoir contacté|de (?:nous avoir contactés?|votre (?:message|courriel|demande)))|(?:un|le|votre) (?:ticket|billet|dossier)(?: \\S{0,3}\\d\\S*)? (?:a (?:bien )?été|est) (?:ouvert|créé|enregistré)|votre ${frMessage}(?: (?:n[°o]\\.?|numéro|#)? ?\\S*\\d\\S*)? est en cours de traitement`,
  receipt: '(?:accusé|avis|confirmation) de réception',
  haste: '(?:dans les|aux) (?:meilleurs|plus brefs) délais|(?:dès que|aussitôt que) possible',
  promise:
    "\\bautomati|\\b(?:ticket|billet)\\b|(?:dossier|demande|requête) (?:n[°o]\\.?|numéro|#) ?\\d|numéro de (?:dossier|billet|ticket|demande|référence|suivi|requête)|(?:sous|portant) (?:le (?:numéro|n°)|la référence)|sans (?:nouvelles?|réponse|retour) de notre part|(?:en raison|compte tenu|vu|étant donné) (?:du|de la|le|la|d'un) .{0,25}(?:nombre|volume|quantité) (?:\\S+ ){0,2}?(?:de |d')?(?:\\S+ ){0,2}?(?:messages|courriels|e-?mails|mails|demandes|requêtes|candidatures|questions)|sous (?:un délai de )?\\w+ (?:heures|jours)|délai de \\w+ |dans les \\w+ (?:heures|jours)|\\b(?:24|48|72) ?(?:h\\b|heures)",
  busy: "(?:je reçois|nous recevons)(?: \\S+){0,3} (?:beaucoup|nombre|volume|quantité|énormément|trop|dizaines|centaines)(?: \\S+)? (?:de |d')(?:courriels?|messages|mails|e-mails)|(?:nombre|volume|quantité)(?: \\S+)? de (?:courriels?|messages|mails|e-mails) que (?:je reçois|nous recevons)",
  unread:
    "ne pas (?:y )?répondre (?:à (?:ce|cette|cet)|directement)|(?:veuillez|merci de|prière de) ne pas (?:y )?répondre(?! (?:par|au|avant|trop|à (?:mon|ma|mes|son|sa|ses|leur)(?!\\p{L})))|ne répondez pas à (?:ce|cette|cet)|(?:boîte|adresse)[^.]{0,40} (?:n'existe plus|a été (?:désactivée|supprimée|fermée))|(?:boîte|adresse)[^.]{0,40} n'est (?:pas|plus) (?:consultée|surveillée|lue|relevée|utilisée|active|valide|en (?:service|usage|fonction))",
  asks: "(?:garder|laisser|conserver|tenir|maintenir|mettre|suspendre|reporter) (?:notre|ma|mon|le|ce) (?:demande|dossier|projet|place)(?!\\p{L})|je (?:poursuis|continue|garde) (?:ce|cette|le|la|notre|mon|ma) |(?:répon|rempli|complét)\\p{L}+ (?:au|le|à vos) (?:questionnaire|questions)|(?:nous|je|on) (?:vous |le |la |les |l'|y |en )?(?:cherch|recherch|souhait(?!\\p{L}* (?:d'|de |une? |du )?(?:joyeu|bon|excellent|agréable|merveilleu))|voul|voudr|aimer|désir|avons besoin|ai besoin|choisi|préfér|confirm(?!(?:e|ons)(?: (?:la )?(?:bonne )?réception| avoir (?:bien )?reçu| que (?:nous avons|j'ai|votre)))|accept|retenons|retiens|prenons|prends|propos|prévoy|demand|sollicit|soumet|serons \\w+ personnes|serons (?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|\\d))|\\b(?:plage|option|créneau|proposition|rencontre|rencontrer|rendez-vous)s?\\b|\\bbudget|convien|(?:pouvez|pourriez|avez|offrez|proposez|seriez)-vous|\\b(?:rappelez|appelez|envoyez|écrivez|répondez|dites|confirmez|inscrivez|transmettez)-(?:moi|nous)|\\b(?:serait|sera) (?:parfait|idéal|mieux|possible)|\\bserait (?:bien|bon)\\b|\\b(?:vous|nous|j') ?(?:enverr|transmettr|apporter(?! (?:une|la|toute|des) (?:réponse|solution|suite|aide))|confirmer|viendr)|\\bd'accord (?:pour|avec)|\\b(?:c'est|ce sera) (?:parfait|bon|noté)|\\bok pour\\b|\\bvolontiers\\b|^(?:oui|ok|entendu|d'accord)(?!\\p{L})|je (?:reprends|remplace)|\\bnous (?:maintenons|tenons toujours)|nature d(?:e|es|u) |nos (?:besoins|attentes)|ci-joint|veuillez (?:trouver|nous|me|confirmer|noter nos)",
};

const spanish: Phrases = {
  title:
    'respuesta (?:autom[áa]tica|automatizada)|contestaci[óo]n autom[áa]tica|(?:mensaje|correo|aviso) autom[áa]tico|auto-?respuesta|acuse de recibo autom[áa]tico',
  away: 'fuera de (?:la )?oficina|(?:aviso de |mensaje de )?ausencia(?: (?:de|en) la oficina| temporal)?|ausente(?: de la oficina)?|(?:estoy )?(?:de |en )?vacaciones|(?:de )?licencia(?: (?:por|de) (?:maternidad|paternidad))?|cierre por vacaciones',
  automatic:
    '(?:este|esto|esta|éste|ésta) es una? (?:mensaje|correo(?: electrónico)?|respuesta|aviso|e-?mail|notificación) (?:generad[oa] |enviad[oa] |de respuesta |de forma )*autom[áa]tic|(?:este |el presente )?(?:mensaje|correo)(?: electrónico)? (?:ha sido|fue|es|se ha) (?:generado|enviado|creado)(?: de (?:forma|manera))? autom[áa]tic|(?:mensaje|correo) generado autom[áa]ticamente',
  absent: `(?:estoy|estaré|me encuentro|me encontraré|estamos|estaremos) ${esNow}(?:fuera|de vacaciones|en vacaciones|ausente|de licencia|de viaje|de permiso|de baja|en una? (?:reuni|viaje|misión)|en reuni|en comisi[óo]n|sin acceso)|ya no (?:trabajo|formo parte|laboro|trabaja|forma parte|labora)|^(?:de|en) (?:vacaciones|licencia|viaje|permiso)(?: [^.,;?!]{1,30})? (?:hasta|del \\d)|ha (?:escrito|contactado) (?:\\S+ ){0,4}?(?:ex[ -]|exempleado|antigu[oa])|acceso (?:limitado|restringido) a(?:l| mi) correo|(?:oficina|universidad|empresa|instituto|escuela|instituci[óo]n|ministerio|embajada|consulado|secretar[íi]a|facultad|ayuntamiento|centro)s? (?:está|están|estará|estarán|permanecerá|permanecerán) cerrad`,
  note: 'hasta|regres|vuelv|retorn|ausencia|reapertura|urgen|emergenc|contact|escrib[ai]|responder[ée]|\\bdel \\d|a partir del',
  received: `(?:hemos recibido|recibimos|he recibido) (?:correctamente )?(?:su|tu) ${esMessage}|(?:confirmamos|acusamos) (?:la |el )?(?:recepción|recibo) de (?:su|tu) ${esMessage}|(?:su|tu) ${esMessage} (?:ha sido|fue|se ha|ha quedado|quedó|está) (?:\\S+mente )?(?:recibid|registrad|enviad|cread|asignad|radicad|ingresad)|gracias por (?:contactar|comunicarse|ponerse en contacto|escribir|su (?:mensaje|correo|consulta|solicitud))|^constancia de recepción|^(?:se ha|ha sido|fue|quedó) registrad[oa] (?:con|bajo) (?:el )?(?:n[úu]mero|folio|radicado)`,
  receipt: 'acuse de recibo|(?:confirmación|aviso|constancia) de (?:recepción|recibo)',
  haste:
    'a la (?:mayor )?brevedad|lo (?:más pronto|antes) posible|tan pronto como|(?:menor tiempo|brevedad) posible|\\ben breve\\b|\\bpronto (?:le|les|nos) ',
  promise:
    'autom[áa]tic|\\bticket\\b|n[úu]mero de (?:caso|solicitud|ticket|referencia|seguimiento|folio|expediente|radicado|trámite)|(?:con|bajo) el (?:n[úu]mero|folio|radicado|c[óo]digo)|en (?:un plazo|las próximas|menos de) \\w+|(?:debido|dad[oa]) (?:al?|el|la) .{0,25}(?:volumen|número|cantidad) de (?:\\S+ ){0,2}?(?:mensajes|correos|solicitudes|consultas|peticiones)|\\b(?:24|48|72) horas|dentro de (?:las |los )?(?:próxim[ao]s )?\\d+',
  busy: 'recib(?:o|imos)(?: \\S+){0,3} (?:número|volumen|cantidad|muchos|cientos|decenas)(?: de)? (?:correos|mensajes|e-?mails)|(?:número|volumen|cantidad) de (?:correos|mensajes|e-?mails)(?: electrónicos)? que recib',
  unread:
    '(?:por favor,? )?no (?:responda|conteste|responder)(?: directamente)? (?:a )?(?:este|esta)|por favor,? no (?:lo )?(?:responda|conteste)|(?:buzón|dirección|cuenta)[^.]{0,30} (?:no|ya no) (?:es|está|se) (?:supervisad|monitoread|atendid|activ|en uso|us[ao]|utiliz|le[ea]|consult|revis|atiend)',
  asks: `\\b(?:buscamos|busco|necesitamos|necesito|quisiéramos|quisiera|queremos|quiero|deseamos|deseo|solicitamos|solicito|preferimos|prefiero|elegimos|elijo|confirmamos${ofReceipt}|confirmo|aceptamos|acepto|proponemos|propongo|nos gustaría|me gustaría)\\b|convien|\\b(?:opci[óo]n|propuesta|horario(?! (?:de|laboral))|presupuesto|reuni[óo]n|reunirnos|reunirse|inscribir)\\b|\\b(?:pueden?|podrían?|podemos|podríamos) (?:ustedes |usted |nos)?(?!(?:tardar|demorar|llevar|consultar|seguir|ver |acceder|comunicarse|contactar|dirigirse|escribir a|llamar al|encontrar|añadir|agregar|responder))|\\b(?:llámenos|llámeme|envíenos|envíeme|escríbanos)\\b|nuestr[oa]s? (?:necesidad|expectativa)|adjunt|\\bsería (?:mejor|ideal|perfecto|bueno)|les? (?:envío|mando|(?:envi|mand)ar(?:é|emos))(?!\\p{L})|\\bde acuerdo\\b|me viene bien|nos vemos|^(?:sí|vale)(?!\\p{L})`,
};

const portuguese: Phrases = {
  title: 'resposta (?:autom[áa]tica|automatizada)|(?:mensagem|e-?mail|aviso) autom[áa]tic[ao]|auto-?resposta',
  away: 'ausente(?: do escrit[óo]rio)?|fora do escrit[óo]rio|(?:aviso de )?aus[êe]ncia(?: (?:do|de) escrit[óo]rio| tempor[áa]ria)?|(?:estou )?(?:de |em )?f[ée]rias|(?:de |em )?licença(?: (?:de|por) (?:maternidade|paternidade|parentalidade))?',
  automatic:
    '(?:esta|este|isto|esse|essa) [ée] uma? (?:mensagem|resposta|e-?mail|aviso|notificação) (?:gerad[oa] |enviad[oa] |de resposta )?autom[áa]tic|(?:esta |este )?(?:mensagem|e-?mail) (?:foi|é) (?:gerad|enviad|criad)[oa](?: de forma)? autom[áa]tic',
  absent:
    '(?:estou|estarei|encontro-me|me encontro|estamos|estaremos) (?:atualmente |neste momento |temporariamente )?(?:ausente|de f[ée]rias|em (?:gozo de )?f[ée]rias|fora|(?:de|em) licença|em viagem|em missão|indispon[íi]vel|sem acesso|em reuni)|(?:j[áa] n[ãa]o trabalho|n[ãa]o trabalho mais|n[ãa]o faço mais parte|j[áa] n[ãa]o trabalha|n[ãa]o trabalha mais|n[ãa]o faz mais parte)|^(?:de|em) (?:f[ée]rias|licença|viagem|missão)(?: [^.,;?!]{1,30})? (?:at[ée]|de \\d)|acesso (?:limitado|restrito) ao? (?:meu )?e-?mail|(?:escrit[óo]rio|universidade|empresa|instituto|escola|minist[ée]rio|embaixada|consulado|secretaria|faculdade|câmara)s? (?:está|estão|estará|estarão|encontra-se) (?:encerrad|fechad)',
  note: '\\bat[ée](?!\\p{L})|retorn|regress|volt|aus[êe]ncia|urg[êe]n|emerg[êe]n|contact|contat|responderei|entre \\d|a partir d',
  received: `recebemos (?:a |o )?(?:su?a|seu|vossa|vosso) ${ptMessage}|confirmamos (?:o recebimento|a rece[pç]?ção) d[ao] (?:su?a|seu|vossa|vosso) ${ptMessage}|(?:a |o )?(?:sua|seu|vossa|vosso) ${ptMessage} foi (?:recebid|regist?rad|registad|enviad|criad|abert|encaminhad)|obrigad[oa] (?:por (?:entrar em contacto|entrar em contato|contactar|nos contatar)|pel[oa] (?:su?a|seu) (?:mensagem|contacto|contato|e-?mail))`,
  receipt: '(?:confirmação|aviso) de (?:rece[pç]?ção|recebimento)',
  haste: '(?:o mais|com a maior|na maior) brev(?:e|idade)(?: poss[íi]vel)?|assim que poss[íi]vel',
  promise:
    'autom[áa]tic|\\bticket\\b|(?:com|sob) o (?:n(?:[úu]mero|\\.?º)|protocolo)|prazo (?:para|de) (?:a )?respos|devido a[o]? .{0,25}(?:volume|número|quantidade) de (?:\\S+ ){0,2}?(?:mensagens|e-?mails|pedidos|solicitações|contac?tos)|n[úu]mero (?:de|do) (?:caso|pedido|ticket|protocolo|solicitação|refer[êe]ncia|chamado)|no prazo de \\w+|em até \\w+ (?:horas|dias)|\\b(?:24|48|72) horas',
  busy: 'receb(?:o|emos)(?: \\S+){0,3} (?:número|volume|quantidade|muitos|centenas|dezenas)(?: de)? (?:e-?mails|mensagens)|(?:número|volume|quantidade) de (?:e-?mails|mensagens) que receb',
  unread:
    '(?:por favor,? )?n[ãa]o (?:responda|responder)(?: (?:a|à) est|$|[.! ]*$)|favor n[ãa]o responder|(?:caixa|endereço)[^.]{0,30} n[ãa]o (?:[ée]|est[áa]|se) (?:mais )?(?:monitor|lid[oa]|utiliz|usad|ativ|consult|em uso)',
  asks: `\\b(?:procuramos|procuro|precisamos|preciso|gostar[íi]amos|gostaria|queremos|quero|desejamos|solicitamos|preferimos|prefiro|escolhemos|escolho|confirmamos${ofReceipt}|confirmo|aceitamos|aceito|propomos)\\b|conv[ée]m|\\b(?:opção|proposta|horário(?! (?:de|laboral))|orçamento|reunião com|reunir)\\b|\\b(?:podem|poderiam|podemos|poderíamos|pode|poderia)\\b(?! (?:demorar|levar|consultar|acompanhar|ver|aceder|acessar|contac?tar|entrar em contac?to|encontrar|responder|dirigir))|noss[oa]s? (?:necessidade|expectativa)|em anexo|\\bde acordo\\b|\\bcombinado\\b|^sim(?!\\p{L})`,
};

const arabic: Phrases = {
  title:
    '(?:ال)?رد (?:ال)?(?:تلقائي|آلي|ألي|اوتوماتيكي|أوتوماتيكي)|إجابة تلقائية|رسالة (?:تلقائية|آلية)|بريد تلقائي|تلقائي',
  away: '(?:أنا )?خارج المكتب|(?:أنا )?(?:في )?[إا]جازة(?: سنوية| رسمية)?|غائب|غياب|إشعار غياب',
  automatic:
    'هذ[هاي] ?(?:هي |هو )?(?:ال)?(?:رسالة|رد|بريد|إشعار|رساله)(?: \\S+)? (?:ال)?(?:تلقائي|آلي|ألي|أوتوماتيك)|تم (?:إرسال|ارسال|إنشاء) هذ[هاي] ?(?:الرسالة|البريد|الرد)[^.]{0,30}(?:تلقائي|آلي)',
  absent:
    '(?:أنا|انا|سأكون|سوف أكون|أكون|إنني|إني|أود إعلامكم أنني|نحن) (?:\\S+ ){0,2}?(?:خارج (?:المكتب|البلاد|المدينة)|في [إا]جازة|غير (?:متواجد|موجود|متاح)|غائب|مسافر|في مهمة|في سفر|في اجتماع)|(?:لقد )?غادرت (?:الشركة|العمل|المؤسسة|الوزارة|المعهد)|لم (?:أعد أعمل|يعد يعمل|تعد تعمل)|(?:المكتب|مكتبنا|مكاتبنا|الجامعة|الشركة) (?:مغلق|مقفل|مغلقة)|وصول محدود',
  note: 'حتى|غاية|عودت|العاجل|للضرور|الطوارئ|الطارئ|اتصال|التواصل|مراسلة|سأرد|سأعود|سوف أرد|من \\d|إلى \\d|الوصول إلى البريد|نهاية',
  received:
    '(?:تم|لقد تم) (?:ال)?(?:استلام|استقبال|تلقي|تسجيل) (?:رسالت|طلب|بريد|استفسار)|استلمنا (?:رسالت|طلب)|(?:لقد )?تلقينا (?:رسالت|طلب|بريد)|شكرا? (?:ل|على )(?:تواصل|اتصال|رسالت)',
  receipt: '(?:إشعار|تأكيد) (?:ال)?(?:استلام|استقبال)',
  haste: 'في أقرب وقت|بأقرب وقت|في أقرب فرصة|قريبا|في القريب',
  promise:
    'تلقائي|آلي|رقم (?:ال)?(?:طلب|تذكرة|مرجع|الحالة)|(?:برقم|تحت رقم)|خلال \\S+ (?:ساعة|أيام|يوم)|عدم الرد|(?:نظرا|بسبب) (?:ل)?(?:كثرة|ارتفاع عدد|زيادة عدد|العدد الكبير|الكم الكبير|ضغط)',
  unread: '(?:يرجى|الرجاء|نرجو) عدم الرد|لا ترد على هذ|لا تقم بالرد',
  asks: 'نبحث|أبحث|نرغب|أرغب|نود|أود أن(?! أعلم)|نحتاج|أحتاج|نختار|أختار|نريد|أريد|نفضل|أفضل|نؤكد|أؤكد|نقترح|الموعد|(?<!\\p{L})هل |اجتماع مع|ميزانية|نطلب|أطلب|لكننا|لكن ',
};

const german: Phrases = {
  title:
    'automatisch(?:e|er|es)? (?:antwort|r[üu]ckmeldung|antwortmail|e-?mail|nachricht|eingangsbest[äa]tigung)|automatisierte (?:antwort|nachricht)|auto-?antwort',
  away: 'abwesend|abwesenheit(?:s(?:notiz|nachricht|meldung|benachrichtigung|mitteilung|assistent|info))?|(?:bin )?nicht im b[üu]ro|au(?:ß|ss)er haus|(?:im |bin im )?urlaub|betriebsferien|(?:in )?elternzeit|(?:im )?mutterschutz',
  automatic: `dies(?:e|es|er)? (?:ist eine? automati|${deMessage} (?:wurde|ist|wird) (?:\\S+ )?automatisch)|dies(?:e|es) automatische (?:antwort|nachricht)|automatisch (?:generierte|erstellte|erzeugte|versendete) (?:nachricht|e-?mail|antwort)`,
  absent:
    'ich (?:bin|befinde mich|werde)(?: [^?!]{0,60})? (?:nicht (?:im (?:b[üu]ro|hause?)|erreichbar|verf[üu]gbar)|abwesend|au(?:ß|ss)er haus|im urlaub|in urlaub|in elternzeit|auf (?:dienst|gesch[äa]fts)reise|unterwegs|krank(?:geschrieben)?)|ich bin (?:erst )?(?:ab|am|vom)[^?!]{1,40}wieder|nicht mehr (?:\\S+ ){0,5}(?:t[äa]tig|besch[äa]ftigt|angestellt)|^(?:bis|vom|ab) [^?!]{1,40}abwesend|(?:ich arbeite|arbeitet) nicht mehr (?:f[üu]r|bei|in) |ich arbeite nicht mehr|sie haben (?:\\S+ ){0,4}?(?:ehemalige|frühere)\\S* (?:\\S+ ){0,3}?(?:geschrieben|erreicht|kontaktiert)|^(?:derzeit |zur zeit )?(?:im urlaub|auf dienstreise|in elternzeit)(?: [^.,;?!]{1,30})? (?:bis|vom)|(?:b[üu]ro|universit[äa]t|hochschule|firma|gesch[äa]ftsstelle) (?:ist|bleibt)[^?!]{0,50}geschlossen|eingeschr[äa]nkt(?:en)? zugriff',
  note: '\\bbis\\b|zur[üu]ck|wieder|erreichbar|dringend|weitergeleitet|wenden|vertret|\\bab dem\\b|\\bvom \\d',
  received: `wir haben ihre? ${deMessage} (?:erhalten|registriert|erfasst)|(?:bestätigen|bestätigt|bestätige)(?: ihnen)?(?: hiermit)? den (?:eingang|empfang|erhalt) ihre[rs]? ${deMessage}|ihre? ${deMessage} (?:ist|wurde)(?: bei uns| soeben| erfolgreich)? (?:eingegangen|erfasst|registriert|angelegt|erhalten|aufgenommen|weitergeleitet)|(?:vielen dank|danke) f[üu]r ihre? ${deMessage}`,
  receipt: '(?:eingangs|empfangs)best[äa]tigung',
  haste: 'schnellstm[öo]glich|so (?:schnell|bald) (?:wie|als) m[öo]glich|in k[üu]rze|umgehend',
  promise:
    'automatisch|\\bticket|unter der nummer|vorgangsnummer|(?:fall|anfrage|bearbeitungs|referenz|auftrags)nummer|(?:aufgrund|wegen) (?:de[rs]|einer) .{0,25}(?:anzahl|zahl|menge|vielzahl|aufkommens) (?:\\S+ ){0,2}?(?:nachrichten|anfragen|e-?mails|mails|zuschriften|bewerbungen)|innerhalb (?:von )?\\w+ (?:stunden|tagen|werktagen|arbeitstagen)|aktenzeichen',
  busy: '(?:ich|wir) (?:erhalten?|bekommen?)(?: \\S+){0,3} (?:viele|anzahl|menge|vielzahl|hunderte|dutzende)(?: an| von)? (?:e-?mails|mails|nachrichten)',
  unread:
    'bitte (?:antworten sie nicht|nicht (?:auf diese|antworten)|nicht direkt)|antworten sie (?:bitte )?nicht auf diese|(?:postfach|adresse|mailbox)[^.]{0,40}nicht (?:mehr |l[äa]nger |regelm[äa](?:ß|ss)ig )?(?:gelesen|[üu]berwacht|bearbeitet|abgerufen|genutzt|verwendet|benutzt|aktiv|in gebrauch)',
  asks: '\\bwir (?:suchen|brauchen|ben[öo]tigen|m[öo]chten|w[üu]nschen|nehmen|w[äa]hlen|bevorzugen|best[äa]tigen(?! (?:ihnen )?(?:hiermit )?den (?:eingang|empfang|erhalt))|schlagen|planen|w[üu]rden)\\b|\\bich (?:suche|brauche|ben[öo]tige|m[öo]chte|w[üu]nsche|nehme|w[äa]hle|bevorzuge|best[äa]tige|schlage|w[üu]rde)\\b(?! (?:sie|ihnen) (?:informieren|mitteilen))|\\b(?:suchen|brauchen|ben[öo]tigen|bevorzugen|planen|w[üu]rden) wir\\b|\\b(?:suche|brauche|ben[öo]tige|h[äa]tte|bevorzuge|plane|w[üu]rde) ich\\b|\\b(?:möchten wir|möchte ich)\\b(?! (?:uns|mich|sie (?:darauf|darüber|informieren|bitten)|ihnen (?:mitteilen|danken)))|(?<!\\p{L})termin(?!\\p{L})|\\b(?:option|vorschlag|budget)\\b|\\b(?:k[öo]nnen|k[öo]nnten|bieten|w[äa]re) (?:sie|wir|es)\\b(?![^.?!]* (?:verfolgen|einsehen|abrufen|wenden|kontaktieren|anrufen|finden|nachlesen|dauern)\\b)|\\bpasst\\b|\\bnimmt\\b.{1,60}\\bteil\\b|im anhang|anbei|einverstanden|^(?:ja|gut|ok)(?!\\p{L})',
};

const italian: Phrases = {
  title: 'risposta (?:automatica|automatizzata)|(?:messaggio|avviso) automatico|e-?mail automatica',
  away: "fuori (?:sede|ufficio)|assente(?: dall'ufficio)?|(?:avviso di )?assenza(?: dall'ufficio)?|(?:sono )?in ferie|ferie|in vacanza|(?:in )?(?:congedo|maternit[àa])|chiusura (?:estiva|uffici)",
  automatic:
    "quest[oa] (?:è|e'|é) una? (?:messaggio|risposta|e-?mail|mail|notifica|avviso) (?:di risposta )?(?:generat[oa] |inviat[oa] |creat[oa] )?automatic|(?:il presente |questo )?(?:messaggio|e-?mail) (?:è stat[oa] |è )?(?:generat[oa]|inviat[oa]) automaticamente",
  absent:
    "(?:sono|sar[òo]|mi trovo|siamo|saremo) (?:attualmente |momentaneamente |al momento )?(?:assente|in ferie|fuori (?:sede|ufficio|dall'ufficio)|in vacanza|in viaggio|in trasferta|in missione|in congedo|in maternità|in riunione|in smart ?working|all'estero|non (?:disponibile|raggiungibile))|non lavor[oa] pi[ùu]|ha (?:scritto|contattato) (?:\\S+ ){0,4}?ex[ -]|non fa pi[ùu] parte|^in (?:ferie|vacanza|congedo|trasferta|missione)(?: [^.,;?!]{1,30})? (?:fino|dal)|(?:ufficio|uffici|università|azienda|segreteria|ministero|ambasciata|consolato|istituto|scuola|sede) (?:è|sono|sarà|saranno|resterà|rimarrà) (?:attualmente )?chius|accesso limitato (?:alla|alle)",
  note: 'fino a|\\bdal \\d|rientr|torn|urgen|emergenz|contatt|rispond|in mia assenza|leggere le',
  received: `(?:abbiamo|confermiamo di aver) (?:correttamente )?ricevuto (?:la|il) (?:sua|suo|vostra|vostro|tua|tuo) ${itMessage}|confermiamo (?:la|l'avvenuta) (?:ricezione|ricevuta) d(?:el(?:la)?|i) (?:sua|suo|vostra|vostro|tua|tuo) ${itMessage}|(?:la|il) (?:sua|suo|vostra|vostro|tua|tuo) ${itMessage} (?:è|e') stat[oa] (?:correttamente )?(?:ricevut|registrat|inviat|apert|creat|protocollat|inoltrat|pres[oa] in carico)|grazie per (?:averci contattato|il (?:suo|vostro) messaggio|la (?:sua|vostra) (?:e-?mail|richiesta|segnalazione))`,
  receipt: '(?:conferma|avviso) di (?:ricezione|ricevuta|ricevimento)',
  haste: '(?:al|il) pi[ùu] presto|appena possibile',
  promise:
    "automatic|\\bticket\\b|numero (?:di|della) (?:pratica|richiesta|ticket|riferimento|segnalazione)|(?:con|sotto) il (?:numero|n\\.|protocollo)|(?:a causa|per via|dat[oa]) (?:dell'|del|della |l'|il |la ).{0,25}(?:numero|volume|quantità) di (?:\\S+ ){0,2}?(?:messaggi|e-?mail|richieste|segnalazioni|domande)|entro \\w+ (?:ore|giorni)|\\b(?:24|48|72) ore",
  busy: 'ricev(?:o|iamo)(?: \\S+){0,3} (?:numero|volume|quantità|molt[ei]|centinaia|decine)(?: di)? (?:e-?mail|mail|messaggi)',
  unread:
    '(?:si prega di |preghiamo di |vi preghiamo di |la preghiamo di )non rispondere|non rispond(?:ere|a|ete) a (?:quest|tale)|(?:casella|indirizzo)[^.]{0,30}non (?:è |viene )?(?:pi[ùu] )?(?:presidiat|monitorat|controllat|lett[oa]|attiv|utilizzat|in uso)',
  asks: "\\b(?:cerchiamo|cerco|abbiamo bisogno|ho bisogno|vorremmo|vorrei(?! informar)|desideriamo|desidero|vogliamo|scegliamo|scelgo|preferiamo|preferisco|confermiamo(?! (?:di aver(?:e)? ricevuto|la ricezione|l'avvenuta|che (?:abbiamo ricevuto|la sua|il suo)))|confermo|accettiamo|accetto|proponiamo|chiediamo|chiedo)\\b|\\b(?:opzione|fascia|appuntamento|proposta|preventivo|incontro|incontrar)|\\b(?:potete|potreste|possiamo|potremmo|può|potrebbe) (?!(?:tardare|richiedere|consultare|seguire|visitare|contattare|scrivere|rivolgersi|telefonare|essere|trovare|rispondere))|ci va bene|in allegato|ma rispondo|\\bd.accordo\\b|va bene|^sì(?!\\p{L})",
};

const dutch: Phrases = {
  title: 'automatisch(?:e)? (?:antwoord|bericht|reactie|e-?mail)|auto-?antwoord|geautomatiseerd (?:antwoord|bericht)',
  away: 'afwezig(?:heid)?(?:s(?:bericht|melding|assistent|mededeling))?|niet (?:aanwezig|op kantoor)|(?:met |op )?vakantie|buiten kantoor|(?:met )?(?:\\p{L}{0,20})verlof',
  automatic:
    'dit is een (?:automatisch|geautomatiseerd)|dit (?:bericht|antwoord|mailtje) (?:is|wordt|werd) (?:\\S+ )?automatisch|deze (?:e-?mail|mail|reactie) (?:is|wordt|werd) (?:\\S+ )?automatisch|automatisch gegenereerd(?:e)? (?:bericht|e-?mail)',
  absent:
    'ik ben(?: [^?!]{0,60})? (?:afwezig|(?:met|op) (?:vakantie|\\p{L}{0,20}verlof|reis|zakenreis)|niet (?:op kantoor|aanwezig|bereikbaar|beschikbaar)|weer (?:aanwezig|bereikbaar|terug)|buiten kantoor|ziek)|ben ik (?:\\S+ ){0,3}?(?:afwezig|(?:met|op) (?:vakantie|\\p{L}{0,20}verlof))|^ik ben (?:afwezig|met vakantie)|(?:ik werk|werkt) niet (?:meer|langer)|^(?:met|op) (?:vakantie|verlof|reis)(?: [^.,;?!]{1,30})? (?:tot|van)|(?:kantoor|universiteit|school|ambassade|consulaat|ministerie|secretariaat) is[^?!]{0,40}gesloten|beperkt(?:e)? toegang',
  note: '\\btot\\b|terug|weer|dringend|spoed|contact|bellen|vanaf|bereikbaar',
  received: `(?:wij|we) hebben uw ${nlMessage}(?: in goede orde)? ontvangen|(?:bevestigen|bevestig|bevestigt) (?:u )?(?:hierbij )?de (?:goede )?ontvangst van uw ${nlMessage}|uw ${nlMessage} is (?:bij ons |goed |in goede orde )?(?:ontvangen|geregistreerd|aangemaakt|doorgestuurd|binnengekomen|in behandeling)|(?:bedankt|dank u|dank) (?:wel )?voor uw ${nlMessage}`,
  receipt: 'ontvangstbevestiging|bevestiging van ontvangst',
  haste: 'zo (?:spoedig|snel) mogelijk',
  promise:
    'automatisch|\\bticket|(?:zaak|referentie|ticket|aanvraag|meldings)nummer|(?:onder|met) nummer|(?:vanwege|wegens|door) (?:het|de) .{0,25}(?:aantal|hoeveelheid|drukte|volume) (?:\\S+ ){0,2}?(?:berichten|e-?mails|mails|vragen|aanvragen|verzoeken)|binnen \\w+ (?:uur|dagen|werkdagen)',
  busy: '(?:ik ontvang|ik krijg|(?:wij|we) (?:ontvangen|krijgen))(?: \\S+){0,3} (?:veel|aantal|hoeveelheid|tientallen|honderden)(?: aan)? (?:e-?mails?|mails?|berichten)',
  unread:
    '(?:gelieve |wij verzoeken u )?(?:dit bericht |deze e-?mail )?niet (?:te )?beantwoorden|niet reageren op|reageer niet op|(?:(?:deze|dit) )?(?:e-?mail)?(?:mailbox|adres)[^.]{0,30}niet (?:meer |langer )?(?:gelezen|gecontroleerd|gebruikt|actief|in gebruik)',
  asks: '\\b(?:wij|we|ik) (?:zoeken|zoek|hebben nodig|heb nodig|willen|wil|zouden|zou|kiezen|kies|(?:bevestigen|bevestig)(?! (?:u )?(?:hierbij )?de (?:goede )?ontvangst)|verkiezen|stellen|wensen)\\b|\\b(?:optie|voorstel|afspraak|tijdstip|budget)\\b|\\b(?:kunt|kunnen|zou|biedt) (?:u|we|wij|ons|uw)\\b(?![^.?!]* (?:mailen|bellen|contact|terecht|volgen|wenden|raadplegen|vinden)\\b)|\\b(?:zoeken|willen|wensen|zouden) (?:wij|we)\\b|\\b(?:zoek|wil|wens|zou) ik\\b(?! u (?:bedanken|informeren))|in de bijlage|akkoord|past (?:ons|mij|me)|^(?:ja|prima)(?!\\p{L})',
};

const japanese: Phrases = {
  title: '自動(?:返信|応答|回答|送信|配信)(?:メール|メッセージ|通知)?|【?自動返信】?',
  away: '不在(?:通知|連絡|案内|(?:の|に関する|について)(?:お知らせ|ご連絡|ご案内|連絡))?|(?:年末年始|夏季|冬季|臨時)?(?:休暇|休業)(?:中|の(?:お知らせ|ご案内|ご連絡))?|(?:外出|出張)中?(?:のお知らせ|のため(?:不在)?)?|外出のため自動返信',
  automatic:
    '(?:この|本|当)(?:メール|メッセージ|返信|通知)は.{0,25}自動.{0,12}(?:送信|返信|配信|応答|生成|送付|発信)|自動(?:返信|送信|応答|配信)(?:メール|メッセージ)?(?:です|でございます|となります|になります|専用)|自動(?:で|的に)(?:送信|返信|配信)',
  absent:
    '不在(?:に|と|で|のため|です|中)|休暇(?:を|中|のため|に入)|(?:出張|外出)(?:中|のため|して|に出)|休業(?:と|して|いた|のため|期間)|お休み(?:を|と)|席を外して|退職(?:し|いた)|在籍して(?:おり|い)ません|席にいません',
  note: 'まで|以降|より|お急ぎ|緊急|ご連絡|戻り|対応|返信が遅れ|改めて|までの間',
  received:
    'お問い?合(?:わ)?せ(?:を|いただき|頂き|ありがとう|有難う|内容)|受け?付け?(?:ました|いたしました|致しました|完了)|(?:メール|ご連絡)(?:を)?(?:いただき|頂き|受信|ありがとう)|承りました|メール(?:を)?(?:受け取り|拝受|受領)',
  receipt: '受け?付け?(?:完了)?(?:の(?:お知らせ|ご連絡|ご案内)|通知)',
  promise:
    '自動|担当(?:者|部署)(?:より|から)|(?:多数|多く|大量)の.{0,10}(?:お問い?合わ?せ|メール|ご連絡)|(?:大変)?混(?:み|雑)|お時間を(?:いただ|頂)|追って|営業日|受付番号|お問い合わせ番号|チケット',
  unread:
    '(?:この|本)(?:メール|アドレス).{0,20}(?:返信(?:し|いただ|頂|さ)|送信専用)|送信専用|ご返信(?:いただいても|はできません|なさらない)|返信しないで',
  asks: '探して|たい(?:です|と)|希望(?:し|いた|の|で)|お願いしたい|依頼(?:し|を)|検討して|選び|選択|番目|日程|予算|(?:です|ます|でしょう)か|相談(?:し|を)|申し?込み(?:たい|ます)|参加(?:し|でき)|教えて|派遣',
};

/** Other languages that programs speak to us; people who write in them are answered in English. */
const others: Phrases = {
  title:
    'automatiskt? svar|autosvar|automaattinen vastaus|automatyczna odpowied[źz]|odpowied[źz] automatyczna|automatick[áa] odpov[ěe][ďd]|автоответ(?:чик)?|автоматический ответ|автоматична відповідь|otomatik (?:yan[ıi]t|cevap)|automatikus v[áa]lasz|r[ăa]spuns automat|αυτόματη απάντηση|balasan otomatis|trả lời tự động|自动(?:回复|回覆|答复)|自動(?:回覆|答覆|回復)|자동 ?(?:회신|응답)',
  away: 'fr[åa]nvaro(?:meddelande)?|frav[æa]r|poissaolo(?:ilmoitus)?|nieobecno[śs][ćc]|отсутствие(?: в офисе)?|вне офиса|ofis d[ıi][şs][ıi]|부재중(?:입니다)?|外出(?:中)?|不在办公室',
  automatic:
    'это (?:автоматическ|письмо (?:создано|отправлено|сформировано) автоматически)|данное (?:письмо|сообщение) (?:создано|отправлено|сформировано) автоматически|本?(?:邮件|郵件)(?:由|为|是).{0,12}(?:自动|自動)(?:发送|回复|發送|回覆)|这是.{0,6}自动|自動回覆(?:郵件|信)|자동(?:으로)? ?(?:발송|회신|응답)|(?:det|dette) (?:här )?(?:är|er) et+ automati|bu (?:bir )?otomatik|to jest automatycz|wiadomo[śs][ćc] (?:zosta[łl]a )?wygenerowana automatycznie',
  absent:
    'я (?:нахожусь |сейчас |буду )*(?:в отпуске|в командировке|отсутству|вне офиса)|мен(?:я|е) не будет|我(?:目前|现在|正在|將|将)?(?:不在办公室|不在辦公室|休假|出差|外出|度假)|(?:ofis d[ıi][şs][ıi]nday[ıi]m|izinliyim|izindeyim)|jestem (?:na urlopie|nieobecn)|jag är (?:på semester|inte på kontoret|ledig|föräldraledig)|jeg er (?:på ferie|ikke på kontoret|bortreist)|부재중',
  note: '\\bдо\\b|вернусь|срочн|直到|至|回来|返回|紧急|緊急|\\bkadar\\b|\\bdo\\b|\\btill\\b|\\btil\\b|pilnych|brådskande|tillbaka|tilbake',
  received:
    'ваше (?:письмо|обращение|сообщение) (?:получено|зарегистрировано|принято)|我们(?:已|已经)?收到(?:您|你)的|我們(?:已|已經)?收到',
  promise: 'автоматическ|номер (?:заявки|обращения)|工作日|自动|自動|工单',
  unread: 'не отвечайте на (?:это|данное)|отвечать на него не нужно|请(?:勿|不要)(?:直接)?回复|請勿(?:直接)?回覆',
  asks: '\\bмы (?:ищем|хотели|хотим|просим)|\\bпрошу|\\bmożecie|我们(?:需要|希望|想|正在寻找)|\\bvi (?:söker|vill|ønsker|trenger)',
};

const languages = [english, french, spanish, portuguese, arabic, german, italian, dutch, japanese, others];

/** All languages' patterns of one sort, as alternatives; texts are brought into their form by `straight`. */
export function phrases(sort: keyof Phrases): string {
  return languages.flatMap((language) => language[sort] ?? []).join('|');
}

/** A pattern of that sort, wherever it stands. */
export function anywhere(sort: keyof Phrases): RegExp {
  return new RegExp(phrases(sort), 'u');
}

/** The same at the beginning of a word, where the script puts spaces between words. */
export function wordsOf(sort: keyof Phrases): RegExp {
  return new RegExp(`(?<![\\p{Script=Latin}\\p{Script=Cyrillic}])(?:${phrases(sort)})`, 'u');
}

export const absent = wordsOf('absent');
export const received = wordsOf('received');

/**
 * A text as the patterns are written, in lower case with straight apostrophes and plain spaces: to compile them for both
 * cases costs more than to read a mail.
 */
export function straight(text: string): string {
  return text
    .toLowerCase()
    .replace(/[’‘ʼ]/g, "'")
    .replace(/[\u00a0\u202f]/g, ' ');
}
