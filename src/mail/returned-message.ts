import type { Mail } from './mail.ts';

/** A report and the mail that it returns, told apart. */
export interface Returned {
  /** What the reporting system says. */
  report: string;
  /** The returned mail, or its header; empty when nothing was returned. */
  original: string;
}

const maxLength = 100_000;

/** Words of which every line that begins a copy holds one: the pattern below is dear. */
const keyword = /message|mail|cop[yi]|header|mensagem|mensaje|messaggio|nachricht|копия|原信|附件/i;

/** Lines with which mail systems begin the copy of the mail that they return. */
const copyBegins = new RegExp(
  [
    String.raw`^[\s>|*=~#.+_-]*(?:(?:here|below|this|following|enclosed|attached|included|above)\b.{0,40})?\b(?:copy of (?:the|your)|original|returned|unsent|undelivered|bounced|rejected|quarantined|forwarded)\s+(?:e-?)?(?:message|mail)\b[^@]{0,60}$`,
    String.raw`^[\s>|*=~#.+_-]{2,}.{0,30}\b(?:message|mail|headers?|text)\b.{0,30}\b(?:below|follows?|following|attached|begins?)\b`,
    String.raw`^[\s>|*=~#.+_-]*(?:original message (?:as received|follows|attached)|your message reads|message (?:headers?|text|contents?) follows?|the (?:header|first \d+ lines|following is a copy|message returned)\b|included is a copy|here is a copy|the body of the message|a (?:copy|summary) of (?:the|your))`,
    String.raw`^[\s>|*=~#.+_-]*-{2,}.{0,30}(?:message originel|message d'origine|message original|mensaje original|mensagem original|ursprüngliche|originalnachricht|messaggio originale|copia del|копия сообщения|原信|附件中)`,
  ].join('|'),
  'i',
);
const headerLine =
  /^(?:>\s?)?(?:return-path:|received:\s+(?:from|by|\()|delivered-to:|dkim-signature:|x-mozilla-status:)/i;

/**
 * Splits a report into what the mail system says and the mail it returns. Looks at the first 100,000 characters, in time
 * linear in their number.
 */
export function splitReturned(mail: Mail): Returned {
  const attached = mail.parts.find(({ contentType }) =>
    /^(?:message\/(?:rfc822|global|partial|rfc822-headers|global-headers)|text\/(?:x-)?rfc822-?headers)$/.test(
      contentType,
    ),
  );
  const lines = mail.text.slice(0, maxLength).split('\n');
  const start = lines.findIndex((line, index) => index > 0 && beginsCopy(line));
  if (start < 0) return { report: lines.join('\n'), original: attached?.text ?? '' };
  return { report: lines.slice(0, start).join('\n'), original: attached?.text ?? lines.slice(start).join('\n') };
}

function beginsCopy(line: string): boolean {
  if (line.length > 200) return false;
  return headerLine.test(line) || (keyword.test(line) && copyBegins.test(line));
}
