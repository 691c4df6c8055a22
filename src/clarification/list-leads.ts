/** A line as it is read for lists. */
export interface Written {
  depth: number;
  text: string;
  plain: string;
  /** Whether the letter that is answered, or an older mail, begins. */
  closes?: unknown;
}

/** What the words above a list say that it is. */
export function announced(above: readonly Written[]): 'answers' | 'other' | 'matter' | 'nothing' {
  const last = above.findLastIndex((line) => line.depth === 0 && line.plain !== '');
  const lead = above[last]?.plain ?? '';
  if (lead === '' || isGreeting(lead) || hereItIs.test(lead)) return 'nothing';
  if (answersWords.test(lead)) return 'answers';
  if (above.some((line) => askingWords.test(line.plain)) || matterWords.test(lead)) return 'matter';
  const captions = last === above.length - 1 && !/[.!,]$/.test(lead);
  return captions || lead.endsWith(':') ? 'other' : 'nothing';
}

/** « Bonjour Madame, », "Dear Ms. Tremblay"; plain. */
export const isGreeting = (line: string): boolean => line.length <= longestGreeting && greeting.test(line);

const longestGreeting = 120;

const greeting =
  /^(?:bonjour|bonsoir|salut|madame|monsieur|mesdames|messieurs|chere?s?|dear|hello|hi|hey|good (?:morning|afternoon|evening|day)|hola|buen[oa]s|estimad[oa]s?|apreciad[oa]s?|distinguid[oa]s?|respetad[oa]s?)\b(?:\W+[\p{L}'.-]+){0,5}\W*$/u;
/** « Voici : » says nothing of what follows. */
const hereItIs =
  /^(?:(?:\p{L}+,? )?(?:voici|voila|here (?:it is|they are|you (?:are|go))|as follows|see below|aqui (?:esta|estan|va|tienen?)|a continuacion|ci-dessous))(?: (?:donc|ci-dessous|below))? ?[:.,]*$/u;
const answersWords =
  /\b(?:reponses?|repondons|reponds|answers?|responses?|respuestas?|respondemos|questionnaire|cuestionario|(?:five|cinq|cinco|your|vos|sus) (?:points|puntos|questions|preguntas))\b/;
const askingWords = /\b(?:questions?|preguntas?)\b/;
/** Of what lists are made that are no answers. */
const matterWords =
  /\b(?:participa\p{L}*|delegu\p{L}*|delega\p{L}*|attach\p{L}*|enclos\p{L}*|joint\p{L}*|annexes?|adjunt\p{L}*|documents?|documentos?|agenda|ordre du jour|orden del dia|programme? (?:of|de)|from you|de votre part)\b/u;
