import { header, type Mail } from './mail.ts';

export type DmarcVerdict = 'pass' | 'fail' | 'none';

/**
 * What our own mail server says of the From (RFC 8601): only the topmost Authentication-Results counts, and only when
 * the pinned server wrote it; those below came with the mail, and anyone may write them.
 * @param authservId - The name that our server signs its results with.
 */
export function believedDmarc(mail: Pick<Mail, 'headers' | 'from'>, authservId: string): DmarcVerdict {
  const domain = mail.from[0]?.address.split('@').at(-1)?.toLowerCase();
  const verdicts = believedResults(mail, authservId).flatMap((result): DmarcVerdict[] => {
    const method = /^\s*dmarc\s*(?:\/\s*\d+\s*)?=\s*([a-z]+)/i.exec(result)?.[1]?.toLowerCase();
    if (method === undefined) return [];
    const from = /(?<!\S)header\.from\s*=\s*(\S+)/i.exec(result)?.[1]?.toLowerCase().split('@').at(-1);
    if (method === 'pass') return [from === domain && mail.from.length === 1 ? 'pass' : 'none'];
    return [method === 'fail' ? 'fail' : 'none'];
  });
  // A server says it once; what else is there was smuggled into a value that it repeats.
  return (
    verdicts.find((verdict) => verdict === 'fail') ??
    verdicts.find((verdict) => verdict === 'none') ??
    verdicts[0] ??
    'none'
  );
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
  spf: /(?<!\S)smtp\.mailfrom\s*=\s*(\S+)/i,
  dkim: /(?<!\S)header\.[di]\s*=\s*(\S+)/i,
};

/** The results that the pinned server wrote, one by one; none when the topmost field is another's. */
function believedResults(mail: Pick<Mail, 'headers'>, authservId: string): string[] {
  const value = header(mail, 'authentication-results');
  if (value === undefined) return [];
  const [server = '', ...results] = (plainly(value) ?? '').split(';');
  // The identifier may be followed by a version number (RFC 8601, 2.2).
  return server.trim().split(/\s+/)[0]?.toLowerCase() === authservId.toLowerCase() ? results : [];
}

/**
 * The field with a space for each comment, and no character in quoted strings that could be taken for its grammar: in both
 * stands what strangers wrote (RFC 5322, 3.2.2 and 3.2.4). Undefined when one of them does not end. No recursion, for the
 * value comes from outside.
 */
function plainly(value: string): string | undefined {
  let depth = 0;
  let kept = '';
  let quoted = false;
  for (let i = 0; i < value.length; i++) {
    const char = value[i] ?? '';
    if (char === '\\' && (quoted || depth > 0)) {
      if (depth === 0) kept += '_';
      i += 1;
    } else if (depth === 0 && char === '"') quoted = !quoted;
    else if (quoted) kept += /[\w.@+-]/.test(char) ? char : '_';
    else if (char === '(') {
      if (depth === 0) kept += ' ';
      depth += 1;
    } else if (char === ')' && depth > 0) depth -= 1;
    else if (depth === 0) kept += char;
  }
  return quoted || depth > 0 ? undefined : kept;
}
