import { header, type Mail } from './mail.ts';

export type DmarcVerdict = 'pass' | 'fail' | 'none';

/**
 * What our own mail server says of the From (RFC 8601): only the topmost Authentication-Results counts, and only when
 * the pinned server wrote it; those below came with the mail, and anyone may write them.
 * @param authservId - The name that our server signs its results with.
 */
export function believedDmarc(mail: Pick<Mail, 'headers' | 'from'>, authservId: string): DmarcVerdict {
  const domain = mail.from[0]?.address.split('@').at(-1)?.toLowerCase();
  for (const result of believedResults(mail, authservId)) {
    const method = /^\s*dmarc\s*(?:\/\s*\d+\s*)?=\s*([a-z]+)/i.exec(result)?.[1]?.toLowerCase();
    if (method === undefined) continue;
    const from = /header\.from\s*=\s*"?([^\s;"]+)/i.exec(result)?.[1]?.toLowerCase().split('@').at(-1);
    if (method === 'pass') return from === domain && mail.from.length === 1 ? 'pass' : 'none';
    return method === 'fail' ? 'fail' : 'none';
  }
  return 'none';
}

/**
 * Whether a check passed for the house that the From names, as DMARC would count it where the house has published no
 * policy (RFC 7489, 3.1): SPF for its envelope sender, or DKIM for its signature.
 */
export function believedAlignment(mail: Pick<Mail, 'headers' | 'from'>, authservId: string): boolean {
  const domain = mail.from[0]?.address.split('@').at(-1)?.toLowerCase() ?? '';
  if (mail.from.length !== 1 || !domain.includes('.')) return false;
  return believedResults(mail, authservId).some((result) => {
    const [, method = ''] = /^\s*(spf|dkim)\s*(?:\/\s*\d+\s*)?=\s*pass\b/i.exec(result) ?? [];
    const named = properties[method.toLowerCase()]?.exec(result)?.[1]?.toLowerCase().split('@').at(-1) ?? '';
    return named.includes('.') && (`.${domain}`.endsWith(`.${named}`) || named.endsWith(`.${domain}`));
  });
}

const properties: Readonly<Record<string, RegExp>> = {
  spf: /\bsmtp\.mailfrom\s*=\s*"?([^\s;"]+)/i,
  dkim: /\bheader\.[di]\s*=\s*"?([^\s;"]+)/i,
};

/** The results that the pinned server wrote, one by one; none when the topmost field is another's. */
function believedResults(mail: Pick<Mail, 'headers'>, authservId: string): string[] {
  const value = header(mail, 'authentication-results');
  if (value === undefined) return [];
  const [server = '', ...results] = withoutComments(value).split(';');
  // The identifier may be followed by a version number (RFC 8601, 2.2).
  return server.trim().split(/\s+/)[0]?.toLowerCase() === authservId.toLowerCase() ? results : [];
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
