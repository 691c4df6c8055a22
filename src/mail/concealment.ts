/**
 * Whether a reader of the HTML sees the text at a place: struck out, it is taken back; hidden, nobody wrote it to be read.
 * Told of the tags in their order; whatever is never closed conceals nothing.
 */
export class Concealment {
  readonly #source: string;
  /** The elements that conceal, or show again what has no size; each with how many of its name are open. */
  #open: { name: string; depth: number; effect: Effect }[] = [];
  /** Where the next closing tag of a name is; looked for once for all that stand before it. */
  #closings = new Map<string, number>();

  constructor(source: string) {
    this.#source = source;
  }

  get active(): boolean {
    const effects = this.#open.map(({ effect }) => effect);
    return effects.includes('conceals') || effects.findLast((effect) => effect !== 'conceals') === 'shrinks';
  }

  /** @param end - Where the tag ends in the source. */
  open(name: string, attributes: string, end: number): void {
    if (voidElements.has(name)) return;
    // A paragraph cannot stand in another: it ends the one before.
    if (name === 'p') this.close('p');
    const around = this.#open.findLast((element) => element.name === name);
    const effect = effectOf(name, attributes);
    if (effect !== undefined && this.#open.length < mostOpen && this.#isClosed(name, end))
      this.#open.push({ name, depth: 1, effect });
    else if (around) around.depth += 1;
  }

  close(name: string): void {
    const at = this.#open.findLastIndex((element) => element.name === name);
    const element = this.#open[at];
    if (!element) return;
    element.depth -= 1;
    if (element.depth === 0) this.#open.length = at;
  }

  #isClosed(name: string, from: number): boolean {
    const known = this.#closings.get(name);
    if (known !== undefined && known >= from) return known < Number.POSITIVE_INFINITY;
    const closing = new RegExp(`</${name}(?![a-z0-9])`, 'gi');
    closing.lastIndex = from;
    const found = closing.exec(this.#source)?.index ?? Number.POSITIVE_INFINITY;
    this.#closings.set(name, found);
    return found < Number.POSITIVE_INFINITY;
  }
}

type Effect = 'conceals' | 'shrinks' | 'shows';

/** No person nests as many; each tag is compared with all that are open. */
const mostOpen = 50;
const voidElements = new Set(['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'wbr']);
const struck = new Set(['s', 'strike', 'del']);

function effectOf(name: string, attributes: string): Effect | undefined {
  if (struck.has(name) || /(?:^|\s)hidden(?=[\s=/>]|$)/i.test(attributes.replace(/"[^"]*"|'[^']*'/g, '')))
    return 'conceals';
  const [, , double, single, bare] = /(^|\s)style\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]*))/i.exec(attributes) ?? [];
  const style = double ?? single ?? bare;
  if (style === undefined) return undefined;
  if (concealing.test(style)) return 'conceals';
  if (/(?:^|[;\s])font-size\s*:\s*0(?:\.0+)?(?:px|pt|em|rem|%)?\s*(?:!important\s*)?(?:;|$)/i.test(style))
    return 'shrinks';
  return /(?:^|[;\s])font(?:-size)?\s*:/i.test(style) ? 'shows' : undefined;
}

const concealing =
  /(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|opacity\s*:\s*0(?:\.0+)?\s*(?:!important\s*)?(?:;|$)|text-decoration(?:-line)?\s*:[^;]*line-through)/i;
