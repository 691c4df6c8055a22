/** Whose clock is named behind a time. */
export interface NamedZone {
  /** An IANA name; undefined where the place is not known. */
  zone: string | undefined;
  /** As it is written, with what parts it from the time. */
  words: string;
}

export interface Zones {
  /** The writer's. */
  theirs: string;
  /** Ours, where it is said to be meant. */
  house: string;
  /** Of a place that is named, plain; undefined when it is not known. */
  zoneOf: (place: string) => string | undefined;
}

/**
 * The clock that the plain words behind a time name: « (heure de Lima) », "Lisbon time", « hora de Perú », « votre heure »;
 * the writer's own where they name none.
 */
export function namedZone(behind: string, { theirs, house, zoneOf }: Zones): NamedZone {
  const [lead = ''] = opening.exec(behind) ?? [];
  const said = behind.slice(lead.length);
  const named = (zone: string | undefined, words: string): NamedZone => ({ zone, words: `${lead}${words}` });
  const [own] = ownClock.exec(said) ?? [];
  if (own) return named(theirs, own);
  const [ours] = ourClock.exec(said) ?? [];
  if (ours) return named(house, ours);
  const [universal, offset] = universalClock.exec(said) ?? [];
  if (universal) return named(offset ? undefined : 'UTC', universal);
  const [hourOf = '', ...before] = clockOf.exec(said) ?? [];
  const place = hourOf && longestKnown(said.slice(hourOf.length), zoneOf);
  if (hourOf) return named(place ? zoneOf(place) : undefined, `${hourOf}${place || (before[0] ?? '')}`);
  const [clock, first = ''] = timeOf.exec(said) ?? [];
  if (clock) {
    const known = longestKnown(first, zoneOf, true);
    if (known || !first.includes(' ')) return named(zoneOf(known), clock);
  }
  const bracketed = lead.endsWith('(') ? longestKnown(/^[^()]*(?=\))/.exec(said)?.[0] ?? '', zoneOf) : '';
  return bracketed ? named(zoneOf(bracketed), bracketed) : { zone: theirs, words: '' };
}

/** The most words from the first on, or all of them, that name a place. */
function longestKnown(words: string, zoneOf: Zones['zoneOf'], whole = false): string {
  const [run = ''] = placeWords.exec(words) ?? [];
  const tokens = run.split(' ');
  for (let length = tokens.length; length > 0; length--) {
    const place = tokens.slice(0, length).join(' ');
    if (zoneOf(place) !== undefined) return place;
    if (whole) return '';
  }
  return '';
}

const word = "[\\p{L}][\\p{L}'-]*";
const placeWords = new RegExp(`^${word}(?: ${word}){0,4}`, 'u');
const opening = /^ ?(?:[(,] ?)?(?:(?:a|en) )?(?:la |l')?/u;
const ownClock =
  /^(?:heure locale|hora local|local time|(?:my|our) (?:local )?time|notre heure|mon heure|nuestra hora|mi hora|heure d'ici|hora de aqui)(?!\p{L})/u;
const ourClock =
  /^(?:votre heure|your (?:local )?time|su hora|vuestra hora|(?:heure|hora) (?:de chez vous|de ustedes)|heure (?:de |du )?(?:quebec|montreal|val-d'or|l'est)|hora (?:de |del )?(?:quebec|montreal|val-d'or|este)|(?:quebec|montreal|val-d'or|eastern) time)(?!\p{L})/u;
const universalClock = /^(?:utc|gmt)(?!\p{L})( ?[+−–-] ?\d{1,2}(?::?\d\d)?)?/u;
const clockOf = /^(?:heure|hora) (?:de la |de los |de l'|de |du |des |del |d')?(?=([\p{L}'-]+))/u;
const timeOf = /^((?:[\p{L}'-]+ ){0,3}?[\p{L}'-]+)(?: local)? time(?!\p{L})/u;
