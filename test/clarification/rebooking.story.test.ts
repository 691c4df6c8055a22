import { beforeEach, describe, expect, test } from 'vitest';
import { asksToMove, callsOff } from '../../src/clarification/moving-words.ts';
import { ama, desk, last, officer, only, opened, reply, request } from '../correspondence.ts';
import { written } from '../world.ts';
import { calendarOf, property } from './calendar-client.ts';

const says = async (text: string) => {
  desk.world.clock.pass(600_000);
  await desk.world.arrives(desk.clerk, await reply(ama, text));
};
const theirs = () => desk.world.lettersTo(ama);
const oneLine = (text: string) => text.replace(/\s+/g, ' ');

/** The first commands that staff is offered. */
const offered = async () => {
  const { html } = await last(officer);
  return [...(html ?? '').matchAll(/href="mailto:[^"]*subject=([^"&]*)/g)]
    .flatMap(([, subject = '']) => /#rencontre \w+/.exec(decodeURIComponent(subject)) ?? [])
    .slice(0, 2);
};

beforeEach(async () => {
  await opened();
  await desk.world.arrives(desk.clerk, await written(request));
  await says('Slot 1, please.');
});

describe('who has a meeting', () => {
  test('and picks another of the slots gets it, as a change in both calendars', async () => {
    const { uid, start } = only().meeting ?? {};
    expect(start).toBe(only().slots[0]?.start);
    await says('Sorry, slot 3 please.');
    expect(only().meeting).toMatchObject({ uid, sequence: 1, start: only().slots[2]?.start, answers: {} });
    for (const address of [ama, officer]) {
      const letters = await desk.world.lettersTo(address);
      const changed = calendarOf(
        letters.findLast(({ parts }) => parts.some((part) => part.contentType === 'text/calendar')),
      );
      expect(changed).toContain('METHOD:REQUEST');
      expect([property(changed, 'UID'), property(changed, 'SEQUENCE')]).toEqual([uid, '1']);
    }
    expect((await last(ama)).subject).toContain('Rencontre déplacée');
    expect(oneLine((await last(officer)).text)).toContain('déplacée par le demandeur');
  });

  test('and picks it once more changes nothing', async () => {
    const before = (await theirs()).length;
    await says('Slot 1 it is, see you then.');
    expect(only().meeting?.sequence).toBe(0);
    expect(await theirs()).toHaveLength(before);
  });

  test.each(['Slot 2 or slot 3.', 'Is slot 2 still available?', 'Not slot 2.'])(
    'and is not clear (« %s ») is asked, and the meeting stands',
    async (text) => {
      const before = (await theirs()).length;
      await says(text);
      expect(only().meeting?.sequence).toBe(0);
      expect(await theirs()).toHaveLength(before + 1);
      expect(oneLine((await last(ama)).text)).toContain('la rencontre reste fixée au moment convenu');
      expect(oneLine((await last(officer)).text)).toContain('déjà fixée');
    },
  );

  test.each([
    'Finalement la plage 3.',
    'Slot 3 instead, please.',
    'Finally we prefer slot 3.',
    'Mejor el horario 3.',
    'Plutôt la plage 3, merci.',
  ])('and changes it plainly gets the other: « %s »', async (text) => {
    await says(text);
    expect(only().meeting).toMatchObject({ start: only().slots[2]?.start, sequence: 1 });
  });

  test.each([
    'We must cancel the meeting.',
    'Nous devons annuler la rencontre.',
    'Debemos cancelar la reunión.',
    'Sorry, we have to cancel.',
  ])('and calls it off is for people to settle: « %s »', async (text) => {
    const before = (await theirs()).length;
    for (let mail = 0; mail < 2; mail++) {
      await says(text);
      expect(only().meeting?.sequence).toBe(0);
      // Once: the rest is between people.
      expect(await theirs()).toHaveLength(before + 1);
      expect((await last(ama)).subject).toMatch(/^\[INMQ-2026-0001\] Au sujet de la rencontre \/ About the meeting$/);
      expect(oneLine((await last(officer)).text)).toContain('la rencontre est à annuler');
      expect(await offered()).toEqual(['#rencontre annuler', '#rencontre reporter']);
    }
    const letter = oneLine((await last(ama)).text);
    expect(letter).toContain('the meeting stays at the time agreed on');
    expect(letter).toContain('someone from our team will read your message');
    expect(letter).not.toContain('We have no other time to offer');
  });

  test('and cannot come is shown the open slots; staff may move the meeting or call it off by one click', async () => {
    await says('I cannot come.');
    expect(only().meeting?.sequence).toBe(0);
    expect(oneLine((await last(ama)).text)).toContain('the meeting stays at the time agreed on');
    expect(oneLine((await last(officer)).text)).toContain('souhaite déplacer la rencontre');
    expect(await offered()).toEqual(['#rencontre reporter', '#rencontre annuler']);
  });

  test('and asks for another time is shown the open slots, and the meeting stands', async () => {
    await says('Could we reschedule the meeting?');
    expect(only().meeting?.sequence).toBe(0);
    expect(only().slots).toHaveLength(3);
    const letter = oneLine((await last(ama)).text);
    expect(letter).toContain('the meeting stays at the time agreed on');
    expect(letter).toContain('2 · Wednesday');
    expect(letter).not.toContain('1 · Tuesday');
    await says('Slot 2');
    expect(only().meeting).toMatchObject({ sequence: 1, start: only().slots[1]?.start });
  });

  test('and picks a slot that another has taken keeps the meeting, and is shown what is open', async () => {
    const [, second] = only().slots;
    const taken = { start: new Date(second?.start ?? ''), end: new Date(second?.end ?? '') };
    const { meeting } = desk.world.policy;
    desk.world.policy = { ...desk.world.policy, meeting: { ...meeting, busy: { times: [taken], unread: [] } } };
    desk.clerk = await desk.world.open();
    await says('Slot 2 please.');
    expect(only().meeting?.start).toBe(only().slots[0]?.start);
    expect(oneLine((await last(ama)).text)).toContain('no longer free');
  });

  test('reads the same when the record is opened again', async () => {
    await says('Slot 3 please.');
    const again = await desk.world.open();
    expect(again.register).toEqual(desk.clerk.register);
  });
});

describe('a wish to move the meeting', () => {
  test.each([
    'Serait-il possible de reporter la rencontre?',
    'Nous devons malheureusement déplacer notre rendez-vous.',
    'Je ne pourrai pas être présente jeudi, je ne serai pas disponible.',
    'Pourrions-nous choisir une autre date ?',
    'J’ai un empêchement.',
    'Peut-on changer l’heure?',
    'Is it possible to change the date?',
    'Could we move the call to next week?',
    'I will not be able to attend.',
    'We need to find another time.',
    'Can we reschedule?',
    'I am afraid something came up, can we postpone?',
    'We have to reschedule.',
    'Can we do it one hour later?',
    'Pourrions-nous la reporter ?',
    '¿Podríamos aplazarla?',
    '¿Podríamos cambiar la reunión?',
    'No podré asistir.',
    'Necesitamos otra fecha.',
    'I cannot come.',
    'Sorry, I can’t.',
    'No puedo.',
    'Lo siento, no podemos.',
    'Je ne peux pas.',
    'Désolée, je ne pourrai pas venir.',
    'We will not be there.',
    'I won’t be available.',
    'No estaremos disponibles.',
    'Nous n’y serons pas.',
    'Let us postpone.',
    'Let’s meet later instead.',
    '¿Podemos cambiar el día?',
    'Un peu plus tard?',
    'A bit later?',
    '¿Un poco más tarde?',
    'Je suis malade, il faudra remettre ça.',
    'I am ill.',
    'Ce n’est plus possible.',
    'I can no longer make it.',
    'La rencontre de jeudi doit être reportée.',
    'Our meeting on Thursday needs to be moved.',
    'The call must be rescheduled.',
    'La reunión debe ser reprogramada.',
  ])('« %s »', (text) => {
    expect(asksToMove(text)).toBe(true);
  });

  test.each([
    'Declined',
    'I decline.',
    'We decline the invitation.',
    'Je décline.',
    'Rechazamos la invitación.',
    'The meeting is cancelled.',
    'La rencontre est annulée.',
    'On annule.',
    'Cancelamos.',
    'We withdraw our request.',
    'Nous retirons notre demande.',
    'Retiramos nuestra solicitud.',
    'I have to decline.',
    'Nous devons décliner.',
    'Je dois annuler.',
    'Tengo que cancelar.',
    'La rencontre n’aura pas lieu.',
    'Nous ne sommes plus intéressés.',
    'We are no longer interested.',
    'We have to cancel, sorry.',
    'Nous devons annuler, désolés.',
  ])('« %s » calls it off', (text) => {
    expect(callsOff(text)).toBe(true);
  });

  test.each([
    'Is the meeting cancelled?',
    'Our accreditation was declined in 2024.',
    'Prices decline.',
    'The meeting is off to a good start.',
    'We have to decline fees of this kind.',
    'The other meeting with the ministry took place, the visit was cancelled.',
    'If the meeting is cancelled, please tell us.',
    'Please do not cancel the meeting.',
    'N’annulez pas la rencontre.',
    'Nous retirons notre candidature au concours.',
  ])('« %s » does not', (text) => {
    expect(callsOff(text)).toBe(false);
  });

  test.each([
    'Merci, à jeudi!',
    'Inutile de reporter la rencontre, tout va bien.',
    'No need to reschedule the meeting.',
    'Nous avons dû reporter l’ouverture du centre.',
    'The move to the new campus is planned for May.',
    'Our other date is the opening in 2029.',
    'Le ministre sera présent.',
    'We must postpone the opening of the school.',
    'I cannot believe how kind you are.',
    'Les instructeurs ne peuvent pas encore certifier.',
    'Our director is not there yet, I come.',
    'We will train later.',
    'Nous devons reporter à 2028 l’ouverture du centre.',
    'L’ouverture du centre doit être reportée.',
    'La rencontre de jeudi ne doit pas être reportée.',
    'The meeting is to be held at the embassy.',
    'We have to cancel, sorry, the opening of the centre.',
    '',
  ])('is not « %s »', (text) => {
    expect(asksToMove(text)).toBe(false);
  });
});
