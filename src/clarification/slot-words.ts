/** Words that mean a slot and nothing else in this correspondence; plain, so without accents. */
export const slotNoun = '(?:plages?|creneaux?|slots?|horarios?|franjas?)';

/** Words that may mean a slot, or an option in the requester's own project. */
const looseNoun = '(?:options?|choix|choices?|opcion(?:es)?|propositions?|proposals?|propuestas?)';

const cardinals = [
  ['1', 'un', 'une', 'one', 'uno', 'una'],
  ['2', 'deux', 'two', 'dos'],
  ['3', 'trois', 'three', 'tres'],
  ['4', 'quatre', 'four', 'cuatro'],
  ['5', 'cinq', 'five', 'cinco'],
  ['6', 'six', 'seis'],
] as const;

const ordinals = [
  ['premier', 'premiere', '1er', '1re', '1ere', 'first', '1st', 'primer', 'primero', 'primera', '1o', '1a'],
  ['deuxieme', 'second', 'seconde', '2e', '2eme', '2nd', 'segundo', 'segunda', '2o', '2a'],
  ['troisieme', '3e', '3eme', 'third', '3rd', 'tercer', 'tercero', 'tercera', '3o', '3a'],
  ['quatrieme', '4e', '4eme', 'fourth', '4th', 'cuarto', 'cuarta', '4o', '4a'],
  ['cinquieme', '5e', '5eme', 'fifth', '5th', 'quinto', 'quinta', '5o', '5a'],
  ['sixieme', '6e', '6eme', 'sixth', '6th', 'sexto', 'sexta', '6o', '6a'],
] as const;

const cardinalValues = new Map<string, number>(
  cardinals.flatMap((words, index) => words.map((word): [string, number] => [word, index + 1])),
);
const ordinalValues = new Map<string, number>(
  ordinals.flatMap((words, index) => words.map((word): [string, number] => [word, index + 1])),
);

const alternatives = (values: ReadonlyMap<string, number>) =>
  [...values.keys()].sort((a, b) => b.length - a.length).join('|');
const value = `(?:\\d{1,2}|${alternatives(cardinalValues)})\\b`;
const order = `(?:${alternatives(ordinalValues)})\\b`;
const list = `${value}(?:\\s?(?:,|/|&|-|\\ba|to|et|ou|or|and|y|o)\\s?${value})*`;
const named = (noun: string) =>
  new RegExp(`\\b${noun}\\s?#?\\s?(${list})|\\b(${order})\\s(?:\\p{L}+\\s)?${noun}\\b`, 'gu');

/** Numbers said of a slot: « plage 2 », « plages 1 et 3 », « deuxième créneau »; loosely, « option 2 » as well. */
export function namedNumbers(sentence: string, how: 'surely' | 'loosely'): number[] {
  const pattern = named(how === 'surely' ? slotNoun : looseNoun);
  return [...sentence.matchAll(pattern)].flatMap(([, cardinal, ordinal]) =>
    ordinal ? [ordinalValues.get(ordinal) ?? 0] : (cardinal ?? '').split(/[^\p{L}\p{N}]+/u).flatMap(numberOf),
  );
}

/**
 * The numbers of a sentence that says nothing else: « 2 », « la deuxième nous convient, merci », "the second one please".
 * Undefined as soon as one word is not part of choosing or of politeness.
 */
export function bareNumbers(sentence: string): number[] | undefined {
  const words = sentence.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  const noun = new RegExp(`^(?:${slotNoun}|${looseNoun})$`);
  const numbers: number[] = [];
  for (const [index, word] of words.entries()) {
    // « une » and "one" are rather articles, save after the noun: « option un ».
    const article = /^(?:une?|one|un[oa])$/.test(word) && !noun.test(words[index - 1] ?? '');
    // « très bien » reads like the Spanish three.
    const very = word === 'tres' && /^(?:bien|bon|bonne|volontiers|heureu(?:x|se))$/.test(words[index + 1] ?? '');
    const counts = !article && !very;
    const number = ordinalValues.get(word) ?? (counts ? numberOf(word)[0] : undefined);
    if (number !== undefined) numbers.push(number);
    else if (!choosing.has(word) && !noun.test(word)) return undefined;
  }
  // Four numbers in a row are a telephone number in a signature.
  return numbers.length > 3 ? undefined : numbers;
}

function numberOf(word: string): number[] {
  const number = /^[1-9]\d?$/.test(word) ? Number(word) : cardinalValues.get(word);
  return number === undefined ? [] : [number];
}

/** All that one says when choosing and nothing more; any other word makes a bare number doubtful. */
const choosing: ReadonlySet<string> = new Set(
  `
  a accepte acceptons conviennent convienen defaut sinon vont van accord au avec beaucoup bien bonjour bonsoir c ca ce cela cette choisi choisie choisis choisissons
  confirme confirmons convenir conviendrait conviendra convient cordialement d de disponible disponibles du encore est
  et il irait j je l la le les libre m madame mademoiselle me merci mesdames messieurs moi mon monsieur n no notre nous
  numero ok on opte optons comme voulez preferez importe peu quelle ou oui parfait parfaite parfaitement plaisir plait pour prefere preference preferons prenons
  prends reponse retenons retiens s sera serait soit sommes suis svp t te toujours tres un une va volontiers votre vous
  and are available be best better both can choose chose confirm confirmed d dear either fine for free go good great
  hello hi i if is it let like ll lets madam me most much my number of okay one or our perfect pick please prefer regards
  otherwise possible really select selected sir so still suit suits take thank thanks that the this to us very we well will with work works
  would yes you whichever any
  acepto aceptamos acuerdo buenas buenos con conviene de dia dias disponible el elegimos elijo escogemos escojo esta este
  estimada estimado estimados favor gracias hola la los muchas muy nos nosotros o perfecto perfecta por preferimos
  prefiero posible puedo podemos queda quedamos seria si tardes tomamos una uno va viene y
  `
    .trim()
    .split(/\s+/),
);
