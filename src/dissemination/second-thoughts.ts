import { plain } from '../model/plain.ts';
import { forwardMark, replyMark } from '../model/subject-marks.ts';
import { agreesOrThanks, isValediction, plainYes } from './approval-words.ts';
import { takingBack } from './consent-words.ts';
import { mentionOf } from './contact-mentions.ts';
import { areSignature, isName, type Signatory } from './signing-lines.ts';

/** What a mail may mean for a text that was released, and is in no digest yet. */
export interface SecondThoughts {
  /**
   * It speaks against the text, its release or the request; it refuses without saying what; or it is not understood, and
   * people read it.
   */
  sense: 'against' | 'refuses' | 'unsure';
  /** Whether that may be said of the consent to be named as well. */
  ofConsent: boolean;
}

/**
 * Undefined where each sentence is known to take nothing back: thanks, a yes, a receipt, an absence, a question about when
 * or who, a meeting, or the contact alone, which is the consent's. Whoever has said yes may think better of it in any words.
 * @param consents - Whether a consent to be named stands.
 */
export function secondThoughts(
  subject: string,
  text: string,
  signatory: Signatory,
  consents = true,
): SecondThoughts | undefined {
  if (corrections.test(subject)) return { sense: 'against', ofConsent: false };
  const own = replied.test(subject) || buttons.test(plain(subject)) ? '' : subject.replace(/\[[^\]]*\]/g, ' ');
  if (plainYes(text, signatory, 'text')) return undefined;
  const sentences = [own, ownLines(text.slice(0, longest), signatory)].flatMap(sentencesOf);
  const left = sentences.filter((sentence) => !takesNothingBack(sentence, signatory, consents));
  const senses = left.map((sentence) => senseOf(sentence.words));
  const [first] = order.filter((sense) => senses.includes(sense));
  if (first === undefined) return undefined;
  return {
    sense: first,
    ofConsent: left.some(({ words }, index) => senses[index] === 'refuses' || ownAnswer.test(words)),
  };
}

const longest = 20_000;
const order = ['against', 'refuses', 'unsure'] as const;
const corrections = /correc/i;
const buttons = /bon a diffuser [0-9a-f]{8}\b/;
const replied = new RegExp(`^\\s*(?:\\[[^\\]]*\\]\\s*)*(?:${replyMark}|${forwardMark})`, 'iu');

interface Sentence {
  /** As it is written. */
  whole: string;
  /** Plain, without greeting and punctuation. */
  words: string;
  asks: boolean;
}

function sentencesOf(text: string): Sentence[] {
  const found = text.match(/[^.!?;\n]+[.!?;]?/g) ?? [];
  return found.flatMap((whole) => {
    const words = plain(whole)
      .replace(/[^\p{L}\p{N}',:@-]+/gu, ' ')
      .replace(/^[ ,:-]+|[ ,:-]+$/g, '')
      .replace(lead, '');
    return /[\p{L}\p{N}]/u.test(words) ? [{ whole, words, asks: whole.endsWith('?') }] : [];
  });
}

/** « Bonjour Madame, … » */
const lead =
  /^(?:(?:bonjour|bonsoir|hello|hi|dear|chere?s?|madame|monsieur|estimad[oa]s?)(?: (?:a tous|a toutes|all|team|sir|madam|madame|monsieur|mme|m|mr|mrs|ms))*(?:[ ,:]+|$))+/;

/** Without who is greeted, who signs, and what stands below the name: a function, a house, a place. */
function ownLines(text: string, signatory: Signatory): string {
  const lines = text.split(/\n+/).filter((line) => line.trim() !== '');
  const signed = lines.findIndex((line, index) => isValediction(line) || (index > 0 && isName(line, signatory)));
  return lines
    .map((line, index) => (index === 0 ? line.replace(greeted, '') : line))
    .filter((line, index) => {
      if (areSignature([line], signatory) || isName(line, signatory)) return false;
      const below = signed >= 0 && index >= signed;
      return !below || sentence.test(plain(line)) || denies.test(plain(line));
    })
    .join('\n');
}

/** « Bonjour M. Tremblay, » */
const greeted =
  /^\s*(?:[Bb]onjour|[Bb]onsoir|[Hh]ello|[Hh]i|[Dd]ear|[Cc]h[eè]re?s?|[Ee]stimad[oa]s?)(?: \p{Lu}[\p{L}.'’-]*){1,4}\s*[,!:]/u;
/** A line of a signature holds none of these. */
const sentence =
  /(?<![\p{L}'])(?:p\.? ?s|n\.? ?b|je|j'\p{L}+|nous|vous|on|il|elle|c'\p{L}+|ce|i|we|you|it|they|this|is|are|est|sont|please|svp|merci|veuillez)(?![\p{L}'])/u;

function takesNothingBack(said: Sentence, signatory: Signatory, consents: boolean): boolean {
  const pieces = said.words.split(/ ?, ?/).filter(Boolean);
  const kindly = (words: string) =>
    agreesOrThanks(words) || isName(words, signatory) || isHarmless({ words, asks: false });
  if (!said.asks && pieces.every(kindly)) return true;
  return ofContactAlone(said.whole, consents) || isHarmless(said);
}

function isHarmless({ words, asks }: Pick<Sentence, 'words' | 'asks'>): boolean {
  const ofMeeting = elsewhere.test(words) && !core.test(words);
  const harmless = ofMeeting ? [...passing, ...aboutMeeting] : passing;
  const rest = harmless.reduce((said, pattern) => said.replace(pattern, ' '), words);
  if (denies.test(rest)) return false;
  if (asks && ofMeeting) return true;
  if (asks) return asksWhen.test(words) || (!/\d/.test(words) && (asksWho.test(words) || asksWhether.test(words)));
  return rest !== words || (!/\d/.test(words) && kind.test(words));
}

/** The consent to be named is heard by itself: it holds no text back. */
function ofContactAlone(whole: string, consents: boolean): boolean {
  const said = plain(whole);
  if (textBeside.test(said) || mailBefore.test(said)) return false;
  if (contactNoun.test(said)) return takingBack(whole) !== undefined || mentionOf(whole) !== 'aside';
  return consents && /\bconsent/.test(said) && takingBack(whole) !== undefined;
}

/** What a mail is taken back for is not known. */
const mailBefore =
  /\b(?:previous|last|earlier|first|dernier|precedent|premier) (?:e-?mail|mail|message|courriel)|(?:e-?mail|mail|message|courriel) (?:precedent|d'hier|de tout a l'heure|of (?:today|yesterday|this morning))/;

/** « … ni mon nom, ni ce texte » */
const textBeside =
  /\b(?:nor|or|and|ni|et|ou|y|o) (?:\p{L}+ )?(?:text|notice|texte|fiche|texto|ficha|rest|reste|anything|rien)\b/u;

const contactNoun =
  /\b(?:coordonnees|contact details|datos de contacto|anon[iy]m\w*|anonymity|(?:mon|ma|mes|my|mis?) (?:\w+ )?(?:noms?|names?|adresses?|address|courriels?|e-?mails?|telephones?|phones?|numeros?|numbers?|details|datos|nombre|correo)|(?:me|m'|moi|us) ?(?:nomm\w+|cit\w+|identifi\w+)|(?:name|identify|quote|mention) me)\b/;

function senseOf(words: string): SecondThoughts['sense'] {
  if ((core.test(words) && denies.test(words)) || givenUp.test(words) || calledOff(words)) return 'against';
  if (ownAnswer.test(words) && denies.test(words)) return 'against';
  return refuses.test(words) && words.split(' ').length <= 6 ? 'refuses' : 'unsure';
}

/** Whole words, of which an asterisk leaves the end open. */
function anyOf(words: string): RegExp {
  return new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${words.replaceAll('*', '\\p{L}*').replace(/\s*\n\s*/g, '|')})(?![\\p{L}\\p{N}])`,
    'u',
  );
}

/** The text, and that it goes out. */
const core =
  anyOf(`diffus*|publi(?:er|e|ez|ent|ees?|cations?|quen|car|sh*)|rien ne part|fiches?|(?<!(?:short|prior|advance|further) )notices?
  textes?|texts?|textos?|bulletins?|digests?|releas*|bon a diffuser|fichas?|difund*|(?:goes|go|going|sent) out|wording|libellee?|formulations?`);

/** What was told before, which a consent may be part of. */
const ownAnswer = anyOf(
  `(?:my|our|ma|mon|notre|mi|nuestra) (?:(?:previous|last|earlier|first|precedente?|derniere?|premiere?) )?(?:answers?|reply|replies|response|yes|reponse|oui|accord|approval|approbation|autorisation|consent*|agreement|go-ahead|e-?mail|mail|message|courriel|respuesta|aprobacion|autorizacion|consentimiento|acuerdo)
  (?:j'ai|nous avons|i|we|i've) (?:\\p{L}+ )?(?:repondu|answered|replied|responded|approuvee?|approved|agreed)`,
);

const givenUp = anyOf(
  `(?:retir*|withdr*|annul*|cancel*|abandon*|renon*|drop*|suspend*) (?:\\p{L}+ ){0,3}(?:demande|request|dossier|projet|project|solicitud|proyecto|initiative|formation|training)
  (?:demande|request|projet|project|solicitud|proyecto|budget|financement|funding) (?:\\p{L}+ ){0,3}(?:annul*|cancel*|abandon*|suspend*|withdrawn|retire|retiree|on hold|coupe|cut|reportee?)`,
);

/** Plainly, whatever was asked: « Nous renonçons. », "Please put everything on hold." */
function calledOff(words: string): boolean {
  if (withdrawn.test(words) || (stopped.test(words) && !spared.test(words))) return true;
  return turned.test(words) && !notTurned.test(words);
}

/** Of who was for it, or has a say. */
const turned = anyOf(
  `chang* (?:(?:complete*|totale*) )?(?:d'avis|(?:my|our|their|his|her) minds?)|cambi* de (?:opinion|idea|parecer)
  surseo*|surs(?:is|oyez)|(?:s'|s'y |nous y |y )oppos*|(?:me|nos|se) opon*|objects? to|objected to|drop (?:it|this|that)|laiss(?:ez|er|ons) tomber`,
);
const notTurned = anyOf(`ne|n'\\p{L}+|pas|not|no|nobody|none|never|without|sans|\\p{L}*n't|nadie|nunca|if|si`);

const whole =
  "(?:(?:in|from|of|with|de|d'|du|a|au|des|por|la|le|les|l'|the|this|your|our|votre|vos|notre|cette|ce|any|esta|este|el|su) ?)*(?:it|this|that|everything|anything|all|tout|cela|ca|rien|todo|eso|help|aide|ayuda|services?|formations?|trainings?|courses?|cours|programme?s?|process(?:us)?|projects?|projets?|demandes?|requests?|capacitaci\\p{L}+|formacion|cursos?|proyecto|solicitud|collaboration|partnership|partenariat)";
const withdrawn = new RegExp(
  [
    "(?<![\\p{L}'])(?:we|i|nous|je|on|and|et)(?:,? (?:hereby|therefore|now|must|have to|have|had to|wish to|want to|would like to|prefer to|need to|decided to|decide to|donc|avons|ai|devons|dois|decide de|souhaitons|souhaite|voulons|preferons|preferes?|nous|me|y)){0,4} (?:withdraw|withdrew|withdrawn|pull out|back out|drop out|renonc(?:e|er|ons)|desist(?:e|er|ons)|retir(?:e|er|ons)|(?:give|giving) up|abandon(?:ne|ner|nons)?)",
    '(?:renunciamos|desistimos|nos retiramos)',
  ]
    .map(
      (said) =>
        `${said}(?: ${whole})?(?: (?:please|svp|merci|sorry|desolee?s?|finalement|for now|for the moment|pour l'instant|pour le moment|now))*$`,
    )
    .concat(
      `(?<!\\p{L})(?:no longer (?:need|require|want|wish|interested)|(?:do not|don't|not) (?:need|require|want|interested)|(?:plus|pas) (?:besoin|interessee?s?)|ne (?:souhait|voul|desir)\\p{L}+ plus|ya no (?:necesit|requer|quer|dese)\\p{L}+)(?: ${whole})(?: (?:any ?more|any longer|now|please|svp|merci))*$`,
      "(?<!\\p{L})(?:no longer interested|plus interessee?s?|n'en \\p{L}+ plus besoin)(?: (?:please|svp|merci|now))*$",
    )
    .join('|'),
  'u',
);
const stopped =
  /(?<!\p{L})(?:(?:put|place|mett(?:ez|re)|poner|pongan)(?: \p{L}+){0,2} (?:everything|all|it|this|tout|cela|todo|request|file|project|demande|dossier|projet|solicitud) (?:on hold|on pause|en attente|en suspens|sur pause|en pause|en espera)|(?:hold|stop|halt|pause|freeze|cancel|suspend|suspend(?:ez|re)|stoppez|arret(?:ez|er)|annul(?:ez|er)|detengan|suspendan|cancelen) (?:everything|all|tout|todo)|(?:ne l'envo(?:yez|yer)|ne l'expediez|n'envoyez rien|(?:do not|don't|dont|please not) send (?:it|this|anything)))(?!\p{L})/u;
const spared =
  /(?<!\p{L})(?:no need|not necessary|(?:do not|don't|ne|n'\p{L}+) (?:put|place|hold|stop|halt|pause|freeze|cancel|suspend\p{L}*|mett\p{L}*|arret\p{L}*|annul\p{L}*))(?!\p{L})/u;

/** It denies, waits, depends on something, takes back or changes. */
const denies =
  anyOf(`ne|n'\\p{L}+|pas|non|aucune?|jamais|plus|sans|not|no|nope|never|\\p{L}*n't|dont|cannot|nor|without|nunca|todavia|sin
  but|mais|pero|sauf|hormis|except*|finalement|finally|actually|en fait|plutot|rather|instead|au lieu|toutefois|cependant|however|unless|until|till|jusqu*|avant|before|d'abord|first
  apres|after|despues|une fois|once(?! (?:again|more))|una vez|des que|lorsque|as soon as|sous reserve|subject to|provided that|pending|condition*|depend*|a part|apart|aparte|decid*|relire|relis*|reread*|re-read*
  attend*|wait*|hold*|stop*|arret*|susp*|retard*|delay*|postpon*|reporte*|report|differ*|paus*|patient*|esper(?:en|ar)|(?<!')espere
  retir*|withdr*|retract*|rappel*|recall*|pull*|cancel*|annul*|ignor*|disregard*|oubli*|forg[eo]t*|effac*|supprim*|delet*|remov*|enlev*|abandon*|renon*|refus*|declin*|oppos*|objec*|regret*|reconsid*|revis*|review*|revo*|reflechi*
  erreurs?|errors?|mistake*|wrong*|faux|fausse*|inexact*|incorrect*|incomplet*|incomplete|corrig*|correct(?:ion*|ed|ing|er)?|modif*|chang*|remplac*|replac*|rectif*|amend*|adjust*|ajust*|updat*|edit*|ajout*|add|adding|added|manqu*|missing|mett*|put|putting|devr*|should|must|doit|doivent|faut|faudrait
  trop|too|vite|sorry|desolee?|helas|unfortunately|malheureusement|probleme*|problem*|issue*|if|si`);

const refuses =
  /^(?:(?:c'est|it is|it's|the answer is|my answer is|ma reponse est|notre reponse est|actually|finalement|finally|en fait|well|sorry|desolee?|oh|oups|oops|euh|please|svp|alors|donc|so|mais|but|put|plutot|rather)[ ,]*)*(?:un |a )?(?:non|no|nope|not|pas|on hold|annul\p{L}*|cancel\p{L}*|stop\p{L}*|arret\p{L}*|attend\p{L}*|wait|hold|suspend\p{L}*|forget|oubli\p{L}*|ignor\p{L}*|disregard|finalement|actually)(?!\p{L})/u;

/** A meeting is another matter, unless something is to wait for it, or was decided there. */
const meetingWords =
  'rencontres?|reunions?|meetings?|visioconference|visio|zoom|teams|agenda|plages?|slots?|creneaux?|rendez-vous|rdv';
const elsewhere = anyOf(meetingWords);

/** Who comes to a meeting or not, what suits, and what is moved. */
const aboutMeeting: readonly RegExp[] = [
  `(?:(?:ne|n') ?\\p{L}+ (?:pas|plus) |(?:cannot|can't|could not|couldn't|not be able to|unable to|not) )?(?:assister|participer|venir|me joindre|nous joindre|attend|join|come|make it|confirm\\p{L}*|accept\\p{L}*|choisi\\p{L}*|choose|prefer\\p{L}*|retenons|prenons|prends|take|mov(?:e|ing)|reschedul\\p{L}*|deplac\\p{L}*|see you|j'ai hate)(?: (?:a|au|aux|to|at|in|for|de|du|la|le|les|l'|the|our|this|your|notre|votre|cette|ce|une?|an?|d'|option|number|numero|bien)){0,3} (?:${meetingWords})`,
  `(?:la|notre|votre|cette|the|our|your|this) (?:${meetingWords})(?: [\\p{L}\\p{N}]+){0,4} (?:convient|works|suits|is fine|is good|sera|will be|aura lieu|will take place)`,
  '(?:plage|slot|creneau) \\p{N}+',
].map((pattern) => new RegExp(`(?<![\\p{L}\\p{N}'])(?:${pattern})(?![\\p{L}\\p{N}])`, 'gu'));

const when = "(?:(?:\\p{L}|\\p{N}|[ ',-])*)";
/** Said of an absence, or in expectation: nothing in it denies. */
const passing: readonly RegExp[] = [
  /(?<!\p{L})(?:je|nous|i|we|i'm|i'll|we'll)(?: \p{L}+){0,3} (?:absente?s?|en (?:conge|vacances|deplacement|mission|voyage)s?|hors (?:du |de mon )?(?:bureau|pays)|(?:pas|not)(?: be)? (?:disponibles?|available|au bureau|in the office|joignables?|reachable)|indisponibles?|unavailable|away|out of (?:the )?office|on (?:annual )?(?:leave|vacation|holidays?|mission)|travell?ing|abroad|de retour|(?<=(?:be|am|are|i'm|we're) )back)(?: (?:jusqu'(?:au|a)|until|till|before|avant) [\p{L}\p{N} ]{2,30})?(?!\p{L})/gu,
  /^(?:de retour|back|absente?s?|away)(?: [\p{L}\p{N}]+){0,6}$/gu,
  /(?<!\p{L})(?:je ne serai pas|nous ne serons pas|je ne suis pas) (?:au bureau|disponible|joignable)(?: (?:jusqu'(?:au|a)|avant) [\p{L}\p{N} ]{2,30})?/gu,
  /(?<!\p{L})(?:(?:i |we )?(?:am |are )?look(?:ing)? (?:very much )?forward|j'ai hate|(?:nous avons |avec )?hate d\p{L}*|au plaisir|dans l'attente|(?:nous |j'|on )?attend(?:ons|s)? (?:avec|vos|votre|les (?:reponses|retours|resultats|propositions))|(?:avec|with) (?:grande )?(?:impatience|interet|interest|anticipation)|impatients?|can't wait to (?:see|hear|read|meet)|we await|i await|awaiting (?:your|the|their))(?!\p{L})/gu,
];

const asksWhen = new RegExp(
  `(?<!\\p{L})(?:quand|when|a quelle (?:date|heure)|(?:quel|quelle|quels|quelles) (?:est |sera |sont |seront )?(?:la |le |les )?(?:prochaine? )?(?:jour|date|heure|moment|delai|etape|suite|bulletin|dates|delais|etapes)|what (?:date|day|time)|what (?:is|are|will be) the (?:next|date|day|timeline|deadline)${when}|how (?:soon|long|many|much)|combien|dans combien)(?!\\p{L})`,
  'u',
);
const asksWho =
  /^(?:et |and |also |so )?(?:qui|who|a qui|to whom|which (?:schools?|partners?|institutions?|colleges?)|(?:a )?quels? (?:etablissements?|partenaires?)|quelles? (?:ecoles?|universites?)|how (?:will|does|do|is|are|was)|comment)(?!\p{L})/u;
const asksWhether =
  /(?<!\p{L})(?:est-ce|a-t-|sera-t-|sont-|avez-vous|est|is|has|have|did|was|were|will|do|does|y a-t-il|are there|any)(?!\p{L})(?=.*(?<!\p{L})(?:parti\p{L}*|envoy\p{L}*|diffus\p{L}*|publi\p{L}*|sent|out|released|received|recu\p{L}*|responses?|reponses?|answers?|replies|partenaires?|partners?|interest\p{L}*|interesse\p{L}*|nouvelles?|news)(?!\p{L}))/u;

/** Thanks, receipts, good wishes and praise, whatever follows but a wish to have something done. */
const kind = new RegExp(
  [
    "^(?:(?:encore |again )?(?:un )?(?:grand |mille |tres |many |very |so )?(?:merci|thanks|thank you|gracias|muchas gracias|obrigad[oa]|je vous (?:en )?remercie|nous vous (?:en )?remercions|(?:i|we) (?:really |very much |greatly )?(?:thank|appreciate)|j'apprecie|nous apprecions|much appreciated))(?!\\p{L})(?! (?:de |d')(?!votre|notre)(?:\\p{L}+ ){0,2}\\p{L}+(?:er|ir|re)(?!\\p{L}))",
    "(?<!\\p{L})(?:(?:bien|well|duly) (?:recu|notee?|received|noted)|received|recu(?:e|s|es)?|noted|c'est note|pris (?:bonne )?note|prenons note|prends note|(?:accus\\p{L}*|acknowledg\\p{L}*)(?: \\p{L}+)? (?:reception|receipt))(?!\\p{L})",
    '^(?:bon(?:ne)?s? |excellente? |belle |have an? |je vous souhaite |nous vous souhaitons |(?:i|we) wish you |feliz |happy |joyeu)',
    "^(?:j'espere|nous esperons|i hope|we hope|hoping|en esperant)(?!\\p{L})(?=.*(?:reponse|response|partner|partenaire|interet|interest|collabor|soon|bientot|nombreu|many|bien|well))",
    '^(?:tres |very )?(?:bien|good|well)$',
    '(?<!\\p{L})(?:bon|beau|excellente?|good|great|nice|fantastic|super|magnifique|formidable) (?:travail|work|job|idea|idee|nouvelle|news)(?!\\p{L})|^(?:parfait|perfect|super|excellent|great|genial|wonderful|formidable|bravo|congratulations|felicitations)(?!\\p{L})',
    "^(?:la |votre |cette |the |your |this |elle |it |c')(?:fiche |sheet |notice |texte |text )?(?:est|is|looks|reads|me semble|nous semble) (?:(?:tres|very|tout a fait|vraiment|really|bien) )?(?:parfaite?|bien|bonne?|claire?|complete?|fidele|fine|good|perfect|great|clear|excellente?|well written|bien faite?|bien redigee?)(?!\\p{L})",
  ].join('|'),
  'u',
);
