import MailComposer from 'nodemailer/lib/mail-composer';
import type { Post, Written } from '../../src/cli/story.ts';
import { readMail } from '../../src/io/mime.ts';
import type { Mail } from '../../src/mail/mail.ts';
import { type Person, people } from './people.ts';
import type { Servers } from './servers.ts';

/** The post of the story on real servers: everybody sends with a login, and reads in Dovecot's mailboxes. */
export function realPost(servers: Servers): Post {
  const read = new Map<Buffer, Mail>();
  return {
    send: async (mail) => {
      await servers.submit(personAt(mail.from.address), await compose(mail), [mail.to]);
    },
    receive: async (address, what, wanted) => {
      let found: Mail | undefined;
      const mailbox = servers.mailboxOf(personAt(address));
      const seen = async () => {
        for (const { raw } of await mailbox.mails()) {
          const mail = read.get(raw) ?? (await readMail(raw));
          read.set(raw, mail);
          if (wanted(mail)) found ??= mail;
        }
        return found;
      };
      const end = Date.now() + 30_000;
      while (!(await seen())) {
        if (Date.now() > end) throw new Error(`${address} did not receive ${what}`);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      if (!found) throw new Error(`${address} did not receive ${what}`);
      return found;
    },
  };
}

type Composed = Written & { attachments?: { filename: string; content: Buffer }[] };

/** A mail as the person's mail program writes it. */
export function compose({ from, to, subject, text, answers, attachments = [] }: Composed): Promise<Buffer> {
  const thread = answers?.messageId && {
    inReplyTo: answers.messageId,
    references: [...answers.references, answers.messageId],
  };
  return new MailComposer({ from, to, subject, text, attachments, ...thread }).compile().build();
}

function personAt(address: string): Person {
  const found = Object.entries(people).find(([, known]) => known === address);
  if (!found) throw new Error(`cannot find ${address} on the test servers`);
  return found[0] as Person;
}
