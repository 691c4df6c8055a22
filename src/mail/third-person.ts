import { straight } from './automatic-phrases.ts';
import type { Address } from './mail.ts';

/**
 * Whether a sentence, as `straight` writes it, tells by the author's own name that the author is away or gone: of
 * themselves people say « I »; a program that speaks for them does not.
 */
export function tellsOfAuthor(sentence: string, from: readonly Address[]): boolean {
  return from.some(({ name }) => {
    const words = straight(name.slice(0, 100)).match(/\p{L}[\p{L}'’.-]*/gu) ?? [];
    const said = afterName(sentence, words);
    return said !== undefined && away.test(said);
  });
}

/** What follows the name at the beginning of the sentence; undefined when it does not begin with it. */
function afterName(sentence: string, name: readonly string[]): string | undefined {
  let rest = sentence.replace(before, '');
  let found = 0;
  for (let word = nextWord(rest); name.includes(word) && found < 6; word = nextWord(rest)) {
    rest = rest.slice(word.length).replace(/^[\s,]+/, '');
    found += 1;
  }
  if (found === 0 || found < Math.min(2, name.length)) return undefined;
  const surname = name.length === 1 && !away.test(rest) ? nextWord(rest) : '';
  return rest.slice(surname.length).replace(/^\s*(?:\([^)]{0,100}\)\s*)?/, '');
}

function nextWord(text: string): string {
  return /^\p{L}[\p{L}'’.-]*/u.exec(text)?.[0] ?? '';
}

/** A greeting, or thanks, and a title. */
const before =
  /^(?:(?:hello|hi|bonjour|hola|bom dia|olá|guten tag|hallo|buongiorno|goedendag|السلام عليكم)[,!،]?\s+)?(?:(?:mr|mrs|ms|dr|prof|m|mme|mlle|me|sr|sra|srta|eng|ing|herr|frau|sig|dott|dhr|mevr)\.?\s+|(?:السيد|السيدة|الأستاذ|الدكتور)\s+)?/u;

const now =
  '(?:(?:currently|now|presently|unfortunately|actuellement|présentement|malheureusement|désormais|actualmente|atualmente|neste momento|attualmente|momenteel|helaas|derzeit|leider) )?';
const away = new RegExp(
  [
    String.raw`^(?:is|will be|has been) ${now}(?:out of (?:the )?(?:office|country)|away|absent|on (?:\S+ ){0,2}?(?:leave|vacation|holidays?|sabbatical|mission)|travell?ing|unavailable|not (?:available|in the office|at work)|off (?:sick|until|work)|no longer|retired)|^(?:has |have )${now}(?:left|retired|moved on|departed|changed (?:jobs|roles))|^(?:no longer|does ?n[o']t) work`,
    `^(?:est|sera) ${now}(?:absente?|en (?:congés?|vacances|mission|déplacement|arrêt|formation|voyage)|hors (?:du )?bureau|indisponible|(?:à la |en )?retraitée?|(?:à la |en )retraite|partie?)|^n'est (?:plus|pas (?:disponible|au bureau|joignable))|^ne (?:travaille|fait) plus|^n'exerce plus|^a (?:quitté|pris sa retraite|cessé)`,
    `^(?:está|estará|se encuentra|se encontrará) ${now}(?:fuera|ausente|de (?:vacaciones|licencia|viaje|permiso|baja)|en (?:vacaciones|reunión|comisión))|^ya no|^(?:ha dejado|dejó) |^no (?:está disponible|se encuentra)`,
    `^(?:está|estará|encontra-se|encontrar-se-á) ${now}(?:ausente|(?:de|em) (?:férias|licença|viagem|missão)|fora|indisponível)|^(?:já )?não (?:trabalha|faz (?:mais )?parte|está|se encontra)|^deixou `,
    '^(?:ist|befindet sich|arbeitet)(?: (?:\\d\\.|[^.?!]){0,50})? (?:abwesend|nicht (?:mehr|im (?:büro|hause?)|erreichbar)|im urlaub|in (?:elternzeit|rente|mutterschutz)|auf dienstreise|au(?:ß|ss)er haus|krank)|^hat [^.?!]{0,60}verlassen',
    `^(?:è|sarà) ${now}(?:assente|in (?:ferie|vacanza|trasferta|missione|congedo|pensione|maternità)|fuori (?:sede|ufficio))|^non (?:lavora|fa|è) più|^ha lasciato`,
    '^(?:is|werkt)(?: (?:\\d\\.|[^.?!]){0,50})? (?:afwezig|(?:met|op) (?:vakantie|verlof|reis)|niet (?:meer|langer|aanwezig|bereikbaar|op kantoor)|ziek)|^heeft [^.?!]{0,60}verlaten',
    '^(?:حاليا )?(?:في إجازة|خارج المكتب|غير (?:موجود|متواجد|متاح)|لم (?:يعد|تعد)|غادر)',
  ].join('|'),
  'u',
);
