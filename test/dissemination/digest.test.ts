import { expect, test } from 'vitest';
import { answerButtons, titleOf } from '../../src/dissemination/notice.ts';
import { compose } from '../../src/letters.ts';
import type { LetterData } from '../../src/model/letter.ts';
import { type Notice, points } from '../../src/model/request.ts';
import { pointTitles } from '../../src/model/wording.ts';
import { composer } from '../letters/composer.ts';
import { policy, sample, toNetwork } from '../letters/samples.ts';

/** Longer than most answers are. */
const words =
  'Formation de douze instructeurs en sauvetage minier souterrain, trois semaines sur place, avec évaluation pratique, manuels en français et suivi à distance pendant six mois; l’équipe compte des francophones et des anglophones, et le centre dispose déjà d’une galerie-école, d’appareils respiratoires et d’un poste de secours.';

function digestOf(count: number) {
  const notices = Array.from({ length: count }, (_, index): LetterData['digest']['notices'][number] => {
    const notice: Notice = {
      reference: `INMQ-2026-${String(index + 1).padStart(4, '0')}`,
      organisation: `Centre de formation aux métiers de la mine n° ${index + 1}`,
      country: 'CI',
      kind: 'school',
      category: 'short',
      points: { needs: words, expectations: words, agreementType: words, resources: words, timeline: words },
    };
    return {
      notice,
      title: titleOf(notice),
      country: 'Côte d’Ivoire',
      kind: 'établissement d’enseignement',
      deadline: '',
      contact: '',
      points: points.map((point) => ({ point, title: pointTitles.fr[point].title, value: words })),
      ...answerButtons(notice.reference, policy),
    };
  });
  const data: LetterData['digest'] = {
    category: 'short',
    numbered: '',
    answerDays: 10,
    shorter: false,
    answerBy: '2026-12-08T04:59:59.999Z',
    notices,
  };
  return compose({ ...sample('digest'), name: 'digest', data }, composer, policy);
}

test('twenty long notices stay below what Gmail clips', () => {
  const { html } = digestOf(20);
  expect(Buffer.byteLength(html)).toBeGreaterThan(50_000);
  expect(Buffer.byteLength(html)).toBeLessThan(102_000);
});

test('a table of contents, then one card for each notice with its three buttons', () => {
  const { html, text } = digestOf(3);
  expect(html.match(/class="piece"/g)).toHaveLength(3);
  expect(html.match(/class="button"/g)).toHaveLength(3);
  expect(html.match(/class="quiet"/g)).toHaveLength(6);
  const [contents = '', ...cards] = text.split(/^(?:\* ){35}\*$/m);
  expect(contents.match(/^- INMQ-2026-000\d · /gm)).toHaveLength(3);
  expect(cards).toHaveLength(3);
  for (const [index, card] of cards.entries()) expect(card).toContain(`[INMQ-2026-000${index + 1}] Intérêt`);
});

test('the words to partners say when one may answer until, and never that a partner received anything', () => {
  for (const name of toNetwork) expect(compose(sample(name, ['fr']), composer, policy).text).not.toMatch(/\bre[çc]u/);
  const { text } = digestOf(1);
  expect(text.replace(/\s+/g, ' ')).toContain('jusqu’au lundi 7 décembre 2026, inclusivement');
  expect(text).not.toMatch(/(?:a|ont) reçu/);
});

/** What mail programs understand; `display:grid`, variables, positions and background images are not among it. */
const supported =
  /^(?:margin|margin-top|margin-bottom|padding|padding-top|border|border-top|border-left|border-radius|border-collapse|background|color|font-size|font-weight|font-family|line-height|max-width|text-align|text-decoration|white-space|overflow-wrap|word-break|display)$/;

test('its inline styles are those that mail programs support', () => {
  const { html } = digestOf(2);
  const declarations = [...html.matchAll(/style="([^"]*)"/g)].flatMap(([, style = '']) =>
    style.split(';').filter(Boolean),
  );
  expect(declarations.length).toBeGreaterThan(20);
  for (const declaration of declarations) {
    const [property = '', value = ''] = declaration.split(':').map((part) => part.trim());
    expect(property).toMatch(supported);
    if (property === 'display') expect(value).toMatch(/^(?:inline-block|block)$/);
    expect(value).not.toMatch(/var\(|calc\(|url\(|rem\b|vw\b/);
  }
});
