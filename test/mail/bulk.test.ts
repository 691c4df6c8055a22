import { describe, expect, test } from 'vitest';
import { bulkWhy, listWhy } from '../../src/mail/bulk.ts';
import { triage } from '../../src/reception/triage.ts';
import { circle } from '../reception/circle.ts';
import { mailOf } from './make.ts';

const answer = { inReplyTo: ['<42@inm.example>'] };
const own = ['info@inm.example'];

describe('mail to many', () => {
  test.each([
    ['List-Id', { headers: { 'List-Id': '<news.mines.example>' } }],
    ['Mailing-List', { headers: { 'Mailing-List': 'list x@groups.example; contact y@groups.example' } }],
    [
      'a campaign that answers',
      { inReplyTo: ['<7@n.example>'], headers: { 'List-Unsubscribe': '<https://n.example/u>', 'X-Campaign': '7' } },
    ],
    ['another list of our domain', { headers: { 'List-Id': '<annonces.inm.example>' } }],
    ['one whose name only begins as ours', { headers: { 'List-Id': '<info-mines.inm.example>' } }],
    ['a newsletter through our own group', { headers: { 'List-Id': '<info.inm.example>', 'X-Mailchimp-Id': '7' } }],
  ])('by its list fields: %s', (_, spec) => {
    expect(listWhy(mailOf(spec), own)).toBeTypeOf('string');
  });

  test.each([
    ['Precedence: list, to the list', { to: 'forage@lists.example', headers: { Precedence: 'list' } }],
    [
      'Precedence: bulk, and how to leave',
      { text: 'Les nouvelles du mois.\n\nSe désabonner', headers: { Precedence: 'Bulk' } },
    ],
    [
      'Precedence: bulk, by a program',
      { from: 'no-reply@shop.example', text: 'Your parcel is on its way.', headers: { Precedence: 'bulk' } },
    ],
    [
      'the address and the footer of a newsletter',
      { from: 'infolettre@ville.example', text: 'L’infolettre du mois.\n\nPour vous désabonner, écrivez-nous.' },
    ],
    ['a list server’s envelope', { returnPath: 'forage-bounces+info=inm.example@lists.example' }],
    [
      'a bulletin in an envelope of its own for each',
      {
        from: 'Ville <bulletin@ville.example>',
        text: 'Le conseil se réunit jeudi.',
        returnPath: 'bounces+123-info=inm.example@em.ville.example',
      },
    ],
    ['a list server as sender', { headers: { Sender: 'owner-forage@lists.example' } }],
  ])('by what machines of every sort write: %s', (_, spec) => {
    expect(bulkWhy(mailOf(spec), own)).toBeTypeOf('string');
  });

  test.each([
    ['a plain mail', {}],
    ['Precedence: bulk alone, on a mail to us', { text: 'Voici.', headers: { Precedence: 'bulk' } }],
    ['Precedence: list alone', { text: 'Voici.', headers: { Precedence: 'list' } }],
    ['Precedence: junk, and us in Cc', { to: 'a@x.example', cc: own, headers: { Precedence: 'junk' } }],
    [
      'a form that sends from an address nobody reads',
      {
        from: 'no-reply@site.example',
        text: 'Name: Ama Boateng\nE-mail: ama@mine.example\nMessage: We look for training.',
        headers: { Precedence: 'bulk' },
      },
    ],
    [
      'a person in an envelope of its own for each',
      { from: 'ama@ville.example', returnPath: 'bounces+123-info=inm.example@em.ville.example' },
    ],
    [
      'a person who answers from the bulletin',
      {
        from: 'bulletin@ville.example',
        text: 'Pouvez-vous nous recevoir ?',
        returnPath: 'b-1-info=inm.example@ville.example',
      },
    ],
    ['an answer through a system that adds Precedence', { ...answer, headers: { Precedence: 'bulk' } }],
    [
      'a request through our own group from a service that numbers its mails',
      {
        text: 'We look for training for 12 instructors.',
        headers: { 'List-Id': '<info.inm.example>', 'Feedback-ID': '1.eu-west-1.x:AmazonSES' },
      },
    ],
    [
      'our own group, which passes mail on to us',
      {
        returnPath: 'info+bncBDA@inm.example',
        headers: {
          'List-Id': 'Info <info.inm.example>',
          'List-Post': '<https://groups.google.com/a/inm.example/group/info/post>, <mailto:info@inm.example>',
          'List-Unsubscribe': '<mailto:googlegroups-manage+123+unsubscribe@googlegroups.com>',
          'Mailing-list': 'list info@inm.example; contact info+owners@inm.example',
          'X-Google-Group-Id': '123',
          Precedence: 'list',
        },
      },
    ],
    [
      'our group on a list server',
      { headers: { 'List-Id': '<info.inm.example>', Sender: 'info-bounces@inm.example' } },
    ],
  ])('not %s', (_, spec) => {
    expect([listWhy(mailOf(spec), own), bulkWhy(mailOf(spec), own)]).toEqual([undefined, undefined]);
  });

  test.each(['<info.inm.example.lists.example>', '<x-info.inm.example.net>', '<info.dinm.example>'])(
    'a list that only looks like our group is a list: %s',
    (id) => {
      expect(listWhy(mailOf({ headers: { 'List-Id': id } }), own)).toBeTypeOf('string');
    },
  );
});

/** RFC 3834, 3.1.8: old autoresponders write a Precedence. */
test.each<[string, Parameters<typeof mailOf>[0]]>([
  ['vacation(1)', { subject: 'away from my mail', headers: { Precedence: 'bulk', 'X-Autoreply': 'yes' } }],
  ['a note in words', { subject: 'Absence du bureau', text: 'De retour le 4.', headers: { Precedence: 'bulk' } }],
  [
    'an autoresponder’s title',
    { subject: 'Automatic reply: Demande reçue', text: 'Thank you.', headers: { Precedence: 'junk' } },
  ],
  ['a null sender', { ...answer, returnPath: '', text: 'Merci.', headers: { Precedence: 'bulk' } }],
])('an automatic answer with a Precedence is one: %s', (_, spec) => {
  expect(triage(mailOf(spec), circle)).toMatchObject({ kind: 'automatic', answerable: false });
});
