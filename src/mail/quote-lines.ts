import { isMailHead, type LabelledLine, labelledLines } from './header-labels.ts';
import type { Address } from './mail.ts';
import { notesHeadAt } from './notes-head.ts';
import { isSeparator } from './separator-lines.ts';

/** « wrote » as mail programs write it before a quote. */
const wrote =
  'wrote|writes|said|a [ée]crit|[ée]crivait|a [ée]crit ce qui suit|escribi[óo]|ha escrito|schrieb|geschrieben|schreef|ha scritto|scrive|escreveu|skrev|skreiv|napisał(?:\\(a\\))?|napisał[ao]?|napsal(?:\\(a\\))?|kirjoitti|pisze|írta|написал(?:\\(а\\))?|пишет|написав(?:\\(ла\\))?|yazdı|έγραψε|a scris|пише|menulis|đã viết|va escriure|写道|寫道|のメール|さんは書きました|작성|כתב|כתבה|كتب';
const spoken = new RegExp(
  `(?:^|[\\s>»”"])(?:${wrote})(?=[\\s:：(-]|$)|(?:のメール|さんは書きました|写道|寫道|작성)[:：]?$`,
  'iu',
);
const opens =
  /^(?:[-*_]{0,5}\s{0,2}(?:On|Le|El|Am|Op|Il|Em|No dia|Den|Dne|Dnia|W dniu|Pe data|På|At|In message|Quoting|Citando|Zitat von|Ma|Il giorno|Il dì|In data|Vào|Tanggal)\b|\d{4}[-/.年]|\d{1,2}[-/.\s]|.{0,100}<[^<>\s]{1,100}@|.{0,60}\b(?:19|20)\d\d\b)/i;

/** Lines that announce a quote, and how sure that is. */
export interface Attribution {
  /** Index of the line after it. */
  end: number;
  /** It names a date or an address: without one only the quote that follows shows what it is. */
  sure: boolean;
}

/**
 * The attribution (« On …, X wrote: ») that begins at that line; undefined if none does. Mail programs break them over
 * up to four lines.
 */
export function attributionAt(lines: readonly string[], index: number): Attribution | undefined {
  const first = (lines[index] ?? '').trim();
  if (!first || first.length > 400) return undefined;
  const alone = isAttribution(first);
  if (alone) return { end: index + 1, sure: alone === 'sure' };
  // Yahoo’s telephones let the quote begin on the same line.
  const hung = hangs.test(first) && /^(.{10,250}?<?\S@\S{1,100}.{0,40}?[:：])\s{2,}\S/.exec(first)?.[1];
  if (hung && isAttribution(hung) === 'sure') return { end: index + 1, sure: true };
  if (!opens.test(first)) return undefined;
  let joined = first;
  for (let count = 2; count <= 4; count += 1) {
    const line = (lines[index + count - 1] ?? '').trim();
    if (!line || line.startsWith('>') || joined.length + line.length > 500) return undefined;
    joined += ` ${line}`;
    if (isAttribution(joined) === 'sure') return { end: index + count, sure: true };
  }
  return undefined;
}

/** What the pattern ends with, looked for first: it costs far less. */
const hangs = /[:：]\s{2,}\S/;

/** The words before an attribution that a program hung on their line; undefined where there is none. */
export function wordsBefore(line: string): string | undefined {
  if (line.length > 500) return undefined;
  const [, words, attribution = ''] =
    /^(.{0,300}?\S)\s((?:On|Le|El|Am|Em|Op|Il)\s\S{2,10}\s?\S{0,12}\s.{5,200})$/.exec(line) ?? [];
  return isAttribution(attribution.trim()) === 'sure' ? words : undefined;
}

/** @param text - Without space at its ends. */
function isAttribution(text: string): 'sure' | 'unsure' | undefined {
  // Every form ends so: it is looked at first, for what looks like a mail's head in each line costs most.
  const end = text.slice(-40);
  const mayEnd = /[:：-]$/.test(end) || endsSpoken.test(end) || (end.endsWith('>') && /^\d/.test(text));
  if (!mayEnd) return undefined;
  const closed = /[:：]$|^-{2,}.*\S\s?-{2,}$/.test(text);
  // A date alone is not enough: « On 2 March 2026 our minister wrote: » is a sentence of the sender's.
  const dated = /\d{1,2}\s?[:.h]\s?\d{2}(?!\d)|[^<>\s]@[^<>\s]|\d.{0,20}\b(?:you|vous|usted|ustedes|você|sie) /i.test(
    text,
  );
  if (spoken.test(text)) {
    const told = /\S@\S/.test(text) || !someone.test(text.replace(/^.*\d/, ''));
    if (closed && text.length < 300) return dated && told && opens.test(text) ? 'sure' : 'unsure';
    return dated && opens.test(text) && endsSpoken.test(text) ? 'sure' : undefined;
  }
  // « 2013/11/13 Ama Boateng <a@b.example> »: a date and an address, no verb.
  const bare = /^(?:\d{4}[-/.年]|\d{1,2}[-/.]\d{1,2}[-/.]).{0,150}<[^<>\s]{1,100}@[^<>\s]{1,200}>\s?[:：]?$/.test(text);
  if (bare || namesSender(text)) return 'sure';
  // In whatever language: a line that names an address and ends in a colon, if a quote follows it.
  return /\S@\S.{0,60}[:：]$/.test(text) && text.length < 300 ? 'unsure' : undefined;
}
/**
 * By its form, in whatever language: a day, a time of day, and an address in brackets that ends the line, or is followed by
 * a verb. « Écrivez à Ama <a@b.example> avant 10:00 : » goes on otherwise.
 */
function namesSender(text: string): boolean {
  if (text.length > 300 || !/[:：]$/.test(text)) return false;
  const [, before = '', after = ''] = /^(.*)<[^<>\s]{1,100}@[^<>\s]{1,200}>\)?(.*)$/.exec(text) ?? [];
  const times = (words: string) => /(?<!\d)\d{1,2}[:.h]\d{2}(?!\d)/.test(words) && /\b(?:19|20)\d\d\b/.test(words);
  return /^[^\d.!?]{0,30}$/.test(after) ? times(before) : !/\d/.test(before) && after.length < 80 && times(after);
}
/** « our minister », « le directeur »: programs write names, people write of persons. */
const someone =
  /(?:^|[\s,])(?:notre|nos|votre|mon|ma|le|la|les|un|une|our|your|my|the|a|nuestr[oa]|mi|el|un|una|unser|unsere|mein|meine|der|die|nosso|nossa|o|il|il nostro|onze|mijn|de)\s+\p{Ll}{3}/u;

/**
 * Whether the sender says in that line that what is marked as a quote below it is none of ours: somebody else, a person of
 * theirs, says it, or they do, and set it off so.
 */
export function introduces(line: string): boolean {
  if (line.length >= 300 || !/[:：]\s*$/.test(line) || /\d[:.h]\d|\S@\S/.test(line)) return false;
  if (third.test(line) && says.test(line)) return true;
  return !toUs.test(line) && (firstPerson.test(line) || (presents.test(line) && !ofMail.test(line)));
}

/** « Voici la liste », "as follows": people show what they wrote themselves; of a mail it may be the one that they answer. */
const presents =
  /^\s*(?:(?:et|and|y|und|e|en)\s+)?(?:voici|voilà|here|as follows|comme suit|ci-?dessous|aquí|he aquí|como sigue|hier|wie folgt|nachfolgend|ecco|come segue|eis|aqui|segue|als volgt|hieronder)(?!\p{L})/iu;
const ofMail =
  /(?<!\p{L})(?:messages?|e-?mails?|mail|courriels?|original\p{L}*|d['’]origine|mensajes?|correos?|mensagens?|nachricht|messaggi?o?|bericht)(?!\p{L})/iu;

/** « Nos choix », « voici mes réponses », "we choose": no mail program speaks so. */
const firstPerson =
  /^\s*(?:(?:et|and|y|und|e|en)\s+)?(?:(?:voici|voilà|here (?:is|are)|aquí (?:está|están|van)|hier (?:ist|sind|is|zijn)|ecco|eis)\s+)?(?:(?:nous|je|we|i|nosotros|yo|wir|ich|nós|eu|noi|io|wij|ik)\s+\p{Ll}|j['’]\p{L}|(?:notre|nos|mon|ma|mes|our|my|nuestr[oa]s?|mis?|unsere?|meine?|(?:[ao]s? )?(?:noss[oa]s?|minhas?|meus?)|(?:il|la|i|le) (?:nostr[oaei]|mi[oae]|miei)|onze|ons|mijn)\s+\p{L}{3})/iu;

const toUs =
  /(?<!\p{L})(?:you|yours?|vous|votre|vos|tu|ton|ta|tes|usted(?:es)?|sus?|vuestr[oa]s?|você|seus?|suas?|vossa?|sie|ihr(?:e[nmrs]?)?|u|uw|lei|vostr[oaei]|suo)(?!\p{L})/iu;

/** « Notre directeur », « Here is what the minister »: a mail program begins with a day or a name. */
const third =
  /^\s*(?:(?:et|and|y|und|e|en|voici|voilà|comme|here is|as|aquí está|como|hier ist|wie|ecco|come|hier is|zoals)\s+){0,2}(?:(?:ce que|what|lo que|o que|was|wat|quello che)\s+)?(?:notre|nos|mon|ma|mes|le|la|les|un|une|our|my|the|nuestr[oa]|mi|el|unsere?|meine?|der|die|nosso|nossa|meu|minha|o|a nossa|il|lo|i|onze|ons|mijn|de|het)\s+\p{L}{3}/iu;

/** « nous écrit », « said », « schreibt », where it is not of us that it speaks. */
const says =
  /^(?!.*(?<!\p{L})(?:you|vous|tu|usted(?:es)?|você|sie|u|lei)(?!\p{L})).*(?<!\p{L})(?:[ée]crit|[ée]crivait|dit|disait|d[ée]clar\p{L}+|pr[ée]cis\p{L}+|demand\p{L}+|r[ée]pond\p{L}*|propos\p{L}+|explique?\p{L}*|says?|said|states?|stated|writes?|wrote|asks?|asked|explains?|explained|replied|dice|dijo|escribe|escribi[óo]|pide|pidi[óo]|explica|diz|disse|escreve|escreveu|pede|pediu|schreibt|schrieb|sagt|sagte|erkl[äa]rt|bittet|fragt|scrive|ha scritto|ha detto|chiede|spiega|schrijft|schreef|zegt|zei|vraagt)(?!\p{L})/iu;
const endsSpoken = new RegExp(`(?:${wrote})$`, 'iu');

/**
 * Whether all that follows, this line included, is another mail: a separator, or a block of header lines.
 * @param author - Who wrote the mail: their own heading above a letter is no quote.
 */
export function cutsHere(lines: readonly string[], index: number, author: readonly Address[] = []): boolean {
  const line = (lines[index] ?? '').trim();
  if (!line || line.length > 500) return false;
  if (isSeparator(line)) return true;
  if (/^_{10,}$/.test(line)) {
    const next = nextFilled(lines, index + 1);
    return isHeaderBlock(lines, next, author, true) || looksLikeHead(lines.slice(next, next + 4));
  }
  return isHeaderBlock(lines, index, author) || notesHeadAt(lines, index) !== undefined;
}

/**
 * Two or three header lines in a row, the author's among them. People write « De : … À : … Objet : … » above a formal
 * letter too: without an address or a time of sending it is theirs.
 * @param ruled - A line is drawn above it.
 */
function isHeaderBlock(lines: readonly string[], index: number, author: readonly Address[], ruled = false): boolean {
  const fields = labelledLines(lines);
  if (fields[index] === undefined) return false;
  const block: (LabelledLine | undefined)[] = [];
  for (let at = index; at < Math.min(index + 9, lines.length) && block.length < 6; at += 1) {
    const line = lines[at] ?? '';
    if (line.trim() === '' && block.length < 2) continue;
    if (line.trim() === '') break;
    block.push(fields[at]);
  }
  const labelled = block.filter((field) => field !== undefined);
  if (labelled.length < 3 && !(labelled.length === 2 && block.length === 2)) return false;
  // Who types one leaves out when: programs never do.
  if (!ruled && !labelled.some(({ label }) => label === 'sent' || label === 'date')) return false;
  const from = labelled.find(({ label, value }) => label === 'from' && value !== '')?.value.toLowerCase();
  const sent = labelled.some(({ label }) => label === 'sent');
  const own = author.some(({ address }) => address !== '' && from?.includes(address));
  if (from === undefined || (own && !sent)) return false;
  return isMailHead(labelled);
}

/** By its form, in whatever language: who with an address, when with a year, and two lines more. */
function looksLikeHead(lines: readonly string[]): boolean {
  const [who = '', when = ''] = lines;
  const headed = lines.length === 4 && lines.every((line) => /^\s*\*?[\p{L}\p{M} ]{1,20}\*?\s?[:：]/u.test(line));
  return (
    headed && !ofForm.test(who) && /<[^<>\s]{1,100}@[^<>\s]{1,200}>\s*$/.test(who) && /\b(?:19|20)\d\d\b/.test(when)
  );
}

/** People draw a line above a form to fill in, too. */
const ofForm =
  /^\s*\*?(?:(?:full |first |last )?name|(?:pré)?nom|nombre|nome|naam|contacte?o?|responsable|e-?mail|courriel|company|organi[sz]ation)(?!\p{L})/iu;

function nextFilled(lines: readonly string[], index: number): number {
  let at = index;
  while (at < index + 3 && (lines[at] ?? '').trim() === '') at += 1;
  return at;
}
