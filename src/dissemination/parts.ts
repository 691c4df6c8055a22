import { type Notice, points, type Request } from '../model/request.ts';
import { titleOf } from './notice.ts';

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
