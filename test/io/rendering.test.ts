import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { simpleParser } from 'mailparser';
import MailComposer from 'nodemailer/lib/mail-composer';
import { describe, expect, test } from 'vitest';
import { renderEntity, wireMail } from '../../src/io/rendering.ts';
import type { Email } from '../../src/model/events.ts';
import type { Content } from '../../src/model/letter.ts';
import { anyText } from '../any-text.ts';

const at = '2026-11-23T14:00:00.000Z';
const content: Content = {
  subject: 'Demande reçue',
  text: 'Bonjour,\n\nVotre demande « INMQ-2026-0042 » est inscrite.\n',
  html: '<p>Bonjour,</p>\n<p>Votre demande « INMQ-2026-0042 » est inscrite.</p>\n',
};
const calendar = {
  method: 'REQUEST' as const,
  text: 'BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nBEGIN:VEVENT\r\nSUMMARY:Rencontre à Val-d’Or\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n',
};
const email: Email = {
  id: 'abc',
  messageId: '<abc.def@greffier.test>',
  letter: 'acknowledgement',
  reference: 'INMQ-2026-0042',
  from: { name: 'Institut national des mines', address: 'info@inm.example' },
  to: { name: 'Kouadio Amani', address: 'k.amani@mines-ci.example' },
  subject: '[INMQ-2026-0042] Demande reçue',
  inReplyTo: '<their@mines-ci.example>',
  references: ['<first@mines-ci.example>', '<their@mines-ci.example>'],
  automatic: true,
  content: '0'.repeat(64),
};
const words = anyText({ maxLength: 300 });
const hostile = fc.oneof(
  words,
  fc.string({
    unit: fc.constantFrom('\r', '\n', '\0', ' ', 'Bcc: x@y.example', '=?utf-8?Q?=0D=0ABcc:_x?=', '"', '<', ',', 'é'),
  }),
);

const withoutHead = (mail: string) => mail.slice(mail.indexOf('\r\n\r\n'));

describe('the entity', () => {
  test('is text and HTML side by side, with all of both', async () => {
    const read = await simpleParser(await renderEntity(content));
    expect(read.text?.trim()).toBe(content.text.trim());
    expect(read.html).toContain('<p>Votre demande « INMQ-2026-0042 » est inscrite.</p>');
    expect(structure(await renderEntity(content))).toEqual(['multipart/alternative', 'text/plain', 'text/html']);
  });

  test('is what the library writes of it, to the byte', async () => {
    const cyrillic = fc.string({ unit: fc.constantFrom('ж', 'я', ' ', '\n'), maxLength: 300 });
    const words = fc.oneof(
      hostile,
      cyrillic,
      fc.string({ unit: fc.constantFrom('a', ' ', '=', 'é', '\n'), maxLength: 400 }),
    );
    await fc.assert(
      fc.asyncProperty(words, words, async (text, html) => {
        const entity = (await renderEntity({ ...content, text, html })).toString('latin1');
        const baseBoundary = /boundary="--_NmP-([0-9a-f]+)-/.exec(entity)?.[1];
        const [all, lines] = [{ text, html }, /\r\n?|\n/g] as const;
        const given = { text: all.text.replace(lines, '\r\n'), html: all.html.replace(lines, '\r\n') };
        const built = await new MailComposer({ ...given, ...(baseBoundary && { baseBoundary }) }).compile().build();
        expect(withoutHead(entity)).toBe(withoutHead(built.toString('latin1')));
      }),
      { numRuns: 60 },
    );
  });

  test('carries an invitation as an alternative with its method and as invite.ics (RFC 6047)', async () => {
    const entity = await renderEntity({ ...content, calendar });
    expect(structure(entity)).toEqual([
      'multipart/mixed',
      'multipart/alternative',
      'text/plain',
      'text/html',
      'text/calendar',
      'application/ics',
    ]);
    expect(entity.toString().replace(/\r\n\s+/g, ' ')).toMatch(
      /^Content-Type: text\/calendar; (?=.*charset=utf-8)(?=.*method=REQUEST)/im,
    );
    const { attachments } = await simpleParser(entity);
    const file = attachments.find(({ filename }) => filename === 'invite.ics');
    expect(file?.content.toString()).toBe(calendar.text);
    expect(attachments).toHaveLength(2);
    expect(attachments[0]?.content.toString().trim()).toBe(calendar.text.trim());
  });

  test('begins with content fields only', async () => {
    const head = (await renderEntity({ ...content, calendar })).toString().split('\r\n\r\n')[0] ?? '';
    const names = head.split(/\r\n(?![ \t])/).map((line) => line.split(':')[0]);
    expect(names.sort()).toEqual(['Content-Type', 'MIME-Version']);
  });

  test('whatever the words: the same bytes twice, 7-bit, CRLF only, short lines, and the words come back', async () => {
    const anyContent = fc.record(
      {
        subject: words,
        text: words.map((text) => `T${text}`),
        html: words.map((html) => `<p>${html}`),
        calendar: fc.record({
          method: fc.constantFrom('REQUEST' as const, 'CANCEL' as const),
          text: words.map((t) => `B${t}`),
        }),
      },
      { requiredKeys: ['subject', 'text', 'html'] },
    );
    await fc.assert(
      fc.asyncProperty(anyContent, async (some) => {
        const entity = await renderEntity(some);
        expect(sha256(await renderEntity(structuredClone(some)))).toBe(sha256(entity));
        const text = entity.toString('latin1');
        expect(text).toMatch(/^[\r\n\t\x20-\x7e]*$/);
        expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
        expect(Math.max(...text.split('\r\n').map(({ length }) => length))).toBeLessThanOrEqual(998);
      }),
      { numRuns: 60 },
    );
  });

  test.each([
    ['one line of 5,000 letters', 'x'.repeat(5000)],
    ['one line of 5,000 accents', 'é'.repeat(5000)],
    ['Arabic', 'السادة المحترمون، '.repeat(50)],
    ['dots alone on a line, and what looks like a boundary', 'a\n.\n..\n--_NmP-x-Part_1\n--_NmP-x-Part_1--\nz'],
    ['trailing blanks', 'a   \n\tb\t\nc '],
  ])('keeps %s', async (_, text) => {
    const entity = await renderEntity({ ...content, text });
    expect(
      Math.max(
        ...entity
          .toString()
          .split('\r\n')
          .map(({ length }) => length),
      ),
    ).toBeLessThanOrEqual(998);
    expect((await simpleParser(entity)).text?.trimEnd()).toBe(text.trimEnd());
  });

  test.each(['a\rb\rc', 'a\nb', 'a\r\nb', 'é\rb\n\rc'])(
    'line breaks of %j are CRLF, also below base64',
    async (text) => {
      const entity = await renderEntity({ ...content, text, calendar: { method: 'CANCEL', text } });
      expect(entity.toString().replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
      const file = (await simpleParser(entity)).attachments.find(({ filename }) => filename === 'invite.ics');
      expect(file?.content.toString()).toBe(text.replace(/\r\n?|\n/g, '\r\n'));
    },
  );

  test('another content gives other bytes', async () => {
    expect(sha256(await renderEntity({ ...content, text: 'autre' }))).not.toBe(sha256(await renderEntity(content)));
  });
});

describe('the header block', () => {
  test('says from whom, to whom, about what, in which thread, and that a machine wrote it', async () => {
    const raw = wireMail(email, at, await renderEntity(content));
    const read = await simpleParser(raw);
    expect(read.from?.value).toEqual([{ ...email.from }]);
    expect([read.to].flat()[0]?.value).toEqual([{ ...email.to }]);
    expect(read.subject).toBe(email.subject);
    expect(read.date?.toISOString()).toBe(at);
    expect(read.messageId).toBe(email.messageId);
    expect(read.inReplyTo).toBe(email.inReplyTo);
    expect(read.references).toEqual(email.references);
    expect(read.headers.get('auto-submitted')).toBe('auto-replied');
    expect(read.headers.get('x-auto-response-suppress')).toBe('All');
    expect(raw.toString()).toContain('\r\nDate: Mon, 23 Nov 2026 14:00:00 +0000\r\n');
    expect(read.text?.trim()).toBe(content.text.trim());
  });

  test.each([
    ['an answer nobody asked for', { automatic: true }, 'auto-replied'],
    ['a letter that answers no mail', { automatic: true, inReplyTo: undefined }, 'auto-generated'],
    ['an answer to a command', { automatic: false }, undefined],
  ])('Auto-Submitted of %s (RFC 3834, 5)', async (_, { automatic, ...rest }, expected) => {
    const { inReplyTo: _parent, ...orphan } = email;
    const mail: Email = 'inReplyTo' in rest ? { ...orphan, automatic } : { ...email, automatic };
    const { headers } = await simpleParser(wireMail(mail, at, await renderEntity(content)));
    expect(headers.get('auto-submitted')).toBe(expected);
    expect(headers.get('x-auto-response-suppress')).toBe('All');
  });

  test.each([
    'Demande reçue',
    'Re: « été » — 100 %',
    'السادة المحترمون، '.repeat(20).trim(),
    'x'.repeat(3000),
    'long '.repeat(200).trim(),
    '=?utf-8?Q?Bcc:_x=40y.example?=',
    'a 👩‍🚒 b '.repeat(40).trim(),
    'deux  espaces',
  ])('the subject %.40s comes back as written', async (subject) => {
    const raw = wireMail({ ...email, subject }, at, await renderEntity(content));
    expect((await simpleParser(raw)).subject).toBe(subject);
    expect(
      Math.max(
        ...headOf(raw)
          .split('\r\n')
          .map(({ length }) => length),
      ),
    ).toBeLessThanOrEqual(78);
  });

  test.each([
    'Amani, K.',
    'Ama "Queen" Boateng',
    'Inês Macuácua',
    'back\\slash',
    'a@b.example',
    'x'.repeat(200),
    'د. كريم بن علي',
  ])('the name %.30s comes back as written', async (name) => {
    const to = { ...email.to, name };
    const { to: read } = await simpleParser(wireMail({ ...email, to }, at, await renderEntity(content)));
    expect([read].flat()[0]?.value).toEqual([to]);
  });

  test('line breaks and controls do not come back when the reader decodes the field', async () => {
    const broken = 'a\r\nBcc: x@y.example\0\u2028b';
    const fields = { subject: broken, to: { ...email.to, name: broken } };
    const read = await simpleParser(wireMail({ ...email, ...fields }, at, await renderEntity(content)));
    expect(read.subject).toBe('a Bcc: x@y.example b');
    expect([read.to].flat()[0]?.value).toEqual([{ ...email.to, name: 'a Bcc: x@y.example b' }]);
  });

  test('an address longer than any can be does not make a line that is longer than a line may be', async () => {
    const to = { name: '', address: `${'a'.repeat(5000)}@x.example` };
    const head = headOf(wireMail({ ...email, to }, at, await renderEntity(content)));
    expect(Math.max(...head.split('\r\n').map(({ length }) => length))).toBeLessThanOrEqual(998);
  });

  test('a foreign Message-ID that is not legal is left out, the others stay', async () => {
    const references = [
      '<ok@a.example>',
      'no brackets',
      '<two@a.example> <b@b.example>',
      '<é@a.example>',
      '<x\r\nBcc: y@z.example>',
    ];
    const read = await simpleParser(
      wireMail({ ...email, references, inReplyTo: 'broken' }, at, await renderEntity(content)),
    );
    expect([read.references].flat()).toEqual(['<ok@a.example>']);
    expect(read.inReplyTo).toBeUndefined();
    expect(read.headers.get('auto-submitted')).toBe('auto-generated');
  });

  test('whatever the fields hold: no further field, no further recipient, the same bytes twice', async () => {
    const entity = await renderEntity(content);
    const anyEmail = fc.record({
      from: fc.record({ name: hostile, address: hostile }),
      to: fc.record({
        name: hostile,
        address: fc.oneof(
          hostile,
          hostile.map((local) => `${local}@x.example`),
        ),
      }),
      subject: hostile,
      messageId: fc.oneof(
        hostile,
        hostile.map((id) => `<${id}>`),
      ),
      inReplyTo: fc.oneof(
        hostile,
        hostile.map((id) => `<${id}>`),
      ),
      references: fc.array(
        fc.oneof(
          hostile.map((id) => `<${id}>`),
          fc.constant(`<${'x'.repeat(1000)}>`),
        ),
        { maxLength: 30 },
      ),
      automatic: fc.boolean(),
    });
    fc.assert(
      fc.property(anyEmail, (fields) => {
        const raw = wireMail({ ...email, ...fields }, at, entity);
        expect(wireMail({ ...email, ...structuredClone(fields) }, at, entity).equals(raw)).toBe(true);
        const head = headOf(raw);
        const names = head.split(/\r\n(?![ \t])/).map((line) => line.split(':')[0] ?? '');
        expect(new Set(names).size).toBe(names.length);
        expect(names.filter((name) => !allowed.has(name))).toEqual([]);
        expect(head.replaceAll('\r\n', '')).not.toMatch(/[\r\n\0\x7f]/);
        expect(head.split('\r\n').filter((line) => line.trim() === '')).toEqual([]);
        expect(Math.max(...head.split('\r\n').map(({ length }) => length))).toBeLessThanOrEqual(998);
        expect(raw.subarray(raw.length - entity.length).equals(entity)).toBe(true);
        expect(recipients(head)).toBeLessThanOrEqual(1);
      }),
      { numRuns: 300 },
    );
  });
});

const allowed = new Set([
  ...['From', 'To', 'Subject', 'Date', 'Message-ID', 'In-Reply-To', 'References', 'Auto-Submitted'],
  ...['X-Auto-Response-Suppress', 'MIME-Version', 'Content-Type'],
]);

function headOf(raw: Buffer): string {
  return raw.toString('latin1').split('\r\n\r\n')[0] ?? '';
}

/** Commas between mailboxes of the To field, quoted strings left out, plus one. */
function recipients(head: string): number {
  const field = /^To: ((?:.*)(?:\r\n[ \t].*)*)/m.exec(head)?.[1] ?? '';
  return field
    .replace(/"(?:[^"\\]|\\.)*"/gs, '')
    .replace(/<[^<>]*>/g, '')
    .split(',').length;
}

/** Content types in the order of the entity. */
function structure(entity: Buffer): string[] {
  return [...entity.toString().matchAll(/^Content-Type: ([\w/-]+)/gm)].map(([, type]) => type ?? '');
}

function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
