import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commands } from '../../src/commands/index.ts';
import { furnish } from './daemon.ts';
import { Desk } from './desk.ts';
import { people } from './people.ts';
import { serversMissing, startServers } from './servers.ts';
import { week } from './week.ts';

const verbs = commands.map(({ names: [verb] }) => verb);

test('every verb has its line in the week', () => {
  expect(week.map(([verb]) => verb).toSorted()).toEqual([...verbs].toSorted());
});

describe.skipIf(serversMissing())('a week at the desk, with the verdicts that the mail server writes', () => {
  let desk: Desk;
  beforeAll(async () => {
    const servers = await startServers();
    // No digest goes out by itself meanwhile.
    desk = new Desk(servers, await furnish(servers, [people.p01, people.p02], '0 0 9 29 2 *'));
    await desk.house.start();
    const raw = await desk.compose('boateng', { subject: 'Mine rescue', text: 'We look for training.' });
    await servers.submit('boateng', raw, [people.info]);
    await desk.arrived('boateng', ({ subject }) => /\[INMQ-\d{4}-0001\]/.test(subject));
    desk.reference = await desk.referenceOf('Mine rescue');
  });
  afterAll(async () => {
    await desk?.house.end();
    await desk?.servers.stop();
  });

  test.each(week)('#%s', async (_, does) => {
    await does(desk);
  });

  test('each verb under a forged From is refused, and the person is told', { timeout: 240_000 }, async () => {
    const before = await desk.shown();
    const outside = async () =>
      Promise.all(
        (['boateng', 'kone', 'p01', 'p02'] as const).map(
          async (person) => (await desk.servers.mailboxOf(person).mails()).length,
        ),
      );
    const letters = await outside();
    const sent: { person: 'mtremblay' | 'dlavoie'; messageId: string; verb: string }[] = [];
    for (const [at, verb] of verbs.entries()) {
      const person = at % 2 ? 'mtremblay' : 'dlavoie';
      const messageId = desk.name();
      const forged = await desk.compose(person, { subject: desk.about(`#${verb}`), text: 'forged', messageId });
      // Straight to our door, or with a login of another domain: signed, but not for the domain of the From.
      if (at % 4 < 2) await desk.servers.deliverSpoofed(forged, { from: people[person], to: [people.info] });
      else await desk.servers.submit('mallory', forged, [people.info]);
      sent.push({ person, messageId, verb });
    }
    for (const { person, messageId, verb } of sent) {
      const { subject, text } = await desk.arrived(person, ({ answers }) => answers === messageId);
      expect([verb, subject, text]).toEqual([verb, 'Rien n’a été changé', expect.stringContaining('falsifié')]);
    }
    const { mails: _, letters: __, ...after } = await desk.shown();
    expect({ ...before, ...after }).toEqual(before);
    expect(await outside()).toEqual(letters);
  });
});
