/**
 * The sentences of a paragraph, plain, without those of a notice that a company, a scanner or a printer's friend puts below
 * every mail: they say nothing of this one.
 */
export function withoutNotice(sentences: readonly string[]): string[] {
  const told = cues.filter((cue) => sentences.some((sentence) => cue.test(sentence))).length;
  const isNotice = told >= fewestCues || (sentences.length === 1 && title.test(sentences[0] ?? ''));
  return isNotice ? sentences.filter((sentence) => !title.test(sentence) && !isCue(sentence)) : [...sentences];
}

const isCue = (sentence: string) => cues.some((cue) => cue.test(sentence));

/** « Ce courriel vous est envoyé par erreur, détruisez-le » has two, and is the sender's own. */
const fewestCues = 3;

const cues: readonly RegExp[] = [
  /\b(?:confiden[tc]ial\w*|confidentiel\w*|privileged|proprietary|legally protected|privilegiad\w*)\b/,
  /\b(?:intended (?:recipients?|solely|only|for)|addressees?|destinataires?|destinatari[oa]s?)\b/,
  /\b(?:this|ce|le present|este|el presente|esta) (?:e-?mail|message|transmission|communication|courriel|mensaje|correo|comunicacion|mensagem)\b/,
  /\b(?:any attachments?|attached files?|(?:pieces?|fichiers?) joint\w*|(?:archivos?|documentos?) adjuntos?)\b/,
  /\b(?:if|si|should|se)\b.{0,60}\b(?:in error|by mistake|par erreur|por error|por engano|por equivocacion|not the|n'etes pas|no es)\b/,
  /\b(?:notify|inform|advise|contact|avis\w+|avert\w+|inform\w+|notifi\w+|prevenir)\b.{0,40}\b(?:sender|expediteur|remitente|remetente)\b/,
  /\b(?:delete|destroy|detrui\w*|supprim\w+|effac\w+|elimin\w+|borr\w+|destruy\w+|apag\w+)\b/,
  /\b(?:unauthori[sz]ed|disclos\w+|dissemination|divulg\w+|copying|prohibited|interdite?s?|prohibid\w+|proibid\w+)\b/,
  /\b(?:environment|environnement|medio ?ambiente|meio ambiente|planete?|planeta|arbres|trees)\b/,
  /\b(?:before (?:you )?print\w*|avant d'imprimer|n'imprimez|antes de imprimir|no imprima)\b/,
  /\b(?:virus(?:es)?|malware)\b/,
  /\b(?:scanned|checked for|antivirus|avast|analyse (?:par|contre)|analizado|libre de virus)\b/,
];
const title =
  /^\W*(?:(?:confidentiality|legal|important|privacy) (?:notice|note)|disclaimer|avis (?:de confidentialite|important|legal)|avertissement|mentions? legales?|aviso (?:de confidencialidad|legal|de privacidad))\W*$/;
