/** What is read of a notification; whoever sends it may leave anything out. */
interface Notification {
  notificationType?: unknown;
  eventType?: unknown;
  /** Of an envelope: the notification itself. */
  Message?: unknown;
  bounce?: { bounceType?: unknown; bouncedRecipients?: unknown };
  delivery?: { recipients?: unknown };
  mail?: { commonHeaders?: { messageId?: unknown } };
}

/**
 * A bounce or a delivery that Amazon SES tells of as JSON, in the fields of RFC 3464, with the Message-ID of our mail; empty
 * for any other text.
 */
export function notificationAsFields(text: string): string {
  const found = notificationIn(text.trimStart());
  if (!found) return '';
  const { bounce, delivery, mail } = found;
  const id = word(mail?.commonHeaders?.messageId);
  const transient = word(bounce?.bounceType).toLowerCase() === 'transient';
  const failed = list(bounce?.bouncedRecipients).map((recipient) =>
    group(recipient, { action: 'failed', status: transient ? '4.0.0' : '5.0.0' }),
  );
  const delivered = list(delivery?.recipients).map((emailAddress) =>
    group({ emailAddress }, { action: 'delivered', status: '2.0.0' }),
  );
  const groups = [...failed, ...delivered].filter(Boolean);
  return groups.length === 0 ? '' : [...groups, id && `Message-ID: ${id}`].join('\n\n');
}

const kinds = new Set(['Bounce', 'Delivery']);

function notificationIn(text: string): Notification | undefined {
  const read = parsed(text);
  const inner = typeof read?.Message === 'string' ? parsed(read.Message) : read;
  return kinds.has(word(inner?.notificationType ?? inner?.eventType)) ? inner : undefined;
}

/** The object at the beginning, in one line or in all: a footer may follow it. */
function parsed(text: string): Notification | undefined {
  if (!text.startsWith('{') || text.length > longest) return undefined;
  const [line = ''] = text.split('\n', 1);
  for (const json of [line, text.slice(0, text.lastIndexOf('}') + 1)]) {
    try {
      const read: unknown = JSON.parse(json);
      if (typeof read === 'object' && read !== null) return read;
    } catch {
      // Not JSON, and so no notification.
    }
  }
  return undefined;
}

const longest = 200_000;

function group(recipient: unknown, told: { action: string; status: string }): string {
  if (typeof recipient !== 'object' || recipient === null) return '';
  const fields: Record<string, unknown> = { ...recipient };
  const address = word(fields.emailAddress);
  if (!address.includes('@')) return '';
  return [
    `Final-Recipient: rfc822; ${address}`,
    `Action: ${word(fields.action) || told.action}`,
    `Status: ${word(fields.status) || told.status}`,
    `Diagnostic-Code: ${word(fields.diagnosticCode)}`,
  ].join('\n');
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value.slice(0, 1000) : [];
}

/** A text in one line. */
function word(value: unknown): string {
  return typeof value === 'string' ? value.replace(/\s+/g, ' ').slice(0, 2000) : '';
}
