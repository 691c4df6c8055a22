import { isDaemon } from './bounce-words.ts';
import { header, type Mail } from './mail.ts';
import { reportType } from './report-type.ts';
import { ownWords } from './visible-text.ts';

/** Why the mail is a report about mail that went out: a complaint (RFC 5965), DMARC (RFC 7489, 7.2) or TLS (RFC 8460). */
export function feedbackWhy(mail: Mail): string | undefined {
  const type = reportType(mail);
  const has = (part: RegExp) => mail.parts.some(({ contentType }) => part.test(contentType));
  if (type === 'feedback-report' || (has(/^message\/feedback-report$/) && isSent(mail)))
    return 'feedback report (RFC 5965)';
  if (type === 'tlsrpt' || header(mail, 'tls-report-domain') || (has(/^application\/tlsrpt/) && isSent(mail)))
    return 'TLS report (RFC 8460)';
  if (/^\s*\{\s*"(?:notificationType|eventType)"\s*:\s*"Complaint"/.test(mail.text.slice(0, 200)))
    return 'complaint as JSON';
  if (header(mail, 'x-apple-unsubscribe')) return 'opt-out written by a mail program (RFC 2369, 3.2)';
  if (header(mail, 'x-xarf') || header(mail, 'x-arf')) return 'abuse report (X-ARF)';
  if (isDmarc(mail)) return 'DMARC report (RFC 7489, 7.2)';
  return isComplaint(mail) ? 'complaint with the mail attached' : undefined;
}

/** Whether a system sent the report: people attach reports to mails of their own. */
function isSent(mail: Mail): boolean {
  return (
    reportType(mail) !== undefined ||
    mail.returnPath === '' ||
    ownWords(mail.text.slice(0, 8000)).length < 3 ||
    mail.from.some((from) => isDaemon(from) || office.test(from.address)) ||
    reportSubject.test(mail.subject.slice(0, 300))
  );
}

/** Addresses from which reports come. */
const office =
  /^(?:[^@]*(?:no-?reply|dmarc|tls-?rpt|smtp-tls|mta-sts|report|postmaster|abuse|feedback|arf|fbl|complain|jmrp|scomp)[^@]*|staff)@/;
/** Of these, those under which people write as well. */
const shared = /^(?:staff|feedback|[^@]*report[^@]*|[^@]*complain[^@]*|postmaster|abuse)@/;
/** A program names the mail that it complains about by its host or its Message-ID. */
const machineSubject =
  /\b(?:complaint about (?:a |your )?(?:message|e-?mail|mail)|abuse report)\b.{0,40}(?:\d{1,3}(?:\.\d{1,3}){3}|[\da-f]{0,4}:[\da-f:]{4,}|<[^<>\s]{3,200}>)|^\s*(?:\[[^\]]{1,40}\]\s*)?(?:email feedback report|feedback loop)\b/i;
/** Subjects of aggregate reports (RFC 7489, 7.2.1.1; RFC 8460, 5.3). */
const reportSubject =
  /^\s*(?:\[[^\]]{1,40}\]\s*)?(?:report domain\s?:\s.{1,200}\bsubmitter\s?:|\[?dmarc\b.{0,40}\breport\b|tls(?:-?rpt)? report\b)/i;

function isDmarc(mail: Mail): boolean {
  const named = mail.parts.some(({ filename }) =>
    /^[^!\s]{1,200}![^!\s]{1,200}!\d{9,11}!\d{9,11}/.test(filename ?? ''),
  );
  return (
    (named && isSent(mail)) || /^\s*(?:\[[^\]]{1,40}\]\s*)?report domain:\s.{1,200}\bsubmitter:/i.test(mail.subject)
  );
}

/** Providers that report complaints without RFC 5965: the mail attached, from an address made for that. */
function isComplaint(mail: Mail): boolean {
  const attached = mail.parts.some(({ contentType }) => contentType === 'message/rfc822');
  const about = /\b(?:complaint about|abuse report|spam (?:report|complaint)|feedback loop|email feedback report)\b/i;
  const sent = mail.from.some(({ address }) => office.test(address));
  if (!attached || !(sent || mail.returnPath === '')) return false;
  // Offices have people too, who attach a mail to what they have to say.
  const alone = ownWords(mail.text.slice(0, 8000)).length < 3 || machineSubject.test(mail.subject.slice(0, 300));
  if (!alone && mail.returnPath !== '' && mail.from.every(({ address }) => shared.test(address))) return false;
  return about.test(mail.subject) || (sent && about.test(mail.text.slice(0, 1000)));
}
