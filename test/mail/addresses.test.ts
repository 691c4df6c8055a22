import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseAddresses } from '../../src/mail/addresses.ts';
import { anyText } from '../any-text.ts';

describe('parseAddresses', () => {
  test.each<[string, string, [name: string, address: string][]]>([
    ['a name', 'Ama Boateng <A.Boateng@tgtu.example>', [['Ama Boateng', 'a.boateng@tgtu.example']]],
    ['no name', 'a@b.example', [['', 'a@b.example']]],
    [
      'a quoted local part without brackets',
      '"a b"@x.example, c@d.example',
      [
        ['', '"a b"@x.example'],
        ['', 'c@d.example'],
      ],
    ],
    ['quotes around a whole address', '"a@b.example" <c@d.example>', [['a@b.example', 'c@d.example']]],
    ['a comment as name', 'a@b.example (Ama (Dean))', [['Ama (Dean)', 'a@b.example']]],
    [
      'a quoted name with what separates',
      '"Boateng, Ama; Dean" <a@b.example>, c@d.example',
      [
        ['Boateng, Ama; Dean', 'a@b.example'],
        ['', 'c@d.example'],
      ],
    ],
    [
      'an unquoted comma',
      'Boateng, Ama <a@b.example>, c@d.example',
      [
        ['Boateng, Ama', 'a@b.example'],
        ['', 'c@d.example'],
      ],
    ],
    ['an address as name', '"ceo@bank.example" <a@b.example>', [['ceo@bank.example', 'a@b.example']]],
    [
      'all of it encoded',
      '=?utf-8?B?S29maSBNZW5zYWggPGtvZmlAbWluZXguZXhhbXBsZT4=?=',
      [['Kofi Mensah', 'kofi@minex.example']],
    ],
    ['an encoded name', '=?utf-8?Q?Aminata_Ke=C3=AFta?= <a@b.example>', [['Aminata Keïta', 'a@b.example']]],
    [
      'a name that decodes to an address',
      '=?utf-8?Q?CEO_=3Cceo@bank.example=3E?= <a@b.example>',
      [['CEO <ceo@bank.example>', 'a@b.example']],
    ],
    [
      'a group',
      'Partenaires: a@b.example, Cégep <c@d.example>;, e@f.example',
      [
        ['', 'a@b.example'],
        ['Cégep', 'c@d.example'],
        ['', 'e@f.example'],
      ],
    ],
    ['an empty group', 'undisclosed-recipients:;', []],
    ['an internationalised address', 'Кейта <почта@пример.example>', [['Кейта', 'почта@пример.example']]],
    ['a mailto', '<mailto:a@b.example>', [['', 'a@b.example']]],
    ['a source route', '<@relay.example,@two.example:a@b.example>', [['', 'a@b.example']]],
    ['a quoted local part', '<"a b"@c.example>', [['', '"a b"@c.example']]],
    ['no end of bracket', 'Ama <a@b.example', [['Ama', 'a@b.example']]],
    ['a quote that is not closed', '"Ama <a@b.example>', [['Ama', 'a@b.example']]],
    [
      'semicolons between addresses',
      'a@b.example; c@d.example',
      [
        ['', 'a@b.example'],
        ['', 'c@d.example'],
      ],
    ],
    ['a local user', 'root', [['root', 'root']]],
    ['words alone', 'Ama Boateng', [['Ama Boateng', '']]],
    [
      'what is too long for an address',
      `Ama <${'a'.repeat(400)}@b.example>, c@d.example`,
      [
        ['Ama', ''],
        ['', 'c@d.example'],
      ],
    ],
    ['nothing', '  ', []],
  ])('%s', (_, field, expected) => {
    expect(parseAddresses(field).map(({ name, address }) => [name, address])).toEqual(expected);
  });

  test('no line end and no NUL comes through', () => {
    fc.assert(
      fc.property(anyText({ maxLength: 300 }), (field) => {
        for (const { name, address } of parseAddresses(field)) expect(name + address).not.toMatch(/[\r\n\0]/);
      }),
    );
  });
});
