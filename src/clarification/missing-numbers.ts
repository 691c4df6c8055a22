import type { Written } from './list-leads.ts';

interface Item {
  value: number;
  line: number;
  rest: string;
  named: boolean;
  unclear?: true;
}

/** A number before a figure, which may as well be a range or a decimal. */
interface Doubtful extends Item {
  form: string;
}

/**
 * With the numbers that stand before a figure: « 4-15 millions » between « 3-Convention » and « 5-Mai », « 4.180,000 » below
 * « 3.MoU ». Only where it is missing, and written as those above, it is no range and no decimal; where it may be either,
 * nobody knows what it answers.
 * @param fits - Whether it says what is asked under its number.
 */
export function withMissing<Each extends Item>(
  found: readonly Each[],
  lines: readonly Written[],
  fits: (item: Item) => boolean,
): (Each | Item)[] {
  const [first] = found;
  const above = first
    ? doubtfulIn(lines, 0, first.line).filter(({ form }) => form === formOf(lines[first.line]?.text))
    : [];
  const leads = first !== undefined && above.length === first.value - 1 && isInOrder(above, 0);
  const behind = found.flatMap((item, index): (Each | Item)[] => {
    const next = found[index + 1];
    const form = formOf(lines[item.line]?.text);
    const between = doubtfulIn(lines, item.line + 1, next?.line).filter((each) => kindOf(each.form) === kindOf(form));
    const missing = next ? next.value - item.value - 1 : between.length;
    const inOrder = isInOrder(between, item.value);
    if (between.length === 0 || between.length > missing) return [item];
    const nextForm = next ? formOf(lines[next.line]?.text) : form;
    const isAlike = (each: Doubtful) =>
      each.form === form && (each.form === nextForm || kindOf(nextForm) !== kindOf(form));
    const borneOut = index > 0 && formOf(lines[found[index - 1]?.line ?? 0]?.text) === form;
    const isSure = (each: Doubtful) => (isAlike(each) ? borneOut || fits(each) : next !== undefined && fits(each));
    const all = inOrder && between.length === missing && between.every(isSure);
    if (!all && !between.every((each) => isAlike(each) || (inOrder && next))) return [item];
    return [item, ...between.map(({ form: _, ...each }): Item => (all ? each : { ...each, unclear: true }))];
  });
  return leads ? [...above.map(({ form: _, ...each }) => each), ...behind] : behind;
}

const isInOrder = (items: readonly Item[], from: number) => items.every(({ value }, at) => value === from + 1 + at);

function doubtfulIn(lines: readonly Written[], from: number, to: number | undefined): Doubtful[] {
  return lines.slice(from, to).flatMap(({ depth, text }, at): Doubtful[] => {
    const [mark, value] = (depth === 0 && beforeFigure.exec(text)) || [];
    if (mark === undefined) return [];
    return [{ line: from + at, rest: text.slice(mark.length), value: Number(value), named: false, form: formOf(text) }];
  });
}

const beforeFigure = /^[*_•\s]*\(?([1-5])(?:[.:/]|\s?[–—-]\s?)(?=\d)/u;

/** What stands behind the number that begins the line: « 4 - » as « - », spaces kept. */
export function formOf(text = ''): string {
  const [, sign = ''] = /^[*_•\s]*\(?[1-9](\s?[.):/–—-]+\s?)/u.exec(text) ?? [];
  return sign.replaceAll(/\s/g, ' ');
}

const kindOf = (form: string): string =>
  form
    .replace(/\s/g, '')
    .replace(/[–—-]+/u, '-')
    .slice(-1);
