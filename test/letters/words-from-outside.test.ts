import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compose } from '../../src/letters.ts';
import type { Letter } from '../../src/model/letter.ts';
import { anyText } from '../any-text.ts';
import { composer } from './composer.ts';
import { policy, sample, samples } from './samples.ts';

describe('words from outside', () => {
  const hostile = fc.oneof(
    anyText({ minLength: 1, maxLength: 40 }),
    fc.constantFrom(
      '{{reference}}',
      '{{{institute.name}}}',
      '{{#each this}}',
      '</p><script>alert(1)</script>',
      '"><a href="https://evil.example">',
      "' onmouseover='x",
      '&lt;b&gt;',
      'a\r\nBcc: all@evil.example',
      'a\u2028b\u0085c',
      '\u202Eresrever',
    ),
  );

  test('never become markup, template or header', () => {
    const plain = everythingSaid('x');
    fc.assert(
      fc.property(hostile, (words) => {
        // Never empty, so that the same branches of the template are taken.
        const said = everythingSaid(`x${words}x`);
        said.forEach(({ subject, html }, index) => {
          expect(subject).not.toMatch(/[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]/u);
          expect(tags(html)).toEqual(tags(plain[index]?.html ?? ''));
        });
      }),
      { numRuns: 60 },
    );
  });

  test('are printed as they stand', () => {
    const [request] = everythingSaid('{{reference}} <b>&amp;</b>');
    expect(request?.text).toContain('> {{reference}} <b>&amp;</b>');
    expect(request?.html).toContain('{{reference}} &lt;b&gt;&amp;amp;&lt;/b&gt;');
  });

  test('stay in their own line or quotation of the text part', () => {
    const [request, news] = everythingSaid('one\n\n========\r\ntwo');
    expect(request?.text).toContain('> one\n>\n> ========\n> two\n');
    expect(news?.text).toContain('Quoi de neuf\u00A0: one ======== two\n');
  });

  test('are not repeated without end', () => {
    const [request] = everythingSaid('é😀 '.repeat(400_000));
    expect(request?.html.length).toBeLessThan(40_000);
    expect(request?.text.length).toBeLessThan(20_000);
    expect([...(request?.subject ?? '')].length).toBeLessThanOrEqual(200);
    expect(request?.text).toContain('[…]');
  });

  function everythingSaid(words: string): { subject: string; text: string; html: string }[] {
    const said = {
      ...samples['new-request'],
      subject: words,
      requester: words,
      address: words,
      text: words,
      why: words,
    };
    const findings = [{ label: 'Pays', value: words, evidence: words }];
    const [notice] = samples.digest.notices;
    if (!notice) throw new Error('cannot do without a sample notice');
    const points = notice.points.map((point) => ({ ...point, value: words }));
    const named = { ...notice.notice, organisation: words };
    const [{ localised }] = [samples.acknowledgement];
    const questions = localised.fr?.questions.map((question) => ({ ...question, answer: words }));
    return [
      { ...sample('new-request'), data: { ...said, findings } },
      { ...sample('news'), data: { ...samples.news, what: words, author: words, text: words } },
      { ...sample('command-refused'), data: { ...samples['command-refused'], read: words, why: words } },
      {
        ...sample('digest'),
        data: { ...samples.digest, notices: [{ ...notice, title: words, notice: named, points }] },
      },
      {
        ...sample('acknowledgement', ['fr']),
        data: {
          ...samples.acknowledgement,
          name: words,
          subject: words,
          localised: { fr: { ...localised.fr, questions } },
        },
      },
    ].map((letter) => compose(letter as Letter, composer, policy));
  }
});

/** Tag names and attributes in order; line breaks left out, words from outside may hold some. */
function tags(html: string): string[] {
  return (html.match(/<[^>]*>/g) ?? []).filter((tag) => tag !== '<br>');
}
