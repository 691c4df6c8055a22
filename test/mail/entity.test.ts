import { describe, expect, test } from 'vitest';
import { type Entity, readStructure } from '../../src/mail/entity.ts';
import { splitFields } from '../../src/mail/header-fields.ts';

const structure = (type: string, ...lines: string[]) =>
  readStructure(splitFields(`Content-Type: ${type}`), Buffer.from(lines.join('\r\n')));
const bodies = ({ contentType, body, children }: Entity): unknown =>
  children.length > 0 ? [contentType, children.map(bodies)] : [contentType, `${body}`];

describe('the parts of a multipart', () => {
  test.each<[string, string, string[], unknown]>([
    [
      'between its delimiters, preamble and epilogue left out',
      'multipart/mixed; boundary=b',
      ['before', '--b', '', 'one', '--b', 'Content-Type: text/html', '', 'two', '--b--', 'after', '--b', '', 'never'],
      [
        'multipart/mixed',
        [
          ['text/plain', 'one'],
          ['text/html', 'two'],
        ],
      ],
    ],
    [
      'blanks behind a delimiter, quotes around the boundary',
      'multipart/mixed; boundary="b c"',
      ['--b c \t', '', 'one', '--b c--  '],
      ['multipart/mixed', [['text/plain', 'one']]],
    ],
    [
      'the last delimiter missing',
      'multipart/mixed; boundary=b',
      ['--b', '', 'one', ''],
      ['multipart/mixed', [['text/plain', 'one\r\n']]],
    ],
    [
      'a delimiter of the outer multipart ends the inner one',
      'multipart/mixed; boundary=b',
      ['--b', 'Content-Type: multipart/alternative; boundary=bb', '', '--bb', '', 'one', '--b', '', 'two', '--b--'],
      [
        'multipart/mixed',
        [
          ['multipart/alternative', [['text/plain', 'one']]],
          ['text/plain', 'two'],
        ],
      ],
    ],
    [
      'inner and outer multipart have the same boundary',
      'multipart/mixed; boundary=b',
      ['--b', 'Content-Type: multipart/related; boundary=b', '', '--b', '', 'one', '--b--', '--b', '', 'two', '--b--'],
      [
        'multipart/mixed',
        [
          ['multipart/related', [['text/plain', 'one']]],
          ['text/plain', 'two'],
        ],
      ],
    ],
    [
      'a part without a blank line after its head',
      'multipart/mixed; boundary=b',
      ['--b', 'Content-Type: text/html', '--b', 'Bonjour à tous', '', 'two', '--b--'],
      [
        'multipart/mixed',
        [
          ['text/html', ''],
          ['text/plain', 'Bonjour à tous\r\n\r\ntwo'],
        ],
      ],
    ],
    [
      'a delimiter is a whole line',
      'multipart/mixed; boundary=b',
      ['--b', '', 'one --b', '--bc', '> --b', '--b--'],
      ['multipart/mixed', [['text/plain', 'one --b\r\n--bc\r\n> --b']]],
    ],
    [
      'those of a digest are messages',
      'multipart/digest; boundary=b',
      ['--b', '', 'Subject: x', '', 'y', '--b--'],
      ['multipart/digest', [['message/rfc822', 'Subject: x\r\n\r\ny']]],
    ],
    [
      'a calendar and a message, attached as bytes of some kind',
      'multipart/mixed; boundary=b',
      [
        ...['--b', 'Content-Type: application/octet-stream; name=invite.ics', '', 'x'],
        ...[
          '--b',
          'Content-Type: application/octet-stream',
          'Content-Disposition: attachment; filename=a.eml',
          '',
          'y',
        ],
        ...['--b', 'Content-Type: application/octet-stream; name=plan.pdf', '', 'z', '--b--'],
      ],
      [
        'multipart/mixed',
        [
          ['text/calendar', 'x'],
          ['message/rfc822', 'y'],
          ['application/octet-stream', 'z'],
        ],
      ],
    ],
    ['no type, only half of one', 'text', ['one'], ['text/plain', 'one']],
  ])('%s', (_, type, lines, expected) => {
    expect(bodies(structure(type, ...lines).root)).toEqual(expected);
  });

  test.each<[string, string, string[], unknown, string]>([
    [
      'another boundary than the announced one',
      'multipart/mixed; boundary=wrong',
      ['--right', 'Content-Type: text/html', '', 'one', '--right--'],
      ['multipart/mixed', [['text/html', 'one']]],
      'limite des parties MIME absente ou fausse',
    ],
    ['no part at all', 'multipart/mixed; boundary=b', ['one'], ['text/plain', 'one'], 'parties MIME introuvables'],
    [
      'an inner multipart without any part',
      'multipart/mixed; boundary=b',
      ['--b', 'Content-Type: multipart/alternative; boundary=c', '', 'one', '--b--'],
      ['multipart/mixed', [['text/plain', 'one']]],
      'parties MIME introuvables',
    ],
  ])('%s: read, and told', (_, type, lines, expected, defect) => {
    const { root, defects } = structure(type, ...lines);
    expect(bodies(root)).toEqual(expected);
    expect(defects).toEqual([defect]);
  });

  test.each(Array.from({ length: 12 }, (_, index) => index + 190))(
    'a delimiter behind %i letters, and behind dashes of other lines',
    (count) => {
      const filler = `${'x'.repeat(count)}\r\n-- \r\n--a\r\n--bb\r\n---`;
      const { root } = structure('multipart/mixed; boundary=b', '--b', '', filler, '--b', '', 'two', '--b--');
      expect(root.children.map(({ body }) => `${body}`)).toEqual([filler, 'two']);
    },
  );

  test('too many to have been written are told', () => {
    const { root, defects } = structure(
      'multipart/mixed; boundary=b',
      ...new Array<string>(20_000).fill('--b\r\n\r\nx'),
    );
    expect(root.children).toHaveLength(1000);
    expect(defects).toEqual(['plus de 1000 parties MIME : les suivantes n’ont pas été lues']);
  });
});

describe('a file name', () => {
  test.each([
    ['Content-Disposition: attachment; filename="plan; final.pdf"', 'plan; final.pdf'],
    ['Content-Disposition: attachment; filename=plan final.pdf', 'plan final.pdf'],
    [String.raw`Content-Disposition: attachment; filename="dit \"le plan\".pdf"`, 'dit "le plan".pdf'],
    ["Content-Disposition: attachment; filename*=utf-8''r%C3%A9f%C3%A9rentiel.pdf", 'référentiel.pdf'],
    ["Content-Disposition: attachment; filename*=iso-8859-1'fr'r%E9f.pdf; filename=ref.pdf", 'réf.pdf'],
    ["Content-Disposition: attachment; filename*1*=tiel.pdf; filename*0*=utf-8''r%C3%A9f%C3%A9ren", 'référentiel.pdf'],
    ['Content-Disposition: attachment; filename*0="un long "; filename*1="nom.pdf"', 'un long nom.pdf'],
    ['Content-Disposition: attachment; filename="=?utf-8?Q?r=C3=A9f.pdf?="', 'réf.pdf'],
    ['Content-Type: application/pdf; name=plan.pdf', 'plan.pdf'],
    ['Content-Type: application/pdf; name="plan.pdf', 'plan.pdf'],
    ['Content-Disposition: attachment; filename=""', undefined],
  ])('%s', (field, expected) => {
    expect(readStructure(splitFields(field), Buffer.from('x')).root.filename).toBe(expected);
  });
});
