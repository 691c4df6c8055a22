import MailComposer from 'nodemailer/lib/mail-composer';
import { describe, expect, test } from 'vitest';
import { filesOf } from '../../src/commands/attached-files.ts';
import { readMail } from '../../src/io/mime.ts';

const text = 'Bonjour Madame, voici.';
/** The names of what a mail program wrote so brings along; what stands in the text is marked. */
async function files(mail: Record<string, unknown>): Promise<string[]> {
  const raw = await new MailComposer({ from: 'a@inm.example', to: 'b@inm.example', text, ...mail }).compile().build();
  return filesOf(await readMail(raw)).map(({ filename, inText }) => (inText ? `(${filename})` : filename));
}
const photo = { filename: 'IMG_0042.jpeg', content: Buffer.alloc(300_000, 7), contentType: 'image/jpeg' };
const logo = { filename: 'image001.png', content: Buffer.alloc(9000, 7), contentType: 'image/png', cid: 'i1@01DA' };
const showing = '<p>Bonjour Madame, voici.</p><img src="cid:i1@01DA" alt="">';

describe('what staff attached', () => {
  test.each([
    ['as an attachment', photo, 'IMG_0042.jpeg'],
    ['as telephones do', { ...photo, contentDisposition: 'inline' }, 'IMG_0042.jpeg'],
    [
      'a table, as telephones do',
      { filename: 'plan.csv', content: 'a;b', contentType: 'text/csv', contentDisposition: 'inline' },
      'plan.csv',
    ],
    [
      'a document that is shown in the text',
      { filename: 'plan.pdf', content: 'plan', contentType: 'application/pdf', contentDisposition: 'inline' },
      'plan.pdf',
    ],
    [
      'an attachment without a name',
      { content: 'x', contentType: 'application/pdf', contentDisposition: 'attachment', filename: false },
      'sans-nom',
    ],
    ['a pasted picture without a name', { ...photo, filename: false, contentDisposition: 'inline' }, 'image-1.jpeg'],
    [
      'a picture attached without a name',
      { ...photo, filename: false, contentDisposition: 'attachment' },
      'image-1.jpeg',
    ],
  ])('%s goes along', async (_, attachment, name) => {
    expect(await files({ attachments: [attachment] })).toEqual([name]);
    expect(await files({ attachments: [attachment], html: '<p>Bonjour Madame, voici.</p>' })).toEqual([name]);
  });

  test('that nothing in the text shows goes along, though it has an identifier', async () => {
    const attachments = [{ ...photo, cid: 'i1@01DA', contentDisposition: 'inline' }];
    expect(await files({ attachments })).toEqual(['IMG_0042.jpeg']);
    expect(await files({ attachments, html: '<img src="cid:i2@01DA">' })).toEqual(['IMG_0042.jpeg']);
  });
});

test('a large picture that the text shows is named too, to say that it is left out', async () => {
  const attachments = [{ ...photo, filename: false, cid: 'i1@01DA', contentDisposition: 'inline' }];
  expect(await files({ attachments, html: showing })).toEqual(['(image-1.jpeg)']);
  expect(await files({ attachments: [{ ...logo, filename: false }], html: showing })).toEqual([]);
});

describe('what a mail program adds by itself', () => {
  test.each([
    ['the words themselves', {}],
    ['the picture of a signature', { html: showing, attachments: [logo] }],
    ['the same, as some write it', { html: showing.replace('@', '%40'), attachments: [logo] }],
    [
      'a signature',
      { attachments: [{ filename: 'smime.p7s', content: 'x', contentType: 'application/pkcs7-signature' }] },
    ],
    [
      'words with a name',
      { attachments: [{ filename: 'mime-1.txt', content: 'Suite.', contentDisposition: 'inline' }] },
    ],
  ])('%s is no attachment', async (_, mail) => {
    expect(await files(mail)).toEqual([]);
  });

  test('a picture in the text that is too large for a signature may be what was meant', async () => {
    const attachments = [{ ...photo, cid: 'i1@01DA' }, logo];
    expect(await files({ html: showing, attachments: [attachments[0]] })).toEqual(['(IMG_0042.jpeg)']);
    expect(await files({ html: showing, attachments: [logo] })).toEqual([]);
  });
});
