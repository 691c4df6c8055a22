/**
 * The reason that goes with « sans objet », « n/a » or « no aplica », empty where none is given; undefined where the answer
 * is something else. « N.A. Mensah » is a person, and what is said of a part or names a sum is an answer.
 */
export function notApplicableIn(answer: string): string | undefined {
  const mark = words.exec(answer) ?? letters.exec(answer);
  if (!mark) return undefined;
  const rest = answer.slice(mark[0].length);
  const [parted] = (mark[1] === undefined ? setOff : setOffFromLetters).exec(rest) ?? [];
  if (parted === undefined || contradicts.test(rest)) return undefined;
  return rest.slice(parted.length).replace(/^[\s.,:;()–—-]+|[\s)]+$/gu, '');
}

/** For whom, or until when. */
const within =
  "(?: (?:ici|pour (?:nous|l['’]instant|le moment)|dans notre cas|here|for us|to us|in our case|for now|at this (?:stage|time)|para nosotros|en nuestro caso|por (?:ahora|el momento)))?";
const words = new RegExp(
  `^(?:sans objet|(?:non|pas) applicable|inapplicable|no es aplicable|ne s['’]applique pas|not applicable|does not apply|doesn['’]t apply|no aplica|no procede)(?![\\p{L}\\p{N}])${within}`,
  'iu',
);
const letters = new RegExp(
  `^(s\\.\\s?o\\.?|s\\/o|n\\.\\s?a\\.?|n\\/a)(?![\\p{L}\\p{N}])${within}|^(so|na)(?=[\\s.]*$)`,
  'iu',
);

/** What parts a reason from the mark. */
const setOffFromLetters =
  /^[\s.]*$|^\s*[,:;(–—-]|^\s*\n|^ (?=(?:car|parce que|puisque|because|since|as|porque|ya que)\b)/iu;
const setOff = new RegExp(`${setOffFromLetters.source}|^\\.\\s`, 'iu');

/** « 50 000 $ », "EUR 20 000" */
export const namesSum = (words: string): boolean => sum.test(words);

const sum =
  /[$€£]\s?\d|\d[\d\s.,]{0,20}\s?(?:[$€£]|(?:k|m|millions?|mill[oó]n(?:es)?|usd|cad|eur|gbp|xof|xaf|fcfa|cfa|dollars?|d[oó]lares|euros?)\b)|\b(?:usd|cad|eur)\s?\d/iu;
const contradicts = new RegExp(
  `${sum.source}|^[\\s,;:.(–—-]*(?:but|except|however|mais|sauf|toutefois|cependant|pero|salvo|excepto)\\b`,
  'iu',
);
