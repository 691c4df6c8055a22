import { plain } from '../model/plain.ts';

/**
 * Whether the words are a yes to what was asked and nothing beside it: words that allow, courtesy, and who signs. Whatever
 * else stands there may be a condition, a correction or a no. Undefined when they are no such yes.
 * @param signatory - The requester's name, as it may stand below.
 */
export function plainYes(text: string, signatory: string): { shares: boolean } | undefined {
  if (text.length > longest) return undefined;
  const said = plain(text).trim();
  if (said.includes('?')) return undefined;
  const names = new Set(wordsOf(signatory));
  const signs = (piece: string) => wordsOf(piece).every((word) => names.has(word));
  const lines = said.split(/\n+/).map(piecesOf);
  // Who signs without a valediction does it on a line of its own, below what is said.
  const end = lines.findIndex(
    (line, index) => line.some((piece) => valediction.test(piece)) || (index > 0 && isSignature(line.join(' '), names)),
  );
  const closing = lines[end] ?? [];
  const closed = closing.findIndex((piece) => valediction.test(piece));
  const own = [...lines.slice(0, end < 0 ? lines.length : end).flat(), ...closing.slice(0, Math.max(0, closed))];
  const below = end < 0 ? [] : [...closing.slice(closed + 1), ...lines.slice(end + 1).flat()];
  const agrees = own.some((piece) => yes.test(piece));
  const harmless =
    own.every((piece) => allowed.test(piece) || signs(piece)) &&
    !below.some((piece) => speaks.test(piece) || counts(piece));
  if (!agrees || !harmless) return undefined;
  return { shares: own.some((piece) => sharing.test(piece)) && !own.some((piece) => keeping.test(piece)) };
}

function piecesOf(line: string): string[] {
  return line
    .split(/[.,;:!]+|\s[-–—]+\s/)
    .map((piece) =>
      piece
        .replace(/["«»“”*_>()|]/g, ' ')
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .filter(Boolean);
}

function wordsOf(text: string): string[] {
  return plain(text).match(/\p{L}+/gu) ?? [];
}

/** The name, some of its words perhaps by their first letter, with a title or a degree. */
function isSignature(line: string, names: ReadonlySet<string>): boolean {
  const words = wordsOf(line).filter((word) => !title.test(word));
  const initials = new Set([...names].map((name) => name[0]));
  return words.some((word) => names.has(word)) && words.every((word) => names.has(word) || initials.has(word));
}

const title = /^(?:dre?|pre?|prof|mr?s?|mme|mlle|me|ing|eng|phd|msc|mba|sr|sra|lic)$/;

/** A yes is short; with what stands below it. */
const longest = 600;

const contact = '(?:mes coordonnees|my contact details|mis datos de contacto)';
const share = `(?:(?:et |and |y )?(?:avec|with|con) ${contact})`;
const keep = `(?:(?:mais |but |pero )?(?:(?:surtout )?pas avec|sans|not with|without|no con|sin) ${contact})`;
const confirmed =
  '(?: (?:ce texte|le texte|this text|the text|este texto|el texto|(?:(?:mon|cette|ma nouvelle|la nouvelle) adresse|(?:my|this|the)(?: new)? address|mi(?: nueva)? direccion)(?: (?:courriel|electronique))?))?';
const agreement = [
  "oui|yes|si|ok|okay|volontiers|avec plaisir|gladly|with pleasure|con gusto|d'accord|parfait|perfect|perfecto|entendu|agreed|de acuerdo",
  "approuve|approved|aprobado|j'approuve(?: (?:ce|le) texte)?|i approve(?: (?:this|the) text)?|apruebo(?: (?:este|el) texto)?",
  "c'est (?:parfait|bon|tres bien)|(?:that|this|it) is (?:fine|perfect|good)|esta (?:bien|perfecto)",
  '(?:ce|le) texte (?:me convient|peut etre diffuse|est bon)|(?:this|the) text (?:may be sent|is fine)|(?:este|el) texto (?:puede difundirse|esta bien)',
  'bon (?:a|pour) (?:la )?diffus(?:er|ion)|ok pour (?:la )?diffusion|(?:please )?go ahead',
  '(?:vous pouvez|on peut) (?:le |la )?diffuser(?: (?:ce|le) texte)?|you (?:may|can) send (?:it|this text|the text)|(?:pueden|puede) (?:difundirlo|difundir el texto)',
  `(?:je |nous )?(?:(?:le |la )?(?:confirm|valid)(?:e|ons|ed?)|accept(?:e|ons|ed))${confirmed}|j'accepte|i (?:confirm|accept)${confirmed}|(?:confirmo|acepto)${confirmed}`,
].join('|');
const courtesy =
  'merci(?: (?:beaucoup|bien|a vous|de votre aide))?|thank you(?: very much| so much)?|thanks|(?:muchas )?gracias|bonjour|hello|hi|dear (?:sir|madam)(?: or madam)?|dear all|madame|monsieur|chere?s? (?:madame|monsieur)|buenos dias|estimad[oa]s?(?: senor(?:a|es)?)?';
const words = (alternatives: string) => new RegExp(`^(?:(?:${alternatives})(?: |$))+$`);

const allowed = words(`${agreement}|${courtesy}|${share}|${keep}`);
const yes = new RegExp(`^(?:(?:${courtesy}) )*(?:${agreement})(?: |$)`);
const sharing = new RegExp(`${share}$`);
const keeping = new RegExp(`${keep}$`);

const valediction =
  /^(?:(?:bien |tres )?cordialement(?: votre)?|salutations(?: distinguees)?|(?:avec )?mes (?:meilleures )?salutations|bien a vous|sincerement|(?:best|kind|warm|with (?:best|kind)) regards|regards|sincerely(?: yours)?|yours (?:sincerely|truly|faithfully)|best(?: wishes)?|(?:cordiales |un cordial )?saludos?|atentamente|cordialmente|envoye de mon .{1,30}|sent from my .{1,30}|enviado desde mi .{1,30})$/;
/** Whether a number says something, and is none of a telephone, a box or a street. */
function counts(piece: string): boolean {
  return /\p{N}/u.test(piece) && !/[a-z]@|^www|^[+(]?[\d ()./+-]{6,}$/.test(piece) && !ofAddress.test(piece);
}
const ofAddress =
  /\b(?:tel\w*|phone|mobile|cell\w*|fax|ext|poste|box|bp|cp|rue|avenue|av|boul\w*|route|chemin|street|st|road|rd|calle|carrera|suite|bureau|local|floor|etage)\b|^[a-z]\d[a-z] ?\d[a-z]\d$|^\d{4,6}(?: [\p{L}-]+)*$/u;

/** Below the name stand a function, a house, a telephone; these are words of a sentence. */
const speaks =
  /(?<!\p{L})(?:je|j|nous|vous|ils?|elles?|cela|ca|i|i'll|we|you|it|they|yo|usted(?:es)?|est|sont|sera\w*|serait|etait|etre|is|are|was|will|would|should|must|be|es|son|sera|faut|doit|veuillez|please|confirm\w*|precis\w*|note[rz]?|attention|important\w*|ne|n'|pas|non|mais|sauf|seulement|attend\w*|avant|apres|not|no|don't|but|only|wait|before|after|once|if|si|unless|until|except|provided|pero|espere\w*|antes|solo|corrig\w*|correc\w*|chang\w*|modif\w*|remplac\w*|replace\w*|instead|plutot|retir\w*|remov\w*|budget|montant|amount|sous|subject|sujeto|reserve|condition\w*|pending|approval|approbation|review|revision|rather|than|au lieu|retard|late|ajout\w*|supprim\w*|enlev\w*|revoir|erreurs?|fautes?|add(?:ed|ing)?|delet\w*|errors?|however|cependant|toutefois|delais?|lignes?|lines?|phrases?|sentences?|textes?|texts?|texto|titres?|titles?|titulo|dates?|fechas?|country|pays|pais|agreg\w*|anad\w*|borr\w*|a partir|des que|desde|jusqu\w*|starting|as of|urgent\w*|p\.? ?s|n\.? ?b)(?!\p{L})|[$€£?]/u;
