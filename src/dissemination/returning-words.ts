import { plain } from '../model/plain.ts';

/**
 * Whether somebody who was taken off the list plainly says that it was a mistake, or wants it back. Whoever left is written
 * to again on plain words alone: « ce n’est pas une erreur » holds the same word.
 */
export function wantsItBack(text: string): boolean {
  const clauses = (plain(text.slice(0, longest)).match(/[^.!?;:,\n]+[.!?;:,\n]?/g) ?? []).map((clause) => ({
    asks: clause.endsWith('?'),
    words: clause
      .replace(/[^\p{L}\p{N}' -]+/gu, ' ')
      .replace(/\s+/g, ' ')
      .trim()
      .replace(
        /^(?:(?:oui|yes|si|bonjour|bonsoir|hello|hi|hola|madame|monsieur|mais|but|en fait|oups|oops|sorry|desolee?|pardon) )+(?=\S)/,
        '',
      )
      .replace(/(?: (?:svp|s'il vous plait|please|merci(?: beaucoup)?|thanks|thank you|por favor|gracias))+$/, ''),
  }));
  const plainly = clauses.filter(({ asks, words }) => !asks && returning.test(words));
  return plainly.length > 0 && clauses.every((clause) => plainly.includes(clause) || !against.test(clause.words));
}

const longest = 1000;

const bulletin =
  '(?:(?: (?:le|les|vos|votre|ce|ces|the|your|these|this|el|los|it|all))?(?: (?:bulletins?|courriels?|messages?|envois?|fiches?|digests?|e-?mails?|newsletters?|boletin|boletines|correos|it|them))?(?: (?:des|de|of) (?:demandes|requests))?)';
const who = "(?:je|nous|i|we|on|j'|yo)";
const returning = new RegExp(
  `^(?:${[
    "(?:(?:c'est|c'etait|ceci est|il s'agit d'|il y a eu|il y a|this is|this was|that was|that is|it's|it was|it is|there is|es|fue|ha sido|par|by|por) ?)?(?:une |un |a |an )?(?:erreur|mistake|error|equivocacion)(?: (?:de (?:ma|notre|votre) part|on (?:our|my|your) (?:part|side|end)))?",
    `${who} (?:n'(?:ai|avons)|ne l'(?:ai|avons)) (?:pas|jamais|rien) (?:demande|voulu|fait)(?: (?:cela|ca|ceci|ce retrait|a (?:etre )?(?:desabonnee?|desinscrite?|retiree?)|a me desabonner))?`,
    `${who} (?:did not|didn't|have not|haven't|never) (?:ask(?:ed)?|request(?:ed)?)(?: for)?(?: (?:this|that|it|to be (?:removed|unsubscribed|taken off)|to unsubscribe))?`,
    "ce n'est pas (?:moi|nous)(?: qui (?:ai|avons|l'ai|l'avons) (?:demande|ecrit|envoye)(?: (?:cela|ca))?)?|(?:it|this|that) (?:was not|wasn't|is not|isn't) (?:me|us)|no fui yo|(?:yo )?no lo (?:pedi|solicite)",
    `(?:${who} )?(?:veux|voulons|souhaite|souhaitons|desire|desirons|voudrais|voudrions|aimerais|aimerions|tiens a|tenons a|want to|wish to|would like to|'d like to|quiero|deseo)(?: (?:bien|toujours|encore|still|donc))? (?:(?:continuer (?:a|de)|continue(?: to)?|keep(?: on)?|seguir) )?(?:recevoir|receive|receiving|get|getting|recibiendo|recibir)${bulletin}`,
    '(?:remettez|reinscrivez|reabonnez|rajoutez)[- ](?:moi|nous)(?: sur la liste)?|(?:please )?(?:re-?subscribe|put|add) (?:me|us)(?: back)?(?: on the list| back on the list)?|(?:tout )?comme avant|as before|merci de (?:me |nous )?(?:remettre|reinscrire|reabonner)(?: sur la liste)?',
  ].join('|')})$`,
);
const against =
  /(?<!\p{L})(?:ne|n'\p{L}+|pas|plus|jamais|rien|aucune?|sans|non|not?|never|none|\p{L}+n't|without|mais|but|pero|stop\p{L}*|arret\p{L}*|cess\p{L}*|desabonn\p{L}*|desinscri\p{L}*|unsubscri\p{L}*|baja|quitt\p{L}*|leave|retir\p{L}*|enlev\p{L}*|remov\p{L}*|si|if|unless|erreur|mistake|error)(?!\p{L})/u;
