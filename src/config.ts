import { join } from 'node:path';
import { type Environment, readDotEnv, readSecrets, type Secrets } from './io/secrets.ts';
import { type IntakeSettings, intakeOf, type PostmanSettings, postmanOf } from './io/server-settings.ts';
import { partnersFile, place, type Settings, settings, staffFile } from './io/settings.ts';
import { checkTogether } from './io/settings-checks.ts';
import { checkYaml, inOrder, type Mistake, openYaml, type YamlFile } from './io/yaml.ts';
import { domainOf } from './model/domain.ts';
import type { Partner, Staff } from './model/partner.ts';
import type { Modality, Policy } from './model/policy.ts';
import { heedZoneChanges } from './model/zones.ts';

export type LogLevel = Settings['logLevel'];

/** The embedded world of a first run; everything in it is made up. */
interface TrialSettings {
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
  /** The host's calendars, by path or http(s) address, and how often they are read. */
  calendars: { sources: readonly string[]; everyMs: number };
  logLevel: LogLevel;
  /** How often the mailbox is looked at when no hint comes. */
  pollMs: number;
  /** How long the clerk is idle before the yearly documents are written. */
  checkpointMs: number;
  /** With fewer bytes than this on the disk of the record, people must act. */
  leastFree: number;
  trial?: TrialSettings;
}

/** What was loaded, or everything that is wrong in it. */
export type Loaded = { config: Config; warnings: string[] } | { mistakes: Mistake[] };

/** The part of the configuration that needs no server. */
type HouseConfig = Omit<Config, 'intake' | 'postman' | 'trial'>;

interface Source {
  /** Else `GREFFIER_CONFIG`, else `config`. */
  directory?: string | undefined;
  /** Goes before what `.env` in the directory says. */
  env: Environment;
}

/**
 * The configuration of a directory; the trial world when none was named and the default one holds no configuration.
 * Relative paths in the files count from the working directory.
 */
export async function loadConfig({ directory, env }: Source): Promise<Loaded> {
  const opened = await open({ directory, env });
  if (!opened) return { config: trialConfig('data'), warnings: [] };
  const { folder, files, checked } = opened;
  const warnings: string[] = [];
  const secrets = await readSecrets(files[0], { ...(await readDotEnv(folder)), ...env }, warnings);
  const mistakes = files.flatMap((file) => inOrder(file.mistakes));
  if (!checked || mistakes.length > 0) return { mistakes };
  heedZoneChanges(checked.house.zoneChanges);
  return { config: assemble(checked, secrets), warnings };
}

/** The same for those who go to no server: needs no password, and is found where `loadConfig` finds it. */
export async function loadHouse(source: Source): Promise<{ config: HouseConfig } | { mistakes: Mistake[] }> {
  const opened = await open(source);
  if (!opened) return { config: trialConfig('data') };
  const mistakes = opened.files.flatMap((file) => inOrder(file.mistakes));
  if (!opened.checked || mistakes.length > 0) return { mistakes };
  heedZoneChanges(opened.checked.house.zoneChanges);
  return { config: houseOf(opened.checked) };
}

interface Checked {
  house: Settings;
  staff: readonly Staff[];
  partners: readonly Partner[];
}

/** The three files, with their mistakes noted; undefined when none was named and the default place holds none. */
async function open({
  directory,
  env,
}: Source): Promise<
  { folder: string; files: [YamlFile, YamlFile, YamlFile]; checked: Checked | undefined } | undefined
> {
  const named = directory ?? env.GREFFIER_CONFIG;
  const folder = named || 'config';
  const [greffier, staff, partners] = await Promise.all([
    openYaml(join(folder, 'greffier.yaml')),
    openYaml(join(folder, 'staff.yaml')),
    openYaml(join(folder, 'partners.yaml')),
  ]);
  const files: [YamlFile, YamlFile, YamlFile] = [greffier, staff, partners];
  // A half-made configuration is a mistake, never a reason to start the trial world beside it.
  if (!named && files.every(({ missing }) => missing)) return undefined;
  const house = checkYaml(greffier, settings);
  const people = checkYaml(staff, staffFile);
  const network = checkYaml(partners, partnersFile);
  checkTogether({ greffier, staff, partners });
  const checked = house && people && network && { house, staff: people.staff, partners: network.partners };
  return { folder, files, checked };
}

/** The data directory alone, for those who only read the record: needs no secrets, and no other file. */
export async function locateData({
  directory,
  env,
}: Source): Promise<{ dataDirectory: string } | { mistakes: Mistake[] }> {
  const named = directory ?? env.GREFFIER_CONFIG;
  const greffier = await openYaml(join(named || 'config', 'greffier.yaml'));
  if (!named && greffier.missing) return { dataDirectory: trialConfig('data').dataDirectory };
  return checkYaml(greffier, place) ?? { mistakes: greffier.mistakes };
}

/** The configuration in the words of the core; what was not written gets its default here, or in the schema. */
function assemble(checked: Checked, secrets: Secrets): Config {
  const { house } = checked;
  return { ...houseOf(checked), intake: intakeOf(house, secrets), postman: postmanOf(house, secrets) };
}

function houseOf({ house, staff, partners }: Checked): HouseConfig {
  const { institute, meeting, modalities } = house;
  const { calendars, calendarMinutes, ...received } = meeting;
  const officer = staff.find(({ roles }) => roles.includes('officer'));
  const policy: Config['policy'] = {
    institute,
    messageIdDomain: house.messageIdDomain ?? domainOf(institute.address),
    timeZone: house.timeZone,
    referencePrefix: house.referencePrefix,
    ...(house.authservId === undefined ? {} : { authservId: house.authservId }),
    ...(house.exchangeTenant === undefined ? {} : { exchangeTenant: house.exchangeTenant }),
    staff,
    partners,
    meeting: { ...received, host: meeting.host ?? officer?.id ?? '' },
    followUp: house.followUp,
    modalities: {
      short: modalityOf(modalities.short),
      medium: modalityOf(modalities.medium),
      long: modalityOf(modalities.long),
    },
    horizons: house.horizons,
    ...(house.approval && { approval: house.approval }),
    folders: house.folders,
    ceilings: house.ceilings,
    agenda: house.agenda,
    secondPerson: house.secondPerson,
    codeMinutes: house.codeMinutes,
  };
  return {
    policy,
    dataDirectory: house.dataDirectory,
    calendars: { sources: calendars, everyMs: calendarMinutes * 60_000 },
    logLevel: house.logLevel,
    pollMs: house.pollSeconds * 1000,
    checkpointMs: house.checkpointSeconds * 1000,
    leastFree: house.leastFreeMegabytes * 1_000_000,
  };
}

function modalityOf({ lateHours, ...rest }: Settings['modalities']['short']): Modality {
  return { ...rest, lateWindowMs: lateHours * 3_600_000 };
}

/** What a first run works with, in `trial/` of the data directory so that a real register never begins with it. */
export function trialConfig(dataDirectory: string): Config {
  const domain = 'greffier.test';
  const address = `info@${domain}`;
  const root = join(dataDirectory, 'trial');
  const house = settings.parse({
    institute: {
      name: 'Institut d’essai des mines',
      address,
      postalAddress: '1, rue de l’Essai, Val-d’Or (Québec)  J9P 0A1',
      telephone: '819 555-0100',
      supervisor: 'Marie Tremblay, conseillère',
      privacy: `https://${domain}/confidentialite`,
    },
    authservId: domain,
    intake: { maildir: join(root, address) },
    postman: { maildir: root },
    dataDirectory: root,
    meeting: { host: 'mtremblay', location: 'https://rencontre.greffier.test/essai', noticeHours: 24 },
    // So often that a newcomer sees each of them go out.
    modalities: {
      short: { schedule: '*/30 * * * * *' },
      medium: { schedule: '0 */2 * * * *' },
      long: { schedule: '0 */5 * * * *' },
    },
    pollSeconds: 1,
    checkpointSeconds: 2,
  });
  const staff = trialStaff.map((person) => ({ address: person.address, password: person.id }));
  const checked = { house, staff: trialStaff, partners: trialPartners };
  return { ...assemble(checked, {}), trial: { port: 2525, root, domain, staff } };
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
