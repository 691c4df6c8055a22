/**
 * Text of format=flowed with its paragraphs on one line again (RFC 3676, 4).
 * @param delSp - Whether the space before a soft line end is not part of the text.
 */
export function unflow(text: string, delSp: boolean): string {
  const lines: string[] = [];
  let open: { depth: number; text: string } | undefined;
  const close = () => {
    if (open) lines.push(`${'>'.repeat(open.depth)}${open.depth > 0 && open.text ? ' ' : ''}${open.text}`);
    open = undefined;
  };
  for (const line of text.split('\n')) {
    const depth = /^>*/.exec(line)?.[0].length ?? 0;
    const content = line.slice(depth).replace(/^ /, '');
    if (open?.depth !== depth) close();
    const soft = content.endsWith(' ') && content !== '-- ';
    if (content === '-- ') close();
    open = { depth, text: `${open?.text ?? ''}${soft && delSp ? content.slice(0, -1) : content}` };
    if (!soft) close();
  }
  close();
  return lines.join('\n');
}
