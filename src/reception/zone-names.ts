import { plain } from '../model/plain.ts';
import { languages } from '../model/request.ts';
import { countries } from './countries.ts';
import { places } from './places.ts';

/**
 * The zone of a place by its name, plain: a town that we know, a country that keeps one time, or a city of the tz
 * database, in fr, en, es or pt; undefined for any other. A country's several zones are not guessed among.
 */
export function zoneOfPlace(name: string): string | undefined {
  known ??= new Map([...ofCities(), ...ofCountries(), ...ofPlaces()]);
  return known.get(spaced(name));
}

let known: ReadonlyMap<string, string> | undefined;

const spaced = (name: string): string => plain(name).replaceAll('-', ' ').replace(/\s+/g, ' ').trim();

/** « America/Argentina/Buenos_Aires » by its own name, and by what the languages call it where its country has several zones. */
function* ofCities(): Iterable<[string, string]> {
  for (const zone of Intl.supportedValuesOf('timeZone')) {
    for (const language of languages) {
      const format = new Intl.DateTimeFormat(language, { timeZone: zone, timeZoneName: 'shortGeneric' });
      const { value = '' } = format.formatToParts(0).find(({ type }) => type === 'timeZoneName') ?? {};
      const [, name] = /^(?:heure\s?:\s|hora de )(.+)$|^(?=(.+) Time$)/.exec(value) ?? [];
      if (name) yield [spaced(name), zone];
    }
    yield [spaced(zone.replace(/^.*\//, '').replaceAll('_', ' ')), zone];
  }
}

function* ofCountries(): Iterable<[string, string]> {
  for (const { code, timeZone, severalZones } of countries.values())
    for (const language of [...languages, 'pt'])
      if (!severalZones) yield [spaced(new Intl.DisplayNames(language, { type: 'region' }).of(code) ?? code), timeZone];
}

function* ofPlaces(): Iterable<[string, string]> {
  for (const { name, country, timeZone = countries.get(country)?.timeZone } of places)
    if (timeZone) yield [spaced(name), timeZone];
}
