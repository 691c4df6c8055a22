import type { Mail } from './mail.ts';
import { ownWords } from './visible-text.ts';

/** Our mail is held back … */
const held =
  /\b(?:(?:your|the) (?:message|e-?mail|mail)\b.{0,80}\b(?:held|on hold|quarantine|not (?:yet )?(?:been )?delivered|will (?:not )?be delivered|deliver(?:y|ed)? (?:only )?(?:if|after|once)|blocked|pending|waiting|wait-?listed)|to (?:deliver|complete the delivery of|(?:ensure|guarantee|release)(?: the)?(?: delivery of)?|have) your (?:message|e-?mail)|delivered only (?:if|after|once)|votre (?:message|courriel|mail|e-?mail)\b.{0,100}(?:en attente|retenu|bloqué|quarantaine|ne sera|sera (?:remis|délivré|transmis|livré|acheminé)|soit (?:remis|délivré))|su (?:mensaje|correo)\b.{0,100}(?:retenid|en espera|cuarentena|será entregad|no será)|sua mensagem\b.{0,100}(?:retid|em espera|quarentena|será entregue|não será)|ihre (?:nachricht|e-?mail|mail)\b.{0,100}(?:zurückgehalten|quarantäne|wird (?:erst )?(?:zugestellt|nicht)|warteschlange|wartet)|(?:il suo|il tuo|la sua|la tua) (?:messaggio|e-?mail)\b.{0,100}(?:in attesa|quarantena|sarà consegnat|trattenut)|uw (?:bericht|e-?mail)\b.{0,100}(?:wachtrij|quarantaine|tegengehouden|wordt (?:pas )?(?:bezorgd|afgeleverd)))/iu;
/** … until the sender does something … */
const act =
  /\b(?:click|visit|follow|reply to this|replying to this|respond to this|enter the|type the|solve|cliquez|cliquer|suivez|répondez à ce|répondre à ce|haga clic|pulse|responda a este|clique|acesse|klicken|antworten sie|cliccare|clicchi|clicca|risponda|klik|beantwoord)/iu;
/** … which shows that a person sent it. */
const proof =
  /\b(?:not (?:a |an )?(?:spam|robot|bot|machine|automated)|spam|white ?list|real person|human|one[- ]time|first time|(?:un)?known sender|sender (?:verification|confirmation)|verify (?:yourself|that you|your (?:address|identity|e-?mail))|(?:approved|authori[sz]ed|allowed|trusted|safe|guest) (?:senders?|list)|(?:account|mailbox|address) is protected by|challenge|expéditeurs? (?:autorisé|inconnu|approuvé|vérifié)|première fois|une seule fois|liste blanche|authentifi|identifier|remitente|lista blanca|remetente|absender|einmalig|mittente|afzender|pourriel|anti-?pourriel|captcha)/iu;

/** Whether a system asks us to show that a person wrote our mail before it lets it through. */
export function isChallenge(mail: Pick<Mail, 'subject' | 'text'>): boolean {
  const own = ownWords(mail.text.slice(0, 8000)).slice(0, 3000).replace(/\s+/g, ' ');
  if (held.test(own) && act.test(own) && proof.test(own)) return true;
  return subjects.test(mail.subject.slice(0, 300)) && act.test(own) && proof.test(own);
}

/** Titles of such mails. */
const subjects =
  /(?:\bconfirm (?:your|this|the) (?:message|e-?mail|delivery)|please (?:confirm|verify) (?:your|that you)|\bsender (?:verification|confirmation)|verification required|requires? (?:verification|confirmation)|\bchallenge\b|demande d['’](?:authentification|identification)|authentifi(?:ez|cation)|confirmez votre|verificaci[óo]n (?:de|del) remitente|best[äa]tig(?:en|ung))/iu;
