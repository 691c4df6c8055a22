import { alarm } from '../agenda/news.ts';
import { commandButtons } from '../commands/buttons.ts';
import { affirms } from '../dissemination/approval-words.ts';
import { partnerOf } from '../dissemination/interest.ts';
import { wantsItBack } from '../dissemination/returning-words.ts';
import type { RegisterEvent } from '../model/events.ts';
import type { Letter } from '../model/letter.ts';
import type { Button } from '../model/letter-parts.ts';
import { mailto } from '../model/mailto.ts';
import { lettersIn, reachable } from '../model/network.ts';
import type { Partner } from '../model/partner.ts';
import { plain } from '../model/plain.ts';
import type { Policy } from '../model/policy.ts';
import type { Register } from '../model/register.ts';
import { receive } from '../reception/registration.ts';
import { lettersAnswered } from './possession.ts';
import { answered, type Handler, type Reading } from './reading.ts';

type Planned = ReturnType<Handler>;

/** A person's address stops at once; the institution stays, and staff hears of it. */
export function stop(reading: Reading, partner: Partner, register: Register, policy: Policy): Planned {
  const { mail } = reading.cause;
  const { name = '', address = '' } = mail.from[0] ?? {};
  const why = 'does not want the digest any more';
  const stopped: RegisterEvent = { kind: 'contact-stopped', partner: partner.id, address, mail: mail.id };
  const substitute = reachable(partner, register, address);
  const proposed = substitute ? undefined : proposeColleague(reading, partner, register);
  const data = { address, partner: partner.name, substitute: substitute?.address ?? '', takesOver: false };
  const confirmed: Letter = {
    ...{ name: 'contact-stopped', data, ...envelope(partner, { name, address }, register), thread: answered(reading) },
  };
  // The institution learns of it by somebody else than who may have been imitated.
  const stoppedBefore = register.optedOut.has(address);
  const told: Letter[] =
    substitute && !stoppedBefore
      ? [
          {
            ...{ name: 'contact-stopped', data: { ...data, takesOver: true } },
            ...{ ...envelope(partner, substitute, register), thread: [] },
          },
        ]
      : [];
  const what = `${address} ne veut plus recevoir le bulletin`;
  const alarmed = substitute
    ? alarm(
        `contact/${partner.id}`,
        `${what}\u00A0: dès maintenant, celui de ${partner.name} part à ${substitute.address}.`,
        `Rien, si c’est exact. Sinon, «\u00A0#partenaire ${partner.id} adresse …\u00A0» redemande l’accord de la personne.`,
        policy,
      )
    : alarm(
        `partner/${partner.id}`,
        `${what}, et ${partner.name} n’a plus d’autre adresse.`,
        proposed
          ? `La personne nomme ${proposed.address}, à qui le greffier demande de confirmer. Suivez la réponse.`
          : `Joignez l’établissement\u00A0: «\u00A0#partenaire ${partner.id} remplaçant …\u00A0» nomme une autre personne, «\u00A0#partenaire ${partner.id} retirer …\u00A0» confirme le départ.`,
        policy,
      );
  const events = [
    receive(reading.cause, 'partner-answer', why, 'partners'),
    stopped,
    ...(proposed ? proposed.events : []),
  ];
  const letters = [...(reading.answerable ? [confirmed] : []), ...told, ...(proposed?.letters ?? []), ...alarmed];
  return { why, events, letters, folder: 'partners' };
}

/**
 * Who did not ask for it answers the letter that says so: all is as before, and staff hears of it. Undefined for any other
 * mail: only who holds that mailbox knows the Message-ID that is answered.
 */
export function resume(reading: Reading, register: Register, policy: Policy): Planned | undefined {
  const { mail } = reading.cause;
  const { name = '', address = '' } = mail.from[0] ?? {};
  const [letter] = lettersAnswered(mail, register, policy);
  const partner = partnerOf(address, policy);
  if (
    !partner ||
    !register.optedOut.has(address) ||
    letter?.letter !== 'contact-stopped' ||
    letter.to.address !== address
  )
    return undefined;
  if (!wantsItBack(reading.text)) return undefined;
  const why = 'it had not asked to be left alone';
  const { id, name: house, contacts } = partner;
  const changed: RegisterEvent = {
    ...{ kind: 'partner-changed', partner: { id, name: house, contacts: [...contacts] }, why, address, optedIn: true },
  };
  const what = `${address} reçoit de nouveau le bulletin de ${house}\u00A0: la personne n’avait pas demandé de ne plus le recevoir.`;
  const todo = 'Quelqu’un a pu écrire en son nom\u00A0: lisez le premier courriel, classé avec ceux des partenaires.';
  return {
    why,
    events: [receive(reading.cause, 'partner-answer', why, 'partners'), changed],
    letters: [
      {
        ...{ name: 'contact-resumed', data: { address, partner: house } },
        ...{ ...envelope(partner, { name, address }, register), thread: answered(reading) },
      },
      ...alarm(`contact/${id}`, what, todo, policy),
    ],
    folder: 'partners',
  };
}

/**
 * Who was the last contact of an institution names a colleague: undefined unless the mail holds one other address of the
 * same domain. The colleague is asked, and written to only once it has confirmed itself.
 */
export function proposeColleague(
  { cause: { mail }, text }: Reading,
  partner: Partner,
  register: Register,
): { address: string; events: RegisterEvent[]; letters: Letter[] } | undefined {
  const sender = mail.from[0]?.address ?? '';
  const domain = sender.slice(sender.lastIndexOf('@'));
  const named = (text.slice(0, 3000).match(/[^\s@<>()",;:[\]]{1,64}@[^\s@<>()",;:[\]]{1,255}/gu) ?? []).map((word) =>
    word.replace(/[.!?]+$/, '').toLowerCase(),
  );
  const others = [...new Set(named)].filter((address) => address !== sender && address.endsWith(domain));
  const [address] = others;
  // Who asked not to be written to is not asked by a colleague's word.
  if (address === undefined || others.length > 1 || register.optedOut.has(address)) return undefined;
  const contact = { name: partner.name, address };
  return {
    address,
    events: [{ kind: 'contact-proposed', partner: partner.id, contact }],
    letters: [ask(partner, contact, register)],
  };
}

/** The address confirms itself by answering; until then nothing changes. */
function ask(
  partner: Pick<Partner, 'id' | 'name'>,
  contact: { name: string; address: string },
  register: Register,
): Letter {
  const data = { name: contact.name === partner.name ? '' : contact.name, partner: partner.name };
  return { name: 'contact-confirm', data, ...envelope(partner, contact, register), thread: [] };
}

/** Whether the digest is meant is not clear: the person is asked, and nothing changes until it says so. */
export function askLeaving(
  reading: Reading,
  partner: Partner,
  register: Register,
  { institute }: Pick<Policy, 'institute'>,
): Letter[] {
  if (!reading.answerable) return [];
  const { name = '', address = '' } = reading.cause.mail.from[0] ?? {};
  const leave = {
    label: 'Ne plus recevoir le bulletin',
    href: mailto({ to: institute.address, subject: 'Désabonnement', body: '' }),
  };
  const data = { address, partner: partner.name, leave };
  const to = envelope(partner, { name, address }, register);
  return [{ name: 'leaving-unclear', data, ...to, thread: answered(reading) }];
}

/** Whether who was asked that says yes, it shall stop. */
export function agreesToLeave(reading: Reading, register: Register, policy: Policy): boolean {
  const [from] = reading.cause.mail.from;
  const [letter] = lettersAnswered(reading.cause.mail, register, policy);
  if (letter?.letter !== 'leaving-unclear' || letter.to.address !== from?.address) return false;
  return affirms(reading.text, { name: from.name }, 'answer');
}

/** What staff can do about who may want to leave: the sheet of the institution, with all that may be changed. */
export function changeButtons({ id, name }: Pick<Partner, 'id' | 'name'>, policy: Policy): Button[] {
  return commandButtons([{ usage: `#partenaire ${id}`, label: `Modifier\u00A0: ${name}` }], undefined, policy);
}

/**
 * A new address that answers the letter which asked it: it is written to from now on, and both it and the one before are
 * told. Undefined for any other mail: only who holds that mailbox knows the Message-ID that is answered.
 */
export function confirmContact(reading: Reading, register: Register, policy: Policy): Planned | undefined {
  const { mail } = reading.cause;
  const address = mail.from[0]?.address ?? '';
  const partner = policy.partners.find(({ id }) => register.partners.get(id)?.proposed?.contact.address === address);
  const record = partner && register.partners.get(partner.id);
  const contact = record?.proposed?.contact;
  // « Ce n’est pas moi » answers the letter too.
  const signatory = { name: `${contact?.name} ${mail.from[0]?.name}`, house: partner?.name };
  if (!partner || !contact || !answersQuestion() || !affirms(reading.text, signatory, 'address')) return undefined;
  const [before, ...others] = partner.contacts;
  const why = 'the new address confirmed itself';
  const rest = others.filter((other) => other.address !== address);
  const changed: RegisterEvent = {
    kind: 'partner-changed',
    partner: { id: partner.id, name: partner.name, contacts: [contact, ...rest] },
    why,
    address,
    optedIn: true,
  };
  const data = { partner: partner.name, before: before.address, after: address };
  const told = register.optedOut.has(before.address) || before.address === address ? [contact] : [contact, before];
  const letters = told.map(
    (to): Letter => ({ name: 'contact-changed', data, ...envelope(partner, to, register), thread: [] }),
  );
  return {
    why,
    events: [receive(reading.cause, 'partner-answer', why, 'partners'), changed],
    letters,
    folder: 'partners',
  };

  function answersQuestion(): boolean {
    return lettersAnswered(mail, register, policy).some(
      ({ letter, to, asks }) => asks === undefined && isQuestion(letter) && to.address === address,
    );
  }
}

/** Whether a letter asks an address to confirm itself; who owns up to a mail is asked in the same words, by another. */
function isQuestion(letter: string | undefined): boolean {
  return letter === 'contact-confirm' || letter === 'confirmation-unclear';
}

/** An address that is asked whether it takes over says something else than a plain yes. Undefined for any other. */
export function unconfirmedContact(reading: Reading, register: Register, policy: Policy): Planned | undefined {
  const address = reading.cause.mail.from[0]?.address ?? '';
  const partner = policy.partners.find(({ id }) => register.partners.get(id)?.proposed?.contact.address === address);
  const since = partner && register.partners.get(partner.id)?.proposed?.at;
  if (!partner || since === undefined) return undefined;
  // Who is a contact already writes of other matters, too.
  const known = partner.contacts.some((contact) => contact.address === address);
  if (known && !isQuestion(lettersAnswered(reading.cause.mail, register, policy)[0]?.letter)) return undefined;
  const what = `${address}, à qui le greffier demande de confirmer son adresse pour ${partner.name}, n’a pas répondu par un simple oui\u00A0: rien n’a changé.`;
  return unconfirmed(reading, partner, { what, since }, register, policy);
}

/**
 * What should confirm something does not plainly do it: staff reads of what it is, and the person is told once what to
 * answer, unless it says no.
 * @param since - When it was asked: whoever was told since is not told again.
 * @param asks - Id of the mail that it is to own up to; undefined for an address.
 */
export function unconfirmed(
  reading: Reading,
  partner: Partner,
  { what, since, asks }: { what: string; since: string; asks?: string },
  register: Register,
  policy: Policy,
): Planned {
  const { name = '', address = '' } = reading.cause.mail.from[0] ?? {};
  const told = [...register.letters.values()].some(
    (letter) => letter.letter === 'confirmation-unclear' && letter.to.address === address && letter.at >= since,
  );
  const answers = lettersAnswered(reading.cause.mail, register, policy).some(({ to }) => to.address === address);
  const kind: Letter[] =
    told || !answers || !reading.answerable || refuses.test(plain(reading.text.slice(0, 200)))
      ? []
      : [
          {
            ...{ name: 'confirmation-unclear', data: { partner: partner.name, answer: asks !== undefined } },
            ...{ ...envelope(partner, { name, address }, register), thread: answered(reading) },
            ...(asks !== undefined && { asks }),
          },
        ];
  const todo = `Lisez son courriel, classé avec ceux des partenaires.${kind.length > 0 ? ' Le greffier lui écrit que «\u00A0oui\u00A0» suffit.' : ''}`;
  const why = 'does not plainly confirm what it is asked';
  return {
    why,
    events: [receive(reading.cause, 'partner-answer', why, 'partners')],
    letters: [...kind, ...alarm('partner-answer', what, todo, policy)],
    folder: 'partners',
  };
}

/** « Non », « ce n’est pas moi »: whoever says so is not asked again. */
const refuses = /^\W*(?:(?:bonjour|hello|hi|hola)\W+)?(?:non?|not|ce n'est pas|this is not|it is not|wrong|erreur)\b/;

function envelope(
  { id }: Pick<Partner, 'id'>,
  { name, address }: { name: string; address: string },
  register: Register,
) {
  return { to: { name, address }, languages: lettersIn(register, id, address), partner: id, automatic: true };
}
