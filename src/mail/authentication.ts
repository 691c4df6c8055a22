import { header, type Mail } from './mail.ts';

export type DmarcVerdict = 'pass' | 'fail' | 'none';

/**
 * What our own mail server says of the From (RFC 8601): only the topmost Authentication-Results counts, and only when
 * the pinned server wrote it; those below came with the mail, and anyone may write them.
 * @param authservId - The name that our server signs its results with.
 */
export function believedDmarc(mail: Pick<Mail, 'headers' | 'from'>, authservId: string): DmarcVerdict {
  const value = header(mail, 'authentication-results');
  if (value === undefined) return 'none';
  const [server = '', ...results] = withoutComments(value).split(';');
  // The identifier may be followed by a version number (RFC 8601, 2.2).
  if (server.trim().split(/\s+/)[0]?.toLowerCase() !== authservId.toLowerCase()) return 'none';
  const domain = mail.from[0]?.address.split('@').at(-1)?.toLowerCase();
  for (const result of results) {
    const method = /^\s*dmarc\s*(?:\/\s*\d+\s*)?=\s*([a-z]+)/i.exec(result)?.[1]?.toLowerCase();
    if (method === undefined) continue;
    const from = /header\.from\s*=\s*"?([^\s;"]+)/i.exec(result)?.[1]?.toLowerCase().split('@').at(-1);
    if (method === 'pass') return from === domain && mail.from.length === 1 ? 'pass' : 'none';
    return method === 'fail' ? 'fail' : 'none';
  }
  return 'none';
}

/** Comments may hold anything, a semicolon too (RFC 5322, 3.2.2); the value comes from outside, so no recursion. */
function withoutComments(value: string): string {
  let depth = 0;
  let kept = '';
  let quoted = false;
  for (let i = 0; i < value.length; i++) {
    const char = value[i] ?? '';
    if (char === '\\') {
      if (depth === 0) kept += char + (value[i + 1] ?? '');
      i += 1;
    } else if (depth === 0 && char === '"') {
      quoted = !quoted;
      kept += char;
    } else if (!quoted && char === '(') depth += 1;
    else if (!quoted && char === ')' && depth > 0) depth -= 1;
    else if (depth === 0) kept += char;
  }
  return kept;
}
