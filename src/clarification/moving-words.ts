import { plain } from '../model/plain.ts';

/**
 * Whether somebody who has a meeting asks for another time, or says that this one is impossible. Read in a wide sense: what
 * follows is only that other slots are offered, and the meeting stands until one is chosen.
 * @param text - The reply without its quote.
 */
export function asksToMove(text: string): boolean {
  return plain(text.slice(0, longest))
    .split(/\n+|(?<=[.!?;])\s+/)
    .some((sentence) => !needless.test(sentence) && asking.some((pattern) => pattern.test(sentence)));
}

/** Whether somebody who has a meeting says that it is off, without asking for another. */
export function callsOff(text: string): boolean {
  return plain(text.slice(0, longest))
    .split(/\n+|(?<=[.!?;])\s+/)
    .some(
      (sentence) => !needless.test(sentence) && !/\b(?:if|si|unless|a moins)\b/.test(sentence) && off.test(sentence),
    );
}

/** The words by which one changes a choice, out of the text: « finalement la plage 3 », "slot 3 instead". */
export function withoutChanging(text: string): string {
  return text.replace(
    /\b(?:finalement|finally|in the end|al final|finalmente|instead(?! of)|plut[oô]t|mejor|más bien)(?!\p{L}),?/giu,
    ' ',
  );
}

const longest = 20_000;
const meeting =
  '(?:rencontres?|rendez-vous|reunions?|visioconferences?|entretiens?|plages?|creneaux?|meetings?|calls?|appointments?|slots?|reunion|cita|encuentro|llamada|horario)\\b';

const asking: readonly RegExp[] = [
  new RegExp(`\\b(?:deplacer|reporter|remettre|repousser|decaler|devancer|avancer) .{0,40}\\b${meeting}`),
  /\b(?:une )?autre (?:date|moment|jour|heure)\b.*\?|\b(?:pouv(?:ons|ez)|pourr(?:ions|iez)|possible|souhait\w+|aimer\w+)\b.{0,60}\bautre (?:date|moment|jour|heure|plage|creneau)\b/,
  /\b(?:pourr(?:ai|ons|a)|peux|peut|pouvons|suis|sommes|serai|serons)\b.{0,12}\b(?:pas|plus)\b.{0,20}\b(?:assister|participer|disponibles?|presents?|etre la|nous joindre|venir)\b/,
  /\bempechement\b/,
  /\b(?:can|could|may|must|have to|need to|like to)\b.{0,12}\b(?:postpone|reschedule)(?: (?:it|this))?(?=\s*[?.!,]|$| (?:to|until)\b)/,
  /\b(?:pouvons|pourrions|peut|pourrait|devons|faut|possible)\b.{0,15}\b(?:(?:la|le) (?:reporter|decaler|repousser|deplacer)\b|(?:reporter|decaler|repousser|deplacer)(?=\s*[?.!,]|$))/,
  /\b(?:podemos|podriamos|debemos|hay que|posible)\b.{0,12}\b(?:aplazar|posponer|postergar|reprogramar)(?:la|lo)?(?=\s*[?.!,]|$| (?:a|al|para|hasta)\b)/,
  /\b(?:do|have|start|hold|make) (?:it|this|the meeting|the call)\b.{0,25}\b(?:later|earlier)\b/,
  /\b(?:changer|modifier) (?:l'heure|la date|de date|d'heure|le moment)\b.*\?|\bchange the (?:date|time)\b.*\?|\bcambiar (?:la|de) (?:fecha|hora)\b.*\?/,
  new RegExp(`\\b(?:move|reschedule|postpone|push back|bring forward) .{0,40}\\b${meeting}`),
  /\b(?:can|could|may|might|possible|like|need)\b.{0,40}\b(?:reschedule|another (?:time|date|day|slot)|different (?:time|date|day|slot))\b/,
  /\b(?:cannot|can't|can not|unable to|won't be able to|will not be able to|no longer able to)\b.{0,12}\b(?:make it|attend|join|be there|meet)\b/,
  new RegExp(`\\b(?:mover|reprogramar|aplazar|posponer|postergar|cambiar) .{0,40}\\b${meeting}`),
  /\b(?:podr\w+|podemos|posible|quisier\w+|necesit\w+)\b.{0,60}\botr[oa] (?:fecha|hora|horario|dia|momento)\b/,
  /\bno (?:podre|podremos|podemos|puedo|podra)\b.{0,12}\b(?:asistir|participar|estar|conectar\w*|reunir\w*)\b/,
];

const off = new RegExp(
  `\\b(?:annuler|annulons|cancel|call off|cancelar|cancelamos|anular) .{0,25}\\b${meeting}|\\b(?:must|have to|need to|please|devons|debemos|tenemos que|veuillez) (?:cancel|annuler|cancelar)\\b(?:-la)?\\s*[.!]?$`,
);

const needless =
  /\b(?:sans|inutile|pas besoin|pas necessaire|no need|without|not necessary|no hace falta|no es necesario|sin necesidad)\b/;
