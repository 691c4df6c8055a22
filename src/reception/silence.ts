import { eld } from 'eld/extrasmall';
import { subjectSigns } from '../mail/automatic-subject.ts';
import { wordsSayAutomatic } from '../mail/automatic-words.ts';
import { isTold } from '../mail/beside-report.ts';
import { readsAsReport } from '../mail/bounce-words.ts';
import type { Mail } from '../mail/mail.ts';
import { readsAsNote, wantsSomething } from '../mail/note.ts';
import { readsAsReceipt } from '../mail/receipt.ts';
import { plain } from '../model/plain.ts';
import { speaksOf } from '../model/point-signs.ts';
import type { MailKind } from '../model/policy.ts';
import { sentencesOf } from './points.ts';

/** Why a mail is entered without a letter, though nothing in it forbids one: people see it, and a machine is not answered. */
export type Silent =
  | 'it reads as a note of absence'
  | 'it answers a mail and brings nothing'
  | 'a program may have written it';

/**
 * Why no letter answers a mail of that kind; undefined when one may. Machines without any marker answer in words that no
 * list holds; what they have in common is that they want nothing.
 */
export function whySilent(kind: MailKind, mail: Mail): Silent | undefined {
  // In a thread « We are not available before the 7th » answers what was asked.
  if (kind !== 'request') return undefined;
  if (readsAsNote(mail.text)) return 'it reads as a note of absence';
  if (mayBeOfProgram(mail)) return 'a program may have written it';
  return bringsNothing(mail) ? 'it answers a mail and brings nothing' : undefined;
}

/** It has the words of a machine, beside others. A person who asks is answered, whatever came back to them. */
function mayBeOfProgram(mail: Mail): boolean {
  if (wordsSayAutomatic(mail)?.doubtful) return true;
  return (readsAsReport(mail) || readsAsReceipt(mail)) && !isTold(mail.text);
}

/** People who want something of us in so many words say what. */
const longest = 600;
/** Whose words of asking are known. */
const known = new Set(['fr', 'en', 'es', 'pt', 'ar', 'de', 'it', 'nl', 'ja']);

function bringsNothing({ subject, text, inReplyTo, references, parts }: Mail): boolean {
  const linked = inReplyTo.length > 0 || references.length > 0 || subjectSigns(subject).reply;
  if (!linked || text.trim() === '' || wantsSomething(text, longest)) return false;
  if (parts.some(({ disposition }) => disposition === 'attachment')) return false;
  const said = sentencesOf(text.slice(0, 4 * longest)).map(plain);
  if (said.some((words) => points.some((point) => speaksOf(point, words)))) return false;
  const { language, isReliable } = eld.detect(text.slice(0, 4 * longest));
  return known.has(language) || !isReliable();
}

const points = ['needs', 'agreementType', 'resources'] as const;
