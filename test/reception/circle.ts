import type { Circle } from '../../src/reception/triage.ts';

/** Our mailbox, and nobody whom it knows. */
export const circle: Circle = {
  own: ['info@inm.example'],
  staff: [],
  partners: [],
  thread: undefined,
  signedByUs: false,
  colleague: false,
  command: false,
};
