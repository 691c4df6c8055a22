import { describe, expect, test } from 'vitest';
import { plain } from '../../src/model/plain.ts';
import { withoutRefused } from '../../src/reception/refused.ts';

const left = (text: string) => withoutRefused(plain(text)).replace(/\s+/g, ' ').trim();

describe('what a writer does not want', () => {
  test.each<[text: string, gone: string[], stays: string[]]>([
    ['Nous n’avons pas besoin de stages, mais d’une visite.', ['stages'], ['visite']],
    ['Nous n’avons plus besoin d’un simulateur.', ['simulateur'], []],
    ['Nous ne cherchons pas de stages; nous voulons une visite.', ['stages'], ['visite']],
    ['Nous ne souhaitons ni stages ni visite.', ['stages', 'visite'], []],
    ['Il n’est pas question de bourse.', ['bourse'], []],
    ['Il ne s’agit pas d’un stage, nous proposons une recherche.', ['stage'], ['recherche']],
    ['Une visite plutôt que des stages.', ['stages'], ['visite']],
    ['Une visite, pas de stages.', ['stages'], ['visite']],
    ['We do not need simulators. We look for internships.', ['simulators'], ['internships']],
    ['We don’t need funding, we need advice.', ['funding'], ['advice']],
    ['We are not looking for internships, but for training.', ['internships'], ['training']],
    ['Rather than a scholarship we look for research.', ['scholarship'], ['research']],
    ['No simulators, please: only training.', ['simulators'], ['training']],
    ['There is no need for a visit.', ['visit'], []],
    ['No necesitamos capacitación ni simuladores, solo una visita.', ['capacitacion', 'simuladores'], ['visita']],
    ['No nos interesan las becas.', ['becas'], []],
    ['Não precisamos de simuladores; queremos estágios.', ['simuladores'], ['estagios']],
    ['لا نحتاج إلى تدريب بل إلى زيارة', ['تدريب'], ['زيارة']],
  ])('%s', (text, gone, stays) => {
    for (const word of gone) expect(left(text)).not.toContain(word);
    for (const word of stays) expect(left(text)).toContain(word);
  });

  test.each([
    'Nous n’avons pas de simulateurs.',
    'Nous n’avons pas encore de simulateurs.',
    'Nous avons non seulement besoin de simulateurs, mais aussi de formateurs.',
    'Nous ne cherchons pas seulement des stages.',
    'Sans formation de formateurs, notre centre ne peut ouvrir.',
    'We have no training programme for blasters.',
    'We not only need simulators but also training.',
    'We do not just want a visit.',
    'No later than May we need training.',
    'No budget yet for training.',
    'No tenemos simuladores.',
    'No solo necesitamos capacitación.',
    'Pas de budget pour le moment.',
    'لا توجد ميزانية حاليا',
  ])('%s: it may be wanted', (text) => {
    expect(left(text)).toBe(plain(text));
  });
});
