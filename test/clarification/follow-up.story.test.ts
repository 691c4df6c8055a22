import { beforeEach, describe, expect, test } from 'vitest';
import type { Clerk } from '../../src/clerk.ts';
import { isBusinessDay } from '../../src/model/calendar.ts';
import { usualFollowUp } from '../../src/model/policy.ts';
import { FakeWorld, written } from '../world.ts';
import { calendarOf } from './calendar-client.ts';

const kouadio = 'k.amani@mines-ci.example';
const host = 'mtremblay@greffier.test';
const genuine = { 'Authentication-Results': 'mx.inm.example; dmarc=pass header.from=greffier.test' };
const hour = 3_600_000;
const monday = '2026-11-23';

let world: FakeWorld;
let clerk: Clerk;
beforeEach(async () => {
  world = new FakeWorld();
  clerk = await world.open();
  const text =
    'Madame,\n\nnous souhaitons un protocole d’entente.\n\nKouadio Amani\nMinistère des Mines, Côte d’Ivoire';
  await world.arrives(clerk, await written({ from: `Kouadio Amani <${kouadio}>`, subject: 'Entente', text }));
});

const request = () => {
  const [only] = clerk.register.requests.values();
  if (!only) throw new Error('nothing is registered');
  return only;
};
/** Letters to the requester after the first, by name and day. */
const told = () =>
  [...clerk.register.letters.values()]
    .filter((letter) => letter.to.address === kouadio && letter.letter !== 'acknowledgement')
    .map((letter) => `${letter.at.slice(0, 10)} ${letter.letter}`);
/** Every hour of so many days. */
async function live(days: number, each: () => Promise<void> = async () => {}): Promise<void> {
  for (let passed = 0; passed < days * 24; passed++) {
    world.clock.pass(hour);
    await each();
    await world.work(clerk);
    await clerk.followAgenda();
    await clerk.sendDue();
  }
}
/** So many business days after Monday, 23 November 2026, by counting alone. */
function businessDay(count: number): string {
  const date = new Date(`${monday}T12:00:00Z`);
  for (let left = count; left > 0; ) {
    date.setUTCDate(date.getUTCDate() + 1);
    if (isBusinessDay(date, 'America/Toronto')) left -= 1;
  }
  return date.toISOString().slice(0, 10);
}

describe('a requester who does not answer', () => {
  test('is reminded after 7 and 14 business days, and at 30 the request goes to rest; nothing after that', async () => {
    await live(80);
    expect(told()).toEqual([
      `${businessDay(7)} follow-up`,
      `${businessDay(14)} follow-up`,
      `${businessDay(30)} dormant`,
    ]);
    expect(request().status).toBe('dormant');
    const [first, second] = (await world.lettersTo(kouadio)).slice(1);
    expect(first?.text).toContain('Nous n’avons pas encore reçu votre réponse');
    expect(first?.text).not.toContain('dormance');
    expect(second?.text).toContain('dormance');
    expect(first?.inReplyTo).toHaveLength(1);
  });

  test('who asks for itself alone owes no answer', async () => {
    const patrick = 'p.ilunga@mail.example';
    const text = 'Bonjour,\n\nje suis étudiant à Kolwezi. Je cherche une bourse.\n\nPatrick Ilunga';
    await world.arrives(clerk, await written({ from: patrick, subject: 'Bourse', text }));
    await live(20);
    const letters = [...clerk.register.letters.values()].filter(({ to }) => to.address === patrick);
    expect(letters.map(({ letter }) => letter)).toEqual(['orientation']);
  });

  test('wakes the request by any answer, and time runs anew from the letter after it', async () => {
    await live(60);
    expect(request().status).toBe('dormant');
    const subject = `[${request().reference}] Précisions`;
    const text = '1. Nature des besoins\nFormation de formateurs.';
    await world.arrives(clerk, await written({ from: kouadio, subject, text }));
    expect(request().status).toBe('clarifying');
    expect(told().at(-1)).toContain('questionnaire');
    await live(13);
    expect(told().at(-1)).toContain('follow-up');
  });

  describe('wakes the request by an invitation of their own', () => {
    const content = [
      ...[
        'BEGIN:VCALENDAR',
        'PRODID:-//x//EN',
        'VERSION:2.0',
        'METHOD:REQUEST',
        'BEGIN:VEVENT',
        'UID:abc@mines-ci.example',
      ],
      ...['DTSTAMP:20261123T120000Z', 'DTSTART:20270311T140000Z', `ORGANIZER:mailto:${kouadio}`, 'SUMMARY:Entente'],
      ...['END:VEVENT', 'END:VCALENDAR', ''],
    ].join('\r\n');
    const icalEvent = { method: 'REQUEST', content };
    const toldHost = async () => (await world.lettersTo(host)).at(-1)?.text.replace(/\s+/g, ' ');
    beforeEach(async () => {
      await live(60);
      expect(request().status).toBe('dormant');
    });

    test.each(['', 'Je vous propose ce moment.', 'Pourrions-nous nous voir ?'])(
      'in the thread, beside « %s »',
      async (text) => {
        const answers = (await world.lettersTo(kouadio)).at(-1);
        const mail = { from: kouadio, subject: 'Re: Entente', text, icalEvent, ...(answers && { answers }) };
        await world.arrives(clerk, await written(mail));
        expect(request().status).toBe('clarifying');
        expect(await toldHost()).toContain('Moment proposé : jeudi 11 mars 2027, 9 h 00 (Val-d’Or');
        expect((await toldHost())?.match(/Moment proposé/g)).toHaveLength(1);
        expect(await toldHost()).toContain('#rencontre confirmer 2027-03-11 09:00');
      },
    );

    test('without a thread', async () => {
      await world.arrives(clerk, await written({ from: kouadio, subject: 'Rencontre', text: '', icalEvent }));
      expect(request().status).toBe('clarifying');
      expect(await toldHost()).toContain('Moment proposé : jeudi 11 mars 2027, 9 h 00 (Val-d’Or');
    });

    test('but not by that of somebody else', async () => {
      await world.arrives(
        clerk,
        await written({ from: 'other@mines-bf.example', subject: 'Rencontre', text: '', icalEvent }),
      );
      const [first] = clerk.register.requests.values();
      expect(first?.status).toBe('dormant');
    });
  });

  test('is not reminded once an answer came, even one that only people can read', async () => {
    await live(8);
    await world.arrives(
      clerk,
      await written({ from: kouadio, subject: `Re: [${request().reference}]`, text: 'Nous y travaillons encore.' }),
    );
    await live(60);
    expect(told()).toEqual([]);
    expect(request().status).not.toBe('dormant');
  });

  test('is reminded in spite of an absence note: that is no answer', async () => {
    const [answers] = await world.lettersTo(kouadio);
    const headers = { 'Auto-Submitted': 'auto-replied' };
    const away = { from: kouadio, subject: 'Absence', text: 'De retour le 4.', headers };
    await world.arrives(clerk, await written({ ...away, ...(answers && { answers }) }));
    await live(15);
    expect(told()).toEqual([`${businessDay(7)} follow-up`]);
  });

  test('is left alone while staff has set the request aside, or has a meeting with them', async () => {
    await world.arrives(
      clerk,
      await written({
        from: host,
        subject: `[${request().reference}] #attente 2027-01-15`,
        text: '',
        headers: genuine,
      }),
    );
    await live(20);
    expect(told()).toEqual([]);
    await world.arrives(
      clerk,
      await written({
        from: host,
        subject: `[${request().reference}] #rencontre confirmer 2027-01-20 10 h`,
        text: '',
        headers: genuine,
      }),
    );
    await live(35);
    expect(told().map((line) => line.slice(11))).toEqual(['meeting-confirmed']);
  });

  test.each([
    ['a Sunday', '2026-12-20', '2026-12-21'],
    ['a working day', '2026-12-22', '2026-12-22'],
    ['a holiday before a weekend', '2026-12-25', '2026-12-28'],
  ])('is reminded at the hour of the first letter when it was set aside until %s', async (_, until, day) => {
    const subject = `[${request().reference}] #attente ${until}`;
    await world.arrives(clerk, await written({ from: host, subject, text: '', headers: genuine }));
    await live(40);
    const [first] = [...clerk.register.letters.values()].filter(({ letter }) => letter === 'follow-up');
    expect(first?.at).toBe(`${day}T15:00:00.000Z`);
  });

  test('hears each reminder once, also when the clerk was away for weeks, and never two at a time', async () => {
    world.clock.pass(40 * 24 * hour);
    clerk = await world.open();
    await live(1);
    expect(told()).toHaveLength(1);
    clerk = await world.open();
    await clerk.followAgenda();
    await clerk.followAgenda();
    expect(told()).toHaveLength(1);
    await live(60);
    expect(told().map((line) => line.slice(11))).toEqual(['follow-up', 'follow-up', 'dormant']);
    const days = told().map((line) => Date.parse(line.slice(0, 10)));
    expect((days[1] ?? 0) - (days[0] ?? 0)).toBeGreaterThanOrEqual(7 * 24 * hour);
  });

  test('whose answer waits in the inbox while the clerk starts is not reminded', async () => {
    world.clock.pass(15 * 24 * hour);
    world.mailbox.deliver(
      await written({
        from: kouadio,
        subject: `Re: [${request().reference}]`,
        text: 'Voici nos réponses en pièce jointe.',
      }),
    );
    clerk = await world.open();
    await clerk.followAgenda();
    await world.work(clerk);
    await clerk.followAgenda();
    expect(told()).toEqual([]);
  });
});

describe('a meeting', () => {
  const meets = async (when: string) => {
    const subject = `[${request().reference}] #rencontre confirmer ${when}`;
    await world.arrives(clerk, await written({ from: host, subject, text: '', headers: genuine }));
  };

  test('is recalled at nine in the morning in Abidjan the day before, once; then the host is asked for the minutes', async () => {
    await meets('2026-12-03 10 h');
    await live(20);
    const letters = [...clerk.register.letters.values()];
    const recalled = letters.filter(({ letter }) => letter === 'meeting-reminder');
    expect(recalled.map(({ at, to }) => [at, to.address])).toEqual([['2026-12-02T09:00:00.000Z', kouadio]]);
    const minutes = letters.filter(({ letter }) => letter === 'minutes');
    expect(minutes.map(({ at, to }) => [at.slice(0, 13), to.address])).toEqual([['2026-12-03T16', host]]);
    const form = (await world.lettersTo(host)).find(({ subject }) => subject.includes('Compte rendu'))?.text ?? '';
    expect(form).toContain('Nature des besoins');
  });

  test('that is moved is recalled for its new day only', async () => {
    await meets('2026-12-03 10 h');
    const subject = `[${request().reference}] #rencontre reporter 2026-12-08 10 h`;
    await world.arrives(clerk, await written({ from: host, subject, text: '', headers: genuine }));
    await live(20);
    const at = [...clerk.register.letters.values()].flatMap((each) =>
      each.letter === 'meeting-reminder' ? each.at : [],
    );
    expect(at).toEqual(['2026-12-07T09:00:00.000Z']);
  });

  test('that the requester took out of their calendar is not recalled to them', async () => {
    await meets('2026-12-03 10 h');
    const invitation = calendarOf((await world.lettersTo(kouadio)).at(-1));
    const icalEvent = { method: 'CANCEL', content: invitation.replace(/METHOD:\w+/, 'METHOD:CANCEL') };
    await world.arrives(clerk, await written({ from: kouadio, subject: 'Annulé', text: '', icalEvent }));
    expect(request().meeting?.answers).toEqual({ [kouadio]: 'DECLINED' });
    await live(20);
    expect(told().filter((each) => each.endsWith('meeting-reminder'))).toEqual([]);
  });

  test.each([
    [60, '2026-12-03T13:30:00Z', 1],
    [60, '2026-12-03T14:15:00Z', 0],
    [30, '2026-12-03T14:15:00Z', 1],
    [180, '2026-12-03T13:30:00Z', 0],
  ])(
    'is recalled late after a time without the clerk, up to %i minutes before (at %s: %i)',
    async (least, at, times) => {
      await meets('2026-12-03 10 h');
      world.policy = { ...world.policy, followUp: { ...usualFollowUp, dayBeforeLeastMinutes: least } };
      world.clock.at = new Date(at);
      clerk = await world.open();
      await clerk.followAgenda();
      await clerk.sendDue();
      expect(told().filter((each) => each.endsWith('meeting-reminder'))).toHaveLength(times);
    },
  );

  test('that was agreed on at the hour of its reminder, or later, needs none', async () => {
    world.clock.at = new Date('2026-12-02T09:00:00Z');
    await meets('2026-12-03 10 h');
    await live(2);
    expect(told().filter((each) => each.endsWith('meeting-reminder'))).toEqual([]);
  });

  test('that was agreed on this morning needs no reminder, nor one that is over', async () => {
    await meets('2026-11-24 9 h');
    world.clock.pass(5 * 24 * hour);
    clerk = await world.open();
    await live(2);
    const names = [...clerk.register.letters.values()].map(({ letter }) => letter);
    expect(names).not.toContain('meeting-reminder');
    expect(names.filter((name) => name === 'minutes')).toHaveLength(1);
  });

  test('that was cancelled is neither recalled nor minuted', async () => {
    await meets('2026-12-03 10 h');
    const subject = `[${request().reference}] #rencontre annuler`;
    await world.arrives(clerk, await written({ from: host, subject, text: '', headers: genuine }));
    await live(12);
    const names = [...clerk.register.letters.values()].map(({ letter }) => letter);
    expect(names).not.toContain('meeting-reminder');
    expect(names).not.toContain('minutes');
  });
});
