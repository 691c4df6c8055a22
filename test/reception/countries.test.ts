import { expect, test } from 'vitest';
import { countries } from '../../src/reception/countries.ts';
import { findCountry } from '../../src/reception/country.ts';
import { isFreeMail } from '../../src/reception/free-mail.ts';
import { places } from '../../src/reception/places.ts';
import { regions } from '../../src/reception/regions.ts';

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

test('every region is in a country, and in a zone; no name is twice in one country', () => {
  const wrong = regions.filter(({ country, timeZone }) => !countries.has(country) || known(timeZone) !== timeZone);
  expect(wrong).toEqual([]);
  const all = regions.map(({ country, name }) => `${country} ${name}`);
  expect(all.filter((each, index) => all.indexOf(each) !== index)).toEqual([]);
});

test.each([
  ['university.example.ca', 'Ann Lee\nYukon University, Whitehorse', '', 'CA', 'America/Whitehorse'],
  ['laurentian.ca', 'Ann Lee\nSudbury, Ontario', '', 'CA', 'America/Toronto'],
  ['', 'Ann Lee\nBritish Columbia', '', 'CA', 'America/Vancouver'],
  ['mines.example', 'Ann Lee\n12 Main Street\nEstevan  S4A 0W3', '', 'CA', 'America/Regina'],
  ['', 'Ann Lee\nSaskatoon', '', 'CA', 'America/Regina'],
  ['mun.ca', 'Ann Lee', 'We are in Newfoundland.', 'CA', 'America/St_Johns'],
  ['mun.ca', 'Ann Lee\nSt. John’s', '', 'CA', 'America/St_Johns'],
  ['gc.ca', 'Ann Lee', 'We work in Manitoba and in Nunavut.', 'CA', 'America/Toronto'],
  ['mines.example', 'Ann Lee\nDenver, Colorado', '', 'US', 'America/Denver'],
  ['unr.example', 'Ann Lee\nReno, Nevada', '', 'US', 'America/Los_Angeles'],
  ['ufam.br', 'Ana Souza\nManaus', '', 'BR', 'America/Manaus'],
  ['ufam.br', 'Ana Souza\nManaus, Amazonas, Brasil', '', 'BR', 'America/Manaus'],
  ['ufmg.br', 'Ana Souza\nBelo Horizonte', '', 'BR', 'America/Sao_Paulo'],
  ['curtin.edu.au', 'Ann Lee\nPerth, Western Australia', '', 'AU', 'Australia/Perth'],
  ['unison.mx', 'Ana Ruiz', 'Somos de Sonora.', 'MX', 'America/Hermosillo'],
  ['itb.ac.id', 'Budi\nMakassar, Sulawesi', '', 'ID', 'Asia/Makassar'],
  ['tgtu.gh', 'Alberta Regina Mensah\nAccra', '', 'GH', 'Africa/Accra'],
  ['', 'Victoria Florida', '', undefined, undefined],
  ['cegep.example', 'Marie Roy\nCégep de Thetford\nThetford Mines (Québec) G6G 1N1', '', 'CA', 'America/Toronto'],
  ['mine.example', 'Julie Gagnon\nMine Éléonore\n819 555-0142, poste 233', '', 'CA', 'America/Toronto'],
  ['mine.example', 'Julie Gagnon\nMine Éléonore\n+1 819 555-0142', '', 'CA', 'America/Toronto'],
  ['centre.qc.ca', 'Jean Roy', '', 'CA', 'America/Toronto'],
  ['', 'Jean Roy\nCégep de l’Abitibi-Témiscamingue', '', 'CA', 'America/Toronto'],
  ['', 'Jean Roy\nCFP de Val-d’Or', '', 'CA', 'America/Toronto'],
  ['', 'Jean Roy\nAmos, QC', '', 'CA', 'America/Toronto'],
  ['', 'Jean Roy\nSaguenay', 'Nous sommes à Dakar.', 'CA', 'America/Toronto'],
  ['', 'Awa Ndiaye\nDélégation générale du Québec à Dakar', '', 'SN', 'Africa/Dakar'],
  ['', 'Awa Ndiaye\nDélégation générale du Québec', '', undefined, undefined],
  ['', 'Adaeze Obi\nConsulate of Nigeria, Montréal', '', 'NG', 'Africa/Lagos'],
  ['', 'Rosa Quispe\nLima, Peru\n514 555-0123', '', 'PE', 'America/Lima'],
  ['', 'Rosa Quispe', 'Nuestra filial está en Rouyn-Noranda.', undefined, undefined],
])('from %s, « %s », « %s »: %s, %s', (domain, signature, text, country, timeZone) => {
  const found = findCountry({ domain, signature, end: signature, text });
  expect([found?.country, found?.timeZone]).toEqual([country, timeZone]);
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
