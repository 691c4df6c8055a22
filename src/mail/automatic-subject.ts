import { absent, phrases, received, straight } from './automatic-phrases.ts';

/** What a subject shows of a program that answered. */
export interface SubjectSigns {
  /** It is the title that a program gives its answers. */
  title: boolean;
  /** It is that of an absence note. */
  away: boolean;
  /** It is one that tells by name who is away. */
  absentee: boolean;
  /** It only begins so: « Out of office until Monday », « Automatic reply from … »; or an acknowledgement does, « [Ticket #4711] ». */
  beginning: boolean;
  /** It ends in such a title: « Yahoo! Auto Response ». */
  ending: boolean;
  /** It is marked as an answer. */
  reply: boolean;
}

const longest = 300;

export function subjectSigns(subject: string): SubjectSigns {
  const start = straight(subject.slice(0, longest));
  const rests = withoutTags(start);
  const unmarked = rests.map((rest) => rest.replace(mark, ''));
  return {
    title: unmarked.some((rest) => title.test(rest)) || autoAnswer.test(start),
    away:
      unmarked.some((rest) => awayTitle.test(rest)) ||
      rests.some((rest) => auto.test(rest) && awayTitle.test(rest.replace(auto, '').replace(mark, ''))),
    absentee: absentee.test(subject.slice(0, longest)),
    beginning: rests.some(
      (rest) =>
        titleBegins.test(rest) ||
        awayBegins.test(rest) ||
        receiptBegins.test(rest) ||
        numbered.test(rest) ||
        [absent, received].some((pattern) => pattern.exec(rest)?.index === 0),
    ),
    ending: ending.test(start),
    reply: answered.test(start),
  };
}

/** Tags that relays put before a subject, and answer marks. */
const tag = /^(?:(?:re|ré|aw|sv|antw|odp|res|ref|r|ynt|回复|答复)\s?[:：]|\[[^\]]{1,40}\]|【[^】]{1,40}】)\s*/u;

/** The subject, and what is left of it as up to three tags are taken from its front. */
function withoutTags(subject: string): string[] {
  const rests = [subject.trimStart()];
  while (rests.length < 4 && tag.test(rests.at(-1) ?? '')) rests.push(rests.at(-1)?.replace(tag, '') ?? '');
  return rests;
}

const mark = /^[[(【<*"]/u;
const auto = /^auto\s?[:：]\s*/u;
/** What closes a title: the subject that is answered follows, or nothing. */
const end = String.raw`(?!\p{L})(?=\s*(?:$|[:：\])】」!|]|\.(?:\s|$)|[-–—]\s|\bre\s?[:：]))`;
const title = new RegExp(`^(?:${phrases('title')})${end}`, 'u');
const awayTitle = new RegExp(`^(?:${phrases('away')})${end}`, 'u');
const titleBegins = new RegExp(`^(?:${phrases('title')})`, 'u');
const awayBegins = new RegExp(`^(?:${phrases('away')})`, 'u');
const receiptBegins = new RegExp(`^(?:${phrases('receipt')})${end}`, 'u');
/** What trackers put before the subject that they acknowledge: their own word, and a number. */
const numbered = /^\[\p{L}[\p{L} ]{0,30}\s?[#:]\s?[\p{L}-]{0,10}\d{3,}[^\]]{0,20}\]/u;
const ending = new RegExp(`(?:^|[\\s:–—-])(?:${phrases('title')})[\\s)\\]!.]*$`, 'u');
/** « Auto: Re: … » is the answer of a program, « Re: Auto: … » that of a person to it. */
const answered = /^\s*(?:\[[^\]]{1,40}\]\s*)?(?:re|ré|aw|sv|antw|odp|res|rv|r)\s?[:：]/u;
const autoAnswer = /^\s*auto\s?[:：]\s*(?:re|ré|aw|sv|fw|fwd|wg|tr)\s?[:：]/u;
/** « Ama Boateng is out of the office », as Domino writes it, with a return or an end. */
const absentee =
  /^\s*(?:(?:auto|Auto|AUTO)\s?[:：]\s*)?(?:\p{Lu}[\p{L}'’./-]*,?\s){1,5}(?:is|est|está|ist)\s(?:currently\s|actuellement\s)?(?:out of (?:the )?office|absente? du bureau|abwesend|nicht im (?:b[üu]ro|hause?)|fuera de la oficina|ausente)\s*(?:$|[.(,–-]|\b(?:until|returning|from|starting|today|hasta|bis)\b|\bjusqu)/u;
