import { expect, test } from 'vitest';
import { glued } from '../../src/letters/spaces.ts';
import { compose } from '../../src/letters.ts';
import { command } from '../dissemination/release.ts';
import { FakeWorld, written } from '../world.ts';
import { composer } from './composer.ts';
import { letterNames, policy, sample } from './samples.ts';

const officer = 'mtremblay@greffier.test';

/** Places where a line could end before the punctuation of its word, outside of what other people wrote. */
function loose({ subject, text = '', html = '' }: { subject: string; text?: string; html?: string }): string[] {
  const own = text.split('\n').filter((line) => !line.startsWith('> '));
  const shown = html
    .replace(/<style>[\s\S]*?<\/style>|<blockquote[\s\S]*?<\/blockquote>|<code[\s\S]*?<\/code>|<h3[\s\S]*?<\/h3>/g, '')
    .split(/<[^>]*>/);
  return [subject, ...own, ...shown].filter((piece) => / [:?!»](?:\s|$)|« /m.test(piece));
}

test.each(letterNames)('%s keeps French punctuation on the line of its word', (name) => {
  expect(loose(compose(sample(name, ['fr']), composer, policy))).toEqual([]);
});

test.each(['meeting-confirmed', 'meeting-changed', 'meeting-proposal'] as const)(
  '%s keeps the place of a time on one line',
  (name) => {
    const html = compose(sample(name, ['fr']), composer, policy).html ?? '';
    const places = html.match(/\(Val-d’Or,\sUTC−5\)/g) ?? [];
    expect(places.length).toBeGreaterThan(0);
    expect(html.match(/<span style="white-space:nowrap">\(Val-d’Or,\sUTC−5\)<\/span>/g)).toHaveLength(places.length);
  },
);

test('so do the words that commands print', async () => {
  const world = new FakeWorld();
  const clerk = await world.open();
  const text = 'Bonjour,\n\nnous cherchons : une formation « sur mesure » ?\n';
  await world.arrives(clerk, await written({ from: 'Awa <awa@org.example>', subject: 'Formation : forage', text }));
  const subjects = ['#prendre', '#statut', '#aide', '#catgorie', '#diffuser', '#fermer', '#scinder 9', '#attente'];
  for (const verb of subjects) await command(world, clerk, officer, `[INMQ-2026-0001] ${verb}`);
  await command(world, clerk, officer, '#liste');
  const letters = await world.lettersTo(officer);
  expect(letters).toHaveLength(subjects.length + 2);
  expect(letters.flatMap(loose)).toEqual([]);
});

test.each([
  ['Objet : x', 'Objet\u00A0: x'],
  ['« oui »; non', '«\u00A0oui\u00A0»; non'],
  ['un :smile: et 10 :30', 'un :smile: et 10 :30'],
  ['“yes”: no', '“yes”: no'],
])('%j reads %j', (content, expected) => expect(glued(content)).toBe(expected));
