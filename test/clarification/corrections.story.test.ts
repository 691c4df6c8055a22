import { beforeEach, describe, expect, test } from 'vitest';
import { questionnaireBody } from '../../src/clarification/questionnaire.ts';
import { ama, command, desk, last, officer, only, opened, reply, request } from '../correspondence.ts';
import { written } from '../world.ts';

const oneLine = (text: string) => text.replace(/\s+/g, ' ');
const says = async (text: string) => {
  desk.world.clock.pass(3_600_000);
  await desk.world.arrives(desk.clerk, await reply(ama, text));
};
/** All that was ever answered, with its source, in the order of the record. */
const onRecord = async () => {
  const found: string[] = [];
  for await (const { payload } of desk.world.journal.read(0))
    for (const event of payload?.events ?? [])
      if (event.kind === 'point-answered') found.push(`${event.point} ${event.author}: ${event.value}`);
  return found;
};

beforeEach(async () => {
  await opened();
  await desk.world.arrives(desk.clerk, await written(request));
});

describe('an answer', () => {
  test('is not replaced by a list of people, nor does it hold the signature below it', async () => {
    await says('Nature of the needs: Mine rescue.\n\nAma Boateng\nDean, Tarkwa Gold Technical University');
    await says('Who will come:\n1. Ama Boateng\n2. Kofi Mensah, training\n3. Yaw Asante');
    await says('1. Training in rescue\n2. A certificate\n3. MoU');
    expect(await onRecord()).toEqual([
      `needs ${ama}: Mine rescue.`,
      `expectations ${ama}: A certificate`,
      `agreementType ${ama}: MoU`,
    ]);
  });

  test('holds neither who signs, known or not, nor what is said below', async () => {
    await says('Needs: drilling\nAma B.');
    await says('Timeline: 2027\n\nKofi Mensah\nRegistrar\n\nP.S. Call Yaw Asante at +233 24 123 4567.');
    await says('Resources: CAD 100,000\nMarie Tremblay');
    expect(await onRecord()).toEqual([
      `needs ${ama}: drilling`,
      `timeline ${ama}: 2027`,
      `resources ${ama}: CAD 100,000`,
    ]);
  });

  test('does not hold what stands under a title of their own: staff is told of it, and the point is asked', async () => {
    await says('- Needs: drilling\n- Expectations: a certificate\n- Helmets: ours\n- Timeline: 2027');
    expect(await onRecord()).toEqual([
      `needs ${ama}: drilling`,
      `expectations ${ama}: a certificate`,
      `timeline ${ama}: 2027`,
    ]);
    expect(oneLine((await last(officer)).text)).toContain('Titre à classer : « - Helmets: ours »');
    expect(oneLine((await last(ama)).text)).toContain('Still to be clarified');
  });

  test('over several mails, corrected by its author and then by staff, keeps every value with its source', async () => {
    await says('Nature of the needs: Mine rescue for 12 instructors.');
    await says('Timeline: May 2027');
    await says('Nature of the needs: Mine rescue for 14 instructors.');
    const theirs = only().points.needs?.mail;
    await command(officer, '#clarifier', 'Nature des besoins : sauvetage minier, 14 personnes, à Tarkwa');
    expect(await onRecord()).toEqual([
      `needs ${ama}: Mine rescue for 12 instructors.`,
      `timeline ${ama}: May 2027`,
      `needs ${ama}: Mine rescue for 14 instructors.`,
      'needs mtremblay: sauvetage minier, 14 personnes, à Tarkwa',
    ]);
    expect(only().points.needs).toMatchObject({
      value: 'sauvetage minier, 14 personnes, à Tarkwa',
      author: 'mtremblay',
    });
    expect(only().points.needs?.mail).not.toBe(theirs);
    expect(only().points.timeline).toMatchObject({ value: 'May 2027', author: ama });
    const told = oneLine((await last(officer)).text);
    expect(told).toContain('Mine rescue for 14 instructors.');
    expect(told).toContain('sauvetage minier, 14 personnes, à Tarkwa');
    expect((await desk.world.open()).register).toEqual(desk.clerk.register);
  });

  test('of theirs does not undo what staff corrected when their program quotes it once more', async () => {
    await says('Nature of the needs: Mine rescue for 12 instructors.');
    await command(officer, '#clarifier', 'Nature des besoins : sauvetage minier');
    for (const quote of [
      'On Mon, Nov 23, 2026 at 11:00 AM Ama Boateng wrote:\n> Nature of the needs: Mine rescue for 12 instructors.\n> Timeline: 2027\n',
      'On Mon, Nov 23, 2026 at 11:00 AM Ama Boateng wrote:\n> Nature of the needs\n> Mine rescue for 12 instructors.\n> Timeline\n> 2027\n',
      `-----Original Message-----\nFrom: Ama Boateng <${ama}>\nSent: Monday\n\nNature of the needs: Mine rescue for 12 instructors.\nTimeline: 2027\n`,
    ]) {
      await says(`Thank you, see you soon.\n\n${quote}`);
      expect(only().points.needs?.value).toBe('sauvetage minier');
    }
  });
});

describe('#clarifier reads', () => {
  test.each<[string, string, Record<string, string | false>]>([
    ['titles', 'Nature des besoins : forage\nAttentes : un diplôme', { needs: 'forage', expectations: 'un diplôme' }],
    ['numbers', '1. forage\n4. 180 000 $, votés', { needs: 'forage', resources: '180 000 $, votés' }],
    ['« sans objet »', 'Ressources : sans objet, don\nÉchéancier : s.o.', { resources: false, timeline: false }],
    [
      'other languages',
      'Resources: CAD 175 000\nCalendario: mayo de 2027',
      { resources: 'CAD 175 000', timeline: 'mayo de 2027' },
    ],
    [
      'answers of several lines',
      'Attentes\nun diplôme\n- trois visites\n\nÉchéancier\nmai',
      { expectations: 'un diplôme\n- trois visites', timeline: 'mai' },
    ],
    [
      'the form of its button, partly filled',
      questionnaireBody('fr', {}).replace('5. Échéancier préliminaire\n', '5. Échéancier préliminaire\nmai 2027\n'),
      { timeline: 'mai 2027' },
    ],
  ])('%s', async (_form, body, expected) => {
    await command(officer, '#clarifier', `${body}\n\n-- \nMarie Tremblay\nConseillère`);
    const told = Object.entries(only().points).map(([point, answer]) => [point, answer?.applies && answer.value]);
    expect(Object.fromEntries(told)).toEqual(expected);
    expect(only().status).toBe('clarifying');
  });

  test.each(['', 'Elle veut du forage.', questionnaireBody('fr', {})])(
    'nothing in « %s », and says so',
    async (body) => {
      await command(officer, '#clarifier', body);
      expect(only().points).toEqual({});
      expect(oneLine((await last(officer)).text)).toContain('Aucune des cinq précisions n’a été reconnue');
    },
  );
});
