import { readFileSync } from 'node:fs';
import { Command, CommanderError } from 'commander';
import type { Output } from './output.ts';

/** Options that any verb may have; a verb reads those it knows. */
type Options = Partial<Record<'config' | 'data' | 'html' | 'category' | 'year', string>> & {
  json?: boolean;
  apply?: boolean;
};

type Run = (words: string[], options: Options, io: Output) => Promise<number>;

interface Verb {
  /** As commander writes it: words in angle brackets are required, in square brackets not. */
  usage: string;
  summary: string;
  options: readonly (keyof typeof optionLines)[];
  examples: readonly string[];
  /** Imports its verb itself, so that `triage` does not load the daemon. */
  run: Run;
}

const optionLines = {
  config: ['-c, --config <directory>', 'where the configuration is (default: $GREFFIER_CONFIG, else ./config)'],
  data: ['-d, --data <directory>', 'the data directory itself; no configuration is read'],
  circle: ['-c, --config <directory>', 'whose staff and partners are known; nobody is, unless given'],
  json: ['--json', 'as JSON, for programs'],
  html: ['--html <file>', 'as an HTML page, into that file'],
  year: ['--year <year>', 'only the requests of that year; all unless given'],
  apply: ['--apply', 'change it; without this the differences are only shown'],
  category: ['--category <name>', 'short, medium or long (or court, moyen); all unless given'],
} as const;

const verbs: readonly Verb[] = [
  {
    usage: 'start',
    summary: 'Run the clerk until it is stopped; without a configuration, in an embedded trial world.',
    options: ['config'],
    examples: ['greffier start', 'greffier start --config /etc/greffier'],
    run: async (_, options, io) => (await import('./start.ts')).start(options, io),
  },
  {
    usage: 'check',
    summary: 'Try everything that the clerk needs: configuration, secrets, servers, schedules. Changes nothing.',
    options: ['config'],
    examples: ['greffier check', 'greffier check --config /etc/greffier'],
    run: async (_, options, io) => (await import('./check.ts')).check(options, io),
  },
  {
    usage: 'triage [paths...]',
    summary: 'Say what each mail is, and whether it may be answered; reads files, touches nothing.',
    options: ['json', 'circle'],
    examples: ['greffier triage mail.eml', 'find mails -name "*.eml" | greffier triage --json -'],
    run: triage,
  },
  {
    usage: 'register list',
    summary: 'List the requests, oldest first; also while the clerk is at work.',
    options: ['config', 'data', 'json'],
    examples: ['greffier register list', 'greffier register list --json | jq length'],
    run: async (_, options, io) => (await import('./register.ts')).registerList(options, io),
  },
  {
    usage: 'register show <reference>',
    summary: 'Show the whole life of one request.',
    options: ['config', 'data', 'json'],
    examples: ['greffier register show INMQ-2026-0042'],
    run: async ([reference = ''], options, io) => (await import('./register.ts')).registerShow(reference, options, io),
  },
  {
    usage: 'digest preview',
    summary: 'Show what the next digest would hold and to whom it would go, if it went now. Sends nothing.',
    options: ['config', 'html', 'category'],
    examples: ['greffier digest preview', 'greffier digest preview --category short --html digest.html'],
    run: async (_, options, io) => (await import('./digest.ts')).digestPreview(options, io),
  },
  {
    usage: 'partners import <file>',
    summary: 'Show what a list of partners (YAML or CSV) would change in partners.yaml; with --apply, change it.',
    options: ['config', 'apply'],
    examples: ['greffier partners import reseau.csv', 'greffier partners import reseau.csv --apply'],
    run: async ([file = ''], options, io) => (await import('./partners.ts')).importPartners(file, options, io),
  },
  {
    usage: 'attestation <what>',
    summary:
      'Prove how a digest went out: content, who, when accepted, by which server answer. By reference or digest.',
    options: ['config', 'data', 'json', 'html'],
    examples: ['greffier attestation INMQ-2026-0042', 'greffier attestation INMQ-2026-0042 --html attestation.html'],
    run: async ([what = ''], options, io) => (await import('./attestation.ts')).attestation(what, options, io),
  },
  {
    usage: 'verify',
    summary: 'Check the whole record (journal, archive, register) and name the first fault. Changes nothing.',
    options: ['config', 'data'],
    examples: ['greffier verify', 'greffier verify --data /backup/greffier/data'],
    run: async (_, options, io) => (await import('./verify.ts')).verify(options, io),
  },
  {
    usage: 'stats',
    summary: 'The register in figures: requests, times in each step, dissemination, interest, and what was not sent.',
    options: ['config', 'data', 'json', 'year'],
    examples: ['greffier stats', 'greffier stats --year 2026 --json'],
    run: async (_, options, io) => (await import('./stats.ts')).stats(options, io),
  },
  {
    usage: 'keys rotate',
    summary: 'Make a new key that signs letters and codes; the old ones still verify. Restart the clerk afterwards.',
    options: ['config', 'data'],
    examples: ['greffier keys rotate'],
    run: async (_, options, io) => (await import('./keys.ts')).keysRotate(options, io),
  },
  {
    usage: 'demo',
    summary: 'Play one request through all four steps in a fresh trial world, as a correspondence.',
    options: [],
    examples: ['greffier demo'],
    run: async (_, options, io) => (await import('./demo.ts')).demo(options, io),
  },
];

async function triage(paths: string[], { config, json = false }: Options, io: Output): Promise<number> {
  const { triageFiles } = await import('./triage.ts');
  if (config === undefined) return triageFiles({ json, paths }, io);
  const { loadHouse } = await import('../config.ts');
  const loaded = await loadHouse({ directory: config, env: process.env });
  if ('mistakes' in loaded) return (await import('./mistakes.ts')).printMistakes(loaded.mistakes, io);
  const { institute, staff, partners } = loaded.config.policy;
  const circle = {
    own: [institute.address, ...institute.aliases],
    staff: staff.map(({ address }) => address),
    partners: partners.flatMap(({ contacts }) => contacts.map(({ address }) => address)),
  };
  return triageFiles({ json, paths, circle }, io);
}

/**
 * Runs the command line and resolves with the exit code: 0 done, 1 failed, 2 wrong usage or configuration.
 * @param words - What follows the name of the program.
 */
export async function run(words: readonly string[], io: Output): Promise<number> {
  let code = 0;
  const program = build(io, async (verb, given, options) => {
    code = await verb(given, options, io);
  });
  try {
    await program.parseAsync([...words], { from: 'user' });
    return code;
  } catch (error) {
    // commander has printed it: what was wrong, or the help that was asked for.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    io.err(`greffier: ${inWords(error)}`);
    return 1;
  }
}

function build(io: Output, perform: (verb: Run, words: string[], options: Options) => Promise<void>): Command {
  const program = new Command('greffier')
    .description('An email-driven clerk: it keeps the register of a mailbox and takes each request through four steps.')
    .version(version(), '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print help; also for a command: greffier register show --help')
    .helpCommand('help [command]', 'print the help of a command')
    .addHelpText('after', epilogue);
  tame(program, io);
  for (const verb of verbs) {
    const [path = '', ...words] = verb.usage.split(/ (?=[<[])/);
    const command = commandAt(program, path.split(' '), io);
    command.description(verb.summary).helpOption('-h, --help', 'print this help');
    for (const word of words) command.argument(word);
    for (const option of verb.options) {
      const [flags, summary] = optionLines[option];
      command.option(flags, summary);
    }
    command.addHelpText('after', `\nExamples:\n${verb.examples.map((example) => `  ${example}`).join('\n')}`);
    command.action(() => perform(verb.run, command.args, command.opts()));
  }
  return program;
}

/** The command of that path, such as `register list`, made with the groups above it where they are missing. */
function commandAt(program: Command, path: readonly string[], io: Output): Command {
  return path.reduce((parent, name) => {
    const known = parent.commands.find((command) => command.name() === name);
    if (known) return known;
    const made = parent.command(name);
    tame(made, io);
    if (name !== path.at(-1)) made.description(groups[name] ?? '').helpCommand(false);
    return made;
  }, program);
}

const groups: Readonly<Record<string, string>> = {
  register: 'Read the register: list, show.',
  digest: 'The digests to partners: preview.',
  partners: 'The institutions of the network: import.',
  keys: 'The keys that sign letters and codes: rotate.',
};

/** Lets errors come back to `run`, and prints through its caller. */
function tame(command: Command, io: Output): void {
  command
    .exitOverride()
    .showHelpAfterError('See --help.')
    .configureOutput({ writeOut: (text) => io.out(text), writeErr: (text) => io.err(text) });
}

const epilogue = `
Exit codes: 0 done, 1 failed, 2 wrong usage or configuration.

Examples:
  greffier start                            run the clerk
  greffier check                            is everything there that it needs?
  greffier triage --json mail.eml           what is this mail?
  greffier register list                    what is in the register
  greffier register show INMQ-2026-0042     the whole life of one request
  greffier verify                           is the record whole?`;

function version(): string {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  return String((JSON.parse(text) as { version: unknown }).version);
}

/** The error and what caused it, in one line; for a mistake of ours also where it happened. */
function inWords(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const chain: string[] = [];
  for (let each: unknown = error; each instanceof Error; each = each.cause) chain.push(each.message);
  const ours = [TypeError, RangeError, ReferenceError].some((kind) => error instanceof kind);
  return ours ? `${error.stack}` : chain.join(': ');
}
