import MailComposer from 'nodemailer/lib/mail-composer';
import type { Mail } from '../../src/mail/mail.ts';

/** The text of the invitation or cancellation that a letter carries. */
export function calendarOf(mail: Mail | undefined): string {
  const text = mail?.parts.find(({ contentType }) => contentType === 'text/calendar')?.text;
  if (!text) throw new Error(`no calendar part in « ${mail?.subject} »`);
  return text.replace(/\r?\n[ \t]/g, '');
}

export function property(calendar: string, name: string): string | undefined {
  return new RegExp(`^${name}[:;](.*)$`, 'm').exec(calendar.slice(calendar.indexOf('BEGIN:VEVENT')))?.[1]?.trim();
}

/** What a calendar program writes back (RFC 5546, 3.2.3 and 3.2.7). */
export function calendarReply(answer: {
  from: string;
  to?: string;
  /** Who answers, when it is not who writes. */
  attendee?: string;
  invitation: string;
  method?: 'REPLY' | 'COUNTER' | 'CANCEL';
  partstat: string;
  /** `DTSTART` and `DTEND` of a COUNTER, whole lines. */
  times?: string[];
  comment?: string;
  /** What the person writes in the mail. */
  words?: string;
  organizer?: boolean;
  /** `none` where the program leaves it out. */
  sequence?: number | 'none';
  /** `DTSTAMP`. */
  stamp?: string;
  answers?: Mail;
  headers?: Record<string, string>;
}): Promise<Buffer> {
  const { from, invitation, method = 'REPLY', partstat, organizer = true, answers } = answer;
  const address = answer.attendee ?? /<(.+)>/.exec(from)?.[1] ?? from;
  const lines = [
    'BEGIN:VCALENDAR',
    'PRODID:-//Some client//EN',
    'VERSION:2.0',
    `METHOD:${method}`,
    'BEGIN:VEVENT',
    `UID:${property(invitation, 'UID')}`,
    ...(answer.sequence === 'none' ? [] : [`SEQUENCE:${answer.sequence ?? property(invitation, 'SEQUENCE')}`]),
    `DTSTAMP:${answer.stamp ?? '20261124T120000Z'}`,
    ...(answer.times ?? [`DTSTART;${property(invitation, 'DTSTART')}`]),
    ...(organizer ? [`ORGANIZER;${property(invitation, 'ORGANIZER')}`] : []),
    `ATTENDEE;PARTSTAT=${partstat}:mailto:${address}`,
    ...(answer.comment ? [`COMMENT:${answer.comment}`] : []),
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ];
  const verbs: Record<string, string> = { ACCEPTED: 'Accepted', DECLINED: 'Declined', TENTATIVE: 'Tentative' };
  return new MailComposer({
    from,
    to: answer.to ?? 'info@inm.example',
    subject: `${verbs[partstat] ?? 'New time'}: meeting`,
    text: answer.words ?? answer.comment ?? '',
    ...(answer.headers && { headers: answer.headers }),
    ...(answers?.messageId && { inReplyTo: answers.messageId, references: [answers.messageId] }),
    alternatives: [
      {
        contentType: `text/calendar; charset=utf-8; method=${method}`,
        content: lines.join('\r\n'),
      },
    ],
  })
    .compile()
    .build();
}
