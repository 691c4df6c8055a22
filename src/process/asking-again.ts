import { toldEnd } from '../dissemination/deadline.ts';
import { answerButtons, titleOf } from '../dissemination/notice.ts';
import type { Letter } from '../model/letter.ts';
import { lettersIn } from '../model/network.ts';
import type { Partner } from '../model/partner.ts';
import type { Policy } from '../model/policy.ts';
import type { Register } from '../model/register.ts';
import { answered, type Reading } from './reading.ts';

/** What may still be answered of what was not clear, with its buttons. */
export function askAgain(
  reading: Reading,
  partner: Partner,
  unclear: readonly string[],
  register: Register,
  policy: Policy,
  now: Date,
  /** Who is asked, because somebody else of the house wrote. */
  instead?: { contact: { name: string; address: string }; colleague: string },
): Letter[] {
  const notices = unclear.flatMap((reference) => {
    const request = register.requests.get(reference);
    const digest = register.digests.get(request?.digest ?? '');
    const notice = request?.notice?.notice;
    const deadline = digest && toldEnd(digest);
    if (!notice || !digest || digest.closed || !deadline || now.toISOString() > deadline) return [];
    return [{ reference, title: titleOf(notice), deadline, ...answerButtons(reference, policy) }];
  });
  const [first] = notices;
  if (!first) return [];
  const data = { partner: partner.name, colleague: instead?.colleague ?? '', notices };
  const author = toAuthor(reading, partner, first.reference, register);
  if (!instead) return [{ name: 'answer-unclear', data, ...author }];
  const { contact: to } = instead;
  const languages = lettersIn(register, partner.id, to.address);
  return [{ name: 'answer-unclear', data, ...author, to, languages, thread: [] }];
}

/** To who wrote, in the thread of the mail. */
export function toAuthor(reading: Reading, { id: partner }: Partner, reference: string, register: Register) {
  const { name = '', address = '' } = reading.cause.mail.from[0] ?? {};
  const languages = lettersIn(register, partner, address);
  return { to: { name, address }, languages, reference, partner, thread: answered(reading), automatic: true };
}
