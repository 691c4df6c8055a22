import { plain } from '../model/plain.ts';

/** Whether a text takes back that the writer's contact is shown; unsure: it may mean that. */
export type TakingBack = 'withdraws' | 'unsure' | undefined;

/**
 * Each sentence is read by what it holds: words that show, words that hide, and denials. One that hides, or that is
 * denied, takes back; two of them make up for each other (« je ne veux plus rester anonyme »); whatever is more involved
 * is unsure, and so is a sentence that says otherwise as a whole than in its parts.
 */
export function takingBack(text: string): TakingBack {
  const sentences = (plain(text.slice(0, longest)).match(/[^.!?;]+[.!?;]?/g) ?? []).map((sentence) =>
    sentence.replace(/\s+/g, ' ').trim(),
  );
  const said = sentences.map((sentence, index) => {
    const sense = senseOf(sentence);
    if (sense !== undefined || index === 0) return sense;
    return aboutThem(sentence) && named.test(sentences[index - 1] ?? '') ? 'unsure' : undefined;
  });
  if (said.includes('withdraws')) return 'withdraws';
  return said.includes('unsure') ? 'unsure' : undefined;
}

const longest = 2000;

type Sense = 'shows' | 'withdraws' | 'unsure' | undefined;

function senseOf(sentence: string): Sense {
  const whole = read(sentence);
  if (whole === undefined) return undefined;
  const parts = sentence
    .split(/[,:()]|\b(?:mais|but|pero|et|and|y)\b/)
    .map(read)
    .filter((sense) => sense !== undefined);
  const differs = parts.some((sense) => sense !== parts[0]) || (parts[0] === 'shows' && whole !== 'shows');
  const sense = differs ? 'unsure' : (parts[0] ?? whole);
  if (sense === 'shows' || !sentence.endsWith('?')) return sense;
  // « Pourriez-vous … ? » asks for it, « Pourquoi ne … pas ? » for the contrary.
  if (/\b(?:pourquoi|why|por que)\b/.test(sentence)) return 'shows';
  return /\b(?:pouvez|pourriez|peut-on|could|can|would|podrian?|pueden?)\b/.test(sentence) ? sense : 'unsure';
}

/** A clause by itself. */
function read(clause: string): Sense {
  const anonymous = anonymity.test(clause);
  const place = clause.search(named);
  const consent = consentNoun.test(clause);
  if (!anonymous && place < 0 && !consent) return undefined;
  const near = place < 0 ? clause : clause.slice(Math.max(0, place - 100), place + 100);
  if (place >= 0 && without.test(near)) return 'withdraws';
  const hidden = count(hiding, near) + (anonymous ? 1 : 0);
  const shown = count(showing, near);
  if (hidden === 0 && (place < 0 || shown === 0))
    return place >= 0 && denied.test(clause.slice(0, place)) ? 'unsure' : undefined;
  const denies = denials(near);
  if (hidden + denies === 0) return 'shows';
  if (hidden + denies === 1) return 'withdraws';
  return hidden === 1 && denies === 1 ? 'shows' : 'unsure';
}

/** « Mes coordonnées? Ne les diffusez pas. » */
function aboutThem(sentence: string): boolean {
  return (
    /\b(?:les|them|these|those|las|los)\b/.test(sentence) &&
    ((count(showing, sentence) > 0 && denials(sentence) > 0) || count(hiding, sentence) > 0)
  );
}

function count(pattern: RegExp, text: string): number {
  return text.match(pattern)?.length ?? 0;
}

/** In French « ne » and « pas » are one; « plus » denies only beside « ne ». */
function denials(text: string): number {
  const ne = count(/\bne\b|\bn'/g, text);
  const pas = count(/\b(?:pas|jamais|aucune?|aucunement|rien|nullement)\b/g, text);
  return Math.max(ne, pas) + count(/\b(?:not|no|never|cannot|without|sans|sin|nunca|tampoco|nor)\b|n't\b/g, text);
}

/** The writer's own, or what is plainly that; before a colon it is written out, for us. */
const named =
  /\b(?:coordonnees|mes (?:informations|donnees|renseignements)|(?:mon|mes) (?:nom|adresse|courriel|numero|telephone)s?|contact details|my (?:full )?(?:name|contact|address|e-?mail|details|information|data|(?:phone |telephone |mobile )?(?:phone|number))|datos de contacto|mis datos|mi (?:nombre|correo|direccion|numero|telefono))\b(?!.{0,3}:)/;
const consentNoun = /\b(?:consentement|accord|autorisation|consent|permission|consentimiento|autorizacion)\b/;
const anonymity =
  /\b(?:reste[rz]?|demeurer?|etre|remain(?:ing)?|stay(?:ing)?|be|permanecer|quedar|ser) (?:\w+ )?anon[iy]m|\banonymat\b|\banonymity\b|\banonimato\b/;

/** « sans mes coordonnées », « no contact details » */
const without =
  /(?:^|\s)(?:sans|without|sin|(?:surtout )?pas (?:avec|de)|not with|no(?= (?:contact details|name|address|e-?mail))) (?:(?:mes|mon|my|mis|mi|les|the|any) )?(?:coordonnees|nom|adresse|courriel|contact details|name|address|e-?mail|datos|nombre)\b(?!.{0,20}\b(?:problem|inconv))/;

/** « pas mes coordonnées » */
const denied = /\b(?:pas|not|no) (?:(?:mes|my|les|the|mis) )?$/;

const showing =
  /\b(?:partag|diffus|publi|communiqu|transmet|transmi|montr|affich|divulgu|donn(?!ees)|mett|inclu|figur|(?:ap)?parai|utilis|shar|publish|disclos|show|pass(?:ing)?\b|includ|giv|put|us(?:e|ing)\b|appear|compart|difund|inclui|pon(?:er|gan)|ajout|add(?:s|ing|ed)?\b)/g;
const hiding =
  /\b(?:cach|masqu|retir|enlev|supprim|effac|ote[rz]|revoqu|revoc|annul|repren|oppos|objections?\b|object(?:s|ing)?\b|refus|oubli|hesit|interdi|empech|cesse[rz]?\b|arrete|evite[rz]|withdraw|revok|cancel|remov|delet|eras|hid(?:e|den|ing)\b|omit|withh[oe]ld|forg[eo]t|minds?\b|stop|ceas|avoid|tak(?:e|ing)\b(?=.{0,50}\b(?:back|out|off|down)\b)|problem|soucis?\b|derang|bother|laisse[rz]?\b(?=.{0,50}\bde cote\b)|leav(?:e|ing)\b(?=.{0,50}\bout\b)|inconvenient|elimin|quit(?:e|en|ar)\b|borr(?:e|en|ar)\b|ocult|retiro|olvid|dud(?:e|en|es)\b|importa\b|confidentiel|confidential|confidencial|private\b|privee?s?\b|privad|secret(?:e?s)?\b)/g;
