import { eld } from 'eld/extrasmall';
import { listsAnswers } from '../mail/listed-answers.ts';
import type { Mail } from '../mail/mail.ts';
import { asksOfUs } from '../mail/sentences.ts';
import { peek } from '../model/layer.ts';
import { personShown } from '../model/person-shown.ts';
import { plain } from '../model/plain.ts';
import type { LetterRecord } from '../model/records.ts';
import type { Register } from '../model/register.ts';
import { alikeTo, copied } from './copies.ts';
import { sameBox, sameCorrespondent } from './correspondent.ts';
import { wordsKey } from './repetition.ts';
import { openingMail, sentAt } from './rows.ts';
import { broughtBy } from './substance.ts';

const dayMs = 86_400_000;
/** So far back the same text counts as the same. */
const memoryMs = 3 * dayMs;
/** Clocks of mail servers differ from ours by less. */
const skewMs = 10 * 60_000;
/** So many letters are looked at. */
const mostLooked = 500;

/** One text, or nearly, that comes from one address after another, perhaps of one house; each of them had a letter for it. */
export interface SameText {
  /**
   * `machine`: it wants nothing, and comes after our letter to the one before: so does a machine that answers from a new
   * address each time. `many`: it may be a form letter of people, and as many had an answer to it within a day as may.
   */
  kind: 'machine' | 'many';
  /** Who sent it first. */
  first: string;
  /** How many addresses had a letter for it within a day. */
  letters: number;
  /** All that sent it are of the house of who sends it now. */
  ofHouse: boolean;
}

/**
 * Whether others sent the text of this mail, so that it gets no letter; undefined for what people may have written.
 * @param perDay - How many addresses may have a letter for one text within a day.
 * @param receivedAt - ISO 8601, UTC.
 */
export function sameText(
  mail: Mail,
  text: string,
  receivedAt: string,
  perDay: number,
  register: Register,
  now: Date,
): SameText | undefined {
  const letters = lettersFor(mail, text, register, now);
  const [first] = letters;
  if (!first) return undefined;
  const today = letters.filter(({ at }) => now.getTime() - Date.parse(at) < dayMs).length;
  const sender = mail.from[0]?.address ?? '';
  const ofHouse = letters.every(({ to }) => sameCorrespondent(to.address, sender));
  const found = { first: first.to.address, letters: today, ofHouse };
  const answers = letters.some((letter) => Date.parse(receivedAt) >= sentAt(letter) - skewMs);
  if (answers && wantsNothing(mail, text)) return { kind: 'machine', ...found };
  return today >= perDay ? { kind: 'many', ...found } : undefined;
}

/** The letters that acknowledged such a text of others, oldest first; where a person showed since, it was a person's. */
function lettersFor(mail: Mail, text: string, register: Register, now: Date): LetterRecord[] {
  const sender = mail.from[0]?.address ?? '';
  const words = wordsKey(mail, text);
  const copy = copied(mail);
  const isAlike = copy && alikeTo(copy);
  const recent = register.automatic.slice(-mostLooked).filter(({ at }) => now.getTime() - Date.parse(at) <= memoryMs);
  return recent.filter((letter) => {
    const { address } = letter.to;
    const asker = peek(register.requests, letter.reference ?? '')?.requester.address;
    if (asker !== address || sameBox(address, sender)) return false;
    const opener = openingMail(letter, register);
    if (opener?.disposition !== 'request') return false;
    const same = opener.words === words || (opener.copied && isAlike?.(opener.copied));
    return same && personShown([address], register) <= letter.at;
  });
}

/** Whether nobody wants anything of us in it; what it says of a matter is of the reader's own, as in « votre demande ». */
function wantsNothing(mail: Mail, text: string): boolean {
  if (mail.parts.some(({ disposition }) => disposition === 'attachment')) return false;
  if (asksOfUs(text) || listsAnswers(text)) return false;
  if (broughtBy(mail, text).length === 0) return true;
  const { language, isReliable } = eld.detect(text.slice(0, 2000));
  return (known.has(language) || !isReliable()) && yours.test(plain(text.slice(0, 2000)));
}

/** Whose words of asking are known. */
const known = new Set(['fr', 'en', 'es', 'pt', 'ar', 'de', 'it', 'nl', 'ja']);

/** What the reader sent, or is told of: in fr, en, es, pt, de, it and nl, on plain text. */
const yours =
  /\b(?:your|votre|vos|su|tu|seu|sua|vossa|vosso|ihre?[nmrs]?|vostr[oaie]|la sua|il suo|uw|je) (?:\p{L}{1,20} ){0,2}(?:requests?|inquir(?:y|ies)|enquir(?:y|ies)|messages?|e-?mails?|mails?|cases?|tickets?|files?|projects?|applications?|needs|demandes?|courriels?|dossiers?|projets?|solicitud|consulta|mensaje|correo|caso|proyecto|pedido|mensagem|processo|projeto|anfrage|nachricht|anliegen|fall|projekt|richiesta|messaggio|pratica|progetto|aanvraag|bericht|verzoek|vraag|zaak)\b/u;
