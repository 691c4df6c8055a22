import { addressLetter } from '../letters/addressing.ts';
import { type Composer, compose } from '../letters.ts';
import type { Mail } from '../mail/mail.ts';
import { visibleText } from '../mail/visible-text.ts';
import type { Email } from '../model/events.ts';
import type { Content, Letter } from '../model/letter.ts';
import type { Policy } from '../model/policy.ts';
import type { Archive } from '../ports.ts';
import { ours } from '../undecidable.ts';
import { inSlices } from './in-slices.ts';

interface Workshop {
  archive: Archive;
  composer: Composer;
  read(raw: Buffer): Promise<Mail>;
  render(content: Content): Promise<Buffer>;
}

/** The letters in words, their content in the archive; one content serves all who receive the same. */
export async function composeAll(
  letters: readonly Letter[],
  cause: string,
  workshop: Workshop,
  policy: Policy,
): Promise<Email[]> {
  const { archive, composer, render } = workshop;
  const contents = new Map<unknown, { subject: string; content: string }>();
  const emails: Email[] = [];
  for (const [index, letter] of letters.entries()) {
    let composed = contents.get(letter.data);
    if (!composed) {
      const whole = await completed(letter, cause, workshop);
      const words = ours(cause, () => compose(whole, composer, policy));
      composed = { subject: words.subject, content: await archive.keep(await render(words)) };
      contents.set(letter.data, composed);
    }
    emails.push(addressLetter(letter, composed, `${cause}#${index}`, policy));
  }
  return emails;
}

/** The letter with what is looked up, or worked out, only now. */
async function completed(letter: Letter, cause: string, workshop: Workshop): Promise<Letter> {
  if (letter.name === 'reply') return withOriginal(letter, workshop);
  if (letter.name !== 'statistics' || typeof letter.data.groups !== 'function') return letter;
  const groups = await inSlices(cause, letter.data.groups());
  return { ...letter, data: { ...letter.data, groups } };
}

/**
 * The reply with the words of the mail that it answers, without what that mail quotes itself.
 * @throws if the archive does not hold the mail.
 */
async function withOriginal(letter: Letter & { name: 'reply' }, { archive, read }: Workshop): Promise<Letter> {
  if (!letter.data.original) return letter;
  const { original, ...data } = letter.data;
  const text = visibleText(await read(await archive.fetch(original.mail)));
  return { ...letter, data: text ? { ...data, original: { ...original, text } } : data };
}
