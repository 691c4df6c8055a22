import { plain } from '../model/plain.ts';
import { months, unabbreviated, weekdays } from './date-words.ts';
import { readMoments } from './moments.ts';
import { namedZone, type Zones } from './named-zone.ts';

/** A moment that a requester proposes in the running text. */
export interface ProposedMoment {
  /** Plain, as written. */
  words: string;
  /** Whose clock was meant, an IANA name; undefined where a place is named whose zone is not known. */
  zone: string | undefined;
  /** On the writer's clock where the zone is not known. */
  moment: Date;
}

/**
 * The moments that a text in French, English or Spanish proposes, each with a day and a time: « un appel mardi à 15 h ».
 * Those that may mean two things are left out.
 */
export function proposedMoments(text: string, now: Date, zones: Zones): ProposedMoment[] {
  const said = unabbreviated(plain(text.slice(0, longest)).replace(/\s+/g, ' '));
  // Most texts name no time of the day, and the pattern of moments takes long to compile.
  if (!anyClock.test(said)) return [];
  return [...said.matchAll(moments)].flatMap(({ 0: when, index }) => {
    const named = namedZone(said.slice(index + when.length, index + when.length + longestZone), zones);
    const read = readMoments(inFrench(when), now, named.zone ?? zones.theirs);
    if ('refused' in read) return [];
    return read.moments.map((moment) => ({ moment, words: `${when}${named.words}`, zone: named.zone }));
  });
}

const longest = 5_000;
const longestZone = 80;

const weekday = `(?:${weekdays.flat().join('|')})`;
const month = `(?:${months.flat().join('|')})`;
const date = `(?:(?:\\d{1,2}(?:er|st|nd|rd|th)? (?:de |of )?${month}|${month} \\d{1,2}(?:st|nd|rd|th)?)(?:,? (?:de |del )?20\\d\\d)?|20\\d\\d-\\d\\d-\\d\\d)`;
const clock =
  '(?:\\d{1,2} ?(?:h|heures?|horas)(?: ?[0-5]\\d)?(?![\\p{L}\\d])|\\d{1,2}:[0-5]\\d(?: ?(?:[ap]\\.? ?m\\b\\.?|h(?:rs?|oras)?\\b\\.?))?|\\d{1,2} ?[ap]\\.? ?m\\b\\.?)';
const anyClock = new RegExp(clock, 'u');
const article = '(?:le |the |el |on |du |of |del |de )?';
const day = `(?:${weekday},? ${article}(?:${date}(?:,| -| ,)? )?|${article}${date},? )`;
const at = '(?:a las? |a |at |vers |around |by |hacia las? )?';
const moments = new RegExp(
  `(?<![\\p{L}\\d])(?:${day}${at}${clock}|${clock}(?: on| le|,)? ${article}(?:${weekday},? ${article}${date}|${date}|${weekday}(?![\\p{L}])))`,
  'gu',
);

/** As one reads moments: « jueves 3 de diciembre a las 15:00 horas » is « jeudi 3 decembre a 15:00 ». */
function inFrench(when: string): string {
  return [...weekdays, ...months]
    .reduce((said, [french, , spanish]) => said.replaceAll(spanish, french), when)
    .replace(/\b(?:el|las?|del?|du|on|hacia|by|vers|around)\b/g, ' ')
    .replace(/(:\d\d) ?h(?:rs?|oras)?\b\.?/g, '$1')
    .replace(/(\d) ?horas/g, '$1 h')
    .replace(/([ap])\.? m\b/g, '$1m')
    .replace(/\s+/g, ' ');
}
