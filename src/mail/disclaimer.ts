/** Words of the paragraphs that a company, a scanner or a list puts under every mail: they say nothing of this one. */
const stock =
  /\b(?:confidential|privileged|intended (?:recipient|solely|only)|(?:received|sent to you) (?:this|it).{0,30} in error|confidentiel|confidentialité|destinataire(?:s)? (?:visé|exclusif|prévu)|par erreur|environment before printing|avant d['’]imprimer|vertraulich|irrtümlich|confidencial|por error|por engano|riservat|per errore|vertrouwelijk|virus|unsubscribe|subscribed to|mailing list|(?:leave|quit) (?:the|this) list|quitter (?:la|cette) liste|désabonne|désinscri|liste de diffusion|abbestellen|abmelden|darse de baja|uitschrijven)/i;

/** Whether these lines belong to a notice of confidentiality, of a scanner or of a list. */
export function isDisclaimer(words: string): boolean {
  return stock.test(words);
}
