import type { Button } from '../model/letter-parts.ts';
import type { Language } from '../model/request.ts';

/**
 * The forms that a letter is made of, in one medium. `content` is already in the medium (escaped, in HTML);
 * every other string is raw and may come from outside.
 */
export interface Medium {
  name: 'html' | 'text';
  paragraph(content: string): string;
  heading(content: string): string;
  list(content: string): string;
  item(content: string): string;
  facts(content: string): string;
  fact(label: string, content: string, language: Language): string;
  /** Several lines of somebody else's words, kept apart from ours. */
  quote(value: string): string;
  /** Several lines of our own. */
  lines(value: string): string;
  /** A title of third rank, and several lines of somebody else's words. */
  part(title: string, value: string): string;
  question(number: number, title: string, content: string): string;
  /** A start that can be chosen. */
  slot(number: number, content: string, button: Button): string;
  note(content: string): string;
  /** One thing among several of its kind, with everything that belongs to it. */
  card(content: string): string;
  strong(content: string): string;
  /** Characters that must be read one by one, such as a command or a one-time code. */
  code(value: string): string;
  /** A reference or another word that no line may break. */
  whole(value: string): string;
  lineBreak(): string;
  /** A line of somebody else's words inside our sentence. */
  line(value: string): string;
  button(button: Button, quiet: boolean, language: Language): string;
  /** A button among many that one looks for: one line of a list. */
  link(button: Button, language: Language): string;
}
