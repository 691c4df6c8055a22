/** What a language says of an absence: word stems as `straight` writes them, whatever stands between them. */
interface Absence {
  /** Away or closed. */
  state: string;
  /** Answers take long. */
  slow: string;
  /** Over by now: who is back writes in person. */
  over: string;
  /** Until when, what is done then, and who helps meanwhile. */
  beside: string;
  /** What people want of us, or tell us for it. */
  concern: string;
}

const english: Absence = {
  state:
    'vacation|holidays?|(?:public|bank|national|civic) holiday|(?:maternity|paternity|parental|family|sick|annual|medical|study|bereavement|compassionate|extended|on|personal) leave|pto|ooo|time off|days? off|out of (?:the )?(?:office|country|town)|away|absen(?:t|ce)|unavailable|not (?:be )?(?:available|in the office|at my desk|staffed|working|checking|monitoring)|off(?:line| duty| work| sick| today| until| for)|travel+ing|sick|ill|(?:in|to the) hospital|on strike|strike|in the field|(?:have|with) limited ability|sabbatical|closed|closure|unstaffed|recess|shut ?down|(?:on|for) (?:\\S+ ){0,2}?break|(?:winter|summer|spring|holiday|thanksgiving|christmas|reading|semester|term) (?:break|closure)|(?:limited|no|little|spotty|intermittent|patchy|poor|without|reduced) (?:\\S+ ){0,2}?(?:access|connectivity|internet|e-?mail)|(?:attending|at) (?:an? |the )?(?:\\S+ )?(?:conference|congress|workshop|seminar|training|meetings?)|retired',
  slow: 'slow(?:er)? (?:to|in|than)|(?:replies|responses?|answers?)(?: times?)? (?:will|may|might|can|could|is|are) (?:be )?(?:slow|slower|delayed|longer|late|take)|(?:high|large|unusual\\S*|heavy|great) (?:\\S+ )?(?:volume|number|amount)',
  over: "(?:was|were|have been|had been|'ve been|am (?:now )?back from|just (?:got|came) back|back from|returned from)",
  beside:
    'until|till?|through(?! ?[.,;])|from|between|to (?:the )?\\d|return\\w*|back|re-?open\\w*|resum\\w+|upon|once|when|after|during|tomorrow|next|meantime|meanwhile|urgent\\w*|emergenc\\w+|time-sensitive|immediate\\w*|contact|reach|direct|ping|call|write|colleague|assist\\w*|repl(?:y|ies)|respond\\w*|respons\\w+|answer\\w*|get back|catch up|patience|delay\\w*|this (?:week|morning|afternoon)|today',
  concern:
    '(?:train(?:ing|ees?|ers?)|(?<!by )(?:to train|trained)|(?<!of )(?<!due )courses?|instructors?|budget|fund(?:s|ed|ing)|price|cost|quote|tuition|fees?|deadline|project|propos(?:e|al|ed)|meeting with you|slots?|visit(?! (?:our|the) (?:web|site|portal))|delegation|interest(?:ed)?|needs?(?! (?:\\S+ )?(?:assist|help|support|urgent))|let (?:us|me)(?! know)|love to|would love|(?:the|our|a) call|board|must|(?<!not )send (?:me|us|the|it)|students|questionnaire|agreement|register for|file open|postpone|reschedule|instead|better|\\d+ (?:people|persons|participants|trainees|trainers|instructors|teachers|operators|miners|drillers|blasters|mechanics|technicians|engineers|workers|students|seats|places))',
};

const french: Absence = {
  state:
    "absente?s?|absence|cong[ée]s?|vacances|arrêt (?:de travail|maladie)|(?:en|de|pour) maladie|malade|télétravail|fermée?s?|fermeture|fermons|fériée?s?|relâche|indisponibles?|indisponibilité|pas (?:disponibles?|joignables?|accès|au bureau|en mesure)|injoignables?|hors (?:du |de mon )?bureau|hors ligne|déconnectée?|en (?:mission|déplacement|formation|voyage|tournée|colloque|séminaire|réunion)|repos|souffrante?|hospitalisée?|grève|au ralenti|m'absente|nous absentons|sabbatique|(?:la|en) retraite|retraitée?|sans accès|(?:pas|aucun|peu) (?:d')?accès|accès (?:\\S+ )?(?:limité|restreint|réduit|difficile|intermittent)|(?:en|une) pause|les fêtes|ne travaille (?:pas|plus)|temps partiel",
  slow: "délais? (?:de|moyen|pour) (?:réponse|traitement|répondre)|(?:réponses?|répondre|traitement) (?:\\S+ ){0,4}?(?:retard\\w*|tarde\\w*|plus long\\w*|délai)|(?:volume|nombre|quantité) (?:\\S+ ){0,2}?(?:de |d')(?:messages|courriels|demandes|e-?mails|mails)",
  over: '(?:étais|étions|ai été|avons été|rentre d|rentrée? d|de retour d|reviens d)',
  beside:
    "jusqu\\S*|du \\d\\S*|au \\d\\S*|dès|à partir|à mon|à notre|retour|rentrer\\S*|reprise|reprendr\\S*|reviendr\\S*|réouverture|rouvr\\S*|pendant|durant|d'ici|entre-?temps|en attendant|demain|urgen\\S*|contact\\S*|joindre|adress\\S*|écri\\S*|appel\\S*|collègue|remplac\\S*|répon\\S*|traite\\S*|lus?|lirai|consult\\S*|patience|cette (?:semaine|période)|aujourd'hui|pour (?:toute|une durée)|(?:jours|semaines) ouvrables",
  concern:
    '(?:formations? (?:de|en|pour|sur)|formateurs?|(?<!(?:an?|the|our|my|his|her|your) )former|cours|instructeurs?|stagiaires?|budget|financement|tarifs?|prix|coûts?|devis|échéancier|échéance|projet|dossier|besoins?|attentes|arrangerai\\S*|au plus tard|comptez sur|appel d.offres|apporter?|questionnaire|cinq (?:questions|points|réponses)|entente|protocole|convention|plage|créneau|rencontre|visio\\S*|délégation|intéress\\S*|souhait\\p{L}*(?! (?:de |d.|une? )?(?:joyeu|bon|excellent|agréable|merveilleu))|cherch\\S*|voudr\\S*|faudrait|il (?:me|nous|lui|leur) faut|propose(?!r? (?:de )?contact)|proposons|plutôt|reporter|visiter|\\d+ (?:personnes|participants|stagiaires|foreurs|formateurs|enseignants|opérateurs|mineurs|mécaniciens|techniciens|ingénieurs|étudiants|places))',
};

const spanish: Absence = {
  state:
    'vacacion(?:es|al)|licencia|(?:de|por) baja|huelga|enferm[oa]|hospitalizad[oa]|descanso|permiso|ausen(?:te|cia|tes)|feriados?|festivos?|asueto|receso|cerrad[oa]s?|cierre|fuera de|desconectad[oa]|de viaje|en comisión|sin (?:acceso|atención|conexión|servicio)|no (?:estar[ée]|estaremos|estoy|habrá|podr[ée]|podremos) (?:disponib\\S+|atención|atend\\S+|respond\\S+|revis\\S+|en (?:la )?oficina)|indisponible|acceso (?:limitado|restringido)|sabático|jubilad[oa]|incapacidad|maternidad',
  slow: 'tiempos? de respuesta|(?:volumen|número|cantidad) de (?:\\S+ )?(?:correos|mensajes|solicitudes|consultas)|respuesta (?:\\S+ ){0,3}?(?:tard\\S+|demor\\S+)',
  over: '(?:estuve|estuvimos|estaba|he estado|hemos estado|acabo de (?:volver|regresar)|de vuelta de|vuelvo de|regresé)',
  beside:
    'hasta|del \\d\\S*|al \\d\\S*|desde|a partir|a mi|a nuestro|regres\\S*|retorn\\S*|vuel\\S*|volver\\S*|reanud\\S*|reapertura|reabr\\S*|mientras|durante|en ese|en este|mañana|urgen\\S*|emergenc\\S*|contact\\S*|comuni\\S*|diri[gj]\\S*|escrib\\S*|llam\\S*|compañer[oa]|coleg[oa]|atend\\S*|atiende\\S*|respond\\S*|respuesta|revis\\S*|paciencia|esta semana|hoy|días',
  concern:
    '(?:cursos?|capacitación|formación|instructor(?:es)?|presupuesto|fondos|tarifas?|precios?|costos?|cotización|propuestas?|propong\\S*|proponemos|proyecto|convenio|acuerdo|reunión|visita(?!r nuestra)|delegación|interesad\\S*|necesi\\S*|busca\\S*|quer\\S*|quisi\\S*|dese[ao]\\S*|horario propuesto|plazo|mejor|sigue en pie|pretend\\S*|les env[ií]\\S*|cuestionario|\\d+ (?:personas|participantes|operadores|instructores|docentes|alumnos|estudiantes|mineros|perforistas|técnicos|ingenieros|plazas|cupos))',
};

const portuguese: Absence = {
  state:
    'f[ée]rias|licença|baixa (?:médica|por)|greve|doente|internad[oa]|hospitalizad[oa]|folga|ausentes?|aus[êe]ncia|recesso|feriados?|ponto facultativo|encerrad[oa]s?|encerramento|fechad[oa]s?|fora d[oa]|indispon[íi]\\S+|sem (?:acesso|expediente|atendimento)|n[ãa]o (?:estarei|estaremos|haverá|poderei) (?:disponí\\S+|expediente|atend\\S+|respond\\S+|no escritório)|em (?:viagem|missão|serviço externo)|acesso (?:limitado|restrito)|sabática|aposentad[oa]|reformad[oa]',
  slow: 'tempos? de resposta|(?:volume|número|quantidade) de (?:\\S+ )?(?:mensagens|e-?mails|pedidos|solicitações)|resposta (?:\\S+ ){0,3}?(?:demor\\S+|tard\\S+)',
  over: '(?:estive|estivemos|estava|acabo de (?:voltar|regressar)|de volta d|voltei|regressei)',
  beside:
    'at[ée]|de \\d\\S*|entre|desde|a partir|após|no meu|regress\\S*|retorn\\S*|retom\\S*|volt\\S*|reabr\\S*|durante|neste|nesse|entretanto|amanhã|urg[êe]n\\S*|emerg[êe]n\\S*|contac?t\\S*|diri[gj]\\S*|escrev\\S*|lig\\S*|coleg[a]|tratad\\S*|atend\\S*|respond\\S*|resposta|paciência|esta semana|hoje|dias',
  concern:
    '(?:cursos?|capacitação|formação|formadores|instrutor(?:es)?|orçamento|fundos|financiamento|tarifas?|preços?|custos?|custa|propostas?|propomos|projeto|acordo|reunião|visita(?!r o nosso)|delegação|interessad\\S*|precisa\\S*|procura\\S*|quer\\S*|gostar\\S*|desej\\S*|vagas|prazo|melhor|pretend\\S*|enviamos|formar|questionário|\\d+ (?:pessoas|participantes|operadores|formadores|docentes|alunos|estudantes|mineiros|técnicos|engenheiros|vagas))',
};

const arabic: Absence = {
  state:
    '(?:ال|ب|ل)?[إا]جاز(?:ة|ه|تي)|إضراب|مريض\\S*|عطلة|مغلق\\S*|مقفل\\S*|خارج (?:المكتب|البلاد|الخدمة|المدينة|العمل|التغطية)|غائب\\S*|غياب\\S*|مسافر\\S*|سفر|غير (?:متاح|متواجد|موجود|متوفر)\\S*|لن (?:أكون|نكون|أتمكن|نتمكن)|مهمة (?:رسمية|عمل)|بدون (?:اتصال|إنترنت)|وصول محدود',
  slow: 'تأخر (?:ال)?رد|عدد كبير من (?:الرسائل|الطلبات)',
  over: '(?:كنت|كنا|عدت من|رجعت من)',
  beside:
    'حتى|غاية|إلى|من \\d\\S*|بعد|عند|خلال|أثناء|عودت\\S*|العاجل\\S*|المستعجل\\S*|للضرور\\S*|[لو]?لتواصل|للتواصل|التواصل|الاتصال|مراسلة|راسل\\S*|اتصل\\S*|زميل\\S*|س\\S*رد\\S*|س\\S*طلع\\S*|س\\S*عود\\S*|الرد|يوم|غدا|اليوم|الأسبوع|بمناسبة',
  concern:
    '\\p{L}{0,6}(?:تدريب|دورة|دورات|مدرب|ميزانية|تمويل|سعر|تكلفة|عرض|مشروع|اتفاق|اجتماع|موعد|زيارة|وفد|نرغب|أرغب|نقترح|أقترح|نفضل|أفضل|نحتاج|أحتاج|نود |نريد|أريد|يناسب|مهندس|متدرب)\\S*',
};

const german: Absence = {
  state:
    'urlaubs?|ferien|betriebsferien|elternzeit|mutterschutz|abwesen\\S*|feier(?:tag|tage|tags|tagen)|brückentag|erkrankt|streik\\S*|krank\\S*|nicht (?:\\S+ )?(?:besetzt|erreichbar|verfügbar|anwesend|im (?:büro|haus|hause|dienst))|nicht am platz|geschlossen|dienstreise|geschäftsreise|auf reisen|unterwegs|auszeit|sabbatical|fortbildung|weiterbildung|tagung|ruhestand|(?:keinen|eingeschränkt\\S*|begrenzt\\S*|kein) zugr\\S*|außer haus',
  slow: 'bearbeitungszeit\\S*|antwort(?:zeit\\S*)? (?:\\S+ ){0,3}?(?:verzöger\\S*|später|dauern?)|(?:anzahl|vielzahl|zahl|menge|aufkommen) (?:\\S+ ){0,2}?(?:anfragen|nachrichten|e-?mails|mails)',
  over: '(?:war|waren|gewesen|(?:gerade |wieder )?zurück aus)',
  beside:
    'bis|vom|ab|zwischen|wieder|zurück\\S*|rückkehr|während|danach|anschließend|morgen|dringend\\S*|notf\\S+|wenden|hilft|helfen|erreichen|kontakt\\S*|vertret\\S*|kolleg\\S*|beantwort\\S*|antwort\\S*|melde\\S*|lese\\S*|gelesen|weitergeleitet|bearbeite\\S*|geduld|heute|diese woche|tagen?',
  concern:
    '(?:schulung\\S*|kurse?s?|ausbild\\S*|trainer|budget|finanzierung|preis\\S*|kosten|kostet|angebot\\S*|projekt\\S*|vereinbarung|termin\\S*|besuch\\S*|delegation|interess\\S*|brauchen|brauche|benötig\\S*|suchen|suche|möchte\\S*|wollen|lieber|gern|vorschlag\\S*|lehrling\\S*|gespräch\\S*|sollen|kommen wir|wünscht?|partnerschaft|ingenieur\\S*|fragebogen|anfrage so|\\d+ (?:personen|teilnehmer\\S*|ausbilder|bergleute|techniker|studenten|plätze))',
};

const italian: Absence = {
  state:
    "ferie|vacanz[ae]|malat[oa]|sciopero|ricoverat[oa]|congresso|malattia|congedo|maternità|paternità|assen(?:te|ti|za)|chius[oaie]|chiusura|riapr\\S*|festiv\\S*|festa|trasferta|fuori (?:sede|ufficio|dall'ufficio)|in viaggio|missione|aspettativa|permesso|indisponibil\\S*|non (?:sarò |sono |saremo )?(?:disponibil\\S*|raggiungibil\\S*|reperibil\\S*|presidiat\\S*)|senza accesso|accesso (?:limitato|ridotto)|in pensione",
  slow: 'tempi di risposta|(?:volume|numero|quantità) di (?:\\S+ )?(?:messaggi|e-?mail|richieste)|risposta (?:\\S+ ){0,3}?(?:tard\\S*|ritard\\S*)',
  over: '(?:ero|eravamo|sono stat[oa]|siamo stat[ie]|appena (?:tornat|rientrat)\\S*|rientrat[oa] da)',
  beside:
    'fino|dal \\d\\S*|al \\d\\S*|dopo|da|rientr\\S*|torn\\S*|ripren\\S*|riapr\\S*|durante|nel frattempo|domani|urgen\\S*|emergenz\\S*|contatt\\S*|rivolg\\S*|scriv\\S*|chiam\\S*|colleg[ah]\\S*|rispond\\S*|risposta|legg\\S*|pazien\\S*|questa settimana|oggi|giorni',
  concern:
    '(?:cors[oi]|formazione|istruttor[ei]|formator[ei]|budget|finanziament[oi]|fondi|prezz[oi]|cost[oia]|preventivo|proposta|proponiamo|progetto|accordo|riunione|incontro|visita(?!re il nostro)|delegazione|interessat\\S*|bisogno|serv(?:e|ono)|cerc\\S+|vorre\\S*|vogliamo|meglio|questionario|\\d+ (?:persone|partecipanti|formatori|minatori|tecnici|studenti|posti))',
};

const dutch: Absence = {
  state:
    'vakantie|\\p{L}{0,20}verlof|afwezig\\S*|feestdag\\S*|gesloten|staking|niet op (?:\\p{L}{1,12}dag|kantoor)|ziek\\S*|buiten kantoor|niet (?:\\S+ )?(?:aanwezig|bereikbaar|beschikbaar|bemand|op kantoor|op het werk)|dienstreis|zakenreis|op reis|vrij(?:e dag\\S*)?|sabbatical|congres|(?:geen|beperkt\\S*) toegang|met pensioen',
  slow: 'reactietijd\\S*|antwoord (?:\\S+ ){0,3}?(?:langer|later|duren)|(?:aantal|hoeveelheid|volume) (?:aan )?(?:berichten|e-?mails|mails|aanvragen)',
  over: '(?:was|waren|ben geweest|net terug van)',
  beside:
    'tot|van|vanaf|tussen|t/m|weer|terug\\S*|na|tijdens|daarna|ondertussen|morgen|dringend\\S*|spoed\\S*|contact|wenden|bellen|mailen|bereiken|collega|waarne\\S*|beantwoord\\S*|antwoord\\S*|reage\\S*|lees|geduld|vandaag|deze week|dagen',
  concern:
    '(?:opleid\\S*|cursus\\S*|training\\S*|instructeur\\S*|budget|financiering|prijs|prijzen|kosten|kost|offerte|voorstel|project|overeenkomst|afspraak|bezoek|delegatie|interesse|geïnteresseerd|nodig|zoeken|zoek|willen|graag|liever|schikt|komen we|studenten|is goed|vragenlijst|\\d+ (?:personen|deelnemers|opleiders|mijnwerkers|technici|studenten|plaatsen))',
};

const japanese: Absence = {
  state:
    '休暇|休業|不在|出張中|お?休み(?:を|です|と|中|の|いた)|席を外|外出|退職|連休|育休|産休|休診|休館|(?:確認|対応|返信)(?:が)?(?:でき(?:ません|かね)|難し)',
  slow: '(?:返信|ご?回答|ご?対応).{0,12}(?:遅れ|お時間)',
  over: '(?:でした|ておりました|ていました|から戻り)',
  beside: 'まで|以降|から|より|明け|順次|後(?:に|日)|改めて|確認|対応|返信|連絡|お願い|緊急|お?急ぎ|戻り|再開|期間',
  concern:
    '研修|講師|予算|費用|見積|価格|提案|協定|面談|会議|打ち?合わせ|訪問|視察|希望|教えて|検討|参加|相談|ご都合|日程',
};

/** In any language: money, mail that did not arrive, and days that were offered. */
const told =
  '(?:un)?deliver\\p{L}*|remise?s?|zugestellt|entreg\\p{L}*|\\p{Sc}|cad|usd|eur|fcfa|(?<!(?:after|from|until|by|since) )(?:that|those|these) (?:days?|dates?|weeks?)|(?<!(?:après|depuis|partir de) )(?:ces (?:dates|jours)|cette date)|ce jour-là|(?<!(?:partir de|hasta|desde|após|até) )es[ao]s? (?:d[íi]as?|fechas?|datas?)|est[ao]s (?:fechas|datas)|(?:diese|den|jene)[mnr]? (?:tage?n?|termine?n?)|quei giorni|quelle date|die (?:dagen|data)';

const languages = [english, french, spanish, portuguese, arabic, german, italian, dutch].map((language) => ({
  state: words(language.state),
  slow: words(language.slow),
  over: words(language.over),
  beside: words(language.beside),
  concern: words(`${language.concern}|${told}`),
}));
const grammars = [
  ...languages,
  {
    state: new RegExp(japanese.state, 'u'),
    slow: new RegExp(japanese.slow, 'u'),
    over: new RegExp(japanese.over, 'u'),
    beside: new RegExp(japanese.beside, 'u'),
    concern: new RegExp(japanese.concern, 'u'),
  },
];

function words(alternatives: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${alternatives})(?!\\p{L})`, 'u');
}

/** Somebody else’s absence, or one that is denied or over, is no note. */
const theirs =
  /(?<!\p{L})(?:your|his|her|their|votre|vos|son|sa|ses|leurs?|su|sus|seu|sua|ihr\p{L}{0,2}|suo|vostr\p{L}|uw)\s(?:\p{L}+\s){0,2}$/u;

type Grammar = (typeof grammars)[number];

/** Whether a clause, as `straight` writes it, tells of somebody’s absence or of slow answers. */
export function tellsOfAbsence(clause: string): boolean {
  return grammars.some((grammar) => tells(clause, grammar));
}

/**
 * Whether sentences, as `straight` writes them, tell of an absence or of slow answers at their beginning, and until when
 * or what is done then.
 * @param alone - The absence alone is enough.
 */
export function areOfAbsence(sentences: readonly string[], alone = false): boolean {
  const own = sentences.join('\n');
  return grammars.some(
    (grammar) =>
      (alone || grammar.beside.test(own)) && sentences.slice(0, 6).some((sentence) => tells(sentence, grammar)),
  );
}

/** Whether a sentence, as `straight` writes it, has a word of what people want of us, or tell us for it. */
export function concernsUs(sentence: string): boolean {
  return grammars.some(({ concern }) => concern.test(sentence));
}

/** Whether a sentence, as `straight` writes it, says no more than until when somebody is away and what is done meanwhile. */
export function goesWithAbsence(sentence: string): boolean {
  return grammars.some(({ beside }) => beside.test(sentence)) && !concernsUs(sentence) && !ofTheirAffair.test(sentence);
}

/** Notes speak of your mail; people of your answer, and of the way to us. */
const ofTheirAffair =
  /(?<!\p{L})(?:(?:your|votre|vos|su|sua|ihre?|vostra|uw) (?:answer|reply|response|offer|réponse|offre|proposition|respuesta|oferta|resposta|antwort|angebot|risposta|offerta|antwoord|aanbod)|qu[ée]bec|canada|montr[ée]al|val-d'or|rouyn)(?!\p{L})/u;

function tells(sentence: string, { state, slow, over }: Grammar): boolean {
  if (/[?？؟]\s*$/.test(sentence)) return false;
  if (slow.test(sentence)) return true;
  const before = sentence.slice(0, state.exec(sentence)?.index ?? 0);
  return state.test(sentence) && !theirs.test(before) && !over.test(before);
}
