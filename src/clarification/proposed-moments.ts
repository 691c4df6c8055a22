import { plain } from '../model/plain.ts';
import { readMoments } from './moments.ts';

/** A moment that a requester proposes in the running text. */
export interface ProposedMoment {
  moment: Date;
  /** Plain, as written. */
  words: string;
  /** Whose clock was meant: an IANA name. */
  zone: string;
}

/**
 * The moments that a text in French or English proposes, each with a day and a time: « un appel mardi à 15 h ». Those
 * that may mean two things are left out.
 * @param theirs - The requester's zone.
 * @param house - Ours, where it is said to be meant.
 * @param zoneOf - The zone of a place that is named with the time, plain; undefined when it is not known.
 */
export function proposedMoments(
  text: string,
  now: Date,
  zones: { theirs: string; house: string; zoneOf: (place: string) => string | undefined },
): ProposedMoment[] {
  const said = plain(text.slice(0, longest)).replace(/\s+/g, ' ');
  return [...said.matchAll(moments)].flatMap(([words, when = '', place]) => {
    const zone = zoneNamed(place?.trim() ?? '', zones);
    const read = zone === undefined ? undefined : readMoments(when, now, zone);
    if (zone === undefined || !read || 'refused' in read) return [];
    return read.moments.map((moment) => ({ moment, words, zone }));
  });
}

const longest = 5_000;

const weekday =
  '(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|monday|tuesday|wednesday|thursday|friday|saturday|sunday)';
const month =
  '(?:janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre|january|february|march|april|may|june|july|august|september|october|november|december)';
const date = `(?:\\d{1,2}(?:er|st|nd|rd|th)? ${month}|${month} \\d{1,2}(?:st|nd|rd|th)?)(?:,? 20\\d\\d)?`;
const clock =
  '(?:\\d{1,2} ?(?:h|heures?)(?: ?[0-5]\\d)?(?![\\p{L}\\d])|\\d{1,2}:[0-5]\\d(?: ?[ap]\\.?m\\b\\.?)?|\\d{1,2} ?[ap]\\.?m\\b\\.?)';
/** The time zone behind it: « (heure de Rabat) », « Lima time », « votre heure ». */
const zoneWords =
  "(?: ?[(,]? ?(?:(?:a l')?(heure (?:de |du |d')?[\\p{L}'-]+(?: locale)?|votre heure|your time|[\\p{L}'-]+ (?:local )?time)\\)?))?";
const moments = new RegExp(
  `(?<!\\p{L})((?:${weekday},? (?:le |the )?(?:${date},? )?|(?:le |on )?${date},? )(?:a |at |vers |around )?${clock})${zoneWords}`,
  'gu',
);

const ours =
  /\b(?:votre heure|your time|heure (?:de |du )?(?:quebec|montreal|val-d'or)|(?:quebec|montreal|eastern) time)\b/;

/** Undefined when a place is named whose zone is not known. */
function zoneNamed(words: string, zones: Parameters<typeof proposedMoments>[2]): string | undefined {
  if (!words || /\b(?:heure locale|local time|my time|our time|notre heure)\b/.test(words)) return zones.theirs;
  if (ours.test(words)) return zones.house;
  const place =
    /^heure (?:de |du |d')?(.+?)(?: locale)?$/.exec(words)?.[1] ?? /^(.+?) (?:local )?time$/.exec(words)?.[1];
  return zones.zoneOf(place ?? '');
}
