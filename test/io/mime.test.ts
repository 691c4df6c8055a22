import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readMail } from '../../src/io/mime.ts';
import { anyText } from '../any-text.ts';

/** Lines joined as they come over the wire. */
function wire(...lines: string[]): Buffer {
  return Buffer.from(lines.join('\r\n'), 'utf8');
}

const head = [
  'From: Ama Boateng <a.boateng@tgtu.example>',
  'To: info@inm.example',
  'Subject: =?utf-8?Q?Demande_re=C3=A7ue?=',
  'Date: Mon, 2 Nov 2026 10:00:00 -0500',
  'Message-ID: <1@tgtu.example>',
  'MIME-Version: 1.0',
];

describe('a plain mail', () => {
  test('is read in all its parts', async () => {
    const raw = wire(
      'Return-Path: <bounce@tgtu.example>',
      ...head,
      'In-Reply-To: <42@inm.example>',
      'References: <41@inm.example>',
      ' <42@inm.example>',
      'Cc: "Roy, Sophie" <s@bureau.example>',
      'Content-Type: text/plain; charset=iso-8859-1',
      'Content-Transfer-Encoding: quoted-printable',
      '',
      'R=E9f=E9rentiel',
      'de fora=',
      'ge',
      '',
    );
    expect(await readMail(raw)).toMatchObject({
      id: createHash('sha256').update(raw).digest('hex'),
      size: raw.length,
      returnPath: 'bounce@tgtu.example',
      from: [{ name: 'Ama Boateng', address: 'a.boateng@tgtu.example' }],
      cc: [{ name: 'Roy, Sophie', address: 's@bureau.example' }],
      subject: 'Demande reçue',
      date: '2026-11-02T15:00:00.000Z',
      messageId: '<1@tgtu.example>',
      inReplyTo: ['<42@inm.example>'],
      references: ['<41@inm.example>', '<42@inm.example>'],
      text: 'Référentiel\nde forage\n',
      parts: [{ contentType: 'text/plain', parameters: { charset: 'iso-8859-1' } }],
      defects: [],
    });
  });

  test('the null sender is told from none', async () => {
    expect((await readMail(wire('Return-Path: <>', ...head, '', 'x'))).returnPath).toBe('');
    expect((await readMail(wire(...head, '', 'x'))).returnPath).toBeUndefined();
  });

  test.each([
    ['LF', '\n'],
    ['CRLF', '\r\n'],
    ['CR', '\r'],
  ])('line ends %s: the same mail', async (_, end) => {
    const lines = [
      ...head,
      'Content-Type: multipart/alternative; boundary=b',
      '',
      '--b',
      'Content-Type: text/plain',
      '',
      'Bonjour',
      '> citation',
      '--b',
      'Content-Type: text/html',
      '',
      '<p>Bonjour</p>',
      '--b--',
      '',
    ];
    const { subject, text, parts, defects } = await readMail(Buffer.from(lines.join(end)));
    expect({ subject, text: text.trim(), parts: parts.map((part) => part.contentType), defects }).toEqual({
      subject: 'Demande reçue',
      text: 'Bonjour\n> citation',
      parts: ['text/plain', 'text/html'],
      defects: [],
    });
  });
});

describe('the body', () => {
  const part = (type: string, ...lines: string[]) => [`Content-Type: ${type}`, '', ...lines];
  const multipart = (type: string, ...parts: string[][]) => [
    ...head,
    `Content-Type: multipart/${type}; boundary=b`,
    '',
    ...parts.flatMap((lines) => ['--b', ...lines]),
    '--b--',
    '',
  ];

  test.each([
    [
      'text wins over HTML',
      multipart('alternative', part('text/plain', 'texte'), part('text/html', '<b>texte</b> riche')),
      'texte',
    ],
    [
      'HTML when the text is empty',
      multipart('alternative', part('text/plain', ' '), part('text/html', '<b>riche</b>')),
      'riche',
    ],
    [
      'HTML when the text only says so',
      multipart(
        'alternative',
        part('text/plain', 'Votre logiciel ne lit pas le format HTML.'),
        part('text/html', '<p>Nous cherchons des formateurs pour trois mines.</p>'),
      ),
      'Nous cherchons des formateurs pour trois mines.',
    ],
    [
      'text that speaks of HTML itself',
      multipart(
        'alternative',
        part('text/plain', 'Lisez-vous le HTML ?'),
        part('text/html', '<p>Lisez-vous le HTML ?</p><p>(pied)</p>'),
      ),
      'Lisez-vous le HTML ?',
    ],
    ['HTML alone', [...head, 'Content-Type: text/html', '', '<p>un</p><p>deux</p>'], 'un\n\ndeux'],
    ['several texts', multipart('mixed', part('text/plain', 'un'), part('text/html', 'deux')), 'un\ndeux'],
    [
      'no attachment',
      multipart('mixed', part('text/plain', 'un'), [
        'Content-Type: text/plain',
        'Content-Disposition: attachment; filename=a.txt',
        '',
        'deux',
      ]),
      'un',
    ],
    [
      'of a report, the part for people',
      multipart(
        'report',
        part('text/plain', 'un'),
        part('message/delivery-status', 'Status: 5.0.0'),
        part('text/rfc822-headers', 'Subject: x'),
      ),
      'un',
    ],
    ['no calendar', multipart('alternative', part('text/plain', 'un'), part('text/calendar', 'BEGIN:VCALENDAR')), 'un'],
    ['text/enriched', [...head, 'Content-Type: text/enriched', '', '<bold>un</bold> deux'], 'un deux'],
    [
      'flowed',
      [
        ...head,
        'Content-Type: text/plain; format=flowed',
        '',
        'une seule ',
        'ligne',
        '> citée ',
        '> aussi',
        '-- ',
        'A',
      ],
      'une seule ligne\n> citée aussi\n-- \nA',
    ],
    [
      'a uuencoded text',
      [
        ...head,
        'Content-Type: text/plain',
        'Content-Transfer-Encoding: x-uuencode',
        '',
        'begin 644 a.txt',
        '#0V%T',
        '`',
        'end',
      ],
      'Cat',
    ],
    [
      'HTML that says its charset itself',
      [
        ...head,
        'Content-Type: text/html',
        'Content-Transfer-Encoding: quoted-printable',
        '',
        '<meta charset=3D"koi8-r">=E7=CF=D2=CE=CF=C5',
      ],
      'Горное',
    ],
    ['no uuencoded file', [...head, '', 'voici', 'begin 644 a.txt', '#0V%T', '`', 'end', 'fin'], 'voici\n\nfin'],
  ])('%s', async (_, lines, text) => {
    expect((await readMail(wire(...lines))).text.trim()).toBe(text);
  });

  test('what programs need is kept beside it', async () => {
    const { parts } = await readMail(
      wire(
        ...multipart(
          'report',
          part('text/plain', 'un'),
          part('message/delivery-status', 'Status: 5.0.0'),
          part('message/rfc822', 'Subject: x', '', 'y'),
          [
            'Content-Type: application/octet-stream; name=invite.ics',
            'Content-Transfer-Encoding: base64',
            '',
            Buffer.from('BEGIN:VCALENDAR').toString('base64'),
          ],
          part('application/pdf', '%PDF'),
        ),
      ),
    );
    expect(parts.map(({ contentType, text }) => [contentType, text?.trim()])).toEqual([
      ['text/plain', 'un'],
      ['message/delivery-status', 'Status: 5.0.0'],
      ['message/rfc822', 'Subject: x\n\ny'],
      ['text/calendar', 'BEGIN:VCALENDAR'],
      ['application/pdf', undefined],
    ]);
    expect(parts[4]).toMatchObject({ size: 4, checksum: createHash('sha256').update('%PDF').digest('hex') });
  });
});

describe('signed and sealed mail', () => {
  const der = (tag: number, ...contents: Uint8Array[]) => {
    const content = Buffer.concat(contents);
    return Buffer.concat([
      Buffer.of(tag, 0x84),
      Buffer.from(content.length.toString(16).padStart(8, '0'), 'hex'),
      content,
    ]);
  };
  const oid = (last: number) => der(0x06, Buffer.from(`2a864886f70d0107${last.toString(16).padStart(2, '0')}`, 'hex'));
  const inner = wire('Content-Type: text/plain; charset=utf-8', '', 'Référentiel signé');
  const cms = (type: number, content: Buffer) =>
    der(
      0x30,
      oid(type),
      der(0xa0, der(0x30, der(0x02, Buffer.of(1)), der(0x31), der(0x30, oid(1), der(0xa0, content)))),
    );
  const mail = (content: Buffer) =>
    readMail(
      wire(
        ...head,
        'Content-Type: application/pkcs7-mime; smime-type=signed-data; name=smime.p7m',
        'Content-Transfer-Encoding: base64',
        '',
        content.toString('base64'),
      ),
    );

  test.each([
    ['whole', der(0x04, inner)],
    ['in pieces', der(0x24, der(0x04, inner.subarray(0, 20)), der(0x04, inner.subarray(20)))],
  ])('S/MIME, signed, %s', async (_, content) => {
    const { text, parts, defects } = await mail(cms(2, content));
    expect({ text, parts: parts.map((part) => part.contentType), defects }).toEqual({
      text: 'Référentiel signé',
      parts: ['application/pkcs7-mime', 'text/plain'],
      defects: [],
    });
  });

  test('S/MIME, encrypted or cut off: staff is told', async () => {
    for (const content of [cms(3, der(0x04, inner)), cms(2, der(0x04, inner)).subarray(0, 40), Buffer.alloc(0)])
      expect((await mail(content)).defects).toEqual(['courriel chiffré (S/MIME) : contenu non lu']);
  });

  test('S/MIME with a signature beside it', async () => {
    const raw = wire(
      ...head,
      'Content-Type: multipart/signed; boundary=b',
      '',
      '--b',
      'Content-Type: text/plain',
      '',
      'Bonjour',
      '--b',
      'Content-Type: application/pkcs7-signature; name=smime.p7s',
      '',
      'x',
      '--b--',
    );
    expect((await readMail(raw)).text).toBe('Bonjour');
  });

  test('winmail.dat: staff is told', async () => {
    const raw = wire(
      ...head,
      'Content-Type: multipart/mixed; boundary=b',
      '',
      '--b',
      '',
      'Bonjour',
      '--b',
      'Content-Type: application/ms-tnef; name=winmail.dat',
      '',
      'x',
      '--b--',
    );
    expect(await readMail(raw)).toMatchObject({ text: 'Bonjour', defects: [expect.stringContaining('winmail.dat')] });
  });
});

describe('broken mail is read as far as it goes', () => {
  test.each<[string, Buffer, object]>([
    ['no sender', wire('To: info@inm.example', 'Subject: x', '', 'y'), { from: [], subject: 'x', text: 'y' }],
    ['an empty sender', wire('From: ', ...head.slice(1), '', 'y'), { from: [] }],
    [
      'NUL in the sender',
      wire('From: a\0@b.example', ...head.slice(1), '', 'y'),
      { from: [{ name: '', address: 'a@b.example' }] },
    ],
    [
      'several senders',
      wire('From: a@x.example, b@x.example', ...head.slice(1), '', 'y'),
      { from: [{ address: 'a@x.example' }, { address: 'b@x.example' }] },
    ],
    [
      'two From fields',
      wire('From: a@x.example', 'From: b@x.example', ...head.slice(1), '', 'y'),
      { from: [{ address: 'a@x.example' }, { address: 'b@x.example' }] },
    ],
    ['a broken date', wire('From: a@x.example', 'Date: mardi', '', 'y'), { text: 'y' }],
    [
      'raw UTF-8 in the header',
      wire('From: Keïta <a@x.example>', 'Subject: Référentiel', '', 'y'),
      { subject: 'Référentiel', from: [{ name: 'Keïta' }] },
    ],
    [
      'raw Latin-1 in the header',
      Buffer.from('From: a@x.example\r\nSubject: Référentiel\r\n\r\ny', 'latin1'),
      { subject: 'Référentiel' },
    ],
    [
      'an encoded line end in the subject',
      wire('From: a@x.example', 'Subject: =?utf-8?Q?x=0D=0ABcc:_y?=', '', 'y'),
      { subject: 'x Bcc: y' },
    ],
    [
      'an mbox line and blank lines before it',
      wire('From a@x.example Mon Nov 2 10:00:00 2026', '', ...head, '', 'y'),
      { subject: 'Demande reçue', text: 'y' },
    ],
    ['a byte order mark', wire(`\uFEFF${head[0]}`, ...head.slice(1), '', 'y'), { subject: 'Demande reçue' }],
    [
      'no blank line before the body',
      wire(...head, 'Bonjour, voici ma demande', 'de formation.'),
      { subject: 'Demande reçue', text: 'Bonjour, voici ma demande\nde formation.' },
    ],
    [
      'a damaged line in the header',
      wire(head[0] ?? '', 'damage', ...head.slice(1), '', 'y'),
      { subject: 'Demande reçue', text: 'y' },
    ],
    [
      'a boundary that never comes',
      wire(...head, 'Content-Type: multipart/mixed; boundary=nowhere', '', 'Bonjour'),
      { text: 'Bonjour' },
    ],
    [
      'a wrong boundary',
      wire(
        ...head,
        'Content-Type: multipart/mixed; boundary=other',
        '',
        '--real',
        'Content-Type: text/plain',
        '',
        'Bonjour',
        '--real--',
      ),
      { text: 'Bonjour', parts: [{ contentType: 'text/plain' }] },
    ],
    [
      'a boundary with nothing behind it',
      wire(...head, 'Content-Type: multipart/mixed; boundary="real"', '', '--real', ''),
      { subject: 'Demande reçue' },
    ],
    ['no boundary', wire(...head, 'Content-Type: multipart/mixed', '', 'Bonjour'), { text: 'Bonjour' }],
    [
      'no end of the last part',
      wire(...head, 'Content-Type: multipart/mixed; boundary=b', '', '--b', 'Content-Type: text/plain', '', 'Bonjour'),
      { text: 'Bonjour' },
    ],
    [
      'base64 that is none',
      wire(...head, 'Content-Type: text/plain', 'Content-Transfer-Encoding: base64', '', '%%%'),
      { subject: 'Demande reçue' },
    ],
    ['nothing at all', Buffer.alloc(0), { from: [], subject: '', text: '' }],
    ['a header alone', wire(...head), { subject: 'Demande reçue', text: '' }],
  ])('%s', async (_, raw, expected) => {
    expect(await readMail(raw)).toMatchObject(expected);
  });

  test('and staff is told what was wrong', async () => {
    const { defects } = await readMail(
      wire('To: x', 'Date: mardi', 'Content-Type: text/plain; charset=x-unheard', '', 'y'),
    );
    expect(defects.join('; ')).toMatch(/From.*date.*Message-ID|x-unheard/);
    expect(defects).toHaveLength(4);
  });

  test('500 recipients, 2,000 parts and 400 levels are read', async () => {
    const many = Array.from({ length: 500 }, (_, index) => `p${index}@x.example`).join(', ');
    expect((await readMail(wire(`To: ${many}`, ...head, '', 'y'))).to).toHaveLength(501);
    const parts = Array.from({ length: 2000 }, (_, index) => ['--b', '', `${index}`]).flat();
    expect(
      (await readMail(wire(...head, 'Content-Type: multipart/mixed; boundary=b', '', ...parts, '--b--'))).subject,
    ).toBe('Demande reçue');
    const levels = Array.from({ length: 400 }, (_, index) => [
      `Content-Type: multipart/mixed; boundary=b${index}`,
      '',
      `--b${index}`,
    ]).flat();
    expect((await readMail(wire(...head, ...levels, '', 'fond'))).text.trim()).toBe('fond');
  });

  test('any bytes: a mail', async () => {
    const piece = fc.oneof(
      fc.constantFrom(
        'From: ',
        'Content-Type: multipart/mixed; boundary=b',
        '\r\n',
        '\n\n',
        '--b',
        '--b--',
        'text/html',
        'a@b.example',
        '=?utf-8?Q?',
        '\0',
      ),
      anyText({ maxLength: 60 }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 30 }), async (pieces) => {
        const raw = Buffer.from(pieces.join(''));
        expect((await readMail(raw)).size).toBe(raw.length);
      }),
    );
  });
});
