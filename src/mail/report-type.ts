import { header, type Mail } from './mail.ts';

/**
 * The `report-type` of a mail that is a report as a whole (multipart/report, RFC 6522), in lower case, empty when it
 * names none; undefined for other mails: in those a part that looks like a report was attached by somebody.
 */
export function reportType(mail: Pick<Mail, 'headers'>): string | undefined {
  const type = header(mail, 'content-type') ?? '';
  // Filters wrap a report in multipart/mixed and leave its parameter where it was.
  const named = /^\s*multipart\/[^;]{1,30};.{0,300}\breport-type\s{0,5}=\s{0,5}"?([\w-]{1,40})/i.exec(type)?.[1];
  return named?.toLowerCase() ?? (/^\s*multipart\/report\b/i.test(type) ? '' : undefined);
}
