import { expect, test } from 'vitest';
import { visibleText } from '../../src/mail/visible-text.ts';
import { research } from '../../src/reception/research.ts';
import { mailOf } from '../mail/make.ts';
import { writers } from './writers.ts';

test.each(Object.entries(writers))(
  '%s',
  (_, { from, subject = 'Demande', text, role, forwardedFor, needs, ...who }) => {
    const mail = mailOf({ from, subject, text });
    const { requester, findings } = research(mail, visibleText(mail), [], 2026);
    const values = (kind: string) => findings.filter((finding) => finding.kind === kind).map(({ value }) => value);
    const { address: _address, timeZone: _zone, ...read } = requester;
    expect({ ...read, role: values('role')[0], forwardedFor: values('forwardedFor')[0] }).toEqual({
      ...who,
      role,
      forwardedFor,
    });
    expect(values('need')).toEqual(needs);
  },
);
