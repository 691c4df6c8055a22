import type { Mail } from './mail.ts';
import { asksSomething, sentencesIn } from './sentences.ts';

/** Our mail is held back … */
const held =
  /\b(?:(?:your|the) (?:message|e-?mail|mail)\b.{0,80}\b(?:held|on hold|quarantine|not (?:yet )?(?:been )?delivered|will (?:not )?be delivered|deliver(?:y|ed)? (?:only )?(?:if|after|once)|blocked|pending|waiting|wait-?listed)|to (?:deliver|complete the delivery of|(?:ensure|guarantee|release)(?: the)?(?: delivery of)?|have) your (?:message|e-?mail)|delivered only (?:if|after|once)|(?:address|sender|you) (?:has|have) not (?:yet )?been (?:verified|confirmed|approved)|pour (?:que votre (?:message|courriel|mail|e-?mail)\b.{0,30}(?:parvienne|arrive|soit|puisse)|(?:faire parvenir|acheminer|délivrer|livrer|débloquer|libérer) votre (?:message|courriel|mail|e-?mail))|votre (?:message|courriel|mail|e-?mail)\b.{0,100}(?:en attente|attend|retenu|bloqué|quarantaine|ne sera|sera (?:remis|délivré|transmis|livré|acheminé)|soit (?:remis|délivré))|para (?:que su (?:mensaje|correo)\b.{0,30}(?:llegue|sea)|(?:liberar|entregar) su (?:mensaje|correo))|su (?:mensaje|correo)\b.{0,100}(?:retenid|en espera|cuarentena|será entregad|no será)|para (?:que a sua mensagem\b.{0,30}(?:chegue|seja)|(?:liberar|entregar) (?:a )?sua mensagem)|sua mensagem\b.{0,100}(?:retid|em espera|quarentena|será entregue|não será)|damit ihre (?:nachricht|e-?mail|mail)\b.{0,40}(?:ankommt|erreicht|zugestellt)|ihre (?:nachricht|e-?mail|mail)\b.{0,100}(?:zurückgehalten|quarantäne|wird (?:erst )?(?:zugestellt|nicht)|warteschlange|wartet)|(?:il suo|il tuo|la sua|la tua) (?:messaggio|e-?mail)\b.{0,100}(?:in attesa|quarantena|sarà consegnat|trattenut)|(?:affinché|perché) (?:il suo|il tuo|la sua|la tua) (?:messaggio|e-?mail)\b.{0,40}(?:arrivi|venga|sia)|zodat uw (?:bericht|e-?mail)\b.{0,40}(?:aankomt|bezorgd)|uw (?:bericht|e-?mail)\b.{0,100}(?:wachtrij|quarantaine|tegengehouden|wordt (?:pas )?(?:bezorgd|afgeleverd)))/iu;
/** … until the sender does something to this mail or to its link, which a person's « visit » or « follow » is not … */
const act =
  /\b(?:click(?:ing)?|(?<=^|(?:[.!?:;,]|\b(?:please|to|by|and|or|just|simply|can|must|should|kindly)) )(?:visit(?:ing)?|follow(?:ing)?|open(?:ing)?|us(?:e|ing)) (?:(?:the|this|that|a|our) (?:\S+ ){0,3}?(?:links?|url|page|web ?site|address|instructions?|steps?)|(?:https?:|www\.))|reply(?:ing)? (?:directly )?to this|respond(?:ing)? to this|(?:send(?:ing)?|reply(?:ing)? with) an? (?:empty|blank) (?:message|e-?mail|reply)|enter (?:the|this)|type (?:the|this)|solve|cliquez|cliquer|(?:suivez|suivre|visitez|ouvrez) (?:(?:le|ce|la|cette|les|ces) (?:\S+ ){0,2}?(?:liens?|pages?|adresse|instructions|étapes)|(?:https?:|www\.))|répond(?:ez|re|ant) à ce|(?:envoyez|envoyer|envoyant) un (?:courriel|message|mail) vide|haga clic|pulse (?:en|el|aquí|sobre)|responda a este|clique|acesse (?:o|este|a) |klicken|antworten sie auf|cliccare|clicchi|clicca|risponda a|klik(?:t|ken)?\b|beantwoord)/iu;
/** … which shows that a person sent it. */
const proof =
  /\b(?:not (?:a |an )?(?:spam|robot|bot|machine|automated)|spam|white ?list|real person|human|one[- ]time|first time|(?:un)?known sender|sender (?:verification|confirmation)|verify (?:yourself|that you|your (?:address|identity|e-?mail))|(?:approved|authori[sz]ed|allowed|trusted|safe|guest) (?:senders?|list)|(?:account|mailbox|address) is protected by|challenge|\btmda\b|(?:has|have) not (?:yet )?been (?:verified|confirmed|approved)|expéditeurs? (?:autorisé|inconnu|approuvé|vérifié)|première fois|une seule fois|liste blanche|authentifi|identifier|remitente|lista blanca|remetente|absender|einmalig|mittente|afzender|pourriel|anti-?pourriel|captcha)/iu;

/** So many sentences say it all. */
const longestChallenge = 5;

/** Whether a system asks us to show that a person wrote our mail before it lets it through. */
export function isChallenge({ subject, text }: Pick<Mail, 'subject' | 'text'>): boolean {
  const sentences = sentencesIn(text);
  // Whoever wants something else of us too is a person, and tells what befell our mail.
  const clauses = sentences.flatMap((sentence) => sentence.split('; '));
  if (clauses.some((clause) => asksSomething(clause) && !ofTheMail.test(clause))) return false;
  const titled = subjects.test(subject.slice(0, 300));
  return sentences.some((_, first) => {
    const said = sentences.slice(first, first + longestChallenge).join(' ');
    return act.test(said) && proof.test(said) && (titled || held.test(said));
  });
}

/** Of mail and who sends it: what a challenge wants is about these. */
const ofTheMail = new RegExp(`${act.source}|${proof.source}|${held.source}`, 'iu');
/** Titles of such mails. */
const subjects =
  /(?:\bconfirm (?:your|this|the) (?:message|e-?mail|delivery)|please (?:confirm|verify) (?:your|that you)|\bsender (?:verification|confirmation)|verification required|requires? (?:verification|confirmation)|\bchallenge\b|demande d['’](?:authentification|identification)|authentifi(?:ez|cation)|confirmez votre|\bvotre (?:message|courriel|mail|e-?mail)\b.{0,80}\b(?:attend|en attente de) (?:votre |une )?confirmation|verificaci[óo]n (?:de|del) remitente|best[äa]tig(?:en|ung))/iu;
