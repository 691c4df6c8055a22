import { header, type Mail } from './mail.ts';

/** Why the mail is a report about mail that went out: a complaint (RFC 5965), DMARC (RFC 7489, 7.2) or TLS (RFC 8460). */
export function feedbackWhy(mail: Mail): string | undefined {
  const type = /report-type\s{0,5}=\s{0,5}"?([\w-]{1,40})/i
    .exec(header(mail, 'content-type') ?? '')?.[1]
    ?.toLowerCase();
  if (type === 'feedback-report' || mail.parts.some(({ contentType }) => contentType === 'message/feedback-report'))
    return 'feedback report (RFC 5965)';
  if (
    type === 'tlsrpt' ||
    mail.parts.some(({ contentType }) => contentType.startsWith('application/tlsrpt')) ||
    header(mail, 'tls-report-domain')
  )
    return 'TLS report (RFC 8460)';
  if (/^\s*\{\s*"(?:notificationType|eventType)"\s*:\s*"Complaint"/.test(mail.text.slice(0, 200)))
    return 'complaint as JSON';
  if (header(mail, 'x-apple-unsubscribe')) return 'opt-out written by a mail program (RFC 2369, 3.2)';
  if (header(mail, 'x-xarf') || header(mail, 'x-arf')) return 'abuse report (X-ARF)';
  if (isDmarc(mail)) return 'DMARC report (RFC 7489, 7.2)';
  return isComplaint(mail) ? 'complaint with the mail attached' : undefined;
}

function isDmarc(mail: Mail): boolean {
  const named = mail.parts.some(({ filename }) =>
    /^[^!\s]{1,200}![^!\s]{1,200}!\d{9,11}!\d{9,11}/.test(filename ?? ''),
  );
  return named || /^\s*report domain:\s.{1,200}\bsubmitter:/i.test(mail.subject);
}

/** Providers that report complaints without RFC 5965: the mail attached, from an address made for that. */
function isComplaint(mail: Mail): boolean {
  const attached = mail.parts.some(({ contentType }) => contentType === 'message/rfc822');
  const about = /\b(?:complaint about|abuse report|spam (?:report|complaint)|feedback loop|email feedback report)\b/i;
  const office = mail.from.some(({ address }) =>
    /^(?:staff|abuse|feedback|feedbackloop|fbl[\w.-]*|complaints?|jmrp|scomp|arf)@/.test(address),
  );
  return (
    attached &&
    (about.test(mail.subject) ? office || mail.returnPath === '' : office && about.test(mail.text.slice(0, 1000)))
  );
}
