import { expect, test } from 'vitest';
import { windowsZone } from '../../src/clarification/windows-zones.ts';

test.each([
  ['Eastern Standard Time', 'America/New_York'],
  ['romance standard time', 'Europe/Paris'],
  [' Morocco Standard Time ', 'Africa/Casablanca'],
  ['W. Central Africa Standard Time', 'Africa/Lagos'],
  ['SA Pacific Standard Time', 'America/Bogota'],
  ['Pacific Standard Time (Mexico)', 'America/Tijuana'],
  ['UTC', 'UTC'],
  ['Customized Time Zone', undefined],
  ['America/Toronto', undefined],
])('%s is %s', (name, zone) => {
  expect(windowsZone(name)).toBe(zone);
  if (zone) expect(() => new Intl.DateTimeFormat('en', { timeZone: zone })).not.toThrow();
});
