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
  const said = [line, ...sentences].map((sentence) => meaningOf(sentence.trim()));
  return said.find((one) => one === 'leaves') ?? said.find((one) => one === 'unsure');
}

const longest = 1000;

const pressed =
  /^(?:desabonne(?:ment|r|z(?:[- ]moi)?)|desinscri(?:ption|re|vez[- ]moi)|unsubscribe|(?:darme de )?baja)\W*$/;

function meaningOf(sentence: string): Leaving {
  if (stays.test(sentence)) return undefined;
  const denied = sentence.match(negations)?.length ?? 0;
  const says = (table: readonly RegExp[]) => table.some((pattern) => pattern.test(sentence));
  // « Je n’ai jamais dit que je ne veux plus recevoir … »: one negation belongs to the words, another turns them round.
  const meant = (denied === 0 && says(asksToStop)) || (denied <= 1 && says(wantsNoMore));
  if (meant) return sentence.endsWith('?') || open.test(sentence) ? 'unsure' : 'leaves';
  return says(asksToStop) || says(wantsNoMore) || speaksOf.test(sentence) ? 'unsure' : undefined;
}

const negations =
  /\b(?:ne|not|never|cannot|nunca)\b|\bn'|n't\b|\b(?:pas|jamais)(?= (?:de )?(?:me|m'|a)\b)|\bno(?= (?:me|quiero|deseo|longer)\b)/g;

const list =
  '(?:liste|envois?|diffusion|bulletin|infolettre|carnet|base|list|mailings?|newsletter|lista|envios?|boletin)';
const mine =
  '(?:mon (?:adresse|courriel|nom)|cette adresse|my (?:e-?mail|address|name)|mi (?:direccion|correo|nombre))';
const sending = '(?:bulletins?|courriels?|mails?|messages?|envois?|infolettres?|lettres|diffusions?|rien)';

/** Of these alone one may want no more. */
const others = '(?:rappel|doublon|piece|copie|addenda|fichier)';

const asking =
  '(?:\\b(?:svp|please|merci de(?: bien vouloir)?|merci|veuillez|priere de|bien vouloir|pouvez[- ]vous|pourriez[- ]vous|vous pouvez|(?:je )?(?:veux|voudrais|souhaite|souhaiterais|desire|prefere|aimerais|demande a|demande de|prie de|i want to|i would like to|i wish to)),? )';

const thanks = "(?:,? (?:svp|please|merci|s'il vous plait|thanks|thank you|por favor|gracias))?";

/** Each says that the writer itself is to be left alone from now on, in words without a negation. */
const asksToStop: readonly RegExp[] = [
  new RegExp(`(?:^|[,:])\\W*(?:unsubscribe|me desabonner|me desinscrire)${thanks}\\W*$`),
  new RegExp(
    `(?:^|[,:]|${asking})\\W*(?:remove me|take me off|(?:retirez|enlevez|rayez|supprimez|otez)[- ]moi|me (?:retirer|enlever|rayer|supprimer)|(?:quit|sac|retir)[ea]n?me)${thanks}\\W*$`,
  ),
  new RegExp(`\\b(?:arrete[rz]|cesse[rz]|stoppe[rz]) (?:tous )?(?:vos|ces|les) ${sending}${thanks}\\W*$`),
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
  new RegExp(`\\b(?:retir|enlev|ray|supprim|ot)(?:e[rz]?)(?:[- ]moi\\b.{0,40}\\b${list}| ${mine})\\b`),
  new RegExp(`\\bme (?:retirer|enlever|rayer|supprimer|oter)\\b.{0,40}\\b${list}\\b`),
  /\b(?:unsubscribe|remove|take|drop) (?:me|my (?:e-?mail|name|address)(?: address)?)\b.{0,30}\b(?:from|off)\b.{0,30}\b(?:list|mailings?|newsletter|bulletin|digest)\b/,
  /\bunsubscribe me\b|\bstop (?:sending|e-?mailing|writing(?: to)?|mailing) me\b/,
  /\b(?:deme|denme|darme|dadme) de baja\b|\b(?:cancelar|cancelen|cancele) mi suscripcion\b/,
  new RegExp(`\\b(?:quiten|quite|eliminen|elimine|borren|borre)(?:me| ${mine})\\b.{0,30}\\b${list}\\b`),
];

/** The same, in words with one. */
const wantsNoMore: readonly RegExp[] = [
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
  /\bno me (?:envien|escriban|manden|envie|escriba|mande) mas\b/,
  /\bno (?:quiero|deseo) (?:recibir|seguir recibiendo) (?:mas |sus |este |estos |el )*(?:correos?|mensajes?|boletin(?:es)?|envios?)/,
];

/** It names the matter without saying that. */
const speaksOf =
  /^stop\W*$|\bcesse[rz] (?:de |d')|\barrete[rz] (?:de |d')(?:m'|me |nous )|\bdesabonn|\bdesinscri|\bunsubscri|\bsuscripcion|\bde baja\b|\bliste (?:d'envoi|de diffusion)|\bmailing list|\bplus (?:rien )?recevoir\b.{0,40}\b(?:bulletin|courriel|envoi|message)|\bno longer (?:wish|want) to (?:receive|get)|\b(?:remove|take|drop|unsubscribe) (?:me|us) (?:from|off)\b|\b(?:remove|unsubscribe) us\b|\b(?:cesse|arrete)[rz] (?:tous )?(?:vos|ces) (?:envois?|courriels?|bulletins?)|\b(?:retire|enleve|raye|supprime)[rz]?[- ](?:moi|nous)\b|\bnous (?:retirer|enlever|rayer|supprimer|desabonner)\b|\b(?:quit|sac|retir)[ea]n?nos\b|\bne (?:m'|me )(?:envoyez|ecrivez) plus\b|\bne plus (?:m'|me )(?:envoyer|ecrire)\b/;

/** « Ne me désabonnez pas », « please do not remove me » */
const stays =
  /\b(?:ne|n') ?(?:\w+ )?(?:veux|souhaite|desire|voudrais|demande|tiens|pense|compte|entends) (?:surtout |absolument |vraiment )?(?:pas|aucunement|nullement) (?:a |de )?(?:me |m'en |m'y )?(?:desabonner|desinscrire|etre (?:desabonne|retire))|\b(?:do not|don't|does not) (?:want|wish|intend) to (?:unsubscribe|be removed|leave)|\bno (?:quiero|deseo) (?:darme de baja|cancelar)|\b(?:ne|n') ?(?:me |m')?(?:desabonn|desinscri|retir|enlev|supprim)\w*(?:[- ]moi)? (?:surtout )?pas\b|\bne (?:surtout )?pas (?:me |m')?(?:desabonner|desinscrire|retirer|enlever|supprimer)|\b(?:do not|don't|not|never) (?:to )?(?:unsubscribe|remove|take|drop)\b|\bno (?:me )?(?:quiero darme|den|de) de baja/;

/** Conditions, and what others want. */
const open =
  /\b(?:si|if|sauf|unless|a moins|peut-etre|maybe|perhaps|quand|lorsque|when|failli|allais|pensais|almost|hesit\w*|bientot|avant de|apres|until|jusqu)\b|\b(?:comment|how|como)\b.{0,20}\b(?:desabonn|desinscri|unsubscri|baja)/;
