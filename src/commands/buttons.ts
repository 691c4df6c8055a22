import type { Button } from '../model/letter-parts.ts';
import { mailto } from '../model/mailto.ts';
import type { Policy } from '../model/policy.ts';
import type { Request } from '../model/request.ts';
import type { Form } from './command.ts';
import { keyInSubject } from './grammar.ts';

/** Buttons that open a mail with the command in its subject. */
export function commandButtons(
  forms: readonly Form[],
  request: Pick<Request, 'reference'> | undefined,
  policy: Policy,
): Button[] {
  return forms.map(({ usage, label, body = '', open = false }) => ({
    label,
    href: mailto({
      to: policy.institute.address,
      subject: subjectOf(usage, request),
      body,
    }),
    command: { line: usage, reference: request?.reference, body, open },
  }));
}

/** The button with the key that its reader needs; before the command, for some labels ask to write behind it. */
export function withKey(button: Button, key: string | undefined, { institute }: Policy): Button {
  const { command } = button;
  if (!command || key === undefined) return button;
  const { line, reference, body } = command;
  const subject = subjectOf(`${keyInSubject(key)} ${line}`, reference === undefined ? undefined : { reference });
  return { ...button, href: mailto({ to: institute.address, subject, body }) };
}

/** The subject that gives the command. */
export function subjectOf(usage: string, request: Pick<Request, 'reference'> | undefined): string {
  return request ? `[${request.reference}] ${usage}` : usage;
}

/** One click puts the request into the one that it may repeat. */
export function mergeButtons(
  duplicates: readonly string[],
  request: Pick<Request, 'reference'>,
  policy: Policy,
): Button[] {
  const forms = duplicates.map((other) => ({ usage: `#fusionner ${other}`, label: `Fusionner avec ${other}` }));
  return commandButtons(forms, request, policy);
}
