import { failingDomains } from './people.ts';

/** What the servers' configuration is written from. */
export interface Layout {
  folder: string;
  ports: { imap: number; submission: number; mx: number; remote: number; mute: number };
  /** Address → password. */
  logins: ReadonlyMap<string, string>;
  /** Base64 of the DER public key that signs for every domain. */
  dkimKey: string;
  /** The name under which OpenDKIM reports to our own milter; nobody outside can know it. */
  verifierId: string;
}

/** Any unprivileged uid will do; it needs no line in /etc/passwd. */
export const mailUid = 5000;
export const authservId = 'mx.inm.test';

/** Here the IMAP server says that it can do less than it can: the port is the same. */
export const lesserHosts = { noMove: '127.0.0.2', bare: '127.0.0.3' } as const;

/** File name → content, for all servers, below `layout.folder`. */
export function settingsOf(layout: Layout): Record<string, string> {
  const addresses = [...layout.logins.keys()];
  const domains = [...new Set(addresses.map((address) => address.replace(/^.*@/, '')))];
  return {
    'dovecot.conf': dovecot(layout),
    users: lines([...layout.logins].map(([address, password]) => `${address}:{PLAIN}${password}::::::`)),
    'postfix/main.cf': mainCf(layout, domains),
    'postfix/master.cf': masterCf(layout),
    'postfix/owners': lines(addresses.map((address) => `${address} ${address}`)),
    'postfix/transport': lines(
      [failingDomains.bounced, failingDomains.silent, failingDomains.full]
        .map((name) => `${name} smtp:[127.0.0.1]:${layout.ports.remote}`)
        .concat(
          `${failingDomains.greylisting} discard:`,
          `${failingDomains.mute} smtp:[127.0.0.1]:${layout.ports.mute}`,
        ),
    ),
    'postfix/submission': lines([
      `${failingDomains.refused} 550 5.1.1 User unknown`,
      `${failingDomains.deferred} 450 4.2.1 Mailbox busy, try again later`,
    ]),
    'postfix/remote': lines([
      `${failingDomains.bounced} 550 5.1.1 User unknown`,
      `${failingDomains.silent} 450 4.3.2 Try again later`,
      `${failingDomains.full} 552 5.2.2 Mailbox full`,
    ]),
    'opendkim/sign.conf': opendkim(layout, 'sign', [
      'Mode s',
      // The key follows from who logged in, not from what the From says.
      'SenderMacro {auth_authen}',
      `KeyTable ${layout.folder}/opendkim/keys`,
      `SigningTable ${layout.folder}/opendkim/signers`,
    ]),
    'opendkim/verify.conf': opendkim(layout, 'verify', [
      'Mode v',
      // By default mail from 127.0.0.1 would be signed, never verified.
      'InternalHosts 192.0.2.1',
      `AuthservID ${layout.verifierId}`,
      'AlwaysAddARHeader yes',
      `TestPublicKeys ${layout.folder}/opendkim/public`,
    ]),
    'opendkim/keys': lines(domains.map((domain) => `${domain} ${domain}:test:${layout.folder}/opendkim/private.pem`)),
    'opendkim/signers': lines(domains.map((domain) => `${domain} ${domain}`)),
    'opendkim/public': lines(domains.map((domain) => `test._domainkey.${domain} v=DKIM1; k=rsa; p=${layout.dkimKey}`)),
  };
}

function dovecot({ folder, ports }: Layout): string {
  return `
base_dir = ${folder}/run
state_dir = ${folder}/run
log_path = ${folder}/dovecot.log
protocols = imap lmtp
listen = 127.0.0.1, ${Object.values(lesserHosts).join(', ')}
ssl = required
ssl_cert = <${folder}/tls/server.pem
ssl_key = <${folder}/tls/server.key
first_valid_uid = 1
mail_uid = ${mailUid}
mail_gid = ${mailUid}
mail_location = maildir:${folder}/mail/%Ld/%Ln
# The clerk and the tests log in many times from one address.
mail_max_userip_connections = 40
auth_failure_delay = 0
recipient_delimiter = +
passdb {
  driver = passwd-file
  args = scheme=PLAIN username_format=%u ${folder}/users
}
userdb {
  driver = static
  args = uid=${mailUid} gid=${mailUid} home=${folder}/mail/%Ld/%Ln
}
local ${lesserHosts.noMove} {
  imap_capability = IMAP4rev1 IDLE UIDPLUS
}
local ${lesserHosts.bare} {
  imap_capability = IMAP4rev1
}
service imap-login {
  chroot =
  service_count = 0
  inet_listener imap {
    port = 0
  }
  inet_listener imaps {
    port = ${ports.imap}
    ssl = yes
  }
}
service anvil {
  chroot =
  # Otherwise one wrong password slows all logins from this address for a while.
  unix_listener anvil-auth-penalty {
    mode = 0
  }
}
service stats {
  chroot =
}
service auth {
  unix_listener ${folder}/sockets/sasl {
    mode = 0666
  }
}
service lmtp {
  unix_listener ${folder}/sockets/lmtp {
    mode = 0666
  }
}
protocol lmtp {
  postmaster_address = postmaster@inm.test
}
`;
}

function mainCf({ folder }: Layout, domains: readonly string[]): string {
  return `
compatibility_level = 3.6
queue_directory = ${folder}/queue
data_directory = ${folder}/postfix-data
maillog_file = ${folder}/postfix.log
maillog_file_prefixes = ${folder}
myhostname = submission.inm.test
mydestination =
mynetworks = 192.0.2.1/32
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
alias_maps =
alias_database =
local_transport = error:5.1.1 no local mailboxes
local_recipient_maps =
recipient_delimiter = +
virtual_mailbox_domains = ${domains.join(', ')}
virtual_mailbox_maps = texthash:${folder}/postfix/owners
virtual_transport = lmtp:unix:${folder}/sockets/lmtp
relay_domains = ${failingDomains.bounced}, ${failingDomains.silent}, ${failingDomains.full}, ${failingDomains.greylisting}, ${failingDomains.mute}
transport_maps = texthash:${folder}/postfix/transport
smtp_dns_support_level = disabled
smtp_host_lookup = native
smtpd_peername_lookup = no
smtpd_tls_cert_file = ${folder}/tls/server.pem
smtpd_tls_key_file = ${folder}/tls/server.key
smtpd_tls_loglevel = 0
smtpd_sasl_type = dovecot
smtpd_sasl_path = ${folder}/sockets/sasl
smtpd_sender_login_maps = texthash:${folder}/postfix/owners
smtpd_relay_restrictions = reject_unauth_destination
smtpd_client_connection_count_limit = 0
smtpd_error_sleep_time = 0
smtpd_soft_error_limit = 1000
smtpd_hard_error_limit = 1000
in_flow_delay = 0
message_size_limit = 104857600
mailbox_size_limit = 0
virtual_mailbox_limit = 0
minimal_backoff_time = 1s
maximal_backoff_time = 4s
queue_run_delay = 1s
notify_classes =
milter_default_action = tempfail
`;
}

function masterCf({ folder, ports }: Layout): string {
  const milters = (...names: string[]) => names.map((name) => `unix:${folder}/sockets/${name}`).join(',');
  return `
127.0.0.1:${ports.submission} inet n - n - - smtpd
  -o syslog_name=postfix/submission
  -o smtpd_tls_security_level=encrypt
  -o smtpd_sasl_auth_enable=yes
  -o smtpd_relay_restrictions=permit_sasl_authenticated,reject
  -o smtpd_sender_restrictions=reject_sender_login_mismatch
  -o smtpd_recipient_restrictions=check_recipient_access,texthash:${folder}/postfix/submission,check_policy_service,unix:${folder}/sockets/greylisting
  -o smtpd_milters=${milters('sign')}
  -o content_filter=smtp:[127.0.0.1]:${ports.mx}
127.0.0.1:${ports.mx} inet n - n - - smtpd
  -o syslog_name=postfix/mx
  -o myhostname=${authservId}
  -o smtpd_tls_security_level=may
  -o smtpd_milters=${milters('verify', 'dmarc')}
127.0.0.1:${ports.remote} inet n - n - - smtpd
  -o syslog_name=postfix/remote
  -o myhostname=mx.remote.test
  -o smtpd_recipient_restrictions=check_recipient_access,texthash:${folder}/postfix/remote,reject
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
tlsmgr unix - - n 1000? 1 tlsmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
verify unix - - n - 1 verify
proxymap unix - - n - - proxymap
smtp unix - - n - - smtp
relay unix - - n - - smtp
error unix - - n - - error
retry unix - - n - - error
discard unix - - n - - discard
lmtp unix - - n - - lmtp
anvil unix - - n - 1 anvil
scache unix - - n - 1 scache
postlog unix-dgram n - n - 1 postlogd
`;
}

function opendkim({ folder }: Layout, name: string, more: readonly string[]): string {
  return lines([
    'Syslog no',
    'UserID opendkim',
    // Over TCP each message would cost 90 ms (Nagle's algorithm).
    `Socket local:${folder}/sockets/${name}`,
    'UMask 000',
    // Otherwise 451 at the first message, for a key that others can read.
    'RequireSafeKeys no',
    'Canonicalization relaxed/relaxed',
    ...more,
  ]);
}

function lines(all: readonly string[]): string {
  return `${all.join('\n')}\n`;
}
