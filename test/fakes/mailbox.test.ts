import { mailboxContract, sizeLimit } from '../contracts/mailbox.ts';
import { fakeMailbox } from './mailbox.ts';

mailboxContract('in memory', async () => {
  const mailbox = fakeMailbox({ sizeLimit });
  return {
    mailbox,
    deliver: async (raw) => mailbox.deliver(raw),
    folder: async (name) => mailbox.folder(name),
    emptyInbox: async () => {
      for await (const { source } of mailbox.waiting()) await mailbox.file([source], 'Ailleurs');
    },
    seen: async () => 0,
    end: async () => {},
  };
});
