import { plain } from '../model/plain.ts';
import { areSignature, isName, type Signatory } from './signing-lines.ts';

/** What was asked: whether a text may go out, whether an address is the right one, or whether a mail was the person's own. */
export type Asked = 'text' | 'address' | 'answer';

/**
 * Whether the words are a yes to what was asked and nothing beside it: words that allow, courtesy, and who signs. Whatever
 * else stands there may be a condition, a correction or a no. Undefined when they are no such yes.
 */
export function plainYes(text: string, signatory: Signatory, asked: Asked): { shares: boolean } | undefined {
  if (text.length > longest || text.includes('?')) return undefined;
  const lines = text.split(/\n+/).map((line, index) => (index === 0 ? line.replace(greeting, '') : line));
  const pieces = lines.map(piecesOf);
  // Who signs without a valediction does it on a line of its own, below what is said.
  const end = lines.findIndex(
    (line, index) => pieces[index]?.some((piece) => valediction.test(piece)) || (index > 0 && isName(line, signatory)),
  );
  const closing = pieces[end] ?? [];
  const closed = closing.findIndex((piece) => valediction.test(piece));
  const own = [...pieces.slice(0, end < 0 ? lines.length : end).flat(), ...closing.slice(0, Math.max(0, closed))];
  const below = end < 0 ? [] : [...closing.slice(closed + 1), ...lines.slice(end + 1)].filter((line) => !leaves(line));
  const { allowed, yes } = grammars[asked];
  const harmless = own.every((piece) => allowed.test(piece) || isName(piece, signatory));
  if (!own.some((piece) => yes.test(piece)) || !harmless || !areSignature(below, signatory)) return undefined;
  return { shares: own.some((piece) => sharing.test(piece)) && !own.some((piece) => keeping.test(piece)) };
}

/**
 * Whether a reply to a question that yes or no answers is a yes. To one's own answer nothing may stand beside it: what it
 * confirms counts. Of an address, a yes that begins is enough where nothing objects, doubts or takes time: who is known and
 * was asked says it in any words of its own.
 */
export function affirms(text: string, signatory: Signatory, asked: 'address' | 'answer'): boolean {
  if (plainYes(text, signatory, asked)) return true;
  if (asked === 'answer') return false;
  const said = plain(text.slice(0, longest)).trim();
  if (text.length > longest || said.includes('?')) return false;
  const begun = said.replace(
    /^(?:bonjour|bonsoir|hello|hi|dear|chere?s?|madame|monsieur)\b[^\n,.!:;]{0,40}[\n,.!:;]+\s*/,
    '',
  );
  return addressed.test(begun) && !objects.test(said);
}

const yesBegins =
  "oui|yes|si|ok|okay|exact(?:ement)?|exactly|correct|affirmatif|absolument|absolutely|tout a fait|effectivement|indeed|en effet|confirmee?|confirmed|(?:je|nous) (?:vous )?confirm(?:e|ons)|(?:i|we) (?:hereby )?confirm|c'est (?:exact|bien cela|juste|confirme)|that(?:'s| is) (?:right|correct)";
const addressed = new RegExp(
  `^(?:${yesBegins}|c'est (?:bien |toujours )?(?:moi|mon adresse|la bonne adresse)|(?:it|that|this) is (?:indeed )?(?:me|my address|the right (?:one|address))|bonne adresse|right address|(?:vous pouvez )?(?:m'ecrire|ecrivez-moi) ici)(?!\\p{L})`,
  'u',
);
/** Beside a yes: a no, a reserve, another person or address, a mistake, or what is still to come. */
const objects =
  /(?<!\p{L})(?:ne|n'\p{L}+|pas|plus|non|aucune?|jamais|rien|ni|sans|sauf|hormis|not?|nor|never|none|nothing|\p{L}+n't|without|cannot|except|mais|but|pero|toutefois|cependant|pourtant|however|although|though|bien que|sinon|otherwise|si(?= (?:vous|je|nous|on|le|la|les|l'|c'|elle|il))|s'il(?! vous)|if|unless|provided|pourvu|condition\p{L}*|reserve\p{L}*|subject|depend\p{L}*|crois|croyons|pense|pensons|think|believe|guess|suppos\p{L}*|semble|seems?|peut-etre|maybe|perhaps|might|may|probabl\p{L}*|possibl\p{L}*|likely|sans doute|doute|doubt|sais|savons|know|unsure|sure|verif\p{L}*|check\p{L}*|seulement|uniquement|only|just|mieux|better|plutot|rather|instead|autres?|others?|another|else|quelqu'un|someone|somebody|collegues?|colleagues?|assistant\p{L}*|stagiaire|secretaire|predecesseur|ancien\p{L}*|former|mauvais\p{L}*|wrong|faux|fausse|false|erreur|error|mistake\p{L}*|err\p{L}*|helas|alas|malheureusement|unfortunately|regret\p{L}*|desole\p{L}*|sorry|moins|fewer|less|ignor\p{L}*|oubli\p{L}*|forget|disregard|effac\p{L}*|supprim\p{L}*|delet\p{L}*|retir\p{L}*|remov\p{L}*|withdr\p{L}*|annul\p{L}*|cancel\p{L}*|refus\p{L}*|declin\p{L}*|desist\p{L}*|stop\p{L}*|arret\p{L}*|cess\p{L}*|desabonn\p{L}*|desinscri\p{L}*|unsubscri\p{L}*|quitt\p{L}*|leav\p{L}*|recue?s?|received|lue?s?|read|attend\p{L}*|wait\p{L}*|pending|quand|when|lorsque|apres|after|avant|before|jusqu\p{L}*|until|demain|tomorrow|later|plus tard|bientot|soon|dernier\p{L}*|last|old|finalement|actually|en fait|entre-temps|since then|depuis|chang\p{L}*|modifi\p{L}*|corrig\p{L}*|correct(?:ed|ion\p{L}*)|pres|exception\p{L}*|bloqu\p{L}*|block\p{L}*|verr(?:a|ai|ons|ez)|will see|we'll see|\p{L}+rait|pirat\p{L}*|hack\p{L}*|spam|fraud\p{L}*|phishing|usurp\p{L}*)(?!\p{L})/u;

function piecesOf(line: string): string[] {
  return plain(line)
    .split(/[.,;:!]+|\s[-–—]+\s/)
    .map((piece) =>
      piece
        .replace(/["«»“”*_>()|]/g, ' ')
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .filter(Boolean);
}

/** Whether a piece of a sentence, plain, is nothing but agreement, courtesy or what a button says. */
export function agreesOrThanks(piece: string): boolean {
  return grammars.text.allowed.test(piece) || valediction.test(piece);
}

/** Whether a line takes leave. */
export function isValediction(line: string): boolean {
  const pieces = piecesOf(line);
  return pieces.length > 0 && pieces.some((piece) => valediction.test(piece));
}

/** Another valediction or thanks, below the first one. */
function leaves(line: string): boolean {
  return piecesOf(line).every((piece) => valediction.test(piece) || thanksAlone.test(piece));
}

/** A yes is short; with what stands below it. */
const longest = 600;

/** « Bonjour Madame Tremblay, »: whoever is greeted, in up to four words that are written as names. */
const greeting =
  /^\s*(?:[Bb]onjour|[Bb]onsoir|[Hh]ello|[Hh]i|[Dd]ear|[Cc]h[eè]re?s?|[Ee]stimad[oa]s?|[Bb]uenos d[ií]as)(?: (?:\p{Lu}\p{L}*[\p{L}.'’-]*)){1,4}(?=\s*(?:[,!:]|$))/u;

const contact = '(?:mes coordonnees|my contact details|mis datos de contacto)';
const share = `(?:(?:et |and |y )?(?:avec|with|con) ${contact})`;
const keep = `(?:(?:mais |but |pero )?(?:(?:surtout )?pas avec|sans|not with|without|no con|sin) ${contact})`;

const side =
  '(?: (?:pour (?:moi|nous)|de (?:notre|mon|ma) (?:cote|part)|en ce qui (?:me|nous) concerne|(?:for|with|by|from|to) (?:me|us)|(?:from|on|at) (?:my|our) (?:side|end|part)|(?:por|de) (?:mi|nuestra) parte|para (?:mi|nosotros)))?';
const how =
  '(?:(?:tout a fait|bien|tres|toujours|parfaitement|entierement|absolument|fully|entirely|absolutely|all|just|quite|very|perfectly|muy|todo|totalmente) )?';
const theText =
  '(?:(?:ce|le|du|au) (?:texte|contenu)|(?:a )?(?:la|cette) (?:fiche|version|diffusion)|(?:this|the) (?:text|notice|version|wording|content)|(?:este|el) texto|(?:esta|la) ficha)';
const it = `(?:${theText}|tout|cela|ca|this|that|it|everything|all|todo|eso)`;
const good =
  '(?:bon(?:ne)?|bien|ok|okay|parfaite?|correcte?|exacte?|conforme|juste|acceptable|good|fine|perfect|right|great|excellente?|accurate|in order|en ordre|en regle|alright|correct[oa]|perfect[oa]|exact[oa])';
const is = '(?:est|is|looks?|sounds?|seems?|reads|semble|parait|es|esta|me parece)';
const approved =
  '(?:approuvee?|approved|confirmee?|confirmed|validee?|aprobad[oa]|confirmad[oa]|accepted|acceptee?|agreed)';
const approval =
  '(?:accord|approbation|feu vert|aval|approval|consent|agreement|green light|go-ahead|aprobacion|acuerdo|visto bueno)';
const spread = '(?:diffus|publi|envoy|distribu|transmett)';
const sent =
  '(?: (?:a|pour) (?:la |sa )?(?:diffusion|publication)| pour diffusion| for (?:release|distribution|publication))?';
const confirmed =
  '(?: (?:ce texte|le texte|this text|the text|este texto|el texto|(?:(?:mon|cette|ma nouvelle|la nouvelle) adresse|(?:my|this|the)(?: new)? address|mi(?: nueva)? direccion)(?: (?:courriel|electronique))?))?';

const agreement = [
  "oui|yes|si|ok|okay|volontiers|avec plaisir|gladly|with pleasure|con gusto|d'accord|parfait|perfect|perfecto|entendu|agreed|de acuerdo|conforme|correcte?|correcto|exact|exactement|exactly|tout a fait|absolument|absolutely|certainement|certainly|excellent|excelente|i agree|we agree|j'approuve|i do|we do|(?:ca|cela) (?:me|nous) va(?: bien)?|c'est d'accord|as is|tel(?:le)? quel(?:le)?",
  `(?:ok|d'accord|de acuerdo|parfait|perfect|good|fine|great|correct|bon)${side}`,
  `(?:(?:c'est|${it} ${is}|it all ${is}|it's|that's|${is}|esta) )${how}(?:${good}|ok)${side}`,
  `(?:all|todo|tout) (?:good|fine|ok|well|bien|bon)${side}`,
  `${it} (?:me|nous) convient(?: (?:parfaitement|tres bien|tout a fait))?`,
  `(?:(?:i am|i'm|we are|we're|je suis|nous sommes|estoy|estamos) )?${how}(?:happy|pleased|satisfied|fine|ok|d'accord|satisfaite?s?|conforme|de acuerdo) (?:with|avec|de|du|con|pour) ${it}`,
  `d'accord${sent}|${approved}${sent}${side}`,
  `(?:c'est|${it} (?:est|is|esta)|est|is|texte?|text|texto) ${approved}${sent}${side}`,
  `(?:j'|je |nous |i |we |yo )(?:approuv(?:e|ons)|approve|apruebo|valid(?:e|ons)|validate)(?: ${it})?|(?:apruebo|aprobamos)(?: ${it})?`,
  '(?:ce|le) texte (?:me convient|peut etre diffuse|est bon)|(?:this|the) text (?:may be sent|is fine)|(?:este|el) texto (?:puede difundirse|esta bien)',
  'bon (?:a|pour) (?:la )?diffus(?:er|ion)|ok pour (?:la )?diffusion|bon pour accord|(?:lu|vu) et approuve|good to go',
  `(?:please |svp )?(?:go ahead|proceed)|allez-y|adelante|procedan?|(?:${spread}(?:ez|ons))(?: (?:le|la)|-(?:le|la))?(?: ${theText})?`,
  `(?:vous pouvez|on peut|you (?:may|can)|pueden?|please|veuillez|merci de) (?:${spread}(?:er|re)|(?:le |la )${spread}(?:er|re)|y aller|proceder|go ahead|proceed|(?:send|circulate|publish|distribute) ${it}(?: out)?|difundirlo|difundir el texto)(?: ${theText})?`,
  `(?:(?:vous avez|you have|tienen?) (?:mon|notre|le|my|our|the|mi|nuestr[oa])|(?:je|nous|i|we) (?:vous )?(?:donn(?:e|ons)|give)(?: you)? (?:mon|notre|le|my|our)) ${approval}${sent}|${approval} donnee?${sent}|(?:feu vert|green light|visto bueno)${sent}${side}`,
  `(?:je |nous )?(?:(?:le |la )?(?:confirm|valid)(?:e|ons|ed?)|accept(?:e|ons|ed))${confirmed}|j'accepte|i (?:confirm|accept)${confirmed}|(?:confirmo|acepto)${confirmed}`,
  `(?:je |nous |i |we )(?:confirm(?:e|ons)?) (?:que |qu'|that )?${it} ${is} ${how}${good}`,
].join('|');

/** Nothing stands against it, or is to be changed: of a text. */
const unopposed = [
  "(?:(?:(?:je|nous|on|i|we) )?(?:(?:n'(?:ai|avons)|ne (?:vois|voyons)|have|see|tengo|tenemos) )?)",
  "(?:aucune?s?|(?:pas|plus) (?:d'|de )?|no|sans|sin|without|ningun[ao]?) ?",
  '(?:autres? |other |further |more )?',
  '(?:objections?|commentaires?|corrections?|changements?|modifications?|remarques?|reserves?|observations?|comments?|changes?|edits?|amendments?|remarks?|objecion(?:es)?|comentarios?|cambios?|observaciones|correcciones)',
  '(?: (?:a (?:apporter|faire|formuler|signaler|proposer)|needed|required|necessary|to (?:make|add|suggest|report)))?',
  side,
].join('');
const unchanged = `(?:rien a (?:redire|ajouter|signaler|changer|corriger|modifier)|nothing to (?:add|change|correct|report)|nada que (?:anadir|agregar|cambiar|objetar|corregir))${side}`;

const address =
  '(?:(?:mon|notre|cette|la|une)(?: bonne| nouvelle)? adresse|ma (?:bonne |nouvelle )?adresse|(?:my|our|this|the)(?: new| right| correct)? address|mi(?: nueva)? direccion|la direccion correcta|mon courriel|my e-?mail|mi correo)(?: (?:courriel|electronique|e-?mail))?';
const list = '(?:(?: (?:a|sur|to|on|de|a) (?:la|votre|the|your) (?:liste|list)| au bulletin| to the digest))?';
/** Of an address: it is the right one, and may be written to. */
const enrolled = [
  `(?:c'est|this is|that is|that's|it is|it's|es) (?:(?:bien|toujours|indeed|still) )?(?:${address}|moi|me)|soy yo|(?:yes )?it is`,
  `(?:je confirme que |i confirm that )?${address} (?:est|is|es) (?:bien |toujours |still )?(?:la bonne|bonne|valide|exacte|correcte|correct|valid|right|confirmee|confirmed|la correcta|la mienne|mine|${address})`,
  `(?:je confirme qu')?il s'agit (?:bien )?de ${address}`,
  "(?:envoyez-moi|m'envoyer|send me|envienme) (?:(?:le|les|the|el) )?(?:bulletins?|fiches|digests?|boletin)",
  '(?:nouvelle )?adresse (?:confirmee|exacte|correcte|valide)|(?:new )?address (?:confirmed|correct)|direccion (?:confirmada|correcta)',
  `(?:(?:merci de|veuillez|please|vous pouvez|you (?:may|can)|svp|pueden) )?(?:(?:bien vouloir )?(?:m'|nous )(?:inscrire|ajouter|enregistrer|ecrire)|(?:inscrivez|ajoutez|enregistrez|ecrivez)-moi|(?:add|register|subscribe|enrol|enroll) me|sign me up|use (?:this|my) (?:new )?address|inscribirme|inscribanme)${list}(?: a (?:cette|mon) adresse)?`,
  "(?:j'accepte|je (?:veux|desire|souhaite|voudrais)(?: bien)?|j'aimerais|i (?:agree|accept|want|wish|would like)|acepto|deseo|quiero) (?:de |d'|to )?(?:recevoir|receive|get|recibir) (?:(?:le|les|vos|votre|ce|ces|the|your|el|los|sus) )?(?:it|bulletins?|fiches?|digests?|demandes|notices?|messages?|courriels?|e-?mails?|boletin(?:es)?|fichas)",
  'je suis (?:bien )?(?:la |le )?(?:nouvelle |nouveau )?(?:personne[- ]ressource|repondante?|responsable|contact)',
].join('|');

const lately =
  "(?: (?:hier|avant-hier|ce matin|aujourd'hui|tantot|tout a l'heure|yesterday|today|this morning|(?:hier|yesterday) (?:matin|soir|apres-midi|morning|evening|afternoon)|(?:on )?(?:lun|mar|mercre|jeu|vendre|same)di(?: dernier)?|dimanche|(?:on |last )*(?:mon|tues|wednes|thurs|fri|satur|sun)day))?";
/** Of a mail: who was asked wrote it, and means it. */
const owned = [
  yesBegins,
  "(?:que )?c'(?:est|etait) (?:bien |bel et bien )?(?:moi|nous|la notre|le notre|la mienne|le mien|(?:notre|ma) reponse|(?:notre|mon) (?:message|courriel|envoi))(?: qui (?:l'|vous )?(?:ai|avons) (?:bien )?(?:ecrite?|envoyee?|repondu))?",
  "(?:it|that|this) (?:was|is) (?:indeed )?(?:me|us|ours|mine|(?:our|my) (?:answer|reply|response|message|e-?mail))|that's (?:me|us|ours|mine|our answer)",
  '(?:cette|la|notre|ma) reponse (?:est|vient|provient) (?:bien )?(?:la notre|la mienne|de (?:nous|moi|(?:notre|ma) part|chez nous))|ce (?:message|courriel) (?:est|vient|provient) (?:bien )?(?:le notre|le mien|de (?:nous|moi|(?:notre|ma) part|chez nous))',
  `(?:(?:je|nous|c'est nous qui) (?:vous )?l'(?:ai|avons) (?:bien )?(?:envoyee?|ecrite?)|(?:i|we) (?:sent|wrote|did send|did write) (?:it|this|that))${lately}`,
  "(?:je |nous )vous le confirm(?:e|ons)|(?:(?:je|nous|i|we) )?(?:vous )?confirm(?:e|ons)? (?:bien )?(?:(?:notre|mon|our|my) (?:interet|interest|participation)|(?:notre|ma|cette|our|my|this) (?:reponse|manifestation d'interet|answer|reply|response|expression of interest))",
].join('|');

const courtesy =
  "merci(?: (?:beaucoup|bien|d'avance|infiniment|encore|a vous|de votre aide|pour votre (?:aide|travail|message|courriel)))?|thank you(?: very much| so much| for your (?:help|work|message|e-?mail))?|(?:many )?thanks(?: a lot| so much| again| in advance)?|(?:muchas )?gracias|bonjour|bonsoir|hello|hi|dear (?:sir|madam)(?: or madam)?|dear all|madame|monsieur|chere?s? (?:madame|monsieur)|buenos dias|buenas tardes|estimad[oa]s?(?: senor(?:a|es)?)?|(?:pour ma part|de (?:mon|notre) cote|for my part|por mi parte)|bonne (?:journee|soiree|semaine|fin de semaine)|(?:have a )?(?:good|nice|great) (?:day|weekend|evening|week)|svp|please|por favor|et|and|y";
const words = (alternatives: string) => new RegExp(`^(?:(?:${alternatives})(?: |$)){1,6}$`);

function grammarOf(agrees: string): { allowed: RegExp; yes: RegExp } {
  return {
    allowed: words(`${agrees}|${courtesy}|${share}|${keep}`),
    yes: new RegExp(`^(?:(?:${courtesy}) ){0,3}(?:${agrees})(?: |$)`),
  };
}

const grammars: Record<Asked, { allowed: RegExp; yes: RegExp }> = {
  text: grammarOf(`${agreement}|${unopposed}|${unchanged}`),
  address: grammarOf(`${agreement}|${enrolled}`),
  answer: grammarOf(`${agreement}|${owned}`),
};

const sharing = new RegExp(`${share}$`);
const keeping = new RegExp(`${keep}$`);
const thanksAlone = words(courtesy);

const valediction =
  /^(?:(?:bien |tres )?cordialement(?: votre)?|salutations(?: (?:distinguees|cordiales))?|(?:avec )?mes (?:meilleures )?salutations|bien a vous|sincerement|au plaisir|(?:best|kind|warm|with (?:best|kind)) regards|regards|sincerely(?: yours)?|yours (?:sincerely|truly|faithfully)|best(?: wishes)?|cheers|(?:cordiales |un cordial )?saludos?(?: cordiales)?|atentamente|cordialmente|envoye de mon .{1,30}|sent from my .{1,30}|enviado desde mi .{1,30})$/;
