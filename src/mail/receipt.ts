import { concernsUs } from './absence.ts';
import { isDaemon } from './bounce-words.ts';
import type { Mail } from './mail.ts';
import { isNews } from './news.ts';
import { reportType } from './report-type.ts';
import { asksSomething, sentencesIn } from './sentences.ts';

/**
 * Whether the mail is a receipt: a disposition notification (RFC 8098) or, from old mail programs, one in words only.
 * A notification that a person attaches to a mail of their own makes no receipt of it.
 */
export function isReceipt(mail: Mail): boolean {
  if (reportType(mail) === 'disposition-notification') return true;
  const part = mail.parts.some(({ contentType }) =>
    /^message\/(?:global-)?disposition-notification$/.test(contentType),
  );
  if (part && (reportType(mail) !== undefined || mail.returnPath === '' || mail.from.some(isDaemon))) return true;
  return domino.test(startOf(mail)) || (readsAsReceipt(mail) && !speaks(mail));
}

/** Whether a mail has the subject and the words of a receipt, whoever says them. */
export function readsAsReceipt(mail: Pick<Mail, 'subject' | 'text'>): boolean {
  return subjects.test(mail.subject.slice(0, 300)) && words.test(startOf(mail));
}

function startOf({ text }: Pick<Mail, 'text'>): string {
  return text.slice(0, 2000).replace(/\s+/g, ' ');
}

/** Whether somebody says more than that our mail was read; receipts name it, in lines of their own or between quotation marks. */
function speaks({ text }: Pick<Mail, 'text'>): boolean {
  const own = text
    .slice(0, 8000)
    .replace(/^[ \t]*[\p{L}][\p{L} ’'-]{0,30}[:：].*$/gmu, '')
    .replace(/["“«„「][^"”»“」\n]{0,300}["”»“」]/gu, '');
  return sentencesIn(own).some(
    (sentence) =>
      asksSomething(sentence) ||
      isNews(sentence) ||
      (concernsUs(sentence) && !words.test(sentence)) ||
      tells.test(sentence) ||
      isElse(sentence),
  );
}

/** A sentence that is not of mail and its reading. */
function isElse(sentence: string): boolean {
  const count = sentence.match(/\p{L}{2,}/gu)?.length ?? 0;
  return count > 2 && /[.!]\s*$/.test(sentence) && !words.test(sentence) && !ofMail.test(sentence);
}

const ofMail =
  /message|mail|courriel|mensaje|correo|mensagem|nachricht|messaggio|bericht|receipt|accus|recibo|conferma|best[äa]tig|bevestig|displayed|read|opened|deleted|(?<!\p{L})lue?s?(?!\p{L})|affich|supprim|gelesen|gelöscht|le[íi]d[oa]|eliminad|lid[oa]|lett[oa]|gelezen|verwijder|recipient|destinat|empfänger|ontvanger|computer|ordinat|メール|メッセージ|開封|رسال/u;

/** In the first person: receipts speak of mail alone. */
const tells = /(?<![\p{L}'])(?:i|we|je|j'\p{L}+|nous|yo|nosotros|eu|nós|ich|wir|io|noi|ik|wij) \p{L}/u;

/** Domino’s is a table, whatever its subject. */
const domino =
  /^\s?(?:return receipt )?your (?:.{0,300} )?document ?:? .{0,300}was (?:.{0,200} )?received (?:.{0,200} )?by ?:.{0,300}\bat ?: ?\d/i;

/** « Read: … » and its like, as mail programs write it in the languages of the correspondents. */
const subjects =
  /^\s*(?:(?:read|not read|lu|non lu|gelesen|ungelesen|nicht gelesen|le[íi]do|no le[íi]do|lid[oa]|n[ãa]o lid[oa]|letto|non letto|gelezen|niet gelezen|okundu|l[äa]st|прочитано|開封済み|未開封|مقروء(?:ة)?|تمت القراءة|غير مقروء(?:ة)?)\s?[:：]|(?:return|read) receipt\b|(?:message|mail|delivery) status\s?[:–-]\s?(?:read|opened|displayed|deleted)\b|accus[ée] de (?:r[ée]ception|lecture) \(|lesebest[äa]tigung|empfangsbest[äa]tigung|confirmaci[óo]n de lectura|confirma[çc][ãa]o de leitura|conferma di lettura|ricevuta di ritorno|leesbevestiging|開封(?:確認|通知|済)|إشعار (?:بال)?قراءة)/iu;

/** What they say of our mail: that it was read or thrown away, and when. */
const words =
  /(?:\byour (?:message|mail|e-?mail)\b.{0,300}\bwas (?:read|opened|displayed|deleted without being read)\b.{0,20}(?:\d|\bon\b)|\byour\b.{0,300}\bdocument\s?:\s?was\b.{0,300}\breceived\b.{0,20}\bby\b|\bthis is a (?:return )?receipt for the (?:mail|message|e-?mail)|\bvotre (?:message|courriel)\b.{0,300}\ba [ée]t[ée] (?:lu|ouvert|affich[ée]|supprim[ée])|\bceci est un accus[ée] de (?:r[ée]ception|lecture) (?:pour|du|de)|\bihre nachricht\b.{0,300}\b(?:wurde|ist)\b.{0,80}(?:gelesen|gel[öo]scht|ge[öo]ffnet)|\b(?:el|su) mensaje\b.{0,300}\b(?:se ley[óo]|fue le[íi]do|ha sido le[íi]do|se elimin[óo])|\b(?:a sua|sua) mensagem\b.{0,300}\bfoi (?:lid|eliminad|exclu[íi]d|aberta)|\bil (?:suo|tuo|vostro)? ?messaggio\b.{0,300}(?:[èe] stato|fu) (?:letto|eliminato|aperto)|\buw bericht\b.{0,300}\b(?:is gelezen|gelezen op|verwijderd zonder)|開封されました|に開封|表示されました|رسالتك.{0,300}(?:تمت قراءت|قرئت|قُرئت))/iu;
