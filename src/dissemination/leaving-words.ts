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
  if (!leaves.some((pattern) => pattern.test(sentence))) return speaksOf.test(sentence) ? 'unsure' : undefined;
  return sentence.endsWith('?') || open.test(sentence) ? 'unsure' : 'leaves';
}

const list =
  '(?:liste|envois?|diffusion|bulletin|infolettre|carnet|base|list|mailings?|newsletter|lista|envios?|boletin)';
const mine =
  '(?:mon (?:adresse|courriel|nom)|cette adresse|my (?:e-?mail|address|name)|mi (?:direccion|correo|nombre))';
const sending = '(?:bulletins?|courriels?|mails?|messages?|envois?|infolettres?|lettres|diffusions?|rien)';

/** Each says that the writer itself is to be left alone from now on. */
const leaves: readonly RegExp[] = [
  /^(?:svp,? |please |merci de |veuillez )?(?:unsubscribe|me desabonner|me desinscrire)\W*$/,
  /\b(?:desabonnez|desabonne|desinscrivez|desinscris)[- ]moi\b/,
  new RegExp(`\\b(?:desabonne[rz]|desinscri(?:re|vez)) ${mine}\\b`),
  /\b(?:me|m'en|m'y) (?:desabonner|desinscrire)\b|\bje me (?:desabonne|desinscris)\b/,
  new RegExp(`\\b(?:retir|enlev|ray|supprim|ot)(?:e[rz]?)(?:[- ]moi\\b.{0,40}\\b${list}| ${mine})\\b`),
  new RegExp(`\\bme (?:retirer|enlever|rayer|supprimer|oter)\\b.{0,40}\\b${list}\\b`),
  /\bne (?:m'|me )(?:envoyez|ecrivez|envoie|ecris|adressez|sollicitez) plus\b(?! (?:de |d'|les? |ces? |vos )?(?:rappel|doublon|piece|copie|addenda|fichier))/,
  /\bne plus (?:m'|me )(?:envoyer|ecrire|adresser|solliciter)\b(?! (?:de |d'|les? |ces? |vos )?(?:rappel|doublon|piece|copie|addenda|fichier))/,
  new RegExp(
    `\\bje ne (?:veux|souhaite|desire|voudrais|tiens) (?:vraiment |absolument )?plus (?:a )?recevoir (?:(?:de|le|les|ce|ces|vos|votre|aucun) )*${sending}\\b`,
  ),
  /\b(?:unsubscribe|remove|take|drop) (?:me|my (?:e-?mail|name|address)(?: address)?)\b.{0,30}\b(?:from|off)\b.{0,30}\b(?:list|mailings?|newsletter|bulletin|digest)\b/,
  /\bunsubscribe me\b|\bstop (?:sending|e-?mailing|writing(?: to)?|mailing) me\b/,
  /\bi (?:no longer|do not|don't) (?:wish|want) to (?:receive|get) (?:any (?:more|further) |more |these |this |the |your )*(?:e-?mails?|mails?|messages?|bulletins?|digests?|newsletters?|mailings?)/,
  /\b(?:do not|don't) (?:send|e-?mail|write(?: to)?) me any ?more\b|\b(?:do not|don't) (?:e-?mail|write to) me again\b/,
  /\b(?:deme|denme|darme|dadme) de baja\b|\b(?:cancelar|cancelen|cancele) mi suscripcion\b/,
  /\bno me (?:envien|escriban|manden|envie|escriba|mande) mas\b/,
  /\bno (?:quiero|deseo) (?:recibir|seguir recibiendo) (?:mas |sus |este |estos |el )*(?:correos?|mensajes?|boletin(?:es)?|envios?)/,
  new RegExp(`\\b(?:quiten|quite|eliminen|elimine|borren|borre)(?:me| ${mine})\\b.{0,30}\\b${list}\\b`),
];

/** It names the matter without saying that. */
const speaksOf =
  /\bdesabonn|\bdesinscri|\bunsubscri|\bsuscripcion|\bde baja\b|\bliste (?:d'envoi|de diffusion)|\bmailing list|\bplus (?:rien )?recevoir\b.{0,40}\b(?:bulletin|courriel|envoi|message)|\bno longer (?:wish|want) to (?:receive|get)|\b(?:remove|take) me (?:from|off)\b|\b(?:retire|enleve|raye|supprime)[rz]?[- ]moi\b|\bne (?:m'|me )(?:envoyez|ecrivez) plus\b|\bne plus (?:m'|me )(?:envoyer|ecrire)\b/;

/** « Ne me désabonnez pas », « please do not remove me » */
const stays =
  /\b(?:ne|n') ?(?:me |m')?(?:desabonn|desinscri|retir|enlev|supprim)\w*(?:[- ]moi)? (?:surtout )?pas\b|\bne (?:surtout )?pas (?:me |m')?(?:desabonner|desinscrire|retirer|enlever|supprimer)|\b(?:do not|don't|not|never) (?:to )?(?:unsubscribe|remove|take|drop)\b|\bno (?:me )?(?:quiero darme|den|de) de baja/;

/** Conditions, and what others want. */
const open =
  /\b(?:si|if|sauf si|unless|a moins)\b|\b(?:comment|how|como)\b.{0,20}\b(?:desabonn|desinscri|unsubscri|baja)/;
