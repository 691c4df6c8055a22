import { plain } from '../model/plain.ts';
import { languages } from '../model/request.ts';
import { countries } from './countries.ts';
import { places } from './places.ts';
import { cities, territories } from './zone-cities.ts';

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

/** « America/Argentina/Buenos_Aires » by its own name, and by what the languages call it. */
function* ofCities(): Iterable<[string, string]> {
  for (const zone of Intl.supportedValuesOf('timeZone'))
    yield [spaced(zone.replace(/^.*\//, '').replaceAll('_', ' ')), zone];
  for (const { zone, names } of cities) for (const name of names) yield [spaced(name), zone];
}

function* ofCountries(): Iterable<[string, string]> {
  const oneTime = [...countries.values()].filter(({ severalZones }) => !severalZones);
  const zones = [...territories, ...oneTime.map(({ code, timeZone }) => [code, timeZone] as const)];
  for (const language of [...languages, 'pt']) {
    const called = new Intl.DisplayNames(language, { type: 'region' });
    for (const [code, zone] of zones) yield [spaced(called.of(code) ?? code), zone];
  }
}

function* ofPlaces(): Iterable<[string, string]> {
  for (const { name, country, timeZone = countries.get(country)?.timeZone } of places)
    if (timeZone) yield [spaced(name), timeZone];
}
