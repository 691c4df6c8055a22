import { beforeEach, describe, expect, test } from 'vitest';
import { ama, desk, last, officer, only, opened, openedUnder, reply, request } from '../correspondence.ts';
import { written } from '../world.ts';

const oneLine = (text: string) => text.replace(/\s+/g, ' ');
const says = async (text: string, subject?: string) => {
  desk.world.clock.pass(600_000);
  await desk.world.arrives(desk.clerk, await reply(ama, text, subject));
};
const booked = () => only().slots.find(({ start }) => start === only().meeting?.start)?.number;
const isAsked = async () => oneLine((await last(ama)).text).includes('Nous n’avons pas pu y lire avec certitude');

beforeEach(async () => {
  await opened();
  await desk.world.arrives(desk.clerk, await written(request));
});

const notices = [
  'This e-mail and any attachments are confidential and intended solely for the addressee. If you are not the intended recipient, please notify the sender and delete it.',
  'Ce courriel est confidentiel et destiné exclusivement à son destinataire. Si vous l’avez reçu par erreur, merci d’en aviser l’expéditeur et de le détruire.',
  'Este mensaje es confidencial. Si usted no es el destinatario, por favor elimínelo y avise al remitente. Antes de imprimir este correo piense en el medio ambiente.',
  'Ama Boateng, PhD\nDean, School of Mines\nP.O. Box 237, Tarkwa\nwww.tgtu.example | @tgtu',
  'Sent from my Galaxy',
];

describe('a click on the button of a slot', () => {
  test.each(notices)('books it, whatever is put below every mail: %j', async (notice) => {
    await says(`Slot 2\n\n${notice}`, '[INMQ-2026-0001] Slot 2');
    expect(booked()).toBe(2);
  });

  test.each([
    'This click was a mistake, please delete it.',
    'Ama Boateng, PhD\nDean, School of Mines\nNot sure yet',
    'Voir pièce jointe pour nos disponibilités.',
  ])('is asked about where the sender wrote more: %j', async (text) => {
    await says(`Slot 2\n\n${text}`, '[INMQ-2026-0001] Slot 2');
    expect(booked()).toBeUndefined();
    expect(await isAsked()).toBe(true);
  });
});

test.each([
  'Slot 2 suits us.\n\nSaludos cordiales,\n\nAma Boateng\nRR.HH.',
  'Slot 2 suits us.\n\nRegards,\nAma Boateng\nTraining Dept.',
  '4. Available resources\nNo budget yet\n\n5. Preliminary timeline\nMay 2027\n\nFor the meeting, slot 2 suits us.',
])('no reserve is heard in who signs, or in an answer to a point: %j', async (text) => {
  await says(text);
  expect(booked()).toBe(2);
});

test.each([
  '4. Available resources\nNo budget yet\n\nSlot 2 suits us, but not before our dean agrees.',
  'Slot 2 suits us.\n\nNot sure.',
])('a reserve is: %j', async (text) => {
  await says(text);
  expect(booked()).toBeUndefined();
  expect(await isAsked()).toBe(true);
});

test.each(['-- ', '--', '—'])('the slot is chosen below the quote, the signature above it: %j', async (dashes) => {
  await says(`Merci.\n\n${dashes}\nAma Boateng\nDean\n\nOn Monday, INMQ wrote:\n> Choose a slot.\n\nNumber 2 please`);
  expect(booked()).toBe(2);
});

describe('who is asked which slot they mean', () => {
  test.each([
    ['La 2 ou la 3.', 'Alors la 2.'],
    ['Slot 2 or 3', 'Slot 2 then.'],
    ['Slot 2 or 3', 'OK let’s say 2'],
    ['La 2 o la 3', 'Entonces la 2.'],
  ])('answers in few words: « %s », « %s »', async (first, then) => {
    await says(first);
    expect(booked()).toBeUndefined();
    expect(await isAsked()).toBe(true);
    await says(then);
    expect(booked()).toBe(2);
  });

  test.each(['Alors aucune des deux.', 'Either then.'])('may still not say: « %s »', async (then) => {
    await says('La 2 ou la 3.');
    await says(then);
    expect(booked()).toBeUndefined();
  });
});

test('who has a meeting takes another slot in few words', async () => {
  await says('Slot 2, please.');
  await says('Sorry, slot 3 instead please.');
  expect(booked()).toBe(3);
});

describe('where one slot alone is on offer', () => {
  beforeEach(async () => {
    await openedUnder((usual) => ({ ...usual, meeting: { ...usual.meeting, offered: 1 } }));
    await desk.world.arrives(desk.clerk, await written(request));
  });

  test.each([
    'Cela nous convient.',
    'Works for us, thanks.',
    'Nos conviene.',
    'Ok pour nous.',
    'Parfait, nous serons là.',
  ])('« %s » takes it', async (text) => {
    await says(text);
    expect(booked()).toBe(1);
  });

  test.each(['D’accord.', 'ok'])('« %s » may only say that the letter came: asked', async (text) => {
    await says(text);
    expect(booked()).toBeUndefined();
    expect(await isAsked()).toBe(true);
  });
});

describe('who is sorry that they will be away answers what was offered', () => {
  test.each([
    'Malheureusement je serai absent toute cette semaine.',
    'Unfortunately I will be away all this week.',
    'Lamentablemente estaré ausente toda esta semana.',
  ])('« %s »: other slots are offered, and staff hears of it at once', async (text) => {
    await says(text);
    expect(booked()).toBeUndefined();
    expect(only().slots).toHaveLength(6);
    expect(oneLine((await last(ama)).text)).toContain('cherchons ensemble une autre date');
    expect((await last(officer)).subject).toContain('Aucune plage ne convient au demandeur');
  });
});
