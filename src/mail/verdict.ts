import { believedAlignment, believedDmarc, type DmarcVerdict } from './authentication.ts';
import { headerAll, type Mail } from './mail.ts';

/** Whose word counts: the server that signs its results with that name, or Exchange Online for one tenant. */
interface Believed {
  authservId?: string | undefined;
  /** The tenant's id, as Microsoft Entra shows it. */
  exchangeTenant?: string | undefined;
}

/** What the house's own mail system says of the From; `none` when nobody's word is believed. */
export function verdictOf(mail: Pick<Mail, 'headers' | 'from'>, believed: Believed): DmarcVerdict {
  if (believed.exchangeTenant !== undefined) return exchangeVerdict(mail, believed.exchangeTenant);
  return believed.authservId === undefined ? 'none' : believedDmarc(mail, believed.authservId);
}

/** Whether the house's own mail system says that the mail comes from the house that its From names. */
export function vouchedFor(mail: Pick<Mail, 'headers' | 'from'>, believed: Believed): boolean {
  const verdict = verdictOf(mail, believed);
  if (verdict !== 'none') return verdict === 'pass';
  if (believed.exchangeTenant !== undefined) {
    const named = exchangeResults(mail);
    return named !== undefined && believedAlignment(named, exchange);
  }
  return believed.authservId !== undefined && believedAlignment(mail, believed.authservId);
}

/**
 * Exchange Online writes no authserv-id. It takes its own X-MS-Exchange-Organization-* fields out of what comes from
 * outside (the header firewall) and says in them who submitted the mail; two of a kind are the work of somebody else.
 */
function exchangeVerdict(mail: Pick<Mail, 'headers' | 'from'>, tenant: string): DmarcVerdict {
  const submitted = only(mail, 'x-ms-exchange-organization-authas');
  const crossed = only(mail, 'x-ms-exchange-crosstenant-authas');
  if (submitted === 'internal') {
    // A colleague with a licence of this tenant; Exchange lets nobody write in another's name unasked.
    const ours = only(mail, 'x-ms-exchange-crosstenant-id') === tenant.toLowerCase();
    return ours && crossed === 'internal' && mail.from.length === 1 ? 'pass' : 'none';
  }
  const named = exchangeResults(mail);
  if (!named) return 'none';
  if (/(?:^|[\s;])compauth\s*=\s*fail\b/i.test(named.headers[0]?.value ?? '')) return 'fail';
  return believedDmarc(named, exchange);
}

const exchange = 'exchange.invalid';

/** What Exchange Online found of a mail from outside, as a server with a name would write it. */
function exchangeResults(mail: Pick<Mail, 'headers' | 'from'>): Pick<Mail, 'headers' | 'from'> | undefined {
  if (only(mail, 'x-ms-exchange-organization-authas') !== 'anonymous') return undefined;
  const [results] = headerAll(mail, 'authentication-results');
  // With a name before the results, it is another server's word.
  if (results === undefined || !/^\s*(?:spf|dkim|dmarc|arc|compauth)\s*=/i.test(results)) return undefined;
  return { ...mail, headers: [{ name: 'authentication-results', value: `${exchange}; ${results}` }] };
}

/** The value of a field that is there exactly once, in lower case. */
function only(mail: Pick<Mail, 'headers'>, name: string): string | undefined {
  const [value, ...others] = headerAll(mail, name);
  return others.length > 0 ? undefined : value?.trim().toLowerCase();
}
