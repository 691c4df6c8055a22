/** Elements whose text is none. */
export const skipped = new Set(['script', 'style', 'title', 'template', 'noscript', 'xml', 'o:officedocumentsettings']);
/** Elements that are lines of their own. */
export const blocks = new Set([
  'address',
  'article',
  'aside',
  'body',
  'center',
  'dd',
  'div',
  'dl',
  'dt',
  'fieldset',
  'footer',
  'form',
  'header',
  'main',
  'nav',
  'ol',
  'section',
  'table',
  'tbody',
  'tfoot',
  'thead',
  'tr',
  'ul',
]);
/** Those with a blank line before and behind them. */
export const paragraphs = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote', 'pre']);

/** Past the `>` that ends a tag, one inside quotes left out. */
export function tagEnd(source: string, from: number): number {
  const plain = source.indexOf('>', from);
  if (plain < 0) return source.length;
  let quotes = 0;
  for (let at = from; at < plain; at += 1) if (source.charCodeAt(at) === 0x22) quotes += 1;
  if (quotes % 2 === 0) return plain + 1;
  const quote = source.indexOf('"', plain);
  // A quote that is not closed within a tag's reasonable length is a stray one.
  if (quote < 0 || quote - plain > 2000) return plain + 1;
  return after(source, source.indexOf('>', quote), 1);
}

/** Past the closing tag of the element; where it began, if it is never closed. */
export function afterElement(source: string, from: number, name: string, unclosed: Set<string>): number {
  if (unclosed.has(name)) return from;
  const closing = new RegExp(`</${name}\\b[^>]{0,200}>`, 'gi');
  closing.lastIndex = from;
  const found = closing.exec(source);
  // An element that is never closed hides nothing: its text is read.
  if (!found) unclosed.add(name);
  return found ? found.index + found[0].length : from;
}

export function after(source: string, found: number, length: number): number {
  return found < 0 ? source.length : found + length;
}
