import { alarm } from '../agenda/news.ts';
import { plainYes } from '../dissemination/approval-words.ts';
import type { RegisterEvent } from '../model/events.ts';
import type { Letter } from '../model/letter.ts';
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
  const stoppedBefore = register.partners.get(partner.id)?.stopped?.[address] !== undefined;
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
  const partner = policy.partners.find(({ id }) => register.partners.get(id)?.stopped?.[address]);
  if (!partner || letter?.letter !== 'contact-stopped' || letter.to.address !== address) return undefined;
  if (!mistaken.test(plain(reading.text.slice(0, 500)))) return undefined;
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

/** « erreur », « je ne l’ai pas demandé », « ce n’est pas moi » */
const mistaken =
  /\b(?:erreur|mistake|error|equivocacion|pas (?:demande|moi)|(?:did not|didn't|never) (?:ask|request)|not me|no (?:fui yo|lo pedi)|comme avant)\b/;

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
  if (address === undefined || others.length > 1) return undefined;
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
  if (!partner || !contact || !answersQuestion() || !plainYes(reading.text, signatory, 'address')) return undefined;
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
  const told = record.stopped?.[before.address] || before.address === address ? [contact] : [contact, before];
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
      ({ letter, to }) => letter === 'contact-confirm' && to.address === address,
    );
  }
}

function envelope(
  { id }: Pick<Partner, 'id'>,
  { name, address }: { name: string; address: string },
  register: Register,
) {
  return { to: { name, address }, languages: lettersIn(register, id, address), partner: id, automatic: true };
}
