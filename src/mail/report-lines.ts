/** A recipient that the words of a report name, and what is said of it. */
export interface NamedRecipient {
  address: string;
  /** The lines that follow it, up to the next recipient. */
  diagnostic: string;
  /** It stands in a line of its own, as in a list; false: in a sentence. */
  listed: boolean;
}

/** Punctuation of Chinese and Japanese text. */
const wide = '：，；（）「」【】、。';
const address = String.raw`(?:"[^"\s<>]{1,80}"|[^\s<>()"',;:\[\]=|*${wide}]{1,100})@[^\s<>()"',;:\[\]=|*${wide}]{1,200}`;
/** A line that is an address, or begins with one and says what of it, as reports list their recipients. */
const listed = new RegExp(
  String.raw`^[\s*>•-]{0,12}(?:(?:failed |invalid |bad |undeliverable |final |original )?(?:recipient|address|user|addressee|e-?mail|error-for|rcpt to|rcpt)s?(?: address)?\s?[:=]\s{0,10}|-- )?["'<\[(]{0,2}(?:(?:smtp|rfc822|internet)[:;]\s?)?<?(${address})>?(?:["'>\])]{0,2})(?::|\s*$|\.\.\.| \.\.\.|,?\s+(?:on|at|:|-|\(|\.|because|could|is|was|has|no |user|unknown|delivery|<)|\s*<|[;,]\s*$)`,
  'i',
);
/** An alias behind the recipient, or an X.400 name that holds the address. */
const behind = new RegExp(
  String.raw`\((?:expanded|generated|originally) from:? {0,2}<?(${address})>?\)|\bSMTP=(${address});`,
  'i',
);
const anywhere = new RegExp(address, 'g');
const aside =
  /\b(?:contact|assistance|questions?|help|support|postmaster|administrator|abuse|please (?:forward|send)|from|sender|sent by|reply-to|subject|message-id|identifi(?:er|ant|cativ[oa]|cador)|return-path)\b.{0,60}$|^\s*(?:from|sender|reply-to|subject|date|sent|message-id)\s*:/i;

/**
 * Recipients named in the words of a report, in order, each once: those that stand in a line of their own or, where
 * there are none, those named in a sentence.
 * @param reporter - The address of the mail system.
 * @param told - Addresses of those who are told: a sentence that names them names no recipient.
 */
export function recipientsIn(report: string, reporter: string, told: ReadonlySet<string>): NamedRecipient[] {
  const lines = report
    .split('\n')
    .slice(0, 2000)
    .map((line) => line.slice(0, 1000));
  const found = new Map<string, string[]>();
  let current: string[] | undefined;
  for (const line of lines) {
    const match = listed.exec(line) ?? behind.exec(line);
    const name = clean(match?.[1] ?? match?.[2]);
    if (name && name !== reporter && !/^(?:from|sender|reply-to|return-path)\b/i.test(line.trim())) {
      current = found.get(name) ?? [];
      found.set(name, current);
    }
    current?.push(line.trim());
  }
  const listedAny = found.size > 0;
  if (!listedAny)
    for (const line of lines) {
      for (const [match] of aside.test(line) ? [] : line.matchAll(anywhere)) {
        const name = clean(match);
        if (name && name !== reporter && !told.has(name) && !found.has(name)) found.set(name, [line.trim()]);
      }
    }
  return [...found].map(([name, said]) => ({
    address: name,
    listed: listedAny,
    diagnostic: said.join(' ').replace(/\s+/g, ' ').slice(0, 2000),
  }));
}

/**
 * Recipients in the reporter's own domain whom it lists without it, as AOL and GroupWise do: the lines below one that ends
 * in a colon, indented, a word each and perhaps a reason in brackets.
 */
export function localNamesIn(report: string, reporter: string): string[] {
  const domain = reporter.slice(reporter.lastIndexOf('@') + 1);
  const list = /:[ \t]*\n(?:[ \t]*\n)?((?:[ \t]+[\w.+-]{1,64}(?:[ \t]+\([^()\n]{1,200}\))?[ \t]*(?:\n|$))+)/.exec(
    report.slice(0, 20_000),
  )?.[1];
  if (!list || !domain) return [];
  const names = list.split('\n').flatMap((line) => /^\s+([\w.+-]*\w)/.exec(line)?.[1] ?? []);
  return names.slice(0, 100).map((name) => `${name}@${domain}`.toLowerCase());
}

function clean(found: string | undefined): string | undefined {
  const name = found
    ?.replace(/^(?:mailto|smtp|rfc822):/i, '')
    .replace(/[.>]+$/, '')
    .toLowerCase();
  return name && /^[^@]+@[^@]+$/.test(name) ? name : undefined;
}
