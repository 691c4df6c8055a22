import { anywhere, straight } from './automatic-phrases.ts';
import { isDisclaimer } from './disclaimer.ts';
import { ownWords } from './visible-text.ts';
import { somebodyWants } from './wanting.ts';

/** Of the text, so much is looked at. */
const maxLength = 8000;

const asks = anywhere('asks');

/** Whom to turn to in need, or with what: such a sentence asks nothing of us. */
export const need =
  /urgen|urgên|emergen|immediate(?:ly)? (?:assist|attention|help|needs?(?! for)|concern|matter)|in (?:my|our) absence|en (?:mon|notre) absence|in (?:meiner|unserer) abwesenheit|en mi ausencia|na minha aus|in mia assenza|dringend|spoed|للحالات|للضرور|お急ぎ|緊急|^(?:if (?:you|your)|should you|in case|for (?:any|all|other|general|further|more|questions|enquiries|assistance)|en cas|pour (?:tout|les |plus )|si (?:vous|votre)|falls|wenn (?:sie|ihre?)|bei (?:fragen|weiteren)|per (?:qualsiasi|ogni|altre|informazioni)|in caso|voor (?:vragen|andere)|als (?:u|uw)|si (?:usted|su|necesita|desea|tiene)|en caso|para (?:cualquier|consultas|más)|se (?:precisar|necessitar|desejar)|em caso)(?!\p{L})|need help|have (?:any )?(?:further )?questions|(?:des|d'autres) questions/u;

/** Whether a sentence, as `straight` writes it, asks, wishes or chooses something. */
export function asksSomething(sentence: string): boolean {
  if (/^\W{0,3}\d{1,2}\W{0,3}$/.test(sentence)) return true;
  return !need.test(sentence) && (/[?？؟]\s*$/.test(sentence) || asks.test(sentence) || somebodyWants(sentence));
}

/** Whether somebody asks, wishes or chooses something in the text, as people do. */
export function asksOfUs(text: string): boolean {
  return sentencesIn(text).some(asksSomething);
}

/** The sender's own words as `straight` writes them, without what a company puts under every mail. */
export function plainWords(text: string): string {
  return straight(said(text));
}

/** The sentences of the sender's own words, as `straight` writes them. */
export function sentencesIn(text: string): string[] {
  return sentencesOf(said(text)).map(straight);
}

function said(text: string): string {
  return withoutDisclaimer(ownWords(text.slice(0, maxLength)));
}

/** Paragraphs cut after full stops; a line that is but a number is a choice, and one of its own. */
function sentencesOf(text: string): string[] {
  return text
    .split(/\n\s*\n|\n(?=\W{0,3}\d{1,2}\W{0,3}(?:\n|$))|(?<=\n\W{0,3}\d{1,2}\W{0,3})\n/)
    .flatMap((paragraph) => paragraph.replace(/\s+/g, ' ').split(stop))
    .map((sentence) => sentence.trim())
    .filter(Boolean);
}

/** After a number the point may be that of an ordinal, before a month or a small letter. */
const stop =
  /(?<=[.!?؟])(?<!\d\.)\s+|(?<=[。！？])|(?<=\p{L}\s\d{1,4}\.)\s(?=\p{Lu})(?!(?:Jan|Jän|Feb|Mär|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez))/u;

/** Paragraphs that a company puts under every mail say nothing of this one. */
function withoutDisclaimer(text: string): string {
  return text
    .split(/\n\s*\n/)
    .filter((paragraph, index) => index === 0 || !isDisclaimer(paragraph))
    .join('\n\n');
}
