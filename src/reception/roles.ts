import { plain } from '../model/plain.ts';

/** Whether it says what somebody is in an organisation: « directeur de la formation ». */
export function isRole(piece: string): boolean {
  return roles.test(plain(piece));
}

/** What people are in an organisation, in fr, en, es, pt and ar; plain, at the beginning. */
const roles =
  /^(?:(?:le|la|the|el) )?(?:(?:vice|sous|sub)[- ]?)?(?:direct(?:eur|rice|or|ora)|diretora?|reitora?|coordenadora?|dean|doyen|decano|rect(?:eur|rice|or|ora)|chef|head|jefe|responsable|coordon\p{L}+|coordin\p{L}+|conseill\p{L}+|advisor|asesor|manager|gerente|president|secretaire|secretary|secretario|charge\p{L}* d|attache|ministre|minister|ministro|professeur|professor|profesor|consultant|ceo|dg\b|rr\.hh|hr\b|rh\b|(?:ال)?(?:مدير[ةه]?|عميد[ةه]?|رييس[ةه]?|وزير[ةه]?|استاذ[ةه]?|منسق[ةه]?|مسوول|كاتب عام|امين عام|ناظر|مكلف))/u;
