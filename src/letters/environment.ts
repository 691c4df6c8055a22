import Handlebars from 'handlebars';
import type { Button } from '../model/letter-parts.ts';
import { type Language, languages } from '../model/request.ts';
import { cutTo } from './cut.ts';
import type { Medium } from './medium.ts';

/** A compiled source: the view's fields in, the medium's words out. */
export type Render = (view: object, language: Language) => string;

/** A source, parsed once for all media. */
type Source = ReturnType<typeof Handlebars.parse>;

/** @throws for what can't be parsed. */
export function parse(source: string): Source {
  return Handlebars.parse(source);
}

/** Longest line, and longest quotation, that is repeated from outside; the whole stays in the archive. */
const longestLine = 200;
const longestQuote = 6000;

type Word = (context: unknown, given: unknown[], options: Handlebars.HelperOptions) => unknown;

/**
 * A strict Handlebars of its own that knows the medium's forms and nothing else.
 * @returns compiles a source; throws at once if it uses an unknown word.
 */
export function environment(medium: Medium): (source: Source) => Render {
  const handlebars = Handlebars.create();
  const known: Record<string, boolean> = {};
  for (const [name, word] of Object.entries(vocabulary(medium))) {
    known[name] = true;
    handlebars.registerHelper(name, function (this: unknown, ...given: unknown[]) {
      // Handlebars always calls with its options last.
      return word(this, given.slice(0, -1), given.at(-1) as Handlebars.HelperOptions);
    });
  }
  const options = { strict: true, noEscape: medium.name === 'text', knownHelpers: known, knownHelpersOnly: true };
  return (source) => {
    // `compile` waits for the first use, but a broken template must be told at start-up.
    new Check(known).accept(source);
    const render = handlebars.compile<object>(source, options);
    return (view, language) => String(render(view, { data: { language } }));
  };
}

/** Refuses the words that Handlebars would refuse, without what it then spends on writing the code. */
class Check extends Handlebars.Visitor {
  readonly #known: Readonly<Record<string, boolean>>;

  constructor(known: Readonly<Record<string, boolean>>) {
    super();
    this.#known = known;
  }

  override BlockStatement(block: hbs.AST.BlockStatement): void {
    this.#look(block);
    super.BlockStatement(block);
  }

  override MustacheStatement(mustache: hbs.AST.MustacheStatement): void {
    this.#look(mustache);
    super.MustacheStatement(mustache);
  }

  override SubExpression(expression: hbs.AST.SubExpression): void {
    this.#look(expression);
    super.SubExpression(expression);
  }

  #look(node: hbs.AST.BlockStatement | hbs.AST.MustacheStatement | hbs.AST.SubExpression): void {
    const word = 'original' in node.path ? String(node.path.original) : '';
    if (Handlebars.AST.helpers.helperExpression(node) && !ownWords.has(word) && this.#known[word] !== true)
      throw new Error(`cannot compile the unknown word ${word}`);
  }
}

/** Words of Handlebars itself. */
const ownWords: ReadonlySet<string> = new Set(['if', 'unless', 'each']);

/** Every word that a template may use beside `if`, `unless` and `each`. */
function vocabulary(medium: Medium): Record<string, Word> {
  const around =
    (form: (content: string) => string): Word =>
    (context, _given, options) =>
      safe(form(inside(context, options)));
  const only =
    (name: Medium['name']): Word =>
    (context, _given, options) =>
      medium.name === name ? inside(context, options) : '';
  return {
    p: around(medium.paragraph),
    heading: around(medium.heading),
    list: around(medium.list),
    item: around(medium.item),
    facts: around(medium.facts),
    note: around(medium.note),
    card: around(medium.card),
    strong: around(medium.strong),
    fact: (context, [label], options) =>
      safe(medium.fact(string(label), inside(context, options), languageOf(options))),
    quote: (_context, [value]) => safe(medium.quote(clip(string(value).trim(), longestQuote))),
    lines: (_context, [value]) => safe(medium.lines(clip(string(value).trim(), longestQuote))),
    line: (_context, [value]) => safe(medium.line(inWholeWords(onOneLine(value)))),
    code: (_context, [value]) => safe(medium.code(onOneLine(value))),
    whole: (_context, [value]) => safe(medium.whole(string(value).trim())),
    br: () => safe(medium.lineBreak()),
    part: (_context, [title, value]) => safe(medium.part(string(title), clip(string(value).trim(), longestQuote))),
    question: (context, [number, title], options) =>
      safe(medium.question(count(number), string(title), inside(context, options))),
    slot: (context, [number, button], options) =>
      safe(medium.slot(count(number), inside(context, options), link(button))),
    button: (_context, [button], options) =>
      safe(
        medium.button(
          link(button, options.hash.label),
          options.hash.quiet === true || quiet(button),
          languageOf(options),
        ),
      ),
    link: (_context, [button], options) => safe(medium.link(link(button), languageOf(options))),
    htmlOnly: only('html'),
    textOnly: only('text'),
    is: (context, [value, wanted], options) =>
      string(value) === wanted ? inside(context, options) : String(options.inverse(context)),
    /** `{{number notices 'demande' 'demandes'}}` → « 2 demandes »; French counts 0 and 1 as one. */
    number: (_context, [things, one, many], options) => {
      if (!Array.isArray(things)) throw new Error(`cannot count ${JSON.stringify(things)}`);
      const single = languageOf(options) === 'fr' ? things.length < 2 : things.length === 1;
      return `${things.length} ${string(single ? one : many)}`;
    },
  };
}

/** What the block holds; Handlebars hands over a lone helper's result as it is, not as a string. */
function inside(context: unknown, options: Handlebars.HelperOptions): string {
  return String(options.fn(context));
}

// Strict mode does not look at what a helper is given: a missing field would be printed as nothing.
function string(value: unknown): string {
  if (typeof value !== 'string') throw new Error(`cannot print ${JSON.stringify(value)} as words`);
  return value;
}

/** Spaces that may not break stay as they are. */
function onOneLine(value: unknown): string {
  return string(value)
    .replace(/[^\S\u00A0\u202F]+/g, ' ')
    .trim();
}

function count(value: unknown): number {
  if (typeof value !== 'number') throw new Error(`cannot number with ${JSON.stringify(value)}`);
  return value;
}

/** A label of the template's own stands for the button's where the version is in another language. */
function link(value: unknown, label?: unknown): Button {
  if (typeof value !== 'object' || value === null || !('label' in value) || !('href' in value))
    throw new Error(`cannot make a button of ${JSON.stringify(value)}`);
  return { label: string(label ?? value.label), href: string(value.href) };
}

function quiet(button: unknown): boolean {
  return typeof button === 'object' && button !== null && 'quiet' in button && button.quiet === true;
}

function languageOf(options: Handlebars.HelperOptions): Language {
  const language = languages.find((known) => known === options.data?.language);
  if (!language) throw new Error(`cannot write in ${JSON.stringify(options.data?.language)}`);
  return language;
}

function inWholeWords(value: string): string {
  return value.length > longestLine ? `${cutTo(value, longestLine)}\u00A0[…]` : value;
}

function clip(value: string, longest: number): string {
  const characters = value.length > longest ? [...value.slice(0, longest + 1)].slice(0, -1).join('').trimEnd() : value;
  return characters === value ? value : `${characters}\u00A0[…]`;
}

function safe(form: string): Handlebars.SafeString {
  return new Handlebars.SafeString(form);
}
