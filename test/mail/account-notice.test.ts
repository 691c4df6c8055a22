import { expect, test } from 'vitest';
import { isAccountNotice } from '../../src/mail/account-notice.ts';

const said = (subject: string, text: string) => isAccountNotice({ subject, text, inReplyTo: [] });

test.each([
  ['Reset your password', 'Hello,\n\nFollow this link to choose a new one:\nhttps://service.example/r/1\n\nThe team'],
  ['Password reset request', 'Use this link: https://service.example/r/1'],
  ['Réinitialisez votre mot de passe', 'Suivez ce lien : https://service.example/r/1'],
  ['Restablezca su contraseña', 'Siga este enlace: https://service.example/r/1'],
])('a service writes of a password: %s', (subject, text) => {
  expect(said(subject, text)).toBe(true);
});

test.each([
  ['Reset your password', 'This is what your portal answers (https://inm.example). Could you open my file by hand?'],
  ['Reset your password', 'Your portal told me so, and I gave up. We need the form in Word.'],
  ['Password reset course', 'We would like a course on it: https://school.example'],
])('a person does: %s, %s', (subject, text) => {
  expect(said(subject, text)).toBe(false);
});
