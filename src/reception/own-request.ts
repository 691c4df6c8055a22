import type { Mail } from '../mail/mail.ts';
import { domainOf } from '../model/domain.ts';
import { lettersOf, mailsOf } from '../model/filing.ts';
import { bareSubject } from '../model/kin.ts';
import { plain } from '../model/plain.ts';
import { speaksOf } from '../model/point-signs.ts';
import type { Register } from '../model/register.ts';
import type { Request } from '../model/request.ts';
import { asks } from './asking.ts';
import { isFreeMail } from './free-mail.ts';
import { introducedOrganisation, ownKind } from './introduction.ts';
import { sentencesOf } from './points.ts';

/**
 * Whether somebody who takes no part in a request uses its thread for one of its own, as who has our letter from another
 * and answers it to write to us: in words that ask for something, under a subject that goes on with nothing there, or for
 * another house than the requester's.
 * @param named - The reference that the subject names.
 * @param text - What the sender wrote, without quote and signature.
 */
export function opensAnother(
  { from, subject, text }: Pick<Mail, 'from' | 'subject' | 'text'>,
  named: string | undefined,
  request: Request,
  register: Register,
): boolean {
  const asked = sentencesOf(text)
    .map(plain)
    .filter((said) => asks(said) && (speaksOf('needs', said) || speaksOf('agreementType', said)));
  if (asked.length === 0) return false;
  if (named === undefined && !goesOn(subject, request, register)) return true;
  // « Répondre » writes our subject: it says nothing. A desk that answers it speaks of its house and of its courses too.
  return asked.some((said) => !ofTheReader.test(said)) && forAnotherHouse(from[0], text, request);
}

/** What thanks, acknowledges or invites is no wish of the writer's. */
const ofTheReader = new RegExp(
  [
    '\\b(?:thank\\w*|remerci\\w*|gracias|agradec\\w*|obrigad[oa]s?)\\b',
    '\\b(?:received|receipt|recu[es]?|reception|accus\\w+|recibi\\w*|recebe\\w*|recebi\\w*|acus\\w+)\\b',
    '\\b(?:if you|should you|si (?:vous|tu|usted|ustedes|desea|quiere|necesita)|se (?:voce|desejar|quiser|precisar))\\b',
    '(?<!\\p{L})(?:[وف]?(?:شكرا|نشكر|اشكر)\\p{L}*|استلمنا|تلقينا|(?:إذا|اذا) كنت)',
  ].join('|'),
  'u',
);

/** Whoever has a part in the matter has no need to say who it is; a private address of the requester's own is no house. */
function forAnotherHouse(author: Mail['from'][0] | undefined, text: string, { requester }: Request): boolean {
  if (!author || samePerson(author.name, requester.name)) return false;
  const named = introducedOrganisation(text);
  if (named !== undefined) return !alike(named, requester.organisation ?? '');
  return ownKind(text) !== undefined && ![author.address, requester.address].some((each) => isFreeMail(domainOf(each)));
}

function samePerson(one: string, other: string): boolean {
  const [these, those] = [one, other].map(
    (name) =>
      plain(name)
        .match(/[\p{L}\p{N}]+/gu)
        ?.sort()
        .join(' ') ?? '',
  );
  return these !== '' && these === those;
}

function alike(one: string, other: string): boolean {
  const [short = '', long = ''] = [plain(one), plain(other)].sort((a, b) => a.length - b.length);
  return short !== '' && long.includes(short);
}

/** An empty subject says nothing of its own. */
function goesOn(subject: string, request: Request, register: Register): boolean {
  const bare = bareSubject(subject);
  const known = [
    request.subject,
    ...lettersOf(register, request).map((id) => register.letters.get(id)?.subject ?? ''),
    ...mailsOf(register, request).map((id) => register.mails.get(id)?.subject ?? ''),
  ].map(bareSubject);
  // Programs cut long subjects, and relays write before or behind them.
  return bare === '' || known.some((other) => other !== '' && (bare.includes(other) || other.startsWith(bare)));
}
