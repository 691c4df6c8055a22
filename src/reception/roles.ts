import { plain } from '../model/plain.ts';
import { isInstitution } from './kinds.ts';

/** Whether it says what somebody is in an organisation: « directeur de la formation », "Chief Mining Engineer". */
export function isRole(piece: string): boolean {
  const written = piece.slice(0, longest).normalize('NFC').trim();
  // A secretary is a person, « Secretaría » an office: plain text has one word for both.
  if (/^secretaría(?!\p{L})/iu.test(written)) return false;
  const words = plain(written);
  const [head = words] = words.split(clause);
  if (firm.test(words) && head === words) return false;
  return begins.test(words) || ends.test(head);
}

/** The institution that a role names: « Directeur de l’École des mines de Gao », "Training Manager at Goldfields Ltd". */
export function houseIn(role: string): string | undefined {
  return [...role.slice(0, longest).matchAll(within)]
    .map(({ index, 0: preposition }) => role.slice(index + preposition.length).trim())
    .findLast(isInstitution);
}

const longest = 200;

/** What people are in an organisation, in French, Spanish and Portuguese, where the word comes first; plain. */
const romance = [
  'direct(?:eur|rice|ora?)|diretora?|subdirectora?|chef(?:fe)?|jef[ea]|chefe|responsable|responsavel|encargad[oa]',
  'coordon(?:n?ateur|n?atrice)|coordinat(?:eur|rice)|coordinadora?|coordenadora?|conseill(?:er|ere)|consejer[oa]|asesora?|assessora?',
  "gerante?|(?:sub)?gerente|president[ea]?|secretaire|secretari[oa]|chargee? (?:de|du|des)|charge d[’']|attachee?|ministre|(?:vice)?ministr[oa]",
  'ambassadeur|ambassadrice|embajadora?|consul|professeure?|profesora?|professora?|enseignante?|docente|doyenne?|decan[oa]|recteur|rectrice|(?:vicer)?rectora?|reitora?|chanceli(?:er|ere)',
  'ingenieure?|ingenier[oa]|engenheir[oa]|inspect(?:eur|rice|ora?)|surintendante?|superintendente|superviseure?|supervisora?|gestionnaire|administrat(?:eur|rice)|administradora?',
  'deleguee?|delegad[oa]|associee?|proviseure?|agente?|technicien(?:ne)?|tecnic[oa]|formateur|formatrice|instructora?|capacitadora?|experte?|specialiste|especialista|analyste?|analista',
  'consultante?|consultora?|fondateur|fondatrice|doctorante?|etudiante?|estudiante|adjointe?|assistante?|commissaire|prefet|maire|gouverneure?|geologue|foreur|contremaitre|rr\\.hh|pdg|dg|drh|rh',
].join('|');
/** In English, where it may come last: « Training Superintendent ». */
const english = [
  'director|dean|head|manager|superintendent|supervisor|coordinator|advis[eo]r|president|chair(?:man|woman|person)?|secretary|minister|ambassador|commissioner|counsellor|attache',
  'officer|engineer|inspector|lecturer|professor|teacher|instructor|trainer|rector|provost|chancellor|principal|registrar|executive|ceo|coo|cfo|hr|analyst|specialist|consultant|expert|geologist|surveyor',
  'technician|founder|partner|owner|student|assistant|deputy|representative|delegate|governor|lead|leader|foreman|planner',
].join('|');
const arabic =
  '(?:ال)?(?:مدير[ةه]?|عميد[ةه]?|رييس[ةه]?|وزير[ةه]?|استاذ[ةه]?|منسق[ةه]?|مسوول|كاتب عام|امين عام|ناظر|مكلف)';

const before =
  "(?:(?:le|la|l'|the|el) ?)?(?:(?:vice|sous|sub|premiere?|premier|haut|second|deuxieme|grand|ancien(?:ne)?)[- ]?)?";
const begins = new RegExp(`^${before}(?:${romance}|${english})(?!\\p{L})|^${arabic}`, 'u');
const ends = new RegExp(`(?<!\\p{L})(?:${english})$`, 'u');
/** Behind what somebody is, in English. */
const clause = /\s*(?: (?:of|for|at|in|to|de|du|des|en|del|chez)\b|[(/:]| - ).*$/u;

const firm = /(?<!\p{L})(?:ltd|limited|inc|plc|llc|pty|jsc|gmbh|sarl|sas|corp|ltda|s\.?a\.?(?:c\.?)?)\.?$/u;
const within =
  /(?<!\p{L})(?:at|chez|of(?: the)?|(?:de|à) (?:la|l[’'])|d[’']|del?|du|des|au|à|da|do|en(?: la)?|na|no)(?:(?<=[’'])|\s+)/giu;
