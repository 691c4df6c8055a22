import type { Mail } from './mail.ts';
import { asksSomething, sentencesIn } from './sentences.ts';

/** « If you did not ask for this »: what services write under the links that they send to whoever gave our address. */
const disowned =
  /\bif (?:this (?:was|is) ?n[o’']t (?:you|requested by you)|you (?:did not|didn[’']t|have not|haven[’']t|never) (?:request|make|initiate|create|ask|sign|register|attempt|authori[sz]e|submit|subscribe))|\bsi (?:vous n[’'](?:êtes pas à l[’']origine|avez pas (?:demandé|effectué|créé|initié|fait|sollicité))|ce n[’'](?:est|était) pas vous)|\bsi (?:usted |tú )?no (?:ha |has )?(?:solicit|realiz|pedi|cre)\p{L}{2,6}|\bsi no (?:fue|fuiste|has sido) |\bse (?:você )?não (?:solicitou|pediu|fez|criou|foi você)|\b(?:wenn|falls|sollten) (?:sie|du) [^.!?]{0,60}\bnicht (?:selbst )?(?:angefordert|veranlasst|beantragt|registriert|erstellt)|\bse non (?:hai|ha|avete) (?:richiesto|effettuato|creato|fatto)|\bals u [^.!?]{0,60}\bniet (?:heeft |hebt )?(?:aangevraagd|gevraagd|aangemaakt)|إذا لم (?:تقم|تطلب|تكن أنت)|(?:お心当たり|身に覚え)(?:の|が)?な/iu;
/** What the reader may do then, said in the same breath: nothing, or guard the account. */
const consequence =
  /ignor|disregard|no (?:further )?action|do(?:n['’]t| not) (?:need|have) to|nothing (?:to do|further)|safely|delete|discard|contact (?:us|support|our|your|the)|let us know|report|(?:change|reset|secure) your|rien|tenir compte|tenez pas compte|supprime|contactez|signale|changez|modifiez votre|haga caso|desestim|descart|elimin|borr|contacte|cambie|desconsider|exclu|entre em contato|altere|nichts|unbeachtet|löschen|wenden sie|gegenstandslos|nulla|cancell|contatta|negeren|negeer|niets|verwijder|contact op|تجاهل|破棄|無視|削除|お問い合わせ/iu;
/** What it is about. */
const account =
  /account|password|passcode|(?<!\p{L})pin(?!\p{L})|(?<!\p{L})c[oó]d(?:e|igo|ice)|sign(?:ing)?[- ]?(?:in|up)|log(?:ging)?[- ]?in|verif|confirm|activat|subscri|e-?mail|registr|compte|mot de passe|connexion|courriel|vérifi|inscri|abonn|contraseña|cuenta|correo|senha|conta(?!ct)|cadastro|konto|passwort|anmeld|kennwort|best[äa]tig|conferma|bevestig|wachtwoord|aanmeld|حساب|كلمة|تأكيد|رمز|アカウント|パスワード|確認|認証|登録/iu;
/** What they send: a link, or a code to type; a year is none. */
const link = /https?:\/\/|\bwww\.|(?<![\d./-])(?!(?:19|20)\d\d(?!\d))\d{4,8}(?![./-]?\d)/i;
/** How they call it when they want an address confirmed. */
const title =
  /^\s*(?:\[[^\]]{1,40}\]\s*)?(?:please |veuillez |por favor,? |bitte )?(?:(?:confirm|verify|activate|validate) your (?:new )?(?:e-?mail|account|registration|subscription|sign-?up|identity)|(?:confirmez|vérifiez|activez|validez|confirmer|activer) votre (?:adresse|compte|inscription|courriel|e-?mail|abonnement)|(?:confirme|verifique|active|confirma|verifica|activa) (?:su|tu) (?:correo|cuenta|dirección|registro|suscripción|e-?mail)|(?:confirme|verifique|ative) (?:o )?seu (?:e-?mail|cadastro|registo)|bestätigen sie ihre? (?:e-?mail|konto|registrierung|anmeldung)|(?:conferma|verifica|attiva) (?:il tuo|la tua|il suo|la sua) (?:e-?mail|account|iscrizione|indirizzo)|bevestig uw (?:e-?mail|account|inschrijving)|(?:reset|change|set) your (?:\p{L}+ )?password|(?:your )?(?:\p{L}+ )?password reset|réinitialis(?:ez|er|ation de) (?:votre )?mot de passe|restable(?:ce|cer|zca) (?:su|tu|la) contraseña|redefin(?:a|ir) (?:a )?(?:sua )?senha|passwort zurücksetzen|reimposta (?:la )?(?:tua )?password|wachtwoord (?:opnieuw instellen|resetten))/iu;
/** « Use the code 998877 »: the code is named before it is given. */
const code =
  /(?<!\p{L})(?:(?:pass|security ?)?code|pin|otp|c[oó]digo|codice|kennwort|رمز)\P{L}{1,4}(?:\p{L}{1,12}\P{L}{1,3}){0,3}\d{4,8}(?![\p{N}-])|コード\P{N}{1,6}\d{4,8}/iu;
const longestNotice = 1500;
const passedOn = /^\s*(?:fwd?|tr|wg|rv|enc|i|re|aw|sv)\s?:/i;

/** Whether a service writes of an account: to confirm an address, to set a password, to sign in. */
export function isAccountNotice({ subject, text, inReplyTo }: Pick<Mail, 'subject' | 'text' | 'inReplyTo'>): boolean {
  if (inReplyTo.length > 0 || passedOn.test(subject)) return false;
  // People quote such notices when they ask about them.
  const sentences = sentencesIn(text);
  if (sentences.some((sentence) => asksSomething(sentence) && !account.test(sentence))) return false;
  const said = sentences.join('\n');
  if (disowns(sentences)) return account.test(`${subject}\n${said}`) && link.test(said);
  return (
    title.test(subject.slice(0, 200)) && (/https?:\/\//i.test(said) || code.test(said)) && said.length < longestNotice
  );
}

/** The sentence, or that and the next, say what follows. */
function disowns(sentences: readonly string[]): boolean {
  return sentences.some(
    (sentence, index) => disowned.test(sentence) && consequence.test(`${sentence} ${sentences[index + 1] ?? ''}`),
  );
}
