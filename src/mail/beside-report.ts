import { straight } from './automatic-phrases.ts';
import { failureWords } from './failure-phrases.ts';
import type { Address } from './mail.ts';
import { asksOfUs } from './sentences.ts';

const greeting =
  /^\s*(?:hello|hi|hey|dear|good (?:morning|afternoon|day)|greetings|bonjour|bonsoir|salut|ch[èe]re?s?|madame|monsieur|mesdames|estimad[oa]s?|hola|buen[oa]s|prezad[oa]s?|ol[áa]|caro|guten tag|sehr geehrte|hallo|liebe[r]?|buongiorno|gentile|geachte|beste|السلام|السادة)(?!\p{L})/iu;

/** People tell what happened to them; programs are sorry, or afraid. */
const ownAccount =
  /^(?:i (?:got|received|wrote|sent|tried|have)|we (?:got|received|wrote|sent|tried|have)|my |our |j['’](?:ai|avais) |je |nous avons |mon |notre |recib|mi |nuestr|recebi|minha |meu |noss|ich |wir |unser|meine )/i;

/** Whether a text that tells of mail that failed begins as people begin, or asks something. */
export function isTold(report: string): boolean {
  const start = report.trimStart();
  return greets(start) || ownAccount.test(start) || asksOfUs(report);
}

export function greets(text: string): boolean {
  return greeting.test(text.trimStart());
}

/**
 * Whether somebody says more than the report that stands in the same text: a paragraph has no word of mail, address or
 * code, or the author signs it.
 */
export function saysMore(report: string, from: readonly Address[]): boolean {
  const paragraphs = report.slice(0, longest).split(/\n[ \t]*\n/);
  return (
    paragraphs.some(isOwn) ||
    report
      .slice(0, longest)
      .split('\n')
      .some((line) => signs(line, from))
  );
}

const longest = 20_000;

/** Sentences that are neither of mail nor of machines. */
function isOwn(paragraph: string): boolean {
  const words = paragraph.match(/\p{L}{2,}/gu)?.length ?? 0;
  return (
    words > 3 &&
    /[.!?…]["»”)]?\s*(?:\n|$)/.test(paragraph) &&
    !ofReport.test(paragraph) &&
    !failureWords.test(paragraph)
  );
}

const ofReport =
  /message|mail|courriel|mensaje|correo|mensagem|nachricht|messaggio|bericht|recipient|destinat|empf[äa]nger|address|adresse|direcci|endere|deliver|remis|distribu|livr|entreg|recapit|consegn|zustell|bezorg|server|serveur|servidor|smtp|host|system|syst[èe]me|sistema|software|antivirus|virus|spam|attach|administrat|support|error|erreur|fehler|diagnos|quota|mailbox|queue|report|generat|automat|\S@\S|\d{3}|[:=]\s|https?:/i;

/** A line that is the author’s name, or its beginning. */
function signs(line: string, from: readonly Address[]): boolean {
  const words = straight(line.slice(0, 80)).match(/\p{L}[\p{L}'.-]*/gu) ?? [];
  if (words.length === 0 || words.length > 4 || /[^\p{L}\s'’.,-]/u.test(line.trim())) return false;
  return from.some(({ name }) => {
    const named: readonly string[] = straight(name.slice(0, 100)).match(/\p{L}[\p{L}'.-]*/gu) ?? [];
    return named.length > 1 && words.every((word, index) => word.length > 1 && named[index] === word);
  });
}
