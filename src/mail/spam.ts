import { headerAll, type Mail } from './mail.ts';

/** Verdicts that filters in front of the mailbox write, and the values that mean spam. */
const verdicts: readonly [name: string, value: RegExp][] = [
  ['x-spam-flag', /^\s*yes\b/i],
  ['x-spam-status', /^\s*yes\b/i],
  ['x-spam', /^\s*(?:yes|true|spam)\b/i],
  ['x-rspamd-action', /^\s*(?:reject|add header|rewrite subject)/i],
  ['x-spamd-result', /^\s*[\w-]{1,40}: True\b/i],
  ['x-ms-exchange-organization-scl', /^\s*[5-9]\b/],
  [
    'x-forefront-antispam-report',
    /\b(?:SCL:[5-9]|SFV:(?:SPM|SKB|SKS)|CAT:(?:SPM|HSPM|PHSH|HPHISH|HPHSH|MALW|SPOOF|[DU]IMP|GIMP|INTOS))\b/,
  ],
  ['x-spam-verdict', /^\s*(?:spam|phish|malware)/i],
  ['x-ovh-spam-reason', /^\s*spam/i],
  ['x-vr-spamstate', /^\s*spam/i],
  ['x-barracuda-spam-flag', /^\s*yes\b/i],
  ['x-dspam-result', /^\s*(?:spam|blacklisted)/i],
  ['x-bogosity', /^\s*(?:spam|yes)\b/i],
  ['x-mailscanner-spamcheck', /^\s*spam\b/i],
  ['x-proofpoint-spam-details', /\brule=(?:\w{1,20}_)?spam\b/i],
  ['x-cmae-verdict', /^\s*spam/i],
];

/**
 * Why the filter in front of the mailbox takes the mail for spam; undefined when it does not.
 * @param configured - A further field and what its value holds when the mail is spam.
 */
export function spamWhy(mail: Mail, configured?: { name: string; value: string }): string | undefined {
  const own =
    configured &&
    headerAll(mail, configured.name.toLowerCase()).some((value) =>
      value.toLowerCase().includes(configured.value.toLowerCase()),
    );
  if (configured && own) return `${configured.name}: ${configured.value}`;
  const verdict = verdicts.find(([name, value]) => headerAll(mail, name).some((written) => value.test(written)));
  return verdict ? `${verdict[0]}: ${headerAll(mail, verdict[0])[0]?.slice(0, 60) ?? ''}` : undefined;
}
