import { plain } from '../model/plain.ts';
import type { Mail } from './mail.ts';
import { asksOfUs } from './sentences.ts';

/** What trackers put before the subject that they took in: their name and a number. */
const numbered =
  /^\s*(?:\[[^\]\d]{1,40}\]\s*){0,2}\[\p{L}[\p{L} -]{0,30}\s?[#:]\s?[\p{L}-]{0,10}\d{3,}\]\s*(?<rest>.*)$/su;
/** What happened to it; who follows it up writes to us. */
const happening =
  /^(?:(?:your )?(?:ticket|case|request|incident) )?(?:new|nouveau|nouvelle|nuev[oa]|nov[oa]|neue[rsn]?|nuov[oa]|nieuwe?|opened|created|closed|solved|resolved|updated?|ouverture|creation|mise a jour|cloture|fermeture|resolution|apertura|cierre|actualizacion|abertura|fechamento|atualizacao|eroffnung|schlie(?:ß|ss)ung|losung|aktualisierung|aggiornamento|chiusura|aangemaakt|gesloten)\b(?!.{0,20}\b(?:follow-?ups?|suivis?|repl(?:y|ies)|reponses?|comments?|commentaires?|seguimiento|acompanhamento|antwort|kommentar|nachverfolgung|risposta|reactie))/;

/** The lines of its table, in the words of the languages that it speaks; each row is one field. */
const fields = [
  'title|titre|titulo|titel|titolo',
  'requesters?|demandeurs?|solicitantes?|requerentes?|antragsteller|richiedenti?|aanvragers?',
  "(?:opening|creation|created|open) (?:date|on)|date d'ouverture|date de creation|fecha de (?:apertura|creacion)|data (?:de abertura|di apertura)|eroffnungsdatum|erstellt am|openingsdatum",
  '(?:closing|close|resolution) date|date de (?:cloture|resolution)|fecha de (?:cierre|solucion)|data (?:de fechamento|di chiusura)|schlie(?:ß|ss)ungsdatum|sluitingsdatum',
  'status|statut|estado|stato|zustand',
  'urgency|urgence|urgencia|dringlichkeit|urgenza|urgentie',
  'priority|priorite|prioridad|prioridade|prioritat|priorita|prioriteit',
  'impact|impacto|auswirkung|impatto',
  'category|categorie|categoria|kategorie',
  'assigned to|attribue a|assigne a|asignado a|atribuido(?: a| para)?|zugewiesen(?: an)?|assegnato a|toegewezen aan',
  '(?:request )?source|source de la demande|origen|origem|quelle|origine',
  'queue|file|cola|fila|warteschlange|department|departement|service',
].map((words) => new RegExp(`^(?:${words}) ?:`));
const fewest = 4;

/** Whether a tracker tells of what became of a mail in it: the number and the event in the subject, a table in the text. */
export function isTicketNotice({ subject, text }: Pick<Mail, 'subject' | 'text'>): boolean {
  if (tellsOfKey(subject.slice(0, 300), text)) return true;
  const { rest } = numbered.exec(subject.slice(0, 300))?.groups ?? {};
  if (rest === undefined || !happening.test(plain(rest))) return false;
  const lines = plain(text.slice(0, longest))
    .split('\n')
    .map((line) => line.trim());
  return fields.filter((field) => lines.some((line) => field.test(line))).length >= fewest;
}

/** « [JIRA] (HELP-12) … »: the key of the ticket in brackets. */
const keyed = /[[(](?<key>[A-Z][A-Z0-9]{1,9}-\d{1,7})[\])]/;
/** What somebody did to it, as trackers tell it. */
const done =
  /^(?:\S+ ){1,6}?(?:(?:has |a |ha |hat |heeft )?(?:created|updated|commented|resolved|closed|reopened|assigned|changed|linked|moved|deleted|edited|cree|mis a jour|commente|resolu|ferme|rouvert|assigne|modifie|creo|actualizo|comento|resolvio|cerro|asigno|criou|atualizou|comentou|resolveu|fechou|atribuiu|erstellt|aktualisiert|kommentiert|gelost|geschlossen|ha creato|aggiornato|commentato|chiuso|aangemaakt|bijgewerkt|gesloten))(?: (?:on|an?|the|sur|une?|el|en|um|ein|un|una)){0,2}/;

/** Whether a line begins by telling who did what to the ticket of the subject, and nothing is asked. */
function tellsOfKey(subject: string, text: string): boolean {
  const key = keyed.exec(subject)?.groups?.key?.toLowerCase();
  if (key === undefined || asksOfUs(text)) return false;
  const lines = plain(text.slice(0, longest)).split('\n');
  return lines.some((line) => line.length < longestLine && line.includes(key) && done.test(line.trim()));
}

const longestLine = 300;
const longest = 8000;
