import type { Mail } from './mail.ts';
import { asksSomething, sentencesIn } from './sentences.ts';

/** Our mail is held back … */
const held =
  /\b(?:(?:your|the) (?:message|e-?mail|mail)\b.{0,80}\b(?:held|on hold|quarantine|not (?:yet )?(?:been )?delivered|will (?:not )?be delivered|deliver(?:y|ed)? (?:only )?(?:if|after|once)|blocked|pending|waiting|wait-?listed)|to (?:deliver|complete the delivery of|(?:ensure|guarantee|release)(?: the)?(?: delivery of)?|have) your (?:message|e-?mail)|delivered only (?:if|after|once)|votre (?:message|courriel|mail|e-?mail)\b.{0,100}(?:en attente|retenu|bloqué|quarantaine|ne sera|sera (?:remis|délivré|transmis|livré|acheminé)|soit (?:remis|délivré))|su (?:mensaje|correo)\b.{0,100}(?:retenid|en espera|cuarentena|será entregad|no será)|sua mensagem\b.{0,100}(?:retid|em espera|quarentena|será entregue|não será)|ihre (?:nachricht|e-?mail|mail)\b.{0,100}(?:zurückgehalten|quarantäne|wird (?:erst )?(?:zugestellt|nicht)|warteschlange|wartet)|(?:il suo|il tuo|la sua|la tua) (?:messaggio|e-?mail)\b.{0,100}(?:in attesa|quarantena|sarà consegnat|trattenut)|uw (?:bericht|e-?mail)\b.{0,100}(?:wachtrij|quarantaine|tegengehouden|wordt (?:pas )?(?:bezorgd|afgeleverd)))/iu;
/** … until the sender does something to this mail or to its link, which a person's « visit » or « follow » is not … */
const act =
  /\b(?:click(?:ing)?|(?<=^|(?:[.!?:;,]|\b(?:please|to|by|and|or|just|simply|can|must|should|kindly)) )(?:visit(?:ing)?|follow(?:ing)?|open(?:ing)?|us(?:e|ing)) (?:(?:the|this|that|a|our) (?:\S+ ){0,3}?(?:links?|url|page|web ?site|address|instructions?|steps?)|(?:https?:|www\.))|reply(?:ing)? (?:directly )?to this|respond(?:ing)? to this|enter (?:the|this)|type (?:the|this)|solve|cliquez|cliquer|(?:suivez|suivre|visitez|ouvrez) (?:(?:le|ce|la|cette|les|ces) (?:\S+ ){0,2}?(?:liens?|pages?|adresse|instructions|étapes)|(?:https?:|www\.))|répond(?:ez|re|ant) à ce|haga clic|pulse (?:en|el|aquí|sobre)|responda a este|clique|acesse (?:o|este|a) |klicken|antworten sie auf|cliccare|clicchi|clicca|risponda a|klik(?:t|ken)?\b|beantwoord)/iu;
/** … which shows that a person sent it. */
const proof =
  /\b(?:not (?:a |an )?(?:spam|robot|bot|machine|automated)|spam|white ?list|real person|human|one[- ]time|first time|(?:un)?known sender|sender (?:verification|confirmation)|verify (?:yourself|that you|your (?:address|identity|e-?mail))|(?:approved|authori[sz]ed|allowed|trusted|safe|guest) (?:senders?|list)|(?:account|mailbox|address) is protected by|challenge|expéditeurs? (?:autorisé|inconnu|approuvé|vérifié)|première fois|une seule fois|liste blanche|authentifi|identifier|remitente|lista blanca|remetente|absender|einmalig|mittente|afzender|pourriel|anti-?pourriel|captcha)/iu;

/** So many sentences say it all. */
const longestChallenge = 5;

/** Whether a system asks us to show that a person wrote our mail before it lets it through. */
export function isChallenge({ subject, text }: Pick<Mail, 'subject' | 'text'>): boolean {
  const sentences = sentencesIn(text);
  // Whoever wants something else of us too is a person, and tells what befell our mail.
  if (sentences.some((sentence) => asksSomething(sentence) && !ofTheMail.test(sentence))) return false;
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
  /(?:\bconfirm (?:your|this|the) (?:message|e-?mail|delivery)|please (?:confirm|verify) (?:your|that you)|\bsender (?:verification|confirmation)|verification required|requires? (?:verification|confirmation)|\bchallenge\b|demande d['’](?:authentification|identification)|authentifi(?:ez|cation)|confirmez votre|verificaci[óo]n (?:de|del) remitente|best[äa]tig(?:en|ung))/iu;
