import type { Secrets } from './secrets.ts';
import type { Settings } from './settings.ts';

/** Where mail is read from. */
export type IntakeSettings =
  | {
      kind: 'imap';
      host: string;
      port: number;
      /** True: TLS from the first byte (993); false: STARTTLS, which is required. */
      secure: boolean;
      user: string;
      password: string;
      /** PEM text of the authority to trust instead of the system's. */
      ca?: string;
      /** Name of the mailbox that is read. */
      inbox: string;
      sizeLimit: number;
    }
  | { kind: 'maildir'; path: string };

/** Where letters are handed over. */
export type PostmanSettings =
  | {
      kind: 'smtp';
      host: string;
      port: number;
      security: 'tls' | 'starttls' | 'none';
      auth?: { user: string; password: string };
      /** PEM text of the authority to trust instead of the system's. */
      ca?: string;
    }
  | { kind: 'maildir'; root: string };

export function intakeOf({ intake: { imap, maildir }, institute }: Settings, secrets: Secrets): IntakeSettings {
  if (maildir !== undefined) return { kind: 'maildir', path: maildir };
  if (!imap || secrets.imapPassword === undefined) throw new Error('cannot assemble an intake without IMAP or Maildir');
  const secure = imap.security === 'tls';
  return {
    kind: 'imap',
    host: imap.host,
    port: imap.port ?? (secure ? 993 : 143),
    secure,
    user: imap.user ?? institute.address,
    password: secrets.imapPassword,
    ...(secrets.imapCa === undefined ? {} : { ca: secrets.imapCa }),
    inbox: imap.inbox,
    sizeLimit: imap.sizeLimitMegabytes * 1_000_000,
  };
}

const smtpPorts = { tls: 465, starttls: 587, none: 25 };

export function postmanOf({ postman: { smtp, maildir }, institute }: Settings, secrets: Secrets): PostmanSettings {
  if (maildir !== undefined) return { kind: 'maildir', root: maildir };
  if (!smtp) throw new Error('cannot assemble a postman without SMTP or Maildir');
  const { host, port, security, user = institute.address } = smtp;
  const password = secrets.smtpPassword;
  return {
    kind: 'smtp',
    host,
    port: port ?? smtpPorts[security],
    security,
    ...(password === undefined ? {} : { auth: { user, password } }),
    ...(secrets.smtpCa === undefined ? {} : { ca: secrets.smtpCa }),
  };
}
