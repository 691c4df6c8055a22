import fc from 'fast-check';
import { htmlToText } from '../../src/mail/html-text.ts';
import { points } from '../../src/model/request.ts';
import { pointTitles } from '../../src/model/wording.ts';

export const titles = {
  fr: [
    ['Besoins', 'Nos besoins'],
    ['Attentes', 'Nos attentes'],
    ['Entente', 'Type d’entente'],
    ['Budget', 'Ressources'],
    ['Échéancier', 'Échéances'],
  ],
  en: [
    ['Needs', 'Our needs'],
    ['Expectations', 'Our expectations'],
    ['Agreement', 'Agreement type'],
    ['Budget', 'Resources'],
    ['Timeline', 'Schedule'],
  ],
  es: [
    ['Necesidades', 'Nuestras necesidades'],
    ['Expectativas', 'Expectativa'],
    ['Acuerdo', 'Tipo de acuerdo'],
    ['Presupuesto', 'Recursos'],
    ['Plazo', 'Cronograma'],
  ],
};
export const said = {
  fr: [
    ['forage', '12 foreurs à former', 'Accompagnement d’un centre minier'],
    ['certificat', '3 formateurs certifiés', 'autonomie des formateurs'],
    ['MoU', 'à déterminer', '2 contrats'],
    ['120 000 $', 'pas encore', '50 000 $ CA et un local'],
    ['mars 2027', '2027', 'dès que possible'],
  ],
  en: [
    ['drilling', '12 drillers', 'Mine rescue, three weeks'],
    ['certificates', '3 certified trainers', 'skilled trainers'],
    ['MoU', 'to be decided', '2 contracts'],
    ['180,000 CAD', 'not yet', 'our own staff'],
    ['May 2027', '2027', 'as soon as possible'],
  ],
  es: [
    ['voladura', '12 operadores', 'Asesoría en seguridad'],
    ['certificado', '3 formadores', 'mejores resultados'],
    ['MoU', 'por definir', '2 contratos'],
    ['100 000 USD', 'todavía no', 'personal propio'],
    ['mayo 2027', '2027', 'lo antes posible'],
  ],
};
/** What stands in a paragraph of its own below the answer. */
const more = {
  fr: ['dans deux mines', 'reconnu par l’État', 'entre les deux écoles', 'par année', 'ou un peu après'],
  en: ['in two mines', 'known abroad', 'between both schools', 'each year', 'or a little later'],
  es: ['en dos minas', 'reconocido por el Estado', 'entre ambas escuelas', 'cada año', 'o poco después'],
};
export const leads = {
  fr: ['', 'Bonjour,\n\n', 'Voici nos réponses :\n\n'],
  en: ['', 'Dear Madam,\n\n', 'Please find our answers below.\n\n'],
  es: ['', 'Estimados:\n\n', 'Le respondemos.\n\n'],
};
export const closings = {
  fr: 'Cordialement,\nAma Boateng',
  en: 'Best regards,\nAma Boateng',
  es: 'Saludos,\nAma Boateng',
};
export const numbers = [
  '#. ',
  '#) ',
  '#- ',
  '# - ',
  '# – ',
  '#.',
  '#)',
  '#-',
  '(#) ',
  '#/ ',
  '#.- ',
  '#º ',
  'Point # : ',
];
const orders = ['form', 'form', 'one first', 'one last', 'downwards', 'shuffled'] as const;
const layouts = ['lines', 'paragraphs', 'one line', 'some in a line', 'rows', 'columns'] as const;

/** How mail programs write a line, and a cell with its parts. */
const programs: Record<string, { line: (words: string) => string; cell: (parts: string[]) => string }> = {
  Outlook: {
    line: (words) => `<p class="MsoNormal">${words || '&nbsp;'}<o:p></o:p></p>`,
    cell: (parts) =>
      `<td width="312" valign="top">${parts.map((part) => `<p class="MsoNormal">${part}<o:p></o:p></p>`).join('')}</td>`,
  },
  Gmail: { line: (words) => `<div>${words || '<br>'}</div>`, cell: (parts) => `<td>${parts.join('<br>')}</td>` },
  'Apple Mail': {
    line: (words) => `<div>${words || '<br>'}</div>`,
    cell: (parts) => `<td>${parts.map((part) => `<div>${part}<br></div>`).join('')}</td>`,
  },
};

interface Written {
  place: number;
  mark: 'number' | 'title' | 'both';
  /** The number that it bears. */
  number: string;
  title: string;
  parts: string[];
}

/** A form as a person may write it, and what each point should hold. */
export interface Form {
  text: string;
  /** The answer of each; behind a mere space its title may go with it. */
  answers: Map<string, string[]>;
  layout: string;
}

const five = { minLength: points.length, maxLength: points.length };
const mark = fc.constantFrom('number' as const, 'title' as const, 'both' as const);

/** Some of the five answers in any layout and order, each with its number, its title or both. */
export const randomForm = fc
  .record({
    language: fc.constantFrom('fr' as const, 'en' as const, 'es' as const),
    marks: fc.oneof(
      mark.map((each) => points.map(() => each)),
      fc.array(mark, five),
      // One title among numbers.
      fc.nat(4).map((at) => points.map((_, index) => (index === at ? ('both' as const) : ('number' as const)))),
    ),
    number: fc.constantFrom(...numbers),
    behindTitle: fc.constantFrom(': ', ' : ', ' – ', ' - ', ':\n', '\t', ' | ', '.- ', ' '),
    small: fc.boolean(),
    layout: fc.constantFrom(...layouts),
    between: fc.constantFrom('; ', '. ', ', ', ' '),
    order: fc.constantFrom(...orders),
    /** Whether the lines are numbered as they stand, whatever the points are. */
    counted: fc.boolean(),
    moved: fc.nat(4),
    places: fc.shuffledSubarray([0, 1, 2, 3, 4], five),
    left: fc.array(fc.integer({ min: 0, max: 5 }), five),
    whole: fc.boolean(),
    words: fc.array(fc.nat(2), five),
    longer: fc.nat(9),
    breaks: fc.array(fc.boolean(), five),
    title: fc.nat(1),
    lead: fc.nat(2),
    closed: fc.boolean(),
    program: fc.constantFrom('text', 'text', 'Outlook', 'Gmail', 'Apple Mail'),
    head: fc.boolean(),
  })
  .map((chosen): Form => {
    const { language, layout } = chosen;
    const order = placesIn(chosen);
    const kept = order.filter((place) => chosen.whole || chosen.left[place] !== 0);
    const isTable = layout === 'rows' || layout === 'columns';
    // Numbered as they stand, only a title tells what a line answers.
    const contradicts = kept.some((place, at) => chosen.marks[place] === 'both' && place !== at);
    const written = kept.map((place, at): Written => {
      const own = titles[language][place]?.[chosen.title] ?? pointTitles[language][points[place] ?? 'needs'].title;
      const answer = said[language][place]?.[chosen.words[place] ?? 0] ?? '';
      return {
        place,
        mark: chosen.marks[place] ?? 'number',
        number: `${(chosen.counted && contradicts ? at : place) + 1}`,
        title: chosen.small ? own.toLowerCase() : own,
        parts: isTable && chosen.longer === place ? [answer, more[language][place] ?? ''] : [answer],
      };
    });
    const lead = leads[language][chosen.lead] ?? '';
    const closing = chosen.closed ? `\n\n${closings[language]}` : '';
    const program = programs[chosen.program];
    const body = isTable ? tableOf(written, chosen, program) : linesOf(written, chosen);
    const isHtml = isTable || program !== undefined;
    const inHtml = (text: string) =>
      text
        .split('\n')
        .map((line) => (/^<table/.test(line) ? line : (program ?? gmail).line(line)))
        .join('');
    const text = `${lead}${body}${closing}`;
    return {
      text: isHtml ? htmlToText(inHtml(text)) : text,
      answers: new Map(
        written.map(({ place, parts, title }) => [
          points[place] ?? '',
          [parts.join(' '), `${title} ${parts.join(' ')}`],
        ]),
      ),
      layout: `${layout}, ${chosen.order}${contradicts && chosen.counted ? ', counted' : ''}`,
    };
  });

const gmail = {
  line: (words: string) => `<div>${words || '<br>'}</div>`,
  cell: (parts: string[]) => `<td>${parts.join('<br>')}</td>`,
};

function placesIn({ order, moved, places }: { order: (typeof orders)[number]; moved: number; places: number[] }) {
  const inForm = [0, 1, 2, 3, 4];
  const others = inForm.filter((place) => place !== moved);
  return {
    form: inForm,
    'one first': [moved, ...others],
    'one last': [...others, moved],
    downwards: inForm.toReversed(),
    shuffled: places,
  }[order];
}

interface Manner {
  number: string;
  behindTitle: string;
  layout: (typeof layouts)[number];
  between: string;
  breaks: boolean[];
  head: boolean;
}

function linesOf(written: readonly Written[], { number, behindTitle, layout, between, breaks }: Manner): string {
  const inLine = layout === 'one line' || layout === 'some in a line';
  const behind = inLine ? ': ' : behindTitle;
  const sign = (each: Written) => (each.mark === 'title' ? '' : number.replace('#', each.number));
  const lines = written.map(
    (each) => `${sign(each)}${each.mark === 'number' ? '' : `${each.title}${behind}`}${each.parts.join('\n')}`,
  );
  return lines
    .map((line, index) => {
      const ends = layout !== 'some in a line' || breaks[index];
      const part = { lines: '\n', paragraphs: '\n\n', 'one line': between, 'some in a line': ends ? '\n' : between };
      return index === lines.length - 1 ? line : `${line}${part[layout as keyof typeof part]}`;
    })
    .join('');
}

function tableOf(written: readonly Written[], { layout, number, head }: Manner, program = gmail): string {
  const row = (cells: string[][]) => `<tr>${cells.map(program.cell).join('')}</tr>`;
  const sign = head ? '#' : number;
  const name = ({ mark, number: own, title }: Written) =>
    ({ number: sign.replace('#', own).trim(), title, both: `${number.replace('#', own)}${title}` })[mark];
  const rows =
    layout === 'columns'
      ? [row(written.map((each) => [name(each)])), row(written.map(({ parts }) => parts))]
      : written.map((each) => row([[name(each)], each.parts]));
  return `<table class="MsoTableGrid"><tbody>${rows.join('')}</tbody></table>`;
}
