import type { DmarcVerdict } from '../mail/authentication.ts';
import type { AttachedFile } from '../model/event-parts.ts';
import type { Staff } from '../model/partner.ts';
import type { Policy } from '../model/policy.ts';
import { newKey } from './authority.ts';
import { commandButtons, withKey } from './buttons.ts';
import type { Level, Refusal } from './command.ts';
import type { Line } from './grammar.ts';

interface Given {
  person: Staff;
  reference: string | undefined;
  body: string;
  files: readonly AttachedFile[];
  policy: Policy;
  now: Date;
}

/**
 * Refused for want of proof: the registered address gets the command back as a button with a key, for some mail servers
 * write no verdict at all. Of a From that is known to be forged nothing comes back.
 */
export function unproven(
  lines: readonly Line[],
  level: Level,
  lacking: string,
  verdict: DmarcVerdict,
  { person, reference, body, files, policy, now }: Given,
): Refusal {
  if (verdict === 'fail') return { refused: lacking };
  const usage = lines.map(({ line }) => line).join(' ');
  const again = files.length > 0 ? ' (joignez de nouveau les fichiers, puis envoyez)' : '';
  const form = { usage, label: `C’est bien moi\u00A0: redonner «\u00A0${usage}\u00A0»${again}`, body };
  const key = newKey(person, level, reference, policy, now);
  const request = reference === undefined ? undefined : { reference };
  return {
    refused: `${lacking} Ou redonnez la commande par le bouton ci-dessous. Si vous ne l’avez pas écrite, ne faites rien.`,
    buttons: commandButtons([form], request, policy).map((button) => withKey(button, key, policy)),
  };
}
