/**
 * Whether the text at a place stands in a colour that its writer picked, to set it off from what it answers. Told of the
 * tags in their order.
 */
export class Ink {
  /** The open elements that set a colour, each with how many of its name are open. */
  #open: { name: string; depth: number; picked: boolean }[] = [];

  get picked(): boolean {
    return this.#open.at(-1)?.picked === true;
  }

  open(name: string, attributes: string): void {
    const around = this.#open.findLast((element) => element.name === name);
    const colour = name === 'a' ? 'link' : setting.exec(attributes)?.[0];
    if (colour && this.#open.length < mostOpen) this.#open.push({ name, depth: 1, picked: palette.test(colour) });
    else if (around) around.depth += 1;
  }

  close(name: string): void {
    const at = this.#open.findLastIndex((element) => element.name === name);
    const element = this.#open[at];
    if (!element) return;
    element.depth -= 1;
    if (element.depth === 0) this.#open.length = at;
  }
}

/** No person nests as many. */
const mostOpen = 50;

const setting =
  /(?<![\w-])(?:color|background|mso-highlight)\s{0,3}[:=]\s{0,3}["']?(?:#\w{3,6}|rgb\([\d, ]{5,20}\)|\w{3,20})/i;
/** The colours of the button that mail programs have for it, of text and of the marker. */
const palette =
  /color\W{1,8}(?:#(?:f00|ff0000|c00000|c0504d|ed7d31|e36c0a|ffc000|00f|0000ff|0070c0|00b0f0|1f497d|4f81bd|4472c4|008000|00b050|70ad47|9bbb59|7030a0|8064a2|800080)|(?:red|blue|green|purple|orange|magenta|fuchsia|teal|maroon)|rgb\((?:255, ?0, ?0|192, ?0, ?0|0, ?0, ?255|0, ?112, ?192|0, ?176, ?80|112, ?48, ?160)\))$|(?:background|mso-highlight)\W{1,4}(?:yellow|lime|aqua|fuchsia)$/i;
