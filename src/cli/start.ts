import closeWithGrace from 'close-with-grace';
import type { Config } from '../config.ts';
import { loadConfig } from '../config.ts';
import { openLog } from '../io/log.ts';
import { printMistakes } from './mistakes.ts';
import type { Output } from './output.ts';

/** Runs the clerk until it is told to stop (SIGTERM, SIGINT); in the trial world when nothing is configured. */
export async function start({ config: directory }: { config?: string | undefined }, io: Output): Promise<number> {
  const loaded = await loadConfig({ directory, env: process.env });
  if ('mistakes' in loaded) return printMistakes(loaded.mistakes, io);
  const { config, warnings } = loaded;
  const log = openLog(config.logLevel);
  for (const warning of warnings) log.warn(warning);
  // A mistake in the configuration is told before all the rest is loaded.
  const { openDaemon } = await import('./daemon.ts');
  const stopping = new AbortController();
  const daemon = await openDaemon(config, log);
  const working = daemon.run(stopping.signal);
  // A second signal, or ten seconds, ends it at once: the journal is safe at any instruction.
  const grace = closeWithGrace({ delay: 10_000, logger: false }, async ({ err }) => {
    if (err) log.fatal({ err }, 'stopped by an error');
    stopping.abort();
    await working;
  });
  const { register } = daemon.clerk;
  log.info({ position: register.position, requests: register.requests.size }, 'ready');
  io.out(daemon.door === undefined ? 'ready' : welcome(config, daemon.door));
  try {
    await working;
    return 0;
  } finally {
    grace.uninstall();
  }
}

/** What a newcomer needs to know: where to write to, and what to look at. */
function welcome({ policy, trial, dataDirectory }: Config, port: number): string {
  const { address } = policy.institute;
  const staff = trial?.staff ?? [];
  const [officer] = staff;
  return `ready — this is the trial world: no configuration was found, nothing leaves this machine.

  Write to the clerk, as an outside organisation:

    printf 'From: Ama Boateng <ama@example.test>\\nTo: ${address}\\nSubject: Mine rescue training\\n\\nCould you train %s instructors?\\n' "$(date +%S)" |
      curl -s smtp://127.0.0.1:${port} --mail-from ama@example.test --mail-rcpt ${address} --upload-file -

  and read the answer: ls ${trial?.root}/ama@example.test/new

  Write as staff (a login makes the door vouch for the sender; ${staff.map((person) => `${person.address} / ${person.password}`).join(', ')}):

    printf 'From: ${officer?.address}\\nTo: ${address}\\nSubject: [${policy.referencePrefix}-${new Date().getFullYear()}-0001] #statut\\n\\n' |
      curl -s smtp://127.0.0.1:${port} --user ${officer?.address}:${officer?.password} --mail-from ${officer?.address} --mail-rcpt ${address} --upload-file -

  Digests go out to the made-up partners every 30 seconds, 2 minutes and 5 minutes (short, medium, long term).
  The record is in ${dataDirectory}; « node dist/main.js register list » reads it. Ctrl-C stops.`;
}
