import { htmlToText } from '../mail/html-text.ts';
import { apartFromLetter } from '../mail/typed-in.ts';
import type { Policy } from '../model/policy.ts';
import type { Register } from '../model/register.ts';
import { lettersAnswered } from './possession.ts';
import type { MailCause } from './reading.ts';

/**
 * The text of a mail, with the letter of ours that it answers marked as quoted where something was typed into that.
 * @returns `wants`, where that letter has to be read first.
 */
export function withLetterApart(
  { mail, filed }: MailCause,
  register: Register,
  policy: Policy,
): { wholeText: string; wants?: string } {
  const [letter] = lettersAnswered(mail, register, policy);
  if (letter === undefined || mail.text.length < shortest) return { wholeText: mail.text };
  if (!filed?.has(letter.content)) return { wholeText: mail.text, wants: letter.content };
  const sent = filed.get(letter.content);
  const forms = [sent?.text ?? '', htmlToText(sent?.html ?? '')].filter(Boolean);
  const { subject, from } = letter;
  return { wholeText: apartFromLetter(mail.text, forms, [subject, from.address]) };
}

/** Characters: no letter of ours is in less. */
const shortest = 200;
