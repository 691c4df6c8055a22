import { isTelephoneLine } from './signature-lines.ts';

/**
 * What the person wrote beside an answer by calendar: without the sentence by which the program tells the answer, the event
 * that it repeats below, and the signature of a telephone. Of a note within the program's sentence the note is kept.
 * @param title - SUMMARY of the invitation: from it on the program repeats the event.
 */
export function wordsBeside(text: string, title: string): string {
  const lines = text.split('\n').map((line) => line.trim());
  const repeated = lines.findIndex((line) => line.includes(title) && !tells(line));
  const above = repeated < 0 ? lines : lines.slice(0, repeated);
  const own = above.flatMap((line) => {
    if (isTelephoneLine(line)) return [];
    return tells(line) ? [noteIn.exec(line)?.[1] ?? ''] : [line];
  });
  const said = own.join('\n').trim();
  return above.some((line) => tells(line) && noteIn.test(line)) ? unquoted(said) : said;
}

/** Somebody's answer, told of them by the program: nobody writes so of themselves. */
const telling: readonly RegExp[] = [
  /\bhas (?:tentatively |provisionally )?(?:accepted|declined|rejected|replied|responded)\b.*\b(?:invitation|invite|event|meeting)\b/i,
  /\ba (?:provisoirement )?(?:accepté|refusé|décliné|répondu)(?!\p{L}).*(?:invitation|événement|rencontre|réunion)/iu,
  /\bha (?:aceptado|rechazado|respondido)\b.*(?:invitación|evento|reunión)/iu,
  /\b(?:aceitou|recusou|respondeu)\b.*(?:convite|evento|reunião)/iu,
  /\bhat\b.*(?:Einladung|Termin|Besprechung).*(?:angenommen|zugesagt|abgelehnt|abgesagt|geantwortet)/iu,
  /\bha (?:accettato|rifiutato|risposto)\b.*(?:invito|evento|riunione)/iu,
  /\bheeft\b.*(?:uitnodiging|vergadering).*(?:geaccepteerd|afgewezen|geantwoord)/iu,
  /(?:قبِل|قبل|رفض|رد|ردّ)\s.*(?:الدعوة|دعوة)/u,
  /приглашени.*(?:принят|отклон)|(?:принял|отклонил|ответил).*приглашени/iu,
  /davet.*(?:kabul|redd|yanıt)/iu,
];

function tells(line: string): boolean {
  return line.length < longest && telling.some((pattern) => pattern.test(line));
}

/** No program says more of an answer. */
const longest = 400;

/** « … with this note: "I will be late" »; the note may stand on the lines below. */
const noteIn = /(?:note|message|nota|mensaje|mensagem|Notiz|Nachricht|messaggio)[^:]{0,20}:\s*(.*)$/iu;

function unquoted(note: string): string {
  return note.replace(/^["“«„]\s?|\s?["”»]$/gu, '').trim();
}
