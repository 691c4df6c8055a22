import { describe, expect, test } from 'vitest';
import { organisationShown, withoutContacts } from '../../src/dissemination/contacts.ts';

test.each([
  ['joindre a.b+c@d-e.example.', 'joindre [coordonnées retirées].'],
  ['Tél. : (819) 555-0199 poste 3', 'Tél. : [coordonnées retirées] poste 3'],
  ['WhatsApp +221 77 123 45 67', 'WhatsApp [coordonnées retirées]'],
  ['00 221 77 123 45 67', '[coordonnées retirées]'],
  ['QUELLMARK, Zyphora dirige', '[nom retiré] dirige'],
  ['180 000 $ en 2027-2028, 12 personnes, 1 250 000 CAD', '180 000 $ en 2027-2028, 12 personnes, 1 250 000 CAD'],
  ['du 2027-05-03 au 2027-05-28, 09:00-17:00', 'du 2027-05-03 au 2027-05-28, 09:00-17:00'],
  ['budget 100 000 000 FCFA', 'budget 100 000 000 FCFA'],
  ['zyphorain et quellmarkais', 'zyphorain et quellmarkais'],
])('%s', (text, shown) => {
  expect(withoutContacts(text, { name: 'Zyphora Quellmark' })).toBe(shown);
});

const address = '[coordonnées retirées]';
describe('what reaches a person', () => {
  test.each([
    ['aboateng (at) tgtu.example', address],
    ['aboateng[at]tgtu[dot]example', address],
    ['aboateng＠tgtu.example', address],
    ['write to "ama b"@tgtu.example', `write to ${address}`],
    ['see linkedin.com/in/ama-boateng', `see ${address}`],
    ['skype: ama.boateng', address],
    ['https://wa.me/233241234567', address],
    ['t.me/amaboateng', address],
    ['0244123456', address],
    ['Call me at 0244 123 456', `Call me at ${address}`],
    ['8195550142', address],
    ['Tel: +233 24 123 4567', `Tel: ${address}`],
    ['+226 70 12 34 56 / 25 30 00 00', `${address} / ${address}`],
    ['+226 70 12 34 56 ou 25 30 00 00', `${address} ou ${address}`],
    ['aboateng @ tgtu . example', address],
    ['aboateng @ tgtu.example', address],
    ['écrire à aboateng chez tgtu point example', `écrire à ${address}`],
    ['aboateng at tgtu dot example', address],
    ['https://tgtu.example/~aboateng', address],
    ['tgtu.example/~aboateng/cv.html', address],
    ['a.boateng chez tgtu point example', address],
    ['a point boateng arobase mines-ci point com', address],
    ['a.boateng arroba tgtu punto example', address],
    ['a.boateng [à] tgtu [point] example', address],
    ['skype\u00A0: kofi.mensah', address],
    ['WhatsApp\u00A0: kofi', address],
    ['Teams : k_mensah', address],
    ['Telegram @kofi', address],
    ['WhatsApp +233244123456', `WhatsApp ${address}`],
    ['WhatsApp\u00A0: +233 24 412 3456', `WhatsApp\u00A0: ${address}`],
    ['Zoom ID: 123 456 7890', address],
    ['Snapchat : kofi', address],
    ['teams: aboateng', 'teams: [nom retiré]'],
    ['signal amab', `signal ${address}`],
    ['wechat ID amab88', `wechat ID ${address}`],
    ['meet.google.com/abc-defg-hij', address],
    ['aboateng(@)tgtu.example', address],
    ['aboateng%40tgtu.example', address],
    ['+233 (0)24 412-3456', address],
    ['+233‑24‑412‑3456', address],
    ['024–412–3456', address],
    ['tel 024/412/3456', `tel ${address}`],
    ['024/412/3456', address],
    ['０２４４１２３４５６', address],
    ['٠٢٤٤١٢٣٤٥٦', address],
    ['+233\u200924\u2009412\u20093456', address],
    ['02\u200B44\u00AD123456', address],
    ['(024) 412.34.56', address],
    ['(024) 412-3456', address],
    ['514·555·1234', address],
    ['1·514·555·1234', address],
    ['024·412·34·56', address],
    ['+233·24·412·3456', address],
    ['Tél. : 24·12·34·56', `Tél. : ${address}`],
    ['514 - 555 - 1234', address],
    ['514 – 555 – 1234', address],
    ['(514) 555 - 1234', address],
    ['(514) - 555 - 1234', address],
    ['514 · 555 · 1234', address],
    ['024 - 412 - 3456', address],
    ['06 - 12 - 34 - 56 - 78', address],
    ['+233 - 24 - 412 - 3456', address],
    ['12 personnes, portable 76 12 34 56 pour en parler', `12 personnes, portable ${address} pour en parler`],
    ['Mon numéro est le 70 12 34 56.', `Mon numéro est le ${address}.`],
    ['(227 20 73 51 61, portable : 96 12 34 56)', `(${address}, portable : ${address})`],
    ['Mob. 76-12-34-56', `Mob. ${address}`],
    ['Standard : 20212223', `Standard : ${address}`],
    ['Ligne directe : 2072 5161', `Ligne directe : ${address}`],
    ['Joignable au 77 123 45 67', `Joignable au ${address}`],
    ['mi número es 987 654 321', `mi número es ${address}`],
    ['Tél. : 20 21 22 23 (bureau), 70 12 34 56 (portable)', `Tél. : ${address} (bureau), ${address} (portable)`],
    ['au 07 08 09 10 11 (mobile) ou au 27 20 21 22 23', `au ${address} (mobile) ou au ${address}`],
    ['Tél. 20 21 22 23 / 70 12 34 56', `Tél. ${address} / ${address}`],
    ['22670123456', address],
    ['(226) 70 12 34 56', address],
    ['70.12.34.56', address],
    ...[
      'Teléfono: 987 654 321',
      'Telf. 987 654 321',
      'Cel. 987654321',
      'Móvil 987-654-321',
      'Llámeme al 987 654 321',
      'Mi teléfono es 987 654 321',
      'Mi número es el 987-654-321',
      'comunicarse al 987 654 321',
      'central (01) 618-5454',
      'por teléfono (51-1) 618-5454',
      'Mobile number 244556677',
      'Telephone number is 302664411',
      'Cellphone 78 123 4567',
      'Ph: 78 123 456',
      'reach me at 77 123 456',
      'text me on 244 556 677',
      'Téls : 20224455',
      'Fixe : 20 22 44 55',
      'N° : 20 224 455',
      'joignez-moi au 76 123 456',
    ].map((text): [string, string] => [text, text.replace(/\(?\d[\d ()-]*$/, address)]),
    ['76123456 sur WhatsApp', `${address} sur WhatsApp`],
    ['25306789', address],
    ['Call me, TOP 25306789', `Call me, TOP ${address}`],
    ['Tel. 987 654 321 (oficina) y 2072 5161', `Tel. ${address} (oficina) y ${address}`],
  ])('%s', (text, shown) => {
    expect(withoutContacts(text, { name: 'Ama Boateng' })).toBe(shown);
  });

  test.each([
    'GPS +48.1234567',
    'budget 8195550142 $',
    'GHS 2500000',
    'MAD 2 500 000 for the year',
    'S/ 1500000',
    '₦2500000',
    'ISBN 978-2-550-12345-6',
    'budget 819 825 4567 FCFA',
    'de 300-400-5000 tonnes',
    '12 000 000 FCFA, 42 500 000 XOF',
    'un analyseur portable 12 500 000 FCFA',
    'ordinateurs portables : 12 000 000 CFA',
    '26-11-29 12.30',
    'le 26-11-2029 12:30',
    '10 12 14 places',
    'norme standard ISO 14001:2015',
    'numéro de dossier 2026-0042',
    'ISO 45001 2018 12 31',
    '123 456 789 012 FCFA',
    'de 12.05.26 à 14.05.26',
    '12-14-16-18 personnes',
    'Un budget de 1 250 000',
    'un budget de 125 000 000 pour trois ans',
    'de 10 000 000 à 12 000 000',
    '1000-1500 par an',
    'RUC 20100113610',
    'le numéro de permis est 2019-4521',
    'BP 01 1234 Abidjan 01',
    'réf. 2026-0042-15',
    'INMQ-2026-0042',
    'de 2026-12-03 à 2027-01-15, de 13.30 à 16.00',
    '0.5 million, 2027-05-03, 12 %',
    'We meet at the mine. Dot the map.',
    'Look at tgtu.example',
    'Formation (à distance) de 20 personnes',
    'https://tgtu.example/programmes',
    'Réunion le 05 06 2027 à 09:00',
    'ISO 45001:2018, règlement 2016-679',
    'Deux cours @ mine. Puis un stage.',
    '12 foreurs @ 3 500 $ = 42 000 $',
    'Meeting at assembly point one',
    'Chez nous, un point. Au point mort.',
    'Le projet chez nous point final',
    'Une formation chez Glencore point de départ',
    'Réunion sur Teams : mardi à 10 h',
    'We work in teams: mechanics, drillers',
    'A clear signal: the board agrees',
    'Training at Obuasi point blank',
    'Ama Boateng Consulting cherche un cégep',
    'la Fondation Ama Boateng',
    'avec Boateng Mining Ltd',
    'du 05/06/2027 au 09/07/2027',
    '08/03/2027-12/03/2027',
    'Budget (0) à ce jour, 12 (0) places',
    'Le coût – 12 000 $ – comprend le « matériel ».',
    'Ｆｏｒｍａｔｉｏｎ ﬁnale à 10\u202F% de 4 м',
    'un signal fort',
    'Réunion Zoom mardi',
    '2026 - 12 - 03',
    '03 - 12 - 2026',
    'du 05 06 2027 - 09 07 2027',
    'points 3 - 4, 10 - 12 personnes',
    '2026·12·03',
    '12 000 - 15 000 - 18 000 $',
    '200 - 300 - 400 personnes',
    'de 300 - 400 places en 2027',
    '09:00 - 12:00, 13:00 - 17:00',
    'ISO 9001 - 2015 - 2018',
    'CSA Z1000·14',
    'We work in teams: mineur·e·s',
    '(01) 2 000 000 de tonnes',
    '+12 000 - 15 000 t',
  ])('not %s', (text) => {
    expect(withoutContacts(text, { name: 'Ama Boateng' })).toBe(text);
  });
});

describe('who is to be turned to', () => {
  test.each([
    ['Personne à joindre : Kofi Mensah, directeur', 'Personne à joindre : [nom retiré], directeur'],
    ['La personne à contacter est Aya Koné.', 'La personne à contacter est [nom retiré].'],
    ['S’adresser à Aya Koné, chargée de projet', 'S’adresser à [nom retiré], chargée de projet'],
    ['Le point focal est Aya Koné', 'Le point focal est [nom retiré]'],
    ['avec le Pr. Adjoua Brou', 'avec le [nom retiré]'],
    ['Contact person: Dr. Eve Roy', 'Contact person: [nom retiré]'],
    ['Persona de contacto: María de la Cruz', 'Persona de contacto: [nom retiré]'],
    ['Responsable : Jean-Pierre Ouédraogo\nBudget : 3', 'Responsable : [nom retiré]\nBudget : 3'],
  ])('%s', (text, shown) => {
    expect(withoutContacts(text, { name: 'Ama Boateng' })).toBe(shown);
  });

  test.each([
    'Responsable : Ministère Malien des Mines',
    'Contact : Direction Générale',
    'S’adresser à la Direction Générale',
    'Le point focal est le Ministère des Mines',
    'Responsable : à nommer',
    'Contact: School Of Mines',
  ])('no person: %s', (text) => {
    expect(withoutContacts(text, { name: 'Ama Boateng' })).toBe(text);
  });
});

describe('a name that is written so as not to be found', () => {
  test.each(['Boa\u00ADteng', 'Boa\u200Bteng', 'Bоateng', 'Ａｍａ Ｂｏａｔｅｎｇ', '\u202ABoateng', 'Βοateng'])(
    '%s',
    (name) => {
      expect(withoutContacts(`Voir ${name}, svp.`, { name: 'Ama Boateng' })).toBe('Voir [nom retiré], svp.');
    },
  );
});

describe('whose name is in the address alone', () => {
  test.each([
    ['ama.boateng@tgtu.example', 'voir Ama Boateng', 'voir [nom retiré]'],
    ['ama.boateng@tgtu.example', 'voir Boateng', 'voir [nom retiré]'],
    ['aboateng@tgtu.example', 'voir A. Boateng', 'voir [nom retiré]'],
    ['aboateng@gmail.example', 'voir Boateng', 'voir [nom retiré]'],
    ['training.office@tgtu.example', 'Training Office', 'Training Office'],
    ['info@tgtu.example', 'Info', 'Info'],
    ['tarkwa.gold@tgtu.example', 'Tarkwa Gold', 'Tarkwa Gold'],
    ['formation@tgtu.example', 'Formation de formateurs', 'Formation de formateurs'],
    ['', 'Formation', 'Formation'],
  ])('%s: %s', (address, text, shown) => {
    expect(withoutContacts(text, { name: '', address, organisation: 'Tarkwa Gold University' })).toBe(shown);
  });
});

describe('another person', () => {
  test.each([
    ['Joindre Mme Efua Mensah.', 'Joindre [nom retiré].'],
    ['avec M. Roy, mardi', 'avec [nom retiré], mardi'],
    ['notre doyenne Efua Mensah décidera', 'notre doyenne [nom retiré] décidera'],
    ['our dean, Efua Mensah, agrees', 'our dean, [nom retiré], agrees'],
    ['Efua Mensah, tél. +233 24 412 3456', '[nom retiré], tél. [coordonnées retirées]'],
    ['Kofi de la Tour (k@x.example)', '[nom retiré] ([coordonnées retirées])'],
  ])('%s', (text, shown) => {
    expect(withoutContacts(text, { name: 'Ama Boateng', organisation: 'Tarkwa Gold University' })).toBe(shown);
  });

  test.each([
    ['Madame la Directrice de la Formation'],
    ['Training Manager Underground Operations'],
    ['un M. Sc. en génie minier'],
    ['le directeur Formation Continue'],
    ['la ministre Guinée'],
    ['Dr Nkrumah University of Mines'],
    ['Master of Science, Ghana'],
    ['un responsable Santé Sécurité'],
  ])('is none: %s', (text) => {
    expect(withoutContacts(text, { name: 'Ama Boateng', organisation: 'Tarkwa Gold University' })).toBe(text);
  });

  test('nor the house, beside its own address', () => {
    const text = 'Tarkwa Gold, info@tgtu.example; Bureau Kumasi, info@tgtu.example';
    const shown = withoutContacts(text, { name: 'Ama Boateng', organisation: 'Tarkwa Gold University' });
    expect(shown).toBe('Tarkwa Gold, [coordonnées retirées]; Bureau Kumasi, [coordonnées retirées]');
  });
});

describe('a person’s name', () => {
  test.each([
    ['Ama Boateng', 'A. Boateng'],
    ['Ama Boateng', 'Mrs Boateng'],
    ['Ama Boateng', 'Dr. Boateng'],
    ['Ama Boateng', 'Ama Serwaa Boateng'],
    ['Ama Boateng', 'Boateng'],
    ['Ama Boateng', 'BOATENG Ama'],
    ['Ama Boateng', 'ama boateng'],
    ['Ama Boateng', 'Dr. Ama'],
    ['Ama Boateng', 'amaboateng'],
    ['Inês Macuácua', 'Ines Macuacua'],
    ['د. كريم بن علي', 'كريم بن علي'],
    ['Rosa Quispe Mamani', 'Rosa Quispe'],
    ['Chief Dr. J. Okon', 'J. Okon'],
    ['Chief Dr. J. Okon', 'Okon'],
    ['Jean-Pierre de la Tour', 'Jean Pierre de la Tour'],
  ])('of %s: %s', (name, written) => {
    const shown = withoutContacts(`Contact ${written}, qui décidera.`, { name });
    expect(shown).toMatch(/^Contact \[nom retiré\], qui décidera\.$/);
  });

  test.each([
    ['Jean de la Mine', 'les travaux de la mine'],
    ['Rosa Quispe', 'la couleur rosa'],
    ['Ama Gold', 'Tarkwa Gold'],
    ['Grace Long', 'a long day'],
    ['', 'Ama Boateng'],
    ['Marie Roy', 'Le roi'],
  ])('of %s: not %s', (name, written) => {
    expect(withoutContacts(written, { name, organisation: 'Tarkwa Gold University' })).toBe(written);
  });
});

test.each([
  ['Boateng Mining Ltd', 'Boateng Mining Ltd'],
  ['Ama Boateng Consulting', 'Ama Boateng Consulting'],
  ['Ama Boateng Director', '[nom retiré] Director'],
  ['Dr Ama Boateng Consulting Engineer', '[nom retiré] Consulting Engineer'],
  ['Ama Boateng, aboateng@tgtu.example', 'Organisation externe'],
  ['amaboateng.com', 'Organisation externe'],
  ['Tarkwa Gold University, Ama Boateng', 'Tarkwa Gold University, [nom retiré]'],
  [undefined, 'Organisation externe'],
])('the organisation %s', (organisation, shown) => {
  expect(organisationShown({ name: 'Ama Boateng', organisation })).toBe(shown);
});
