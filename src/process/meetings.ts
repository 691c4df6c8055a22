import { news } from '../agenda/news.ts';
import { calendarAnswer } from '../clarification/calendar-answer.ts';
import { commandButtons } from '../commands/buttons.ts';
import { meetingForm } from '../commands/meeting-forms.ts';
import { calendarPart } from '../mail/calendar.ts';
import { readMessageId } from '../model/signature.ts';
import { answer, mistrusted } from './answers.ts';
import { answered, file, type Handler } from './reading.ts';
import { request as newRequest } from './registration.ts';

/** To its meeting; staff hears of it unless it was accepted, with the commands that settle it first. */
export const calendarReply: Handler = (reading, register, policy, now) => {
  const plan = file('calendar-reply', 'answers')(reading, register, policy, now);
  const { mail } = reading.cause;
  const calendar = calendarPart(mail);
  const request = [...register.requests.values()].find(({ meeting }) => meeting && meeting.uid === calendar?.uid);
  if (!calendar || !request?.meeting) return plan;
  const author = mail.from[0]?.address ?? '';
  const obstacle = mistrusted(reading);
  if (obstacle) return { ...plan, letters: news(request, obstacle, author, reading.text, policy) };
  // Who answers a letter that only the requester received holds that letter: its Message-ID is signed.
  const participant = [...mail.inReplyTo, ...mail.references].some((messageId) => {
    const signed = readMessageId(messageId, policy.keys);
    const letter = signed && register.letters.get(signed.id);
    return letter?.reference === request.reference && letter.to.address === request.requester.address;
  });
  const { meeting } = request;
  const about = { request, meeting, register, policy, thread: answered(reading), now };
  const { events, letters, what, commands } = calendarAnswer(calendar, mail, participant, about);
  const said = calendar.comment || reading.text;
  const told = what
    ? news(request, what, author, said, policy, {
        buttons: commandButtons(
          commands.map((usage) => meetingForm(usage)),
          request,
          policy,
        ),
      })
    : [];
  return { ...plan, events: [...plan.events, ...events], letters: [...letters, ...told] };
};

/**
 * An invitation of somebody else's. With words of its own it is a mail like others, entered or filed in its thread; the
 * invitation itself is for a person to answer.
 */
export const invited: Handler = (reading, register, policy, now) => {
  const { mail } = reading.cause;
  const calendar = calendarPart(mail);
  const ours = [...register.requests.values()].some(({ meeting }) => meeting && meeting.uid === calendar?.uid);
  const inHouse = policy.staff.some(({ address }) => address === mail.from[0]?.address);
  if (calendar?.method !== 'REQUEST' || ours || inHouse || !reading.text.trim())
    return file('calendar-request', 'answers')(reading, register, policy, now);
  const unanswered = { ...reading, answerable: false };
  return reading.thread?.kind === 'request'
    ? answer(unanswered, register, policy, now)
    : newRequest(unanswered, register, policy, now);
};
