import { expect, test } from 'vitest';
import { ofOneHouse } from '../../src/reception/house.ts';

test.each([
  ['a@tgtu.example', 'b@tgtu.example'],
  ['a@tgtu.example', 'b@mail.tgtu.example'],
  ['a@staff.tgtu.example', 'b@mail.tgtu.example'],
  ['a@inmq.qc.ca', 'b@courriel.inmq.qc.ca'],
  ['a@mines.gouv.ci', 'b@dgm.mines.gouv.ci'],
  ['a@mines.gouv.ne', 'b@mail.mines.gouv.ne'],
  ['a@gouv.ci', 'b@gouv.ci'],
  ['a@mines.github.io', 'b@mines.github.io'],
])('%s and %s are of one house', (one, other) => {
  expect(ofOneHouse(one, other)).toBe(true);
  expect(ofOneHouse(other, one)).toBe(true);
});

test.each([
  ['a@tgtu.example', 'b@tgtu2.example'],
  ['a@inmq.qc.ca', 'b@cegep.qc.ca'],
  ['a@qc.ca', 'b@cegep.qc.ca'],
  ['a@gouv.ci', 'b@mines.gouv.ci'],
  ['a@mines.gouv.ci', 'b@sante.gouv.ci'],
  ['a@mines.gouv.ne', 'b@sante.gouv.ne'],
  ['a@gouv.ne', 'b@sante.gouv.ne'],
  ['a@mines.github.io', 'b@forages.github.io'],
  ['a@gmail.com', 'b@gmail.com'],
  ['a@x.gmail.com', 'b@gmail.com'],
  ['a', 'b'],
  ['', ''],
])('%s and %s are not', (one, other) => {
  expect(ofOneHouse(one, other)).toBe(false);
  expect(ofOneHouse(other, one)).toBe(false);
});
