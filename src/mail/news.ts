import { tellsOfAbsence } from './absence.ts';
import { absent, anywhere, wordsOf } from './automatic-phrases.ts';
import { need } from './sentences.ts';

/**
 * Whether a sentence, as `straight` writes it, tells of what people do together: neither absence notes nor
 * acknowledgements do. Lines without a full stop are greetings and signatures.
 */
export function isNews(sentence: string): boolean {
  if (ofRelease.test(sentence)) return true;
  if (statements.some((pattern) => pattern.test(sentence))) return withUs.test(sentence);
  return isSentence(sentence) && matter.test(sentence) && !answer.test(sentence);
}

/** Whether it tells anything but the absence, the answer to come and whom to turn to. */
export function isBesideTheNote(sentence: string): boolean {
  if (isNews(sentence) || (callsForUs.test(sentence) && !need.test(sentence))) return true;
  if (!isSentence(sentence)) return false;
  // Behind whom to turn to, or before it, people say what for.
  const clauses = sentence.split(/[;؛]\s/);
  if (clauses.some((clause) => wordsIn(clause) > 2 && !isOfTheNote(clause))) return true;
  // Behind a comma the absence may be the reason for what follows it.
  if (!absent.test(sentence)) return false;
  return sentence.split(/[,،、;؛]\s?/).some((clause) => wordsIn(clause) >= longClause && !isOfTheNote(clause));
}

const longClause = 5;

/** Notes say whom to turn to in need; who tells us to call them expects the call. */
const callsForUs =
  /(?<!\p{L})(?:(?:call|phone|ring|text) (?:me|us)|(?:r?appelez|téléphonez|joignez)-(?:moi|nous)|(?:(?:me|nous) (?:r?appeler|téléphoner))|ll[áa]men?(?:me|nos)|(?:liguem?|telefonem?)(?:-me|-nos| para mim)|rufen sie (?:mich|uns)|(?:mi|ci) (?:chiami|chiamate|telefoni)|chiama(?:te)?(?:mi|ci)|bel(?:t u)? (?:mij|me|ons)|اتصلوا? (?:بي|بنا))(?!\p{L})/u;

function isOfTheNote(clause: string): boolean {
  const told = [...statements, note, promise, haste, courtesy, answer, elsewhere].some((pattern) =>
    pattern.test(clause),
  );
  return told || tellsOfAbsence(clause);
}

/** That something may go out or not, is held or taken back: who is away asks so before they leave. */
const ofRelease = new RegExp(
  [
    '(?<!(?:we|i|who|to) )publish(?:ing)?|ne (?:rien )?publi\\p{L}+|publi(?:ez|er|quen)|diffus(?:ez|er)|difund(?:an|ir)|(?<!press )releas(?:e|ing) (?:it|anything|this|the (?:notice|text))',
    '(?:the|this|your|our|my) notice(?! (?:period|board|below|above))|(?:la|cette|ma|notre|votre) fiche(?! d[eu])|(?:la|esta|nuestra) ficha(?! de)',
    "(?:hold|stop|suspend|cancel|arrêt(?:ez|er)|suspend(?:ez|re)|annul(?:ez|er)) (?:everything|all|tout)|(?:(?:do not|don't|before|without) send(?:ing)?|sending) (?:it|anything)|ne l'envo(?:yez|yer)|n'envoyez rien",
    '(?:we|i) withdraw|(?:nous|je) renon\\p{L}+|nous nous désistons|renunciamos|desistimos',
  ]
    .map((said) => `(?<![\\p{L}'])(?:${said})(?!\\p{L})`)
    .join('|'),
  'u',
);

function isSentence(sentence: string): boolean {
  return /[.!。]\s*$/.test(sentence) && wordsIn(sentence) > 2 && !need.test(sentence);
}

/** Chinese and Japanese put no spaces between words. */
function wordsIn(sentence: string): number {
  const dense = sentence.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0;
  return (sentence.match(/\p{L}+/gu)?.length ?? 0) + Math.floor(dense / 4);
}

const statements = (['absent', 'automatic', 'unread', 'received', 'receipt', 'busy'] as const).map(wordsOf);
const note = anywhere('note');
const promise = anywhere('promise');
const haste = anywhere('haste');

/** Whether it tells of a journey to us, or in company. */
export function isWithUs(sentence: string): boolean {
  return withUs.test(sentence);
}

/** An absence that is a journey to us, or in company. */
const withUs =
  /(?:mission|déplacement|voyag|travel|trip|viaj|viag|reis)[^.]{0,60}(?<!\p{L})(?:val-d'or|rouyn|thetford|sept-îles|montr[ée]al|qu[ée]bec|canada)(?!\p{L})|(?<!\p{L})(?:avec|with|con|com|mit|(?<!en )met) (?:(?:me|m|no|n|ou?)?(?:y|es|os|s|r)? ?)?(?:deux|trois|quatre|cinq|six|two|three|four|five|six|dos|tres|cuatro|dois|duas|três|zwei|drei|vier|due|tre|twee|drie|\d+|mes|nos|my|our|mis|meus|nossos) \p{L}/u;

/** Of the answer to come: of what we sent, and of who reads it. */
const answer =
  /(?<!\p{L})(?<!(?:after|following|further to|après|suite à|tras|após|nach|dopo|na) )(?:your|votre|vos|su|sua|seu|ihre?|ihren|vostr[oa]|uw) (?:\p{L}+ ){0,2}?(?:messages?|e-?mails?|mails?|requests?|enquir|inquir|quer|submission|application|ticket|case|courriels?|courriers?|demandes?|requêtes?|mensajes?|correos?|solicitud|consulta|mensagem|pedido|nachricht|anfrage|anliegen|messaggi|richiest|bericht|aanvraag|vraag)|(?<!\p{L})(?:repl|respond|respons|répon|respuesta|responder|resposta|antwort|beantwort|rispo|antwoord|beantwoord|get back to you|reviendr|traite|traité|évalu|examin|processed|processing|handled|(?:passed|forwarded|transferred|referred|routed) (?:on )?to (?:the|our) (?:relevant|appropriate|concerned|competent|right|responsible)|(?:direction|service|personne|unité|équipe)s? (?:concernée?s?|compétente?s?|responsables?)|(?:área|unidad|departamento|unidade|setor|sector) (?:correspondiente|competente|responsable|responsável)|zuständige|(?:ufficio|reparto) (?:competente|preposto)|(?:bevoegde|juiste|betreffende) (?:afdeling|dienst|persoon)|الجهة المختصة|القسم المختص|ticket (?:number|#)|(?:ticket|case|billet) [\w#-]*\d)|返信|回答|対応|رد(?!\p{L})|سنرد/u;

/** What notes and acknowledgements wish and regret. */
const courtesy =
  /(?<!\p{L})(?:thank|thanks|sorry|apolog|understanding|patience|inconvenience|regards|pressing|please (?:use|visit|see|call)|web ?(?:page|site)|notre site|votre espace|portal|portail|acompanh|en ligne|nuestr[oa] (?:web|página|sitio)|nosso (?:site|portal)|unserer? (?:web|homepage|internet)|nostro sito|onze website|happy|merry|greetings|sincerely|merci|remerci|désol|excus|compréhension|cordial|salutation|bonne|bonnes|joyeu|gracias|disculp|comprensión|molestia|saludo|felices|obrigad|desculp|compreensão|atenciosamente|boas festas|dank|entschuldig|verständnis|grüße|frohe|schöne|grazie|scus|comprensione|saluti|buon|bedankt|begrip|groet|fijne)|شكر|نعتذر|تحيات|ありがとう|よろしく|お世話になって|恐れ入|申し訳|ご了承|ご迷惑/u;

/** Whom to turn to instead: by an address or a telephone, or because « you may reach » somebody. */
const turn = [
  String.raw`(?:write|send|use|contact|reach|call|ring|écri|utilis|adress|joindre|join|appel|téléphon|escrib|diri[gj]|llam|comuni[cq]|escrev|utili[cz]|lig(?:ar|ue)|wenden|schreiben|erreich|anruf|scriv|chiam|rivolg|schrijf|stuur|bel|bereik)\p{L}*(?!\p{L})[^.]{0,60}(?:\S@\S|\d(?:[ ().-]{0,2}\d){6})`,
  String.raw`(?:you (?:can|may)|vous pouvez|pueden?|podrán?|pode[m]?|können sie|kunt u|può|potete) (?:\p{L}+ ){0,3}?(?:reach|contact|call|write to|joindre|contacter|appeler|écrire à|vous adresser|dirigirse|comunicarse|contactar|llamar|escribir|erreichen|kontaktieren|wenden|bereiken|contattare|rivolger)`,
].join('|');
const elsewhere = new RegExp(
  String.raw`(?<!\p{L})(?:${turn})|(?:اتصل|راسل|الاتصال|التواصل|مراسلة)\p{L}*[^.]{0,60}(?:\S@\S|\p{N}(?:[ ().-]{0,2}\p{N}){6})`,
  'u',
);

/** Whether the sentence, as `straight` writes it, says whom to turn to instead. */
export function turnsElsewhere(sentence: string): boolean {
  return need.test(sentence) || elsewhere.test(sentence);
}

/** What the requests that come here are about; no note or acknowledgement speaks of it. */
const matter =
  /(?<!\p{L})(?:training|trainees?|trainers?|instructors?|scholarship|agreement|letter of intent|minister|signed|signs|funds|funding|visas?|embassy|courier|dhl|fedex|delegation|formations?|formateurs?|formatrices?|stagiaires?|foreurs?|projet|bourses?|protocole|entente|convention|ministre|sign[ée]e?s?|financement|visioconférence|ambassade|délégation|questionnaire|capacitación|instructores|becas?|convenios?|firm[óao]|fondos|ministro|embajada|delegación|formação|formadores|bolsas?|acordo|assin\p{L}+|financiamento|embaixada|schulung|ausbilder|vertrag|vereinbarung|unterschrieben|unterzeichnet|finanzierung|botschaft|formazione|istruttori|accordo|firmat[oa]|finanziament[oi]|ambasciata|opleiding|opleiders|overeenkomst|getekend|ondertekend|ambassade)(?!\p{L})|تدريب|اتفاق|تمويل|الوزير|السفارة|研修|協定|署名|大臣|大使館/u;
