import { missingPoints } from '../categorisation/category.ts';
import { listed } from '../clarification/closed-lists.ts';
import { type readAnswers, unplacedIn } from '../clarification/questionnaire.ts';
import type { Staff } from '../model/partner.ts';
import { pointTitles } from '../model/wording.ts';
import type { Done, RequestSituation } from './command.ts';
import { approvalSuperseded } from './superseded.ts';

/** What a person wrote under the titles of the five points: what it changes, and what is still missing then. */
export function pointsAnswered(
  answers: ReturnType<typeof readAnswers>,
  { request, person, mail }: Pick<RequestSituation, 'request' | 'person' | 'mail'>,
): Pick<Done, 'events' | 'lines'> & { missing: string[] } {
  const { reference } = request;
  const asked = answers.length > 0 ? approvalSuperseded(request) : { events: [], lines: [] };
  const stands = answers.length > 0 && request.notice !== undefined;
  const told = new Set(answers.map(({ point }) => point));
  return {
    events: [
      ...asked.events,
      ...answers.map((answer) => ({ kind: 'point-answered' as const, reference, author: person.id, mail, ...answer })),
    ],
    lines: [
      ...answers.map((answer) => {
        const inList = listed(answer);
        const value = answer.applies ? answer.value : 'sans objet';
        return {
          what: pointTitles.fr[answer.point].title,
          before: request.points[answer.point]?.value ?? '—',
          after: inList ? `${value} (${inList})` : value,
        };
      }),
      ...asked.lines,
      ...(stands
        ? [{ what: 'Fiche libérée', before: 'telle quelle', after: 'inchangée; «\u00A0#rectifier\u00A0» la corrige' }]
        : []),
    ],
    missing: missingPoints(request)
      .filter((point) => !told.has(point))
      .map((point) => pointTitles.fr[point].title),
  };
}

/** What to say of what stands under titles that are none of ours; nothing where there is none. */
export function unplacedText(body: string, { name }: Staff): string | undefined {
  const passages = unplacedIn(body, [name]).map((passage) => `«\u00A0${passage}\u00A0»`);
  if (passages.length === 0) return undefined;
  return `Sous un titre qui n’est pas l’un des cinq, rien n’a été inscrit\u00A0: ${passages.join(' ')}`;
}
