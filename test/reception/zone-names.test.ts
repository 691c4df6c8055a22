import { expect, test } from 'vitest';
import { zoneOfPlace } from '../../src/reception/zone-names.ts';

test.each([
  ['Lisbon', 'Europe/Lisbon'],
  ['portugal', 'Europe/Lisbon'],
  ['Côte d’Ivoire', 'Africa/Abidjan'],
  ['ivory coast', 'Africa/Abidjan'],
  ['lima', 'America/Lima'],
  ['peru', 'America/Lima'],
  ['peruana', 'America/Lima'],
  ['Buenos Aires', 'America/Argentina/Buenos_Aires'],
  ['new york', 'America/New_York'],
  ['Moscou', 'Europe/Moscow'],
  ['Krasnoïarsk', 'Asia/Krasnoyarsk'],
  ['Guyane française', 'America/Cayenne'],
  ['isla de Pascua', 'Pacific/Easter'],
  ['Atyrau', 'Asia/Atyrau'],
  ['nueva york', 'America/New_York'],
  ['Ciudad de México', 'America/Mexico_City'],
  ['Oulan-Bator', 'Asia/Ulaanbaatar'],
  ['ulaanbaatar', 'Asia/Ulaanbaatar'],
  ['Maroc', 'Africa/Casablanca'],
  ['afrique du sud', 'Africa/Johannesburg'],
  ['Kolwezi', 'Africa/Lubumbashi'],
])('%s is in %s', (name, zone) => expect(zoneOfPlace(name)).toBe(zone));

test.each(['brésil', 'brazil', 'united states', 'timbuktu', 'some', 'the', ''])('of %j no zone is guessed', (name) =>
  expect(zoneOfPlace(name)).toBeUndefined(),
);
