import type { Understood } from '../clarification/understood.ts';
import type { Letter } from '../model/letter.ts';
import type { Request } from '../model/request.ts';
import type { Reading } from './reading.ts';

type Forbidden = NonNullable<Reading['forbids']>;

/**
 * The same answer without the letters that its mail forbids: none goes to the address that it came from, and what such a
 * letter would have offered is not held for anybody. The host, and who asked where a colleague writes, hear of it as ever.
 * `unsent`: in French, for staff, that a letter did not go out and why; empty where all went.
 */
export function withheld(reading: Reading, read: Understood, request: Request): Understood & { unsent: string } {
  const { answerable, forbids } = reading;
  const sender = reading.cause.mail.from[0]?.address ?? '';
  const letters = answerable
    ? read.letters
    : read.letters.filter((letter) => letter.to.address !== sender || isFirstInvitation(letter, request, forbids));
  if (letters.length === read.letters.length)
    return { ...read, what: [...read.what, ...(read.offered ?? [])], unsent: '' };
  const why = forbids ? ` (${inFrench[forbids]})` : '';
  return {
    ...read,
    events: read.events.filter(({ kind }) => kind !== 'slots-offered'),
    letters,
    unsent: `Aucune lettre n’est partie vers ${sender}\u00A0: son courriel n’admet pas de réponse automatique${why}. À vous de lui écrire.`,
  };
}

/**
 * The invitation to a slot that somebody chooses in our thread is what was agreed with them, as if a person had booked it
 * (RFC 5546, 3.2.2): without it only one side would know of the meeting. Gateways write these fields into the mail of people
 * too. Once for each request: a machine that chooses again would be answered again.
 */
function isFirstInvitation({ calendar }: Letter, { history }: Request, forbids: Forbidden | undefined): boolean {
  if (calendar?.method !== 'REQUEST' || !forbids || !byGateways.has(forbids)) return false;
  return !history.some(({ kind }) => kind === 'meeting-booked');
}

const byGateways: ReadonlySet<Forbidden> = new Set(['X-Auto-Response-Suppress', 'Precedence', 'a list']);

const inFrench: Readonly<Record<Forbidden, string>> = {
  'null sender': 'expéditeur vide, comme celui d’un avis de non-remise',
  'Auto-Submitted': 'champ Auto-Submitted',
  'X-Auto-Response-Suppress': 'champ X-Auto-Response-Suppress',
  Precedence: 'champ Precedence',
  'a list': 'champs d’une liste de diffusion',
  'no address to answer to': 'aucune adresse où répondre',
  'nobody reads that address': 'personne ne lit cette adresse',
  'a device or a program': 'adresse d’un appareil ou d’un programme',
  'the text of a foreign form names the author': 'formulaire d’un autre site',
  'it asks not to be answered': 'il demande qu’on n’y réponde pas',
  'the address is ours': 'adresse de la maison',
  'several authors and no Reply-To': 'plusieurs auteurs',
  'it reads as a note of absence': 'il se lit comme un avis d’absence',
  'a program may have written it': 'un programme l’a peut-être écrit',
  'it answers a mail and brings nothing': 'il répond à un courriel et ne demande rien',
};
