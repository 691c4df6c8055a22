import type { Language } from './request.ts';

export interface Contact {
  name: string;
  address: string;
  /** Since when, and by what, the person lets name and address be passed on to requesters. */
  consent?: { date: string; source: string } | undefined;
}

/** An institution of the network; the first contact is written to, the others may answer for it. */
export interface Partner {
  id: string;
  name: string;
  contacts: readonly [Contact, ...Contact[]];
}

export const roles = ['clerk', 'officer', 'approver', 'privacy-officer'] as const;
export type Role = (typeof roles)[number];

export interface Staff {
  id: string;
  name: string;
  address: string;
  roles: readonly Role[];
  language: Language;
}

/** Those who hold one of the roles, each once. */
export function staffWith(staff: readonly Staff[], ...wanted: Role[]): Staff[] {
  return staff.filter((person) => person.roles.some((role) => wanted.includes(role)));
}
