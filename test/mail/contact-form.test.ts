import { describe, expect, test } from 'vitest';
import { authorOf } from '../../src/mail/contact-form.ts';
import { triage } from '../../src/reception/triage.ts';
import { circle } from '../reception/circle.ts';
import { mailOf } from './make.ts';

const own = ['info@inm.example'];
const generated = { headers: { 'Auto-Submitted': 'auto-generated' } };
const fields = 'Nom : Awa Traoré\nCourriel : awa@mine-ci.example\nMessage : nous cherchons une formation de foreurs.';

type Spec = Parameters<typeof mailOf>[0];

describe('who wrote through a form', () => {
  test.each<[string, Spec, string, answerable: boolean]>([
    ['ours, the visitor in Reply-To', { from: own, replyTo: 'awa@mine-ci.example' }, 'awa@mine-ci.example', true],
    ['ours, the visitor in the text', { from: own, text: fields }, 'awa@mine-ci.example', true],
    ['ours, which says that it is a program', { from: own, text: fields, ...generated }, 'awa@mine-ci.example', true],
    [
      'ours, the address in the line below its label',
      {
        from: own,
        text: 'Full name:\nAma Boateng\n\nE-mail address:\nama@tgtu.example\n\nMessage:\nTraining, please.',
      },
      'ama@tgtu.example',
      true,
    ],
    [
      'a group that writes in our name',
      { from: own, headers: { 'List-Id': '<info.inm.example>', 'X-Original-From': 'Ama Boateng <ama@tgtu.example>' } },
      'ama@tgtu.example',
      true,
    ],
    [
      'of another site, the visitor in Reply-To',
      { from: 'wordpress@mines.example', replyTo: 'awa@mine-ci.example', text: fields },
      'awa@mine-ci.example',
      true,
    ],
    [
      'of another site, which says that it is a program',
      { from: 'site@mines.example', replyTo: 'awa@mine-ci.example', text: fields, ...generated },
      'awa@mine-ci.example',
      false,
    ],
    // A letter to an address that anybody can type there would annoy a third person.
    [
      'of another site, the visitor in the text only',
      { from: 'www-data@mines.example', text: fields },
      'awa@mine-ci.example',
      false,
    ],
  ])('%s', (_, spec, author, answerable) => {
    const mail = mailOf(spec);
    expect(authorOf(mail, own)).toMatchObject({ address: author });
    expect(triage(mail, circle)).toMatchObject({ kind: 'request', answerable });
  });

  test.each<[string, Spec]>([
    [
      'a person whose signature names another address',
      { text: 'Bonjour.\n\nAwa\nTél. : 514 555-0100\nCourriel : awa@gmail.example' },
    ],
    [
      'an office with a signature',
      { from: 'contact@mines.example', text: 'Bonjour.\n\nTél. : 514 555-0100\nCourriel : mines@gmail.example' },
    ],
    ['a person who wants the answer elsewhere', { replyTo: 'awa@gmail.example' }],
    [
      'a program that names its own address',
      { from: 'noreply@mines.example', text: 'Nom : Mines\nCourriel : aide@mines.example' },
    ],
    ['an answer to our letter', { from: own, replyTo: 'awa@mine-ci.example', inReplyTo: ['<42@inm.example>'] }],
  ])('is the From: %s', (_, spec) => {
    expect(authorOf(mailOf(spec), own)).toBeUndefined();
  });

  test('our own addresses are no visitor', () => {
    const text = 'Name: INM\nE-mail: info@inm.example\nMessage: test';
    expect(authorOf(mailOf({ from: own, replyTo: own, text }), own)).toBeUndefined();
  });
});

describe('what the rule of an Exchange mailbox sends', () => {
  const rule = {
    'Auto-Submitted': 'auto-generated',
    'X-MS-Exchange-Generated-Message-Source': 'Mailbox Rules Agent',
  };

  test('passed on to us is what somebody wrote', () => {
    const mail = mailOf({ headers: { ...rule, 'X-MS-Exchange-Inbox-Rules-Loop': 'paul@ministere.example' } });
    expect(triage(mail, circle)).toMatchObject({ kind: 'request', answerable: true });
  });

  test.each<[string, Spec]>([
    [
      'the rule of the author’s own mailbox',
      { headers: { ...rule, 'X-MS-Exchange-Inbox-Rules-Loop': 'k.amani@mines-ci.example' } },
    ],
    [
      'an absence note passed on',
      {
        subject: 'Automatic reply: Demande reçue',
        text: 'I am away.',
        headers: { ...rule, 'X-MS-Exchange-Inbox-Rules-Loop': 'paul@ministere.example' },
      },
    ],
    [
      'a program’s own answer passed on',
      {
        headers: {
          ...rule,
          'Auto-Submitted': 'auto-replied',
          'X-MS-Exchange-Inbox-Rules-Loop': 'paul@ministere.example',
        },
      },
    ],
  ])('is a machine’s: %s', (_, spec) => {
    expect(triage(mailOf(spec), circle)).toMatchObject({ kind: 'automatic', answerable: false });
  });
});
