import { z } from 'zod';
import { roles } from '../model/partner.ts';
import type { FolderName } from '../model/policy.ts';
import { usualHorizons, usualPace, usualPerText } from '../model/policy.ts';
import { languages } from '../model/request.ts';
import {
  address,
  choice,
  clockTime,
  closure,
  cron,
  domain,
  eitherOf,
  host,
  hours,
  id,
  list,
  matching,
  section,
  text,
  timeZone,
  whole,
  zoneChange,
} from './settings-fields.ts';

/** Where a secret is found; never the secret itself. */
export const secretSource = eitherOf(
  {
    env: matching(/^[A-Za-z_][A-Za-z0-9_]*$/, 'the name of an environment variable').optional(),
    file: text.optional(),
  },
  'either { env: NAME } or { file: PATH }',
);
export type SecretSource = z.output<typeof secretSource>;

const modality = (
  expression: string,
  answerDays: number,
  lateHours: number,
  reminderDays: number,
  extensionDays: number,
) =>
  section({
    schedule: cron.prefault(expression),
    answerDays: whole(1, 250).default(answerDays),
    reminderDays: whole(1, 250).default(reminderDays),
    extensionDays: whole(0, 250).default(extensionDays),
    lateHours: whole(0, 24 * 31).default(lateHours),
  }).prefault({});

const imap = section({
  host,
  port: whole(1, 65_535).optional(),
  security: choice(['tls', 'starttls']).default('tls'),
  user: text.optional(),
  password: secretSource.optional(),
  ca: text.optional(),
  inbox: text.default('INBOX'),
  sizeLimitMegabytes: whole(1, 1000).default(50),
});

const smtp = section({
  host,
  port: whole(1, 65_535).optional(),
  security: choice(['tls', 'starttls', 'none']).default('starttls'),
  login: z.boolean({ error: 'true or false' }).default(true),
  user: text.optional(),
  password: secretSource.optional(),
  ca: text.optional(),
});

const dataDirectory = text.default('data');

/** `greffier.yaml`. */
export const settings = section({
  institute: section({
    name: text,
    address,
    aliases: list(address, 'email addresses').default([]),
    postalAddress: text,
    telephone: text,
    supervisor: text,
    privacy: text,
    admissions: list(text, 'lines of text').default([]),
  }),
  referencePrefix: matching(/^[A-Z][A-Z0-9]{1,9}$/, 'two to ten capital letters and digits').default('INMQ'),
  timeZone: timeZone.default('America/Toronto'),
  zoneChanges: z.record(timeZone, zoneChange, { error: 'time zones, each with since and offset' }).default({}),
  messageIdDomain: domain.optional(),
  authservId: text.optional(),
  exchangeTenant: matching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i, 'the id of a Microsoft tenant').optional(),
  intake: eitherOf({ imap: imap.optional(), maildir: text.optional() }),
  postman: eitherOf({ smtp: smtp.optional(), maildir: text.optional() }),
  dataDirectory,
  meeting: section({
    host: id.optional(),
    location: text,
    hours: list(hours, 'hours')
      .min(1, { error: 'at least one period' })
      .default([
        { from: '08:30', to: '12:00' },
        { from: '13:00', to: '16:30' },
      ]),
    minutes: whole(5, 480).default(45),
    noticeHours: whole(0, 24 * 31).default(48),
    choiceHours: whole(0, 24 * 31).default(12),
    daysAhead: whole(1, 180).default(20),
    offered: whole(1, 10).default(3),
    requesterHours: hours.default({ from: '08:00', to: '18:00' }),
    bufferMinutes: whole(0, 240).default(0),
    holdHours: whole(1, 24 * 60).default(120),
    closures: list(closure, 'closures').default([]),
    calendars: list(text, 'paths and addresses of calendars').default([]),
    calendarMinutes: whole(1, 24 * 60).default(15),
  }),
  followUp: section({
    reminderDays: list(whole(1, 250), 'business days')
      .refine((days) => days.every((day, index) => day > (days[index - 1] ?? 0)), { error: 'days that grow' })
      .default([7, 14]),
    dormantDays: whole(1, 750).default(30),
    dayBeforeAt: clockTime.default('09:00'),
    dayBeforeLeastMinutes: whole(0, 24 * 60).default(60),
  })
    .refine(({ reminderDays, dormantDays }) => dormantDays > (reminderDays.at(-1) ?? 0), {
      error: 'dormantDays after the last of reminderDays',
    })
    .prefault({}),
  modalities: section({
    short: modality('0 9 * * 1-5', 10, 12, 5, 5),
    medium: modality('0 9 1,15 * *', 20, 72, 10, 10),
    long: modality('0 9 8 1,4,7,10 *', 60, 168, 30, 20),
  }).prefault({}),
  horizons: section({
    deadlineDays: whole(1, 365).default(usualHorizons.deadlineDays),
    shortMonths: whole(1, 60).default(usualHorizons.shortMonths),
    mediumMonths: whole(1, 120).default(usualHorizons.mediumMonths),
    leadDays: whole(0, 60).default(usualHorizons.leadDays),
    leastDays: whole(1, 60).default(usualHorizons.leastDays),
  })
    .refine(({ shortMonths, mediumMonths }) => mediumMonths > shortMonths, {
      error: 'mediumMonths after shortMonths',
    })
    .prefault({}),
  approval: section({
    days: whole(1, 60).default(5),
    past: choice(['ask', 'release']).default('ask'),
  }).optional(),
  folders: section({
    requests: text.default('Demandes'),
    answers: text.default('Réponses'),
    staff: text.default('Équipe'),
    partners: text.default('Partenaires'),
    machines: text.default('Automates'),
    setAside: text.default('À part'),
    quarantine: text.default('Quarantaine'),
  } satisfies Record<FolderName, z.ZodType>).prefault({}),
  ceilings: section({
    perAddressPerDay: whole(1, 1000).default(10),
    perTextPerDay: whole(1, 10_000).default(usualPerText),
    perHour: whole(1, 10_000).default(60),
    perDomainPerMinute: whole(1, 100_000).default(usualPace),
  }).prefault({}),
  agenda: section({
    at: clockTime.default('08:00'),
    takeDays: whole(0, 60).default(1),
    categoriseDays: whole(0, 60).default(3),
    completeDays: whole(0, 60).default(3),
    releaseDays: whole(0, 60).default(3),
    closeDays: whole(0, 60).default(3),
  }).prefault({}),
  secondPerson: z.boolean({ error: 'true or false' }).default(false),
  codeMinutes: whole(1, 24 * 60).default(30),
  logLevel: choice(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  pollSeconds: whole(1, 3600).default(60),
  checkpointSeconds: whole(1, 3600).default(30),
  leastFreeMegabytes: whole(0, 1_000_000_000).default(500),
});
export type Settings = z.output<typeof settings>;

/** What of `greffier.yaml` is enough to find the record. */
export const place = z.looseObject({ dataDirectory }, { error: 'a section' });

/** `staff.yaml`. */
export const staffFile = section({
  staff: list(
    section({
      id,
      name: text,
      address,
      roles: list(choice(roles), `roles: ${roles.join(', ')}`).min(1, { error: `at least one of ${roles.join(', ')}` }),
      language: choice(languages).default('fr'),
    }),
    'people',
  ).min(1, { error: 'at least one person' }),
});

const contact = section({
  name: text,
  address,
  consent: section({
    date: z.iso.date({ error: 'a date such as 2026-11-23' }),
    source: text,
  }).optional(),
});

/** `partners.yaml`. */
export const partnersFile = section({
  partners: list(
    section({
      id,
      name: text,
      contacts: z.tuple([contact], contact, {
        error: 'a list of at least one contact',
      }),
    }),
    'institutions',
  ).min(1, { error: 'at least one institution' }),
});
