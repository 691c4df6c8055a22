import { type Notice, points, type Request } from '../model/request.ts';
import { pointTitles } from '../model/wording.ts';
import { contactLine, titleOf } from './notice.ts';

/** Gmail shows 102 kB of HTML and hides the rest behind a link: the buttons of the last notices, and who we are. */
const room = 100_000;
/** What a digest holds beside its notices, and a notice beside its words; in octets of HTML, on the safe side. */
const frame = 8_000;
const card = 3_500;

/** The requests in as many parts as it takes for none to be clipped, in their order. */
export function inParts(requests: readonly Request[]): Request[][] {
  const parts: Request[][] = [];
  let left = 0;
  for (const request of requests) {
    const size = request.notice ? sizeOf(request.notice.notice) : 0;
    const part = parts.at(-1);
    if (part && size <= left) {
      part.push(request);
      left -= size;
    } else {
      parts.push([request]);
      left = room - frame - size;
    }
  }
  return parts;
}

/** A notice stands twice in the letter by which its requester approves it, and before and after in an addendum. */
const mostOctets = (room - frame) / 2;

/**
 * What of a notice no letter would show whole, in French; undefined when all of it is shown. What partners read is what was
 * approved and hashed: nothing of it is left out behind anybody's back.
 */
export function tooLong(notice: Notice): string | undefined {
  const lines = { 'Le nom de l’organisation': titleOf(notice), 'La personne-ressource': contactLine(notice) };
  for (const [what, line] of Object.entries(lines))
    if (line.length > longestLine) return over(what, line.length, longestLine);
  for (const point of points) {
    const { length } = notice.points[point];
    if (length > longestText) return over(`«\u00A0${pointTitles.fr[point].title}\u00A0»`, length, longestText);
  }
  const octets = sizeOf(notice);
  if (octets <= mostOctets) return undefined;
  const kilo = (count: number) => `${Math.ceil(count / 1000)}\u00A0ko`;
  return `La fiche occuperait ${kilo(octets)} dans un courriel, et il n’y a place que pour ${kilo(mostOctets)}\u00A0: les programmes de courriel cachent le reste. Rien n’est coupé en silence\u00A0: abrégez-la par #rectifier.`;
}

/** The same of the parts of an addendum. */
export function tooLongPart(parts: readonly { title: string; value: string }[]): string | undefined {
  const long = parts.find(({ value }) => value.length > longestText);
  return long && over(`«\u00A0${long.title}\u00A0»`, long.value.length, longestText);
}

function over(what: string, length: number, most: number): string {
  const count = (number: number) => number.toLocaleString('fr-CA');
  return `${what} compte ${count(length)} caractères, et une lettre n’en montre que ${count(most)}. Rien n’est coupé en silence\u00A0: écrivez-le plus court.`;
}

function sizeOf(notice: Notice): number {
  // The title stands in the list and over the card, and holds the organisation once more.
  const lines = [titleOf(notice), titleOf(notice), notice.organisation, notice.contact?.name ?? ''];
  const words = [...lines.map((line) => line.slice(0, longestLine)), ...points.map((point) => notice.points[point])];
  return card + words.reduce((sum, text) => sum + octets(text.slice(0, longestText)), 0);
}

/** As letters clip them. */
const longestLine = 200;
const longestText = 6000;

/** In UTF-8, with what HTML makes of marks and line ends. */
function octets(text: string): number {
  const marks = text.match(/[&<>"'\n]/g) ?? [];
  return Buffer.byteLength(text) + 5 * marks.length;
}
