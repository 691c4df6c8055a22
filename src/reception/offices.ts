import { plain } from '../model/plain.ts';
import { kindOf } from './kinds.ts';
import { isRole } from './roles.ts';

/** Whether a name is that of a house, an office or a mailbox, rather than of a person: « Direction RH », « Info ». */
export function isOffice(name: string): boolean {
  return kindOf(name) !== undefined || isRole(name) || office.test(plain(name));
}

/** In French, English, Spanish and Portuguese; what some people are called too stands first, or not at all. */
const office = new RegExp(
  [
    '^(?:bureau|desk|office|cabinet|info|infos|contact|contacto|contato|mail|courrier|news|support|accueil|reception|relations|area|unit[ey]?)(?!\\p{L})',
    '(?<!\\p{L})(?:direction|direccion|direcao|directorate|secretariat|secretaria|services?|servicio|cellule|departement|department|rectorat|rectorado|vicerrectorado|decanat|decanato|departamento|division|section|equipe|team|equipo)(?!\\p{L})',
    '(?<!\\p{L})(?:coordination|cooperation|cooperacion|cooperacao|formation|training|capacitacion|formacion|formacao|gerencia|administration|administracion|communications?|international|programmes?|programs?|projets?|proyectos?|protocol|protocole)(?!\\p{L})',
    '(?<!\\p{L})(?:ressources humaines|recursos humanos|human resources|rh|hr|rr\\.? ?hh|no-?reply|webmaster|postmaster|admin|achats|procurement|comptabilite|consultants?)(?!\\p{L})',
  ].join('|'),
  'u',
);
