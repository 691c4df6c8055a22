import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { terms } from '../commands/categorie.ts';
import { loadHouse } from '../config.ts';
import { awaiting, overtaken, periodId, planDigest } from '../dissemination/digest.ts';
import { nextDue } from '../dissemination/periods.ts';
import { loadTemplates, ownTemplates } from '../io/templates.ts';
import { type Composer, compile, compose } from '../letters.ts';
import { network, reachable } from '../model/network.ts';
import type { Policy } from '../model/policy.ts';
import type { Register } from '../model/register.ts';
import { type Category, categories } from '../model/request.ts';
import { localTime } from '../model/zones.ts';
import { printMistakes } from './mistakes.ts';
import type { Output } from './output.ts';
import { readRegister } from './record.ts';

interface PreviewOptions {
  config?: string | undefined;
  /** A file to write the page to. */
  html?: string | undefined;
  category?: string | undefined;
}

/** Everything that is released by then, also where this machine's clock is behind the daemon's. */
const endOfTime = new Date(8.64e15);

/**
 * Prints what the next digests would hold with what is released now, when, and to whom; sends and changes nothing. With a
 * file, the HTML goes there; of several digests each has a file of its own, numbered.
 */
export async function digestPreview(options: PreviewOptions, io: Output): Promise<number> {
  const named = options.category === undefined ? undefined : terms[options.category.toLowerCase()];
  const wanted = options.category === undefined ? categories : named === undefined ? [] : [named];
  if (wanted.length === 0) {
    io.err(`There is no category ${options.category}: ${categories.join(', ')}.`);
    return 2;
  }
  const loaded = await loadHouse({ directory: options.config, env: process.env });
  if ('mistakes' in loaded) return printMistakes(loaded.mistakes, io);
  const { config } = loaded;
  const register = await readRegister({ data: config.dataDirectory }, io);
  if (typeof register === 'number') return register;
  // Nothing is signed here: the keys stay with the daemon.
  const keys: Policy['keys'] = [{ id: 'none', secret: '' }];
  const policy: Policy = { ...config.policy, keys, partners: network(register, config.policy) };
  const composer = compile(await loadTemplates(ownTemplates));
  const previews = wanted.flatMap((category) => preview(category, register, policy, composer));
  if (previews.length === 0) io.out('Nothing is released: no digest would go out.');
  if (options.html !== undefined) {
    const { dir, name, ext } = path.parse(options.html);
    for (const [index, { content }] of previews.entries()) {
      const file = previews.length === 1 ? options.html : path.join(dir, `${name}-${index + 1}${ext}`);
      await writeFile(file, content.html);
      io.out(file);
    }
    return 0;
  }
  for (const { category, content, count, when } of previews)
    io.out(`== ${category}: to ${count} partners, ${when}\n\nSubject: ${content.subject}\n\n${content.text}`);
  for (const line of wanted.flatMap((category) => heldBack(category, register, policy))) io.out(line);
  io.out(recipients(policy, register));
  return 0;
}

/** As it would be planned at the next moment that the schedule names. */
function preview(category: Category, register: Register, policy: Policy, composer: Composer) {
  const due = dueNext(category, policy);
  const requests = awaiting({ category, due: endOfTime }, register, new Date());
  const held = overtaken(requests, policy, due);
  const ready = requests.filter((request) => !held.includes(request));
  if (ready.length === 0) return [];
  const { letters } = planDigest(periodId({ category, due }), ready, register, policy, due);
  const at = localTime(due, policy.timeZone).toString({ smallestUnit: 'minute' }).replace('T', ' ');
  // Outside deadlines may make several digests of one category.
  return [...new Map(letters.map((letter) => [letter.digest, letter])).values()].map((letter) => ({
    category,
    content: compose(letter, composer, policy),
    count: letters.filter(({ digest }) => digest === letter.digest).length,
    when: `due ${at} (${policy.timeZone})`,
  }));
}

/** What would not go out: staff would be asked. */
function heldBack(category: Category, register: Register, policy: Policy): string[] {
  const requests = awaiting({ category, due: endOfTime }, register, new Date());
  return overtaken(requests, policy, dueNext(category, policy)).map(
    ({ reference }) => `== ${reference} would be held back: its outside deadline leaves too little time`,
  );
}

function dueNext(category: Category, { modalities, timeZone }: Policy): Date {
  const now = new Date();
  return nextDue(modalities[category].schedule, timeZone, now) ?? now;
}

function recipients(policy: Policy, register: Register): string {
  const rows = policy.partners.map((partner) => {
    const to = reachable(partner, register);
    return `  ${partner.id}  ${partner.name}  ${to ? `${to.name} <${to.address}>` : 'NO WORKING ADDRESS'}`;
  });
  return ['== Partners', ...rows].join('\n');
}
