import type { Mail } from './mail.ts';
import { ownWords } from './visible-text.ts';

/** « If you did not ask for this »: what services write under the links that they send to whoever gave our address. */
const disowned =
  /\bif (?:this (?:was|is) ?n[o’']t (?:you|requested by you)|you (?:did not|didn[’']t|have not|haven[’']t|never) (?:request|make|initiate|create|ask|sign|register|attempt|authori[sz]e|submit|subscribe))|\bsi (?:vous n[’'](?:êtes pas à l[’']origine|avez pas (?:demandé|effectué|créé|initié|fait|sollicité))|ce n[’'](?:est|était) pas vous)|\bsi (?:usted |tú )?no (?:ha |has )?(?:solicit|realiz|pedi|cre)\p{L}{2,6}|\bsi no (?:fue|fuiste|has sido) |\bse (?:você )?não (?:solicitou|pediu|fez|criou|foi você)|\b(?:wenn|falls|sollten) (?:sie|du) [^.!?]{0,60}\bnicht (?:selbst )?(?:angefordert|veranlasst|beantragt|registriert|erstellt)|\bse non (?:hai|ha|avete) (?:richiesto|effettuato|creato|fatto)|\bals u [^.!?]{0,60}\bniet (?:heeft |hebt )?(?:aangevraagd|gevraagd|aangemaakt)|إذا لم (?:تقم|تطلب|تكن أنت)|(?:お心当たり|身に覚え)(?:の|が)?な/iu;
/** What it is about. */
const link = /https?:\/\/|\bwww\.|(?<![\d.])\d{4,8}(?!\.?\d)/i;
const passedOn = /^\s*(?:fwd?|tr|wg|rv|enc|i|re|aw|sv)\s?:/i;

/** Whether a service writes of an account: to confirm an address, to set a password, to sign in. */
export function isAccountNotice({ subject, text, inReplyTo }: Pick<Mail, 'subject' | 'text' | 'inReplyTo'>): boolean {
  if (inReplyTo.length > 0 || passedOn.test(subject)) return false;
  // People quote such notices when they ask about them.
  const said = ownWords(text.slice(0, 8000));
  return disowned.test(said.replace(/\s+/g, ' ')) && link.test(said);
}
