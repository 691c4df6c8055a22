import { plain } from '../model/plain.ts';

/** Whether the writer wants no more digests; unsure: it may be meant, and is asked. */
export type Leaving = 'leaves' | 'unsure' | undefined;

/**
 * What `List-Unsubscribe` writes into the subject, and what people write by themselves, in French, English or Spanish.
 * Of a person alone: that an institution wants to leave is for staff to read.
 */
export function leavingOf(subject: string, words: string): Leaving {
  const line = plain(subject)
    .replace(/^(?:(?:re|rep|ref)\s*:\s*)+/, '')
    .trim();
  if (pressed.test(line)) return 'leaves';
  const sentences = plain(words.slice(0, longest)).match(/[^.!?;\n]+[.!?;\n]?/g) ?? [];
  const read = [line, ...sentences].map((sentence) => sentence.trim());
  const said = read.map(meaningOf);
  const leaves = said.includes('leaves');
  // « Désabonnez-moi. Enfin, non. »
  if (leaves && !read.some((sentence, at) => said[at] !== 'leaves' && turns.test(sentence))) return 'leaves';
  return leaves || said.includes('unsure') ? 'unsure' : undefined;
}

/** What a mail says beside wanting no more. */
export function besideLeaving(words: string): string {
  const sentences = words.slice(0, longest).match(/[^.!?;\n]+[.!?;\n]?|[.!?;\n]/g) ?? [];
  const others = sentences.filter((sentence) => meaningOf(plain(sentence).trim()) !== 'leaves');
  return others.join('') + words.slice(longest);
}

const turns =
  /^(?:(?:ah|oh|euh|enfin|finalement|actually|en fait|ou|or)\W+)*(?:non|no|mais|but|attendez|wait|ignore[zr]?|oubliez|forget|disregard|annulez|undo|pas|not)\b|\b(?:undo|ignorez|disregard|annulez) (?:that|this|it|cela|ca)\b/;

const longest = 1000;

const pressed =
  /^(?:desabonne(?:ment|r|z(?:[- ]moi)?)|desinscri(?:ption|re|vez[- ]moi)|unsubscribe|(?:darme de )?baja)\W*$/;

function meaningOf(sentence: string): Leaving {
  if (stays.test(sentence)) return undefined;
  const denied = sentence.match(negations)?.length ?? 0;
  const says = (table: readonly RegExp[]) => table.some((pattern) => pattern.test(sentence));
  // « Je n’ai jamais dit que je ne veux plus recevoir … »: one negation belongs to the words, another turns them round.
  const meant = (denied === 0 && says(asksToStop)) || (denied <= 1 && says(wantsNoMore));
  if (meant) {
    // « Pourriez-vous … ? » asks for it.
    const doubtful =
      (sentence.endsWith('?') && !polite.test(sentence)) ||
      open.test(sentence) ||
      elsewhere.test(sentence) ||
      !isOfThis(sentence);
    return doubtful ? 'unsure' : 'leaves';
  }
  return says(asksToStop) ||
    says(wantsNoMore) ||
    speaksOf.test(sentence) ||
    mayEnd.test(sentence) ||
    tired.test(sentence)
    ? 'unsure'
    : undefined;
}

/** Whether it speaks of nothing but the writer, and all that is sent: « … la version anglaise », « … de la Chambre » are of something else. */
function isOfThis(sentence: string): boolean {
  const words = sentence.match(/\p{L}+/gu) ?? [];
  return words.every((word) => ofThis.has(word) || stems.test(word));
}

const stems =
  /^(?:desabonn|desinscri|unsubscri|suscripcion|subscri|retir|enlev|ray|supprim|effac|annul|cess|arret|stopp|remov|delet|eras|elimin|borr|quit|saqu|sac|cancel|envo|envi|ecri|adress|sollicit|contact|receiv|recev|recib|e?mail|address|courriel|message|bulletin|infolettre|newsletter|digest|boletin|correo|mensaje|merci|thank|gracias|souhait|voudr|desir|aimer|interess|list|diffusion|distribution)/;
const ofThis: ReadonlySet<string> = new Set(
  'a abonnement about above again ahora all ama and any anymore aucun aucune aujourd autre avance base be being besoin bien bonjour bonsoir book by ce ces cet cette carnet d database dar darme deme denme dadme baja de definitivement demande dear des desde deseo desormais direccion dire do don donc doit devrait drop du e email emails en encore es est et etre faire favor fin from fini further get great has have hello hi hola hoy how hui i immediately infos inmediatamente inscription is it j je kindly la lache le les like lista l longer m ma maintenant madame mas me mes mi mine moi mon monsieur more my n name ne need no nom nombre nos notre now of off on opt out para part partir pas pls please plait plus por pourriez pouvez pour prefere prie priere quiero quitar quit que rappel recu regards records rester figurer apparaitre rien s salutations should sea send sending sent si soit sois sont stop su subscription suis sus svp t ta take taken that the their them these this those to tous tout toute toutes un une usted ustedes veux veuillez vos votre vous want was will wish with would write writing y ya yes you your yours cordialement absolument vraiment ote otez otr oter oui sir soon sortir pueden podrian could can vouloir voulons tiens serais jamais never ever cela ca ici here so in interested remain stay appear estar seguir il sur faire not partie pls'.split(
    ' ',
  ),
);

const negations =
  /\b(?:ne|not|never|cannot|nunca)\b|\bn'|n't\b|\b(?:pas|jamais)(?= (?:de )?(?:me|m'|a)\b)|\bno(?= (?:me|quiero|deseo|longer)\b)/g;

const list =
  '(?:listes?|envois?|diffusion|bulletins?|infolettres?|carnet|base|lists?|database|records|mailings?|newsletters?|digests?|listas?|envios?|boletin(?:es)?)';
const mine =
  '(?:mon (?:adresse(?: courriel)?|courriel|nom|abonnement|inscription)|cette adresse|this (?:e-?mail )?address|my (?:(?:e-?mail )?address|e-?mail|name|subscription)|mi (?:direccion|correo|nombre|suscripcion))';
const sending = '(?:bulletins?|courriels?|mails?|messages?|envois?|infolettres?|lettres|diffusions?|rien)';
const mails =
  '(?:e-?mails?|mails?|messages?|bulletins?|digests?|newsletters?|mailings?|correos?|mensajes?|boletin(?:es)?|envios?)';
/** To take off a list. */
const takeOff =
  '(?:retire[rz]?|enleve[rz]?|raye[rz]?|supprime[rz]?|ote[rz]?|efface[rz]?|annule[rz]?|remove|delete|erase|drop|cancel|eliminen?|borren?|quiten?)';

/** Of these alone one may want no more. */
const others = '(?:rappel|doublon|piece|copie|addenda|fichier)';

const asking =
  '(?:\\b(?:svp|please|merci de(?: bien vouloir)?|merci|veuillez|priere de|bien vouloir|pouvez[- ]vous|pourriez[- ]vous|vous pouvez|(?:je )?(?:veux|voudrais|souhaite|souhaiterais|desire|prefere|aimerais|demande a|demande de|prie de|i want to|i would like to|i wish to)),? )';

/** « … de la rencontre », « … de la liste des participants », "… from the meeting": taken off something else. */
const elsewhere =
  /\b(?:retir|enlev|ray|supprim|ot|effac|remov|delet|eras|tak|drop|quit|elimin|borr)\w*.{0,40}?\b(?:liste?a?s? (?:des?|d'|of|for|de los) (?!(?:diffusion|envois?|distribution|courriels?|mailing|bulletins?|digests?|contacts?|destinataires|abonnes|correos?|envios?)\b)|(?:de|du|de la|des|de l'|from|off) (?:(?:the|this|la|le|cette|ce|votre|your) )?(?:rencontre|reunion|visite|projet|comite|groupe|rendez-vous|invitation|horaire|fiche|meeting|call|visit|project|committee|interview|invitation|schedule|notice|reunion|visita|proyecto)\b)/;

const polite = /\b(?:pouvez|pourriez|could|can|would|will|podrian?|pueden?)\b/;

const thanks = "(?:,? (?:d'avance|svp|please|merci|s'il vous plait|thanks|thank you|por favor|gracias)){0,2}";

/** Each says that the writer itself is to be left alone from now on, in words without a negation. */
const asksToStop: readonly RegExp[] = [
  new RegExp(
    `(?:^|[,:])\\W*(?:(?:svp|please|pls|kindly),? )?(?:unsubscribe|opt[- ]?out|desabonnement|desinscription|(?:me |m'en |m'y )?(?:desabonner|desinscrire))${thanks}\\W*$`,
  ),
  new RegExp(
    `(?:^|[,:])\\W*(?:please,? )?(?:no more|no mas|plus aucun) (?:of )?(?:your |these |such )?(?:${mails}|${sending})${thanks}\\W*$`,
  ),
  /\b(?:want|wish|like|ask|asking) to opt[- ]?out\b/,
  new RegExp(
    `(?:\\b(?:je (?:demande a|veux|voudrais|souhaite(?:rais)?|desire|aimerais)|i (?:want|wish|would like|ask)(?: to)?|i'd like(?: to)?|quiero|deseo)) (?:etre|be|ser) (?:retire|enleve|raye|supprime|desabonne|desinscrit|removed|deleted|taken|unsubscribed|eliminad|borrad)\\w*\\b.{0,30}\\b${list}\\b`,
  ),
  new RegExp(
    `(?:^|[,:]|${asking})\\W*(?:remove me|take me off|(?:retirez|enlevez|rayez|supprimez|otez)[- ]moi|(?:me |m')(?:retirer|enlever|rayer|supprimer|oter)|(?:quit|sac|retir)[ea]n?me|(?:could|can|would) you (?:please )?(?:remove me|take me off))${thanks}\\W*$`,
  ),
  new RegExp(`\\b(?:arrete[rz]|cesse[rz]|stoppe[rz]) (?:tous |tout )?(?:(?:vos|ces|les) )?${sending}${thanks}\\W*$`),
  new RegExp(
    `\\bstop (?:all )?(?:your|these|the|this) (?:e-?mails?|mails|mailings?|messages|bulletins?|digests?|newsletters?)${thanks}\\W*$`,
  ),
  new RegExp(`${asking}(?:unsubscribe|(?:me|m'en|m'y) (?:desabonner|desinscrire))\\b`),
  /\b(?:desabonnez|desabonne|desinscrivez|desinscris)[- ]moi\b/,
  new RegExp(`\\b(?:desabonne[rz]|desinscri(?:re|vez)) ${mine}\\b`),
  /\bje me (?:desabonne|desinscris)\b/,
  new RegExp(
    `\\b${mine} (?:soit|est a|doit etre|devrait etre|be|should be|sea) (?:retire|enleve|raye|supprime|desabonne|removed|deleted|taken|eliminad|borrad)\\w*\\b.{0,30}\\b${list}\\b`,
  ),
  new RegExp(
    `\\b(?:arrete[rz]|cesse[rz]|stoppe[rz]) (?:donc |maintenant )?(?:de |d')(?:(?:me |m')(?:envoyer|ecrire|adresser|solliciter)|envoyer (?:ces|vos|des) ${sending})\\b(?! (?:de |d'|les? |ces? |vos )?${others})`,
  ),
  new RegExp(`\\b${takeOff}(?:[- ]moi\\b.{0,40}\\b${list}| ${mine}(?! (?:de|from|off) (?!.{0,20}\\b${list})))\\b`),
  new RegExp(`\\b(?:me |m')(?:retirer|enlever|rayer|supprimer|oter|effacer|sortir)\\b.{0,40}\\b${list}\\b`),
  /\b(?:unsubscribe|remove|take|drop) (?:me|my (?:e-?mail|name|address)(?: address)?)\b.{0,30}\b(?:from|off)\b.{0,30}\b(?:list|mailings?|newsletter|bulletin|digest)\b/,
  /^\W*(?:(?:please|kindly|pls),? )?stop (?:all )?(?:e-?mailing|mailing|writing|sending)(?: (?:me|us this|this|these|it))?(?: please)?\W*$/,
  /\bunsubscribe me\b|\b(?:stop|quit) (?:sending|e-?mailing|writing(?: to)?|mailing) me\b/,
  /\b(?:deme|denme|darme|dadme) de baja\b|\b(?:cancelar|cancelen|cancele) mi suscripcion\b/,
  new RegExp(`\\b(?:quiten|quite|eliminen|elimine|borren|borre|saquen|saque)(?:me| ${mine})\\b.{0,30}\\b${list}\\b`),
];

/** The same, in words with one. */
const wantsNoMore: readonly RegExp[] = [
  /\bne me (?:contactez|sollicitez|relancez) plus\b|\bne plus me (?:contacter|solliciter|relancer)\b|\b(?:souhaite|veux|voudrais|desire|prefere|aimerais) ne plus (?:etre (?:contactee?|sollicitee?)|(?:en |les |rien )?recevoir)\b/,
  /^\W*(?:je )?n'en (?:veux|desire) plus\b/,
  new RegExp(
    `\\bne (?:m'|me )(?:envoyez|ecrivez|envoie|ecris|adressez|sollicitez) plus\\b(?! (?:de |d'|les? |ces? |vos )?${others})`,
  ),
  new RegExp(
    `\\bne plus (?:m'|me )(?:envoyer|ecrire|adresser|solliciter)\\b(?! (?:de |d'|les? |ces? |vos )?${others})`,
  ),
  new RegExp(
    `\\bje ne (?:veux|souhaite|desire|voudrais|tiens) (?:vraiment |absolument )?plus (?:a )?recevoir (?:(?:de|le|les|ce|ces|vos|votre|aucun) )*${sending}\\b`,
  ),
  /\bi (?:no longer|do not|don't) (?:wish|want) to (?:receive|get) (?:any (?:more|further) |more |these |this |the |your )*(?:e-?mails?|mails?|messages?|bulletins?|digests?|newsletters?|mailings?)/,
  /\b(?:do not|don't) (?:send|e-?mail|write(?: to)?) me any ?more\b|\b(?:do not|don't) (?:e-?mail|write to) me again\b/,
  new RegExp(
    `\\b(?:ne|n') ?(?:veux|souhaite|desire|voudrais|tiens)(?: vraiment| absolument)? plus (?:a )?(?:etre|figurer|rester|apparaitre|faire partie) .{0,20}\\b${list}\\b|\\bne plus (?:etre|figurer|rester|apparaitre|faire partie) .{0,20}\\b${list}\\b`,
  ),
  new RegExp(
    `\\bi (?:no longer|do not|don't) (?:want|wish) to (?:be|remain|stay|appear) .{0,20}\\b${list}\\b|\\bno (?:deseo|quiero) (?:estar|seguir|figurar) .{0,20}\\b${list}\\b`,
  ),
  new RegExp(
    `\\bje ne (?:veux|souhaite|desire) plus (?:de |d'|aucun )(?:(?:vos|ces|votre) )?${sending}|\\bi (?:do not|don't|no longer) (?:want|need) (?:(?:any|more|your|these) )*${mails}|\\b(?:do not|don't) contact me(?: again| any ?more)?${thanks}\\W*$`,
  ),
  new RegExp(
    `\\bje ne suis plus interessee? (?:a|par|de) (?:recevoir )?.{0,20}\\b${sending}|\\bi am no longer interested in (?:receiving )?.{0,20}\\b${mails}`,
  ),
  /\bno me (?:envien|escriban|manden|envie|escriba|mande) mas\b/,
  /\bno (?:quiero|deseo) (?:recibir|seguir recibiendo) (?:mas |sus |este |estos |el )*(?:correos?|mensajes?|boletin(?:es)?|envios?)/,
];

/** It names the matter without saying that. */
const speaksOf =
  /^stop\W*$|\bopt(?:ing)?[- ]?out\b|\b(?:no more|plus (?:de|d'|aucun)|plus jamais de) (?:vos |your |these )?(?:e-?mails?|mails?|messages?|bulletins?|digests?|courriels?|envois?|infolettres?)|\b(?:effac|supprim|retir|enlev|delet|eras|remov|cancel)\w* (?:mon (?:adresse|courriel|nom|abonnement)|my (?:e-?mail|address|name|subscription)|mi (?:direccion|correo|nombre))|\b(?:me |m'|nous )(?:enlever|oter|retirer|effacer)\b|\b(?:ot|effac)e[rz]?[- ](?:moi|nous)\b|\b(?:veux|souhaite|desire|voudrais|aimerais|besoin|interessee?|voulons|souhaitons|desirons)\b.{0,12}\bplus\b.{0,40}\b(?:liste|bulletin|courriel|envoi|message)|\bcesse[rz] (?:de |d')|\barrete[rz] (?:de |d')(?:m'|me |nous )|\bdesabonn|\bdesinscri|\bunsubscri|\bsuscripcion|\bde baja\b|\bliste (?:d'envoi|de diffusion)|\bmailing list|\bplus (?:rien )?recevoir\b.{0,40}\b(?:bulletin|courriel|envoi|message)|\bno longer (?:wish|want) to (?:receive|get)|\b(?:remove|take|drop|unsubscribe) (?:me|us) (?:from|off)\b|\b(?:remove|unsubscribe) us\b|\b(?:cesse|arrete)[rz] (?:tous )?(?:vos|ces) (?:envois?|courriels?|bulletins?)|\b(?:retire|enleve|raye|supprime)[rz]?[- ](?:moi|nous)\b|\bnous (?:retirer|enlever|rayer|supprimer|desabonner)\b|\b(?:quit|sac|retir)[ea]n?nos\b|\bne (?:m'|me )(?:envoyez|ecrivez) plus\b|\bne plus (?:m'|me )(?:envoyer|ecrire)\b/;

/** Whoever has had enough of something that is sent. */
const tired =
  /\b(?:lache[zr]?|laisse[zr]?|leave)[- ](?:moi|me)\b|\b(?:fini|assez|enough|tired|marre|plein le dos|spam\w*|harcel\w*|trop)\b.{0,40}\b(?:bulletins?|courriels?|messages?|envois?|e-?mails?|mails?|digests?|newsletters?)\b|\b(?:n'en|n'y) (?:\w+ )?plus\b|\bne (?:me |m'|nous )?(?:contact|ecri|envo|sollicit|relanc)\w* (?:plus|pas)\b|\bne plus (?:etre|recevoir|me|m'|nous)\b|\bplus (?:etre|rien) (?:contacte|recevoir|recu)|\b(?:do not|don't|no longer) (?:want|need) (?:these|this|it|them|any)\b.{0,12}\b(?:any ?more|more)\b|\b(?:do not|don't|no longer|never|stop|quit|cease) (?:\w+ ){0,3}(?:e-?mail|mail|contact|write|send|receiv)\w*\b.{0,40}\b(?:me|us|this|these|any ?more|again)\b|\b(?:stop|quit|cease) (?:e-?mail|mail|writ|contact|send)ing\b|\bplus (?:de |d'|aucun )?(?:courriels?|bulletins?|messages?|envois?)\b|\b(?:desist|unsub)\b/;

/** A word of ending near oneself, the list or what is sent: it may be meant. */
const mayEnd =
  /\b(?:retire|enleve|raye|supprime|ote|efface|annule|cesse|arrete|stoppe|remov|delet|eras|cancel|elimin|borr|stop)\w*\b.{0,25}\b(?:moi|me|my (?:name|e-?mail|address|subscription)|mon (?:adresse|courriel|nom|abonnement)|this address|cette adresse|listes? (?:d'envoi|de)|mailing list|envois?|bulletins?|courriels|e-?mails|subscription|suscripcion)\b|\b(?:me |m')(?:retirer|enlever|rayer|supprimer|oter|effacer)\b|\b(?:retire|enleve|supprime|removed|deleted)e?s? (?:de|from|off) (?:\w+ )?(?:liste|list|mailing)|\b(?:not|don't|no longer) (?:want|need|contact|e-?mail|write)\b.{0,15}\b(?:me|e-?mails?|bulletins?|messages?|newsletters?)\b/;

/** « Ne me désabonnez pas », « please do not remove me » */
const stays =
  /\b(?:ne|n') ?(?:\w+ )?(?:veux|souhaite|desire|voudrais|demande|tiens|pense|compte|entends) (?:surtout |absolument |vraiment )?(?:pas|aucunement|nullement) (?:a |de )?(?:me |m'en |m'y )?(?:desabonner|desinscrire|etre (?:desabonne|retire))|\b(?:do not|don't|does not) (?:want|wish|intend) to (?:unsubscribe|be removed|leave)|\bno (?:quiero|deseo) (?:darme de baja|cancelar)|\b(?:ne|n') ?(?:me |m')?(?:desabonn|desinscri|retir|enlev|supprim)\w*(?:[- ]moi)? (?:surtout )?pas\b|\bne (?:surtout )?pas (?:me |m')?(?:desabonner|desinscrire|retirer|enlever|supprimer)|\b(?:do not|don't|not|never) (?:to )?(?:unsubscribe|remove|take|drop)\b|\bno (?:me )?(?:quiero darme|den|de) de baja/;

/** Conditions, and what others want. */
const open =
  /\b(?:si|if|sauf|unless|a moins|peut-etre|maybe|perhaps|quand|lorsque|when|failli|allais|pensais|almost|hesit\w*|bientot|avant de|apres|until|jusqu|plutot que|rather than|instead of|au lieu)\b|\b(?:comment|how|como)\b.{0,20}\b(?:desabonn|desinscri|unsubscri|baja)/;
