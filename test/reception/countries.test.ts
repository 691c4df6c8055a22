import { expect, test } from 'vitest';
import { countries } from '../../src/reception/countries.ts';
import { isFreeMail } from '../../src/reception/free-mail.ts';
import { places } from '../../src/reception/places.ts';

const names = new Intl.DisplayNames('fr', { type: 'region', fallback: 'none' });

/** @throws if Intl does not know the zone; old names of a zone are known but not listed. */
function known(timeZone: string): string {
  new Intl.DateTimeFormat('fr', { timeZone });
  return timeZone;
}

test('every country has a name, a zone and a calling code', () => {
  const wrong = [...countries.values()].filter(
    ({ code, timeZone, calling }) => !names.of(code) || known(timeZone) !== timeZone || !/^[1-9]\d{0,2}$/.test(calling),
  );
  expect(countries.size).toBeGreaterThan(170);
  expect(wrong).toEqual([]);
});

test('no two countries share a calling code but those of number 1', () => {
  const codes = [...countries.values()].map(({ calling }) => calling).filter((calling) => calling !== '1');
  expect(codes.filter((calling, index) => codes.indexOf(calling) !== index)).toEqual([]);
});

test('every place is in a country, and in a zone', () => {
  const wrong = places.filter(
    ({ country, timeZone }) => !countries.has(country) || (timeZone !== undefined && known(timeZone) !== timeZone),
  );
  expect(wrong).toEqual([]);
});

test('no place is in two countries', () => {
  const all = places.map(({ name }) => name);
  expect(all.filter((name, index) => all.indexOf(name) !== index)).toEqual([]);
});

test.each([
  ['gmail.com', true],
  ['mail.yahoo.co.uk', true],
  ['hotmail.fr', true],
  ['videotron.ca', true],
  ['tlb.sympatico.ca', true],
  ['cablevision.qc.ca', true],
  ['inmq.gouv.qc.ca', false],
  ['orange.ci', false],
  ['mines.gov.gh', false],
  ['', false],
])('%s: anybody can have an address there: %s', (domain, free) => {
  expect(isFreeMail(domain)).toBe(free);
});
