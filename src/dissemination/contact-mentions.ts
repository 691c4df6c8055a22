import { plain } from '../model/plain.ts';
import { reluctant } from './reluctance.ts';

/** Whether a text speaks of the contact of who wrote it, `own`, or may; undefined where it does not, or plainly lets it be shown. */
export type Mention = 'own' | 'aside' | undefined;

/**
 * What a text says that may take a consent back. Whoever has agreed to be named may think better of it in any words, and
 * what was sent cannot be taken back: only a whole sentence that is known to agree passes, with nothing beside it that
 * doubts.
 */
export function mentionOf(text: string): Mention {
  const sentences = (plain(text.slice(0, longest)).match(/[^.!?;\n]+[.!?;]?/g) ?? []).map((sentence) => ({
    asks: sentence.endsWith('?'),
    words: sentence
      .replace(/[^\p{L}\p{N}'@+-]+/gu, ' ')
      .trim()
      .replace(lead, '')
      .replace(/(?: (?:svp|please|merci|thanks|thank you|s'il vous plait|por favor|gracias))+$/, ''),
  }));
  const speaking = sentences.filter(({ words }) => speaks.test(words) || reluctant(words));
  if (speaking.length === 0) return undefined;
  const others = sentences.filter((sentence) => !speaking.includes(sentence));
  const agrees = speaking.every(({ asks, words }) => !asks && agreements.some((pattern) => pattern.test(words)));
  if (agrees && !others.some(({ words }) => doubts.test(words))) return undefined;
  return speaking.some(({ words }) => ofOneself.test(words)) ? 'own' : 'aside';
}

const longest = 20_000;

/** « Bonjour Madame, oui, … » */
const lead =
  /^(?:(?:(?:bonjour|bonsoir|hello|hi)(?: (?:madame|monsieur|all))?|oui|yes|si|ok|d'accord|bien sur|of course|certainly|volontiers|gladly|merci|thank you|thanks|et|and|y) )+(?=\S)/;

const whose = "(?:m(?:on|es|a)|my|mine|mis?|le mien|la mienne|les miennes?|myself|moi(?:-meme)?|me|m')";
const noun =
  '(?:noms?|prenoms?|coordonnees|contacts?|identite|courriels?|e-?mails?|mails?|adresses?|telephones?|portable|mobile|cellulaire|numeros?|donnees|renseignements|informations?|names?|contact details|details|identity|address(?:es)?|phones?|numbers?|data|particulars|nombres?|correo|datos|telefono|direccion|numero)';
const consent =
  '(?:consen\\w+|autoris\\w+|authori[sz]\\w+|permissions?|agreement|accord|approval|consentimiento|autorizacion|permiso)';

/** Words of a name, of what reaches a person, of consent, of publishing, of keeping silent, and of thinking better of it. */
const speaks = new RegExp(
  [
    'noms?|prenoms?|nomm\\w+|names?|named|naming|surnames?|coordonnees|contact\\w*|personne[- ]ressource|identi\\w+|courriels?|e-?mails?|mails?|adresse[sz]?|address(?:es)?|telephon\\w*|phones?|tel|mobile|cellulaire|portable|numeros?|numbers?',
    'consen\\w+|autoris\\w+|authori[sz]\\w+|permissions?|anon[iy]m\\w*|confiden\\w*|secret\\w*|priv(?:ee?s?|es|acy|ate\\w*|ad[oa]s?)|discre\\w+',
    "publi(?:er|e|ez|ent|ee?s?|cations?|sh\\w*|quement|cly|car|quen)|(?:rend\\w*|make|made|go) public\\w*|diffus\\w*|difund\\w*|divulg\\w*|disclos\\w*|circul\\w*|partag\\w*|shar(?:e|es|ed|ing)|compart\\w+|communiqu\\w+|transm\\w+|cit(?:er|ez|ee?s?)|quoted?|mentionn\\w+|figur\\w+|appara\\w+|apparai\\w+|appear\\w*|visible|shown?|showing|revel\\w*|reveal\\w*|incogni\\w*|(?:un|in)named|innomme\\w*|unidentified|inconnue?s?|unknown|qui (?:je|nous|a|ai|avons|on|c'est)|who (?:i|we|asked|wrote|is|it)|quien(?:es)?|(?:dites|dire|tell|say) (?:pas|rien|nothing|no ?(?:one|body)|a personne)",
    "fiche|sheet|notice|ficha|donnees|details|particulars|datos|correo|nombres?(?! (?:\\d|d(?:e |')(?:personnes|participant\\w*|places|apprenant\\w*|etudiant\\w*|travailleu\\w*|employe\\w*|stagiaires)))|direccion|telefono|consentimiento",
    "avis|mind|ravis\\w+|reconsider\\w*|second thoughts?|entre nous|between us|off the record|directe?ment|directly|(?:tout|everything|all) (?:\\w+ ){0,2}(?:par|through|via) (?:vous|you|l'institut|the institute)",
    `${whose} (?:${noun}|${consent})|(?:${whose}) ?[\\d+][\\d ]*`,
    // Another way to be reached, others instead of the writer, and what is for the reader alone.
    "[\\w+-]+@\\w+|mailbox|boite (?:generique|generale|courriel|de courriel|aux lettres)|(?:in place|instead) of (?:mine|me|us)|(?:a la place|au lieu|plutot que?) (?:de )?(?:moi|nous|la mienne|le mien)|pass\\w* (?:d'abord )?(?:par|through|via)|(?:not|pas|non|no|jamais|never) (?:to |a |with |avec |through |par |via )?(?:me|moi|myself|us)|(?:entre|between) (?:vous|nous|you|us) (?:et|and) (?:moi|nous|vous|me|us|you)|eyes only|(?:usage|use) (?:interne|exclusif|personnel)|(?:internal|own|personal) use|for you (?:only|alone)|(?:que pour|pour|a) vous (?:seule?s?|uniquement|seulement)",
    // « Retirez-moi », « leave me out », « je retire »
    "(?:retir|enlev|ot[ea]|effac|supprim|cach|masqu|oubli|laiss|prot[ei]g|gard|remov|tak|hid|leav|delet|eras|omit|keep|kept|drop|withh[eo]ld|protect|quit|saqu|elimin|borr|ocult)\\w*(?:[- ]| \\w+ )(?:moi|me|myself)|(?:m'|me )(?:retir|enlev|ot|effac|supprim|cach|masqu|cit|nomm|identifi)\\w*|(?:retire|withdraw|retract|revoke?|revoque|annule|reprends|retiro|revoco|take (?:it|that|this) back)(?: (?:cela|ca|it|that|this|tout|everything|all|todo))?$",
  ]
    .map((words) => `(?<![\\p{L}\\p{N}])(?:${words})(?![\\p{L}\\p{N}])`)
    .join('|'),
  'u',
);

/** Of these, what is the writer's own. */
const ofOneself = new RegExp(
  [
    `${whose} (?:\\w+ )?(?:${noun}|${consent})|coordonnees|contact details|anon[iy]m\\w*|datos de contacto|(?:mon|my) ?[\\d+][\\d ]*`,
    "(?:m'|me |[- ](?:moi|me)\\b)(?: ?(?:retir|enlev|ot|effac|supprim|cach|masqu|cit|nomm|identifi)\\w*)?|(?:nam|identif|quot|mention|publish|hid|cit)\\w* (?:me|us)",
    `(?:je|i|we|nous|j'|n'y) (?:\\w+ ){0,3}(?:${consent})`,
    '(?:sans|pas de|no|without|sin|ni) (?:nom|names?|coordonnees|contacts?|contact details|nombre|datos)',
  ]
    .map((words) => `(?<![\\p{L}\\p{N}])(?:${words})(?![\\p{L}\\p{N}])`)
    .join('|'),
  'u',
);

/** Beside a plain agreement: it may be turned round. */
const doubts =
  /(?<!\p{L})(?:ne|n'\p{L}+|pas|non|aucune?|jamais|plus|sans|not?|never|n't|\p{L}+n't|nor|without|but|mais|pero|sauf|hormis|except\p{L}*|finally|finalement|toutefois|cependant|however|unless|si|if|until|jusqu\p{L}*|avant|before|wait\p{L}*|attend\p{L}*|stop|arret\p{L}*|annul\p{L}*|cancel\p{L}*|ignor\p{L}*|oubli\p{L}*|forget|plutot|rather|instead|enfin|actually|en fait|seulement|only|uniquement|cela dit|hesit\p{L}*|erreur|mistake|regret\p{L}*|depend\p{L}*|selon|retir\p{L}*|withdr\p{L}*|reconsid\p{L}*)(?!\p{L})/u;

const one =
  '(?:mes coordonnees(?: completes)?|(?:mon|mes) (?:nom|courriel|adresse|adresse courriel|numero|numero de telephone|telephone)s?|my (?:full )?(?:contact details|details|contact information|name|e-?mail|e-?mail address|address|phone|telephone|phone number|telephone number|number)|mis datos(?: de contacto)?|mi (?:nombre|correo|telefono|direccion))';
const mine = `(?:${one}(?: (?:(?:et|and|y) )?${one}){0,3})`;
const people =
  "(?:(?:les|la|le|l'|the|all|tous|toutes|vos|your|los|las|these|those|ces|network|quebec|interested|interesse[es]*|membres|members|du|de|of|reseau|et|and|a) ?)*(?:partenaires?|partners?|etablissements?|institutions?|cegeps?|colleges?|ecoles?|schools?|universites?|universities|membres?|members?|reseau|network|everyone|everybody|tous|toutes|tout le monde|fiche|notice|sheet|bulletin|digest|anyone|them|socios|escuelas|red|ficha)";
const to = `(?: (?:a|aux?|avec|to|with|dans|in|on|sur|en|con|a los|con los|en la) ${people}(?: (?:aussi|also|too|interesses?|du reseau))?)?`;
const show =
  '(?:partager|diffuser|publier|communiquer|transmettre|montrer|afficher|donner|mettre|inclure|laisser|ajouter|share|publish|show|include|give|pass on|disclose|circulate|compartir|difundir|publicar|incluir|mostrar|dar|compartan|difundan|publiquen|incluyan)';
const shown =
  '(?:partage|diffuse|publie|communique|transmis|montre|affiche|donne|mentionne|inclus|shared|published|shown|included|disclosed|circulated|given|passed on)e?s?';
const may =
  "(?:vous pouvez|vous (?:etes autorises?|avez mon accord) (?:a|de|pour)|n'hesitez (?:surtout )?pas a|je (?:vous )?(?:autorise|permets|invite)(?: (?:l'institut|vous))? (?:a|de)|j'accepte (?:de|que vous)|je (?:suis d'accord|consens) (?:pour|a|de)|feel free to|you (?:can|may)|(?:do not|don't) (?:hesitate|forget) to|i (?:agree|consent|(?:authori[sz]e|allow|permit) you) to|i am happy (?:for you )?to|please(?: do)?|svp|merci de(?: bien)?|veuillez|n'oubliez (?:surtout )?pas de|no (?:olviden|duden en)|pueden|i (?:do not|don't) mind if you|it (?:does not|doesn't) bother me if you|(?:je n'ai |i have )?(?:aucune?|pas d'|pas de|no) (?:objections?|problemes?|problem|soucis?|issue) (?:a|pour|to|with|for)|no hay problema en|no me importa que)";
const received =
  "(?:nous avons|j'ai|on a|we have|we|i have|i) (?:(?:bien|tous|toutes|well|duly|all) )?(?:recu|lu|relu|vu|received|read|seen|got)";
const sheet = '(?:la|votre|cette|the|your|this) (?:fiche|sheet|notice)';
const fine =
  '(?:est|semble|parait|is|looks|seems) (?:(?:tout a fait|tres|vraiment|bien|very|quite|really|all) )?(?:parfaite|bonne|bien|complete|exacte|correcte|claire|belle|perfect|good|fine|correct|clear|great)';
const stands = '(?:consentement|accord|autorisation|consent|permission|agreement|consentimiento|autorizacion)';

/** Each is a whole sentence. */
const agreements: readonly RegExp[] = [
  `${may} (?:me )?${show} ${mine}${to}`,
  `(?:share|publish|show|include|partagez|diffusez|publiez|communiquez|transmettez|montrez|affichez|mettez|laissez|ajoutez|compartan|difundan|publiquen|incluyan) ${mine}${to}`,
  `${mine} (?:peut|peuvent|can|may) (?:bien |toujours |still )?(?:etre|be) ${shown}${to}`,
  `(?:je ne m'oppose pas|je n'ai (?:rien|aucune objection)|je suis d'accord|j'accepte|i agree|i (?:do not|don't) (?:mind|object)|i have no objection) (?:a ce que|pour que|que|to|that) ${mine} (?:soit|soient|being|be) ${shown}${to}`,
  `(?:je|i) (?:maintiens|confirme|renouvelle|maintain|confirm|renew) (?:toujours )?(?:mon|my) ${stands}`,
  `(?:je ne (?:retire|revoque|reprends|annule)|i (?:do not|don't|am not|'m not)) (?:pas )?(?:(?:withdraw|revoke|withdrawing|revoking|taking back) )?(?:mon|my) ${stands}`,
  "(?:je ne (?:veux|souhaite|desire|tiens) (?:plus|pas)(?: a)? (?:rester|etre|demeurer) anonyme|i (?:do not|don't|no longer) (?:want|wish|need) to (?:remain|stay|be) anonymous|no (?:quiero|deseo) (?:permanecer|ser) anonim[oa])",
  `(?:avec|with|con) ${mine}`,
  `${received} ${sheet}(?: (?:(?:et|and) )?(?:elle|it) ${fine})?|${sheet} ${fine}`,
  `(?:aucun|pas de|no) (?:probleme|souci|problem|issue) (?:avec|with) ${mine}`,
  `(?:(?:n'enlevez|ne retirez|ne masquez|ne supprimez) pas|(?:do not|don't) (?:remove|hide|delete)|there is no need to hide) ${mine}${to}`,
].map((whole) => new RegExp(`^(?:${whole})$`));
