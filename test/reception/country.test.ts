import { describe, expect, test } from 'vitest';
import { research } from '../../src/reception/research.ts';
import { mailOf } from '../mail/make.ts';

const of = (from: string, text: string) => research(mailOf({ from, text, subject: 'Demande' }), text, [], 2026);

describe('the country', () => {
  test.each([
    ['the domain', 'a@mines.gov.gh.example', 'x@mines.sn', '', 'SN'],
    ['a worldwide domain tells nothing', '', 'x@tailings.io', '', undefined],
    ['an address at a free service neither', '', 'x@yahoo.fr', '', undefined],
    ['a telephone number', '', 'x@mine.example', 'Tél. +225 27 20 21 00 00', 'CI'],
    ['written with 00', '', 'x@mine.example', 'Tel. 00 212 5 37 00 00 00', 'MA'],
    ['North America shares a code', '', 'x@mine.example', 'Tel. +1 809 555 0100', undefined],
    ['Kazakhstan shares with Russia', '', 'x@mine.example', 'Tel. +7 701 555 01 00', 'KZ'],
    ['a budget is no telephone', '', 'x@mine.example', 'Budget : 225 000 000 +- 10', undefined],
    ['its name, the longest', '', 'x@mine.example', 'Nous sommes en Guinée-Bissau.', 'GW'],
    ['and the shorter', '', 'x@mine.example', 'Nous sommes en Guinée.', 'GN'],
    ['in Spanish', '', 'x@mine.example', 'Somos de la República Dominicana', 'DO'],
    ['in Portuguese', '', 'x@mine.example', 'Somos de Moçambique.', 'MZ'],
    ['in Arabic', '', 'x@mine.example', 'نحن في موريتانيا', 'MR'],
    ['« financial » and « sons » are no countries', '', 'x@mine.example', 'نحتاج دعم مالي لمدرسة بنين', undefined],
    ['two names contradict each other', '', 'x@mine.example', 'Entre le Mali et le Niger.', undefined],
    ['« la réunion » is no island, « tête » no town', '', 'x@mine.example', 'La réunion en tête à tête', undefined],
    ['« Maurice » is a person', '', 'x@mine.example', 'Maurice Dominique Salvador', undefined],
    ['Quebec is where every request goes', '', 'x@mine.example', 'Les écoles du Québec, au Canada', undefined],
  ])('%s', (_, __, from, text, country) => {
    expect(of(from, text).requester.country).toBe(country);
  });

  test('the domain outweighs the text, the signature the rest of it', () => {
    expect(of('x@mines.sn', 'Nous formons des Ghanéens au Ghana.').requester.country).toBe('SN');
    const long = `Our partners in Peru.\n${'A line.\n'.repeat(20)}Ama Boateng\nAccra`;
    expect(of('x@mine.example', long).requester.country).toBe('GH');
  });

  test('a country with several zones: the capital’s, to be checked', () => {
    const { requester, findings } = of('x@mines.gob.mx', 'Estimados');
    expect(requester.timeZone).toBe('America/Mexico_City');
    expect(findings.find(({ kind }) => kind === 'timeZone')?.evidence).toContain('à vérifier');
  });

  test.each([
    ['Le Ministère du Ghana a reçu votre délégation. Nous sommes une école de Lomé.\nKofi Mensah', 'TG', 'Lomé'],
    ['Suivi de la visite de la délégation sénégalaise. Nous sommes béninois.\nKofi Mensah', 'BJ', 'béninois'],
    ['Our partner is in Peru. Our mine is in Ghana.\nKofi Mensah', 'GH', 'Ghana'],
    ['We heard of you in Peru.\nKofi Mensah', 'PE', 'Peru'],
  ])('what is told of others is not the writer’s: « %s »', (text, country, word) => {
    const { requester, findings } = of('x@mine.example', text);
    expect(requester.country).toBe(country);
    const finding = findings.find(({ kind }) => kind === 'country');
    expect(finding).toMatchObject({ evidence: `texte\u00A0: «\u00A0${word}\u00A0»`, confidence: 'possible' });
  });
});
