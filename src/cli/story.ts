import type { Address, Mail } from '../mail/mail.ts';

/** A mail that somebody in the story writes. */
export interface Written {
  from: Address;
  to: string;
  subject: string;
  text: string;
  /** The mail that is answered. */
  answers?: Mail;
}

/** The post of the story's world: the trial door and its Maildirs, or real servers. */
export interface Post {
  send(mail: Written): Promise<void>;
  /**
   * The first mail in that person's mailbox that is wanted.
   * @throws when none comes in time; `what` says what was waited for.
   */
  receive(address: string, what: string, wanted: (mail: Mail) => boolean): Promise<Mail>;
}

export interface Cast {
  info: string;
  requester: Address;
  officer: Address;
  approver: Address;
  partners: readonly Address[];
}

export interface Step {
  title: string;
  play(post: Post, cast: Cast): Promise<void>;
}

/** One request through all four steps of the process; each step needs those before it. */
export function story(): Step[] {
  let acknowledged: Mail;
  let toOfficer: Mail;
  let reference = '';
  let code = '';
  let digest: Mail | undefined;
  return [
    {
      title: 'Reception: an organisation writes, and its request is acknowledged',
      play: async (post, { info, requester, officer }) => {
        await post.send({
          from: requester,
          to: info,
          subject: 'Mine rescue training for our instructors',
          text: firstMail,
        });
        acknowledged = await post.receive(requester.address, 'the acknowledgement', hasReference);
        reference = referenceOf(acknowledged);
        toOfficer = await post.receive(officer.address, 'the notice of the new request', about(reference));
      },
    },
    {
      title: 'Clarification: the organisation chooses a slot, and both sides are invited',
      play: async (post, { info, requester, officer }) => {
        const subject = `[${reference}] Plage 2`;
        await post.send({ from: requester, to: info, subject, text: '2\n\nAma Boateng' });
        await post.receive(requester.address, 'the invitation', isInvitation(reference));
        await post.receive(officer.address, 'the invitation of the host', isInvitation(reference));
      },
    },
    {
      title: 'Clarification: the organisation answers the five points',
      play: async (post, { info, requester, officer }) => {
        const subject = `Re: ${acknowledged.subject}`;
        await post.send({ from: requester, to: info, subject, text: answers, answers: acknowledged });
        await post.receive(requester.address, 'the thanks for the answers', both(about(reference), says('175 000')));
        await post.receive(officer.address, 'the news of the answers', both(about(reference), says('175 000')));
      },
    },
    {
      title: 'Categorisation: an officer confirms the category and declares the file complete',
      play: async (post, { info, officer }) => {
        const subject = `Re: [${reference}] #catégorie court terme, budget voté #complet`;
        await post.send({ from: officer, to: info, subject, text: '', answers: toOfficer });
        await post.receive(officer.address, 'the answer to the command', both(about(reference), says('complète')));
      },
    },
    {
      title: 'Dissemination: the direction releases the notice, and confirms it with the code it receives',
      play: async (post, { info, approver }) => {
        const notice = await post.receive(approver.address, 'the notice of the new request', about(reference));
        await post.send({
          from: approver,
          to: info,
          subject: `Re: [${reference}] #diffuser`,
          text: '',
          answers: notice,
        });
        const asked = await post.receive(approver.address, 'the code', both(about(reference), says('#confirmer')));
        code = /#confirmer\s+([0-9A-Z]{10})/.exec(asked.text)?.[1] ?? '';
        const confirmation = `Re: [${reference}] #confirmer ${code}`;
        await post.send({ from: approver, to: info, subject: confirmation, text: '', answers: asked });
        const released = (mail: Mail) => about(reference)(mail) && /non diffusée/.test(mail.text);
        await post.receive(approver.address, 'the answer to the release', released);
      },
    },
    {
      title: 'Dissemination: every partner receives the same digest, in its own envelope',
      play: async (post, { partners }) => {
        for (const partner of partners) {
          const received = await post.receive(partner.address, `the digest of ${partner.address}`, says(reference));
          digest ??= received;
        }
      },
    },
    {
      title: 'Dissemination: a partner is interested; nobody else learns of it before the deadline',
      play: async (post, { info, partners }) => {
        const [partner] = partners;
        if (!partner) throw new Error('cannot play the last step without a partner');
        const subject = `[${reference}] Intérêt`;
        await post.send({
          from: partner,
          to: info,
          subject,
          text: 'Notre établissement souhaite participer.',
          ...(digest && { answers: digest }),
        });
        await post.receive(partner.address, 'the receipt of the interest', about(reference));
      },
    },
  ];
}

const firstMail = `Dear Sir or Madam,

Our board would like to train 12 instructors in underground mine rescue, three weeks on site.
Could schools in Québec offer this?

Ama Boateng
Dean, Tarkwa Gold Technical University
Ghana`;

const answers = `1. Nature of the needs
Training of 12 instructors in underground mine rescue, in Tarkwa.

2. Expectations
A certificate recognised by our mines inspectorate.

3. Type of agreement sought
Service contract

4. Available resources
CAD 175 000, approved by our board.

5. Preliminary timeline
Three weeks from 3 May 2027.

Ama Boateng`;

function hasReference(mail: Mail): boolean {
  return /\[INMQ-\d{4}-\d{4}\]/.test(mail.subject);
}

/** @throws if the mail's subject holds none. */
function referenceOf(mail: Mail): string {
  const reference = /INMQ-\d{4}-\d{4}/.exec(mail.subject)?.[0];
  if (!reference) throw new Error(`cannot find a reference in « ${mail.subject} »`);
  return reference;
}

function about(reference: string): (mail: Mail) => boolean {
  return (mail) => mail.subject.includes(`[${reference}]`);
}

function says(words: string): (mail: Mail) => boolean {
  // Letters write numbers and French punctuation with no-break spaces, and wrap lines.
  const plain = (text: string) => text.replace(/[\s\u00A0\u202F]+/g, ' ');
  return (mail) => plain(mail.text).includes(plain(words));
}

function isInvitation(reference: string): (mail: Mail) => boolean {
  return (mail) => about(reference)(mail) && mail.parts.some((part) => part.contentType === 'text/calendar');
}

function both(...claims: ((mail: Mail) => boolean)[]): (mail: Mail) => boolean {
  return (mail) => claims.every((claim) => claim(mail));
}
