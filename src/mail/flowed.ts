/**
 * Text of format=flowed with its paragraphs on one line again (RFC 3676, 4). Linear in the length of the text.
 * @param delSp - Whether the space before a soft line end is not part of the text.
 */
export function unflow(text: string, delSp: boolean): string {
  let read = '';
  /** So much of the text is read; lines behind it stay as they are. */
  let done = 0;
  /** The depth of the paragraph that goes on; undefined where none does. */
  let open: number | undefined;
  for (let start = 0; start <= text.length; ) {
    const found = text.indexOf('\n', start);
    const end = found < 0 ? text.length : found;
    let at = start;
    while (text.charAt(at) === '>') at += 1;
    const depth = at - start;
    const content = text.slice(text.charAt(at) === ' ' ? at + 1 : at, end);
    const signature = content === '-- ';
    const soft = content.endsWith(' ') && !signature;
    const words = soft && delSp ? content.slice(0, -1) : content;
    const joined = open === depth && !signature;
    const line = joined ? words : `${text.slice(start, at)}${depth > 0 && words ? ' ' : ''}${words}`;
    if (joined || line.length !== end - start || !text.startsWith(line, start)) {
      read += `${text.slice(done, joined ? start - 1 : start)}${line}`;
      done = end;
    }
    open = soft ? depth : undefined;
    start = end + 1;
  }
  return read + text.slice(done);
}
