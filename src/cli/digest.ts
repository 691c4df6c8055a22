import { writeFile } from 'node:fs/promises';
import { loadHouse } from '../config.ts';
import { awaiting, periodId, planDigest } from '../dissemination/digest.ts';
import { loadTemplates, ownTemplates } from '../io/templates.ts';
import { compile, compose } from '../letters.ts';
import { network, reachable } from '../model/network.ts';
import type { Policy } from '../model/policy.ts';
import { type Category, categories } from '../model/request.ts';
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
 * Prints what the next digests would hold if they went out now, and to whom; sends and changes nothing. With a file, its
 * HTML goes there; then there must be one category that has something.
 */
export async function digestPreview(options: PreviewOptions, io: Output): Promise<number> {
  const wanted = categories.filter((category) => options.category === undefined || category === options.category);
  if (wanted.length === 0) {
    io.err(`There is no category ${options.category}: ${categories.join(', ')}.`);
    return 2;
  }
  const loaded = await loadHouse({ directory: options.config, env: process.env });
  if ('mistakes' in loaded) return printMistakes(loaded.mistakes, io);
  const { config } = loaded;
  const register = await readRegister({ data: config.dataDirectory }, io);
  if (typeof register === 'number') return register;
  const now = new Date();
  // Nothing is signed here: the keys stay with the daemon.
  const keys: Policy['keys'] = [{ id: 'none', secret: '' }];
  const policy: Policy = { ...config.policy, keys, partners: network(register, config.policy) };
  const composer = compile(await loadTemplates(ownTemplates));
  const previews = wanted.flatMap((category) => {
    const requests = awaiting({ category, due: endOfTime }, register, new Date());
    if (requests.length === 0) return [];
    const { letters } = planDigest(periodId({ category, due: now }), requests, register, policy, now);
    // Outside deadlines may make several digests of one category.
    return [...new Map(letters.map((letter) => [letter.digest, letter])).values()].map((letter) => ({
      category,
      content: compose(letter, composer, policy),
      count: letters.filter(({ digest }) => digest === letter.digest).length,
    }));
  });
  if (previews.length === 0) io.out('Nothing is released: no digest would go out.');
  if (options.html !== undefined) {
    const [only, ...others] = previews;
    if (!only) return 0;
    if (others.length > 0) {
      io.err(`Several digests would go out: name one with --category (${previews.map(nameOf).join(', ')}).`);
      return 2;
    }
    await writeFile(options.html, only.content.html);
    io.out(options.html);
    return 0;
  }
  for (const { category, content, count } of previews)
    io.out(`== ${category}: to ${count} partners\n\nSubject: ${content.subject}\n\n${content.text}`);
  io.out(recipients(policy, register));
  return 0;
}

function nameOf({ category }: { category: Category }): string {
  return category;
}

function recipients(policy: Policy, register: Parameters<typeof reachable>[1]): string {
  const rows = policy.partners.map((partner) => {
    const to = reachable(partner, register);
    return `  ${partner.id}  ${partner.name}  ${to ? `${to.name} <${to.address}>` : 'NO WORKING ADDRESS'}`;
  });
  return ['== Partners', ...rows].join('\n');
}
