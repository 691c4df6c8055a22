import { expect } from 'vitest';
import { readMail } from '../../src/io/mime.ts';
import { bounceReport } from '../../src/mail/bounce.ts';
import { calendarPart } from '../../src/mail/calendar.ts';
import { visibleText } from '../../src/mail/visible-text.ts';
import { type Circle, triage } from '../../src/reception/triage.ts';

/** All that is read in a mail before anything is decided. */
export async function readAndTriaged(raw: Buffer, circle: Circle) {
  const mail = await readMail(raw);
  const { subject, from, defects } = mail;
  return {
    triage: triage(mail, circle),
    subject,
    from,
    defects,
    text: visibleText(mail),
    bounce: bounceReport(mail),
    calendar: calendarPart(mail)?.uid,
  };
}

/** Fails where the mail says something else with LF, CRLF or CR. */
export async function asOneReading(raw: Buffer, circle: Circle): Promise<void> {
  const text = raw.toString('latin1').replace(/\r\n?/g, '\n');
  const [lf, crlf, cr] = await Promise.all(
    ['\n', '\r\n', '\r'].map((end) => readAndTriaged(Buffer.from(text.replaceAll('\n', end), 'latin1'), circle)),
  );
  expect(crlf).toEqual(lf);
  expect(cr).toEqual(lf);
}
