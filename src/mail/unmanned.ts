/** Addresses behind which nobody reads (RFC 3834, 2; RFC 2142). */
const nobody =
  /no[-_.]?reply|do[-_.]?not[-_.]?reply|ne[-_.]?pas[-_.]?repondre|no[-_.]?respond(?:er|a)|nao[-_.]?respond|^(?:mailer[-_.]?daemon|mailerdaemon|mdaemon|postmaster|daemon|listserv|listproc|majordomo|root|nobody|automailer|auto(?:mated|matic)?|robot|bot|cron|notifications?|notify|alerts?|mailing|bounces?|bounce[-_.+=].*|owner-.*|.*-(?:request|bounces?|owner|return|errors?))$/;

/** Addresses under which newsletters are sent, and hardly anybody writes. */
const bulletin = /^(?:news(?:letters?)?|bulletins?|info-?lettres?|nouvelles|bolet[ií]n|boletim)$/;

/** @param user - What stands before the @. */
export function isUnmanned(user: string): boolean {
  return nobody.test(user);
}

/** @param user - What stands before the @. */
export function isBulletin(user: string): boolean {
  return bulletin.test(user);
}
