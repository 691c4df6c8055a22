import { describe, expect, test } from 'vitest';
import { bodyOf } from '../../src/mail/body.ts';
import type { Part } from '../../src/mail/mail.ts';

const part = (contentType: string, text: string): Part => ({
  contentType,
  parameters: {},
  size: 1,
  checksum: '',
  text,
});
const leaf = (contentType: string, text: string) => ({ contentType, children: [], part: part(contentType, text) });
const read = (plain: string, html: string) =>
  bodyOf({
    contentType: 'multipart/alternative',
    children: [leaf('text/plain', plain), leaf('text/html', html)],
  }).text;

const letter =
  '<p>Dear Madam,</p><p>This year our board can send you 12 instructors in May; we read about your mine rescue training.</p><p>Ama</p>';
const words =
  'Dear Madam,\n\nThis year our board can send you 12 instructors in May; we read about your mine rescue training.\n\nAma';

describe('a text that stands in the place of the HTML is not what the sender wrote', () => {
  test.each([
    'Your email client cannot read this email.',
    'Please enable rich text to see this message',
    'Votre messagerie ne peut pas afficher ce courriel. Pour le lire, cliquez ici : https://x.example/v/1',
    'Su cliente de correo no admite este formato',
    'このメールはHTML形式です。',
    '.',
    '-',
    '[cid:image001.png@01D]',
    '<https://x.example/letter>',
    'See the HTML part',
    'View in browser',
  ])('%s', (plain) => {
    expect(read(plain, letter)).toBe(words);
  });

  test('paragraphs of its own are kept before it', () => {
    expect(read('Bonjour,\n\nIl nous faut douze formateurs.', letter)).toBe(
      `Bonjour,\n\nIl nous faut douze formateurs.\n\n${words}`,
    );
  });

  test('where both say something else, and the HTML says less, both are read', () => {
    expect(read('We need 12 trainers in May.', '<p>Kind regards, Ama</p>')).toBe(
      'We need 12 trainers in May.\n\nKind regards, Ama',
    );
  });
});

describe('the text is read where the HTML says the same', () => {
  test.each([
    ['2', '<p>2</p><p>Sent from my iPhone</p>'],
    ['Plage 2.\n\nAma', '<div>Plage&nbsp;2.<br><br>Ama<img src="cid:x"></div>'],
    ['Dear Madam,\n\n*slot 2* [https://x.example/logo.png]', '<p>Dear Madam,</p><p><b>slot 2</b></p>'],
    ['研修を希望\nします。二十名です。', '<p>研修を希望します。二十名です。</p>'],
    ['نرغب في التكوين.', '<p dir="rtl">نرغب في التكوين.</p>'],
    ['Slot 2', '<img src="https://x.example/p.gif">'],
    ['Slot 2', ''],
    ['😀', '<p>😀</p>'],
  ])('%s', (plain, html) => {
    expect(read(plain, html)).toBe(plain);
  });
});
