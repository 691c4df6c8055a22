import { plain } from '../model/plain.ts';
import { type Language, languages, type Point, points } from '../model/request.ts';
import { pointTitles } from '../model/wording.ts';

/** The point that a line is the title of; a title stands alone, or is followed by a colon, a question mark or a dash. */
export function titleOf(text: string): { point: Point; language: Language; rest: string } | undefined {
  const bare = text.replace(marker, '');
  const [name = ''] = bare.split(/[:：?–—]| -/u, 1);
  if (name.length > longestTitle) return undefined;
  const words = plain(name).replace(/[\s*_.]+$/, '');
  const title = titles.find((candidate) => candidate.words === words);
  if (!title || (title.short && !/^\s*[:：]/u.test(bare.slice(name.length)))) return undefined;
  const rest = bare.slice(name.length).replace(/^[\s:：?–—*_-]+/u, '');
  return { point: title.point, language: title.language, rest };
}

/** « Besoins : forage. Attentes : un diplôme » as a line for each title. */
export function apartAtTitles(text: string): string[] {
  const lines: string[] = [];
  let from = 0;
  for (const { index } of text.matchAll(/(?<=[.;!,]\s)(?=[^\s.;:!?,][^.;:!?,]{2,60}:)/gu)) {
    if (!titleOf(text.slice(index))) continue;
    lines.push(text.slice(from, index).trim().replace(/[;,]$/, ''));
    from = index;
  }
  return [...lines, text.slice(from)];
}

/** What people write instead of the full title. */
const otherTitles: Readonly<Record<Language, Record<Point, readonly string[]>>> = {
  fr: {
    needs: ['nature du besoin', 'nos besoins', 'besoins'],
    expectations: ['nos attentes', 'vos attentes', 'attentes du demandeur'],
    agreementType: ["type d'entente", 'entente recherchee', "type d'accord"],
    resources: ['ressources', 'nos ressources'],
    timeline: ['echeancier', 'calendrier', 'calendrier preliminaire'],
  },
  en: {
    needs: ['nature of needs', 'nature of the need', 'our needs', 'needs'],
    expectations: ['our expectations', 'your expectations'],
    agreementType: ['type of agreement', 'agreement type', 'agreement sought'],
    resources: ['resources', 'our resources'],
    timeline: ['timeline', 'preliminary schedule', 'timetable'],
  },
  es: {
    needs: ['naturaleza de la necesidad', 'nuestras necesidades', 'necesidades'],
    expectations: ['nuestras expectativas', 'sus expectativas'],
    agreementType: ['tipo de acuerdo', 'tipo de convenio', 'acuerdo buscado'],
    resources: ['recursos', 'nuestros recursos'],
    timeline: ['calendario', 'cronograma', 'cronograma preliminar'],
  },
};

/** Too short to be a title where nothing follows. */
const shortTitles: Readonly<Record<Language, Record<Point, readonly string[]>>> = {
  fr: {
    needs: ['besoin', 'notre besoin'],
    expectations: ['attente', 'notre attente'],
    agreementType: ['entente', 'entente visee', 'entente souhaitee', 'accord recherche', 'accord souhaite'],
    resources: ['ressource'],
    timeline: ['echeance', 'echeances', 'delais'],
  },
  en: {
    needs: ['need', 'our need'],
    expectations: ['expectation', 'our expectation'],
    agreementType: ['agreement', 'kind of agreement', 'desired agreement'],
    resources: ['resource'],
    timeline: ['time line', 'timelines'],
  },
  es: {
    needs: ['necesidad', 'nuestra necesidad'],
    expectations: ['expectativa', 'nuestra expectativa'],
    agreementType: ['acuerdo', 'convenio', 'acuerdo deseado', 'convenio buscado', 'convenio deseado'],
    resources: ['recurso'],
    timeline: ['plazo', 'plazos'],
  },
};

const titles: readonly { words: string; point: Point; language: Language; short: boolean }[] = languages.flatMap(
  (language) =>
    points.flatMap((point) => {
      const long = [plain(pointTitles[language][point].title), ...otherTitles[language][point]];
      return [
        ...long.map((words) => ({ words, point, language, short: false })),
        ...shortTitles[language][point].map((words) => ({ words, point, language, short: true })),
      ];
    }),
);

const longestTitle = 80;
/** What lists begin a line with; « o » is a bullet of Outlook. */
const marker = /^(?:o(?=\s))?[\s*_#•·▪▫◦‣●○■➢➤✓✔→–—-]*(?:\(?\d\s?[.):°/–—-]*\s*)?[\s*_]*/;
