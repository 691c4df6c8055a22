import { join } from 'node:path';
import { parseCron } from './io/cron.ts';
import type { Partner, Staff } from './model/partner.ts';
import type { Policy } from './model/policy.ts';

export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent';

/** Where mail is read from. */
export type IntakeSettings =
  | {
      kind: 'imap';
      host: string;
      port: number;
      /** True: TLS from the first byte (993); false: STARTTLS, which is required. */
      secure: boolean;
      user: string;
      password: string;
      /** PEM text of the authority to trust instead of the system's. */
      ca?: string;
      /** Name of the mailbox that is read. */
      inbox: string;
      sizeLimit: number;
    }
  | { kind: 'maildir'; path: string };

/** Where letters are handed over. */
export type PostmanSettings =
  | {
      kind: 'smtp';
      host: string;
      port: number;
      security: 'tls' | 'starttls' | 'none';
      auth?: { user: string; password: string };
      /** PEM text of the authority to trust instead of the system's. */
      ca?: string;
    }
  | { kind: 'maildir'; root: string };

/** The embedded world of a first run; everything in it is made up. */
export interface TrialSettings {
  /** Port of the SMTP door on 127.0.0.1. */
  port: number;
  /** Maildirs by address. */
  root: string;
  domain: string;
  /** Logins of the door: what a made-up person signs in with. */
  staff: readonly { address: string; password: string }[];
}

/** Everything that is configured; the signing keys are beside the record, see `io/keys.ts`. */
export interface Config {
  policy: Omit<Policy, 'keys'>;
  intake: IntakeSettings;
  postman: PostmanSettings;
  dataDirectory: string;
  logLevel: LogLevel;
  /** How often the mailbox is looked at when no hint comes. */
  pollMs: number;
  /** How long the clerk is idle before the yearly documents are written. */
  checkpointMs: number;
  trial?: TrialSettings;
}

/** What a first run works with, in `trial/` of the data directory so that a real register never begins with it. */
export function trialConfig(dataDirectory: string): Config {
  const domain = 'greffier.test';
  const address = `info@${domain}`;
  const root = join(dataDirectory, 'trial');
  const lateWindowMs = 10 * 60_000;
  return {
    policy: {
      institute: {
        name: 'Institut d’essai des mines',
        address,
        aliases: [],
        postalAddress: '1, rue de l’Essai, Val-d’Or (Québec) J9P 0A1',
        telephone: '819 555-0100',
        supervisor: 'Marie Tremblay, conseillère',
        privacy: `Écrivez à ${address} pour consulter, rectifier ou faire effacer vos renseignements.`,
      },
      messageIdDomain: domain,
      timeZone: 'America/Toronto',
      referencePrefix: 'INMQ',
      authservId: domain,
      staff: trialStaff,
      partners: trialPartners,
      meeting: {
        host: 'mtremblay',
        hours: [
          { from: '08:30', to: '12:00' },
          { from: '13:00', to: '16:30' },
        ],
        minutes: 45,
        noticeHours: 24,
        daysAhead: 15,
        offered: 3,
        requesterHours: { from: '08:00', to: '18:00' },
        location: 'https://rencontre.greffier.test/essai',
      },
      modalities: {
        short: { schedule: parseCron('*/30 * * * * *'), answerDays: 10, lateWindowMs },
        medium: { schedule: parseCron('0 */2 * * * *'), answerDays: 20, lateWindowMs },
        long: { schedule: parseCron('0 */5 * * * *'), answerDays: 60, lateWindowMs },
      },
      folders: {
        requests: 'Demandes',
        answers: 'Réponses',
        staff: 'Équipe',
        partners: 'Partenaires',
        machines: 'Automates',
        setAside: 'Mise à l’écart',
        quarantine: 'Quarantaine',
      },
      ceilings: { perAddressPerDay: 10, perHour: 60 },
      codeMinutes: 30,
    },
    intake: { kind: 'maildir', path: join(root, address) },
    postman: { kind: 'maildir', root },
    dataDirectory: root,
    logLevel: 'info',
    pollMs: 1000,
    checkpointMs: 2000,
    trial: {
      port: 2525,
      root,
      domain,
      staff: trialStaff.map((person) => ({ address: person.address, password: person.id })),
    },
  };
}

const trialStaff: readonly Staff[] = [
  {
    id: 'mtremblay',
    name: 'Marie Tremblay',
    address: 'mtremblay@greffier.test',
    roles: ['clerk', 'officer'],
    language: 'fr',
  },
  {
    id: 'dlavoie',
    name: 'Denis Lavoie',
    address: 'dlavoie@greffier.test',
    roles: ['officer', 'approver'],
    language: 'fr',
  },
];

const trialPartners: readonly Partner[] = [
  {
    id: 'cfp-boreal',
    name: 'Centre de formation professionnelle Boréal',
    contacts: [{ name: 'Luc Gagnon', address: 'international@cfp-boreal.test' }],
  },
  {
    id: 'cegep-harricana',
    name: 'Cégep de l’Harricana',
    contacts: [{ name: 'Anne Côté', address: 'international@cegep-harricana.test' }],
  },
  {
    id: 'universite-nord',
    name: 'Université du Nord minier',
    contacts: [{ name: 'Paul Bergeron', address: 'international@universite-nord.test' }],
  },
];
