import type { Button, LetterData } from '../model/letter.ts';
import { mailto } from '../model/mailto.ts';
import type { Policy } from '../model/policy.ts';
import type { Request } from '../model/request.ts';
import type { Command } from './command.ts';

interface Form {
  usage: string;
  label?: string;
  body?: string;
}

/** Buttons that open a mail with the command in its subject. */
export function commandButtons(
  usages: readonly (Form & { choices?: readonly Form[] })[],
  request: Pick<Request, 'reference'> | undefined,
  policy: Policy,
): Button[] {
  const forms = usages.flatMap((usage) => usage.choices ?? [usage]);
  return forms.map(({ usage, label, body = '' }) => ({
    label: label ?? usage,
    href: mailto({
      to: policy.institute.address,
      subject: request ? `[${request.reference}] ${usage}` : usage,
      body,
    }),
  }));
}

/** The way back from what was just done. */
export function undoButtons(request: Pick<Request, 'reference'> | undefined, policy: Policy): Button[] {
  return commandButtons([{ usage: '#annuler', label: 'Annuler' }], request, policy);
}

/** One click puts the request into the one that it may repeat. */
export function mergeButtons(
  duplicates: readonly string[],
  request: Pick<Request, 'reference'>,
  policy: Policy,
): Button[] {
  const usages = duplicates.map((other) => ({ usage: `#fusionner ${other}`, label: `Fusionner avec ${other}` }));
  return commandButtons(usages, request, policy);
}

/** The commands that are possible now: all of them when no request is named. */
export function helpData(
  commands: readonly Command[],
  request: Request | undefined,
  policy: Policy,
): LetterData['help'] {
  const possible = commands.filter(
    ({ statuses, names: [name] }) =>
      !request || (name !== 'nouveau' && (!statuses || statuses.includes(request.status))),
  );
  return {
    reference: request?.reference ?? '',
    commands: possible.flatMap((command) =>
      commandButtons([command], request, policy).map((button) => ({
        usage: command.usage,
        summary: command.summary,
        level: command.level,
        button,
      })),
    ),
  };
}
