import type { Mail } from './mail.ts';
import { ownWords } from './visible-text.ts';

/** « If you did not ask for this »: what services write under the links that they send to whoever gave our address. */
const disowned =
  /\bif (?:this (?:was|is) ?n[o’']t (?:you|requested by you)|you (?:did not|didn[’']t|have not|haven[’']t|never) (?:request|make|initiate|create|ask|sign|register|attempt|authori[sz]e|submit|subscribe))|\bsi (?:vous n[’'](?:êtes pas à l[’']origine|avez pas (?:demandé|effectué|créé|initié|fait|sollicité))|ce n[’'](?:est|était) pas vous)|\bsi (?:usted |tú )?no (?:ha |has )?(?:solicit|realiz|pedi|cre)\p{L}{2,6}|\bsi no (?:fue|fuiste|has sido) |\bse (?:você )?não (?:solicitou|pediu|fez|criou|foi você)|\b(?:wenn|falls|sollten) (?:sie|du) [^.!?]{0,60}\bnicht (?:selbst )?(?:angefordert|veranlasst|beantragt|registriert|erstellt)|\bse non (?:hai|ha|avete) (?:richiesto|effettuato|creato|fatto)|\bals u [^.!?]{0,60}\bniet (?:heeft |hebt )?(?:aangevraagd|gevraagd|aangemaakt)|إذا لم (?:تقم|تطلب|تكن أنت)|(?:お心当たり|身に覚え)(?:の|が)?な/iu;
/** What they send: a link, or a code to type. */
const link = /https?:\/\/|\bwww\.|(?<![\d.])\d{4,8}(?!\.?\d)/i;
/** How they call it when they want an address confirmed. */
const title =
  /^\s*(?:\[[^\]]{1,40}\]\s*)?(?:please |veuillez |por favor,? |bitte )?(?:(?:confirm|verify|activate|validate) your (?:new )?(?:e-?mail|account|registration|subscription|sign-?up|identity)|(?:confirmez|vérifiez|activez|validez|confirmer|activer) votre (?:adresse|compte|inscription|courriel|e-?mail|abonnement)|(?:confirme|verifique|active|confirma|verifica|activa) (?:su|tu) (?:correo|cuenta|dirección|registro|suscripción|e-?mail)|(?:confirme|verifique|ative) (?:o )?seu (?:e-?mail|cadastro|registo)|bestätigen sie ihre? (?:e-?mail|konto|registrierung|anmeldung)|(?:conferma|verifica|attiva) (?:il tuo|la tua|il suo|la sua) (?:e-?mail|account|iscrizione|indirizzo)|bevestig uw (?:e-?mail|account|inschrijving))/iu;
const longestNotice = 1500;
const passedOn = /^\s*(?:fwd?|tr|wg|rv|enc|i|re|aw|sv)\s?:/i;

/** Whether a service writes of an account: to confirm an address, to set a password, to sign in. */
export function isAccountNotice({ subject, text, inReplyTo }: Pick<Mail, 'subject' | 'text' | 'inReplyTo'>): boolean {
  if (inReplyTo.length > 0 || passedOn.test(subject)) return false;
  // People quote such notices when they ask about them.
  const said = ownWords(text.slice(0, 8000));
  if (disowned.test(said.replace(/\s+/g, ' '))) return link.test(said);
  return title.test(subject.slice(0, 200)) && /https?:\/\//i.test(said) && said.length < longestNotice;
}
