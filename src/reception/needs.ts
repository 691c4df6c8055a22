import { withoutPast } from './past.ts';
import { withoutRefused } from './refused.ts';
import { type Sign, signsIn } from './signs.ts';

/** A kind of help that the sender seems to ask for, in French, and the words that say so, as they were written. */
export const needsOf = (text: string) => signsIn(text, needs, (words) => withoutPast(withoutRefused(words)));

const trainers =
  '(?:formateurs?|formatrices?|instruct\\w+|trainers?|teachers?|lecturers?|enseignante?s?|professeure?s?|formadore?s?|docentes?|professore?s?|profesore?s?)';
const students =
  '(?:etudiante?s?|students?|eleves?|doctorante?s?|stagiaires?|interns?|trainees?|estudiantes?|alumn[oa]s|pasantes|estudantes?|alun[oa]s|estagiarios?)';
const workers = `(?:${[
  'operateurs?|mineurs?|techniciens?|employes?|travailleurs?|sauveteurs?|secouristes?|foreurs?|dynamiteurs?|mecaniciens?|conducteurs?|ingenieurs?|cadres|superviseurs?|contremaitres?',
  'gestionnaires?|inspecteurs?|electriciens?|geologues?|ouvriers?|apprentis?|jeunes|personnes|personnel|equipes?',
  'operators?|miners?|technicians?|workers?|rescuers?|drillers?|blasters?|mechanics|drivers?|engineers?|managers?|supervisors?|foremen|inspectors?|electricians?|geologists?|apprentices?|youths?|people|persons|ppl|staff|teams?',
  'operador(?:es|as)|mineros?|tecnic[oa]s|trabajador(?:es|as)|perforistas|rescatistas|mecanicos|ingenier[oa]s|supervisores|jovenes|personas|personal',
  'mineiros?|trabalhador(?:es|as)|engenheir[oa]s|jovens|pessoas|pessoal',
].join('|')})`;
/** How many, or whose. In a group that is kept: others are compiled once for each of their turns, which takes ten times as long. */
const many = `(${[
  '\\d[\\d.,]*|nos|notre|des|les|leurs|une?|our|the|some|all|their|nuestr[oa]s|los|las|nosso?s|nossas|os|as|of|for|de|para|a',
  'deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|quinze|vingt|trente|quarante|cinquante|cent',
  'two|three|four|five|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|hundred',
  'dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|quince|veinte|treinta|cuarenta|cincuenta|cien|dois|quatro|sete|oito|nove|dez|doze|vinte|trinta',
].join('|')})`;
/** At most three words of how many, and as many of what kind, before whom; not what is sent to them, or meant for them. */
const word = "(?!(?:a|au|aux|to|for|pour|para|with|avec|con|com)\\b)([\\w'-]+) ";
const group = (people: string) => `(?:(?:${many} ){1,3}(?:${word}){0,3}|(?:${word})?)${people}\\b`;
const training =
  "(?:former(?! (?:staff|people|workers|operators|miners|technicians|engineers|managers|supervisors|teams?|students)\\b)|formation|perfectionnement|recyclage|train(?:ing)?|upskill(?:ing)?|formar|formacion|capacitar|capacitacion|treinar|treinamento|formacao|capacitacao)(?: (?:de|des|d'|pour|of|for|para))?";
const course = '(?:refreshers?|courses?|training|workshops?|cours|ateliers?|cursos?|talleres)';
const exchanging =
  '(?:envoyer|envoi|recevoir|accueillir|send(?:ing)?|host(?:ing)?|receiv(?:e|ing)|enviar|recibir|acoger|receber|acolher)';

/** Arabic nouns, with an article or a preposition before them; the last letter of many is written in two ways. */
const arabic = (nouns: string) => `(?<!\\p{L})[وف]?(?:ال|لل|بال|ل|ب)?(?:${nouns.replace(/ه(?!\p{L})/gu, '[هة]')})`;
const either = (latin: RegExp, nouns: string) => new RegExp(`${latin.source}|${arabic(nouns)}`, 'u');

/**
 * In French, English, Spanish, Portuguese and Arabic. The words of the glossary; a need that another one names more exactly is not among
 * them.
 */
const needs: readonly Sign[] = [
  {
    name: 'formation de formateurs',
    signs: new RegExp(
      `\\b(?:formation|perfectionnement|former|formar|formacion|capacitar|capacitacion|treinar|formacao|capacitacao) (?:de |dos |des |d'|nos |les |para |a |aos? )?(?:[\\w']+ ){0,2}${trainers}\\b|\\btrain(?:ing)?(?: of| for)?(?: [\\w']+){0,2} ${trainers}\\b|\\btrain(?:ing)?[- ](?:of[- ])?(?:the[- ])?trainers?\\b|\\binstructors?' training\\b|${arabic('(?:تدريب|تكوين) (?:\\p{L}+ )?(?:ال)?(?:مدرب|مكون|معلم|استاذ|اساتذ)')}`,
      'u',
    ),
  },
  {
    name: 'formation sur mesure',
    signs: either(
      new RegExp(
        [
          '\\bformations? sur[- ]mesure\\b|\\b(?:capacitacion|formacion) a (?:la )?medida\\b|\\b(?:formacao|capacitacao|treinamento) (?:a|por|sob) medida\\b',
          '\\b(?:custom\\w*|tailor(?:ed|-made)|bespoke)(?: [\\w-]+)? training\\b|\\btraining (?:course|program\\w*)s?\\b',
          `\\b${training} ?${group(workers)}`,
          `\\b${course} (?:pour|for|para) ${group(workers)}`,
          '(?<!\\b(?:centres?|instituts?|ecoles?|direction|office|service) de (?:la )?)\\bformations? en (?!cours\\b|ligne\\b)|\\btraining (?:in|on) |\\b(?:capacitacion|formacion) en (?!linea\\b)|\\b(?:formacao|capacitacao) em ',
        ].join('|'),
      ),
      '(?:تدريب|تكوين) (?:مخصص|حسب الطلب|(?:ال)?(?:عمال|تقني|فني|مشغل))',
    ),
  },
  {
    name: 'ingénierie de formation',
    signs: either(
      /\bingenierie de (?:la )?formation\b|\bapproche par competences\b|\b(?:referentiels?|curricul(?:um|a|ums|o|os))\b|\bcompetency[- ]based\b|\bprogramm?es? d'etudes?\b|\b(?:enfoque|abordagem|cursos?|programas?) (?:[a-z]+ ){0,4}por competencias\b|\bcurricul(?:ar|ares)\b|\bensino por competencias\b/,
      '(?:تطوير|اعداد|تصميم) (?:ال)?(?:برامج|مناهج)|مناهج|مقاربه بالكفاءات|المقاربه بالكفاءات',
    ),
  },
  {
    name: 'reconnaissance des acquis',
    signs: either(
      /\b(?:rac|vae)\b|\b(?:reconnaissance|validation) des acquis\b|\bprior learning\b|\breconocimiento de (?:saberes|aprendizajes|competencias)\b|\breconhecimento de (?:saberes|aprendizagens|competencias)\b/,
      'الاعتراف بالمكتسبات|(?:ال)?مكتسبات المهنيه',
    ),
  },
  {
    name: 'expertise et assistance technique',
    signs: either(
      /\btransferts? d'expertise\b|\bassistance technique\b|\btechnical (?:assistance|advice|support)\b|\b(?:asistencia|asesoria) tecnica\b|\b(?:expert|simulators?|expertise) advice\b|\baccompagnement technique\b|\brenforcement (?:de |des |de nos |de leurs )?capacites\b|\bcapacity[- ](?:building|development)\b|\bfortalec\w+ de (?:las )?capacidades\b|\bfortalecimento d[ea]s? capacidades\b|\b(?:assistencia|assessoria|consultoria) tecnica\b|\btransferencia de (?:conhecimentos?|tecnologia)\b/,
      '(?:نقل|تبادل) الخبر|مساعده (?:ال)?تقنيه|مساعده (?:ال)?فنيه|دعم (?:ال)?تقني|استشار',
    ),
  },
  {
    name: 'création d’école',
    signs: either(
      /\b(?:creation|creer|ouverture|ouvrir|construction|construire|batir|implanter|implantation|mettre (?:en place|sur pied)|mise (?:en place|sur pied)|projet) (?:de |d'|un |une |du )*(?:ecole|centre|institut|campus)\b|\b(?:set(?:ting)? up|establish(?:ing|ment of)?|creat(?:e|ing)|build(?:ing)?|open(?:ing)?) (?:of )?(?:a |an |the |our )?(?:new )?(?:[\w-]+ )?(?:school|centre|center|institute|academy|campus)\b|\b(?:crear|creacion de|abrir|apertura de) (?:una? )?(?:escuela|centro|instituto)\b|\b(?:criar|criacao de|abrir|abertura de) (?:uma? )?(?:escola|centro|instituto)\b/,
      '(?:انشاء|تاسيس|احداث|فتح) (?:\\p{L}+ ){0,2}?(?:مدرس|معهد|مركز|كلي|اكاديمي)',
    ),
  },
  {
    name: 'simulateurs et formation à distance',
    signs: either(
      /\bsimula(?:teur|tor|dor)(?:e?s)?\b|\b(?:formation|cours|enseignement) (?:a distance|en ligne)\b|\b(?:distance|online|remote) (?:learning|training|courses?)\b|\be-?learning\b|\b(?:formacion|capacitacion|modalidad) (?:a distancia|virtual|en linea)\b|\b(?:formacao|ensino|educacao|cursos?) (?:a distancia|virtual|online)\b/,
      'محاك|(?:تدريب|تكوين|تعلم|تعليم) عن بعد',
    ),
  },
  {
    name: 'mobilité et stages',
    signs: either(
      new RegExp(
        [
          /\bmobilit[ey]\b|\bmovilidad\b|\b(?:un|de|du|des|en|le|les|nos) stages?\b|\bstagiaires?\b|\binternships?\b|\bpasantias?\b|\b(?:student|staff|teacher) exchanges?\b|\bplacements?\b|\bmobilidade\b|\bestagi(?:os?|arios?)\b|\bintercambio\b/
            .source,
          `\\b${exchanging} ${group(`(?:${trainers}|${students}|${workers})`)}`,
          `\\b(?:ex|e)changes? (?:of |d'|de |des |entre )(?:[\\w-]+ ){0,2}(?:${trainers}|${students}|staff|researchers|chercheurs)\\b`,
        ].join('|'),
      ),
      'تبادل (?:ال)?(?:طلب|طلاب|اساتذ|مكون|مدرب|مدرس)|تنقل|تربص|تداريب|فتر\\p{L}* تدريبيه',
    ),
  },
  {
    name: 'recherche conjointe',
    signs: either(
      /\b(?:recherches?|etudes?) (?:conjointe|commune|appliquee|collaborative)s?\b|\b(?:joint|collaborative|applied) (?:research|stud(?:y|ies))\b|\bresearch (?:project|collaboration|partnership)s?\b|\bprojets? de recherche\b|\b(?:investigacion|estudios?) (?:conjunt[ao]s?|aplicad[ao]s?)\b|\b(?:para|queremos|deseamos) investigar\b|\b(?:investigacao|pesquisa) (?:conjunta|aplicada)\b|\bprojetos? de pesquisa\b/,
      'بحث (?:ال)?(?:علمي|مشترك)|بحوث مشترك|ابحاث مشترك',
    ),
  },
  {
    name: 'délégation et visite',
    signs: either(
      /\bdelegations?(?= de (?!la |pouvoir))|\b(?:visite|visiter|visitera|visiterons|visiteront)\b|\b(?:study (?:tour|visit)|site visit|delegation)s?\b|\bvisit(?:ing)? (?:your|quebec)\b|\b(?:visitar|visita (?:a|de|tecnica))\b|\b(?:voyages?|missions?) d'etudes?\b|\bbenchmarking (?:mission|visit|tour)s?\b|\btour(?:ing)? (?:of )?(?:your |the )?(?:training |vocational )?(?:centres?|centers?|schools?|colleges?|facilities)\b|\bgiras? (?:tecnicas?|de estudios?)\b|\bviage[mn]s? de estudos?\b|\bdelegacion\b|\bdelegacao\b|\bvisita (?:ao|aos|as)\b/,
      'زيار|وفد',
    ),
  },
  {
    name: 'appel de propositions',
    signs: either(
      /\bappels? (?:d'offres|de propositions|a projets|a propositions|a manifestation)\b|\bl'appel(?= «)|\b(?:grant|project|funding|joint|building|erasmus\S{0,5}) proposals?\b|\bcall for (?:proposals|tenders|bids|expressions?)\b|\b(?:tender|rfp|consortium|consorcio)\b|\b(?:convocatoria|licitacion)\b|\b(?:chef de file|lead partner)\b|\b(?:concurso publico|edital|licitacao|chamada (?:publica|de propostas))\b|\bconsorcios?\b/,
      'طلب (?:ال)?(?:عروض|مقترحات)|مناقص|كونسورتيوم|اتلاف',
    ),
  },
  {
    name: 'bourses et admission',
    signs: either(
      /\bbourses? (?:d'etudes?|pour)\b|\bscholarships?\b|\bbecas?\b|\b(?:admission|inscription) (?:a|au|dans|in|to)\b|\bbolsas? (?:de estudos?|para)\b/,
      'منح\\p{L}? (?:ال)?دراسي|منحه|قبول|تسجيل (?:في|ب)',
    ),
  },
];
