import { missingPoints } from '../categorisation/category.ts';
import { listed } from '../clarification/closed-lists.ts';
import type { readAnswers } from '../clarification/questionnaire.ts';
import { pointTitles } from '../model/wording.ts';
import type { Done, RequestSituation } from './command.ts';

/** What a person wrote under the titles of the five points: what it changes, and what is still missing then. */
export function pointsAnswered(
  answers: ReturnType<typeof readAnswers>,
  { request, person, mail }: Pick<RequestSituation, 'request' | 'person' | 'mail'>,
): Pick<Done, 'events' | 'lines'> & { missing: string[] } {
  const { reference } = request;
  const told = new Set(answers.map(({ point }) => point));
  return {
    events: answers.map((answer) => ({ kind: 'point-answered', reference, author: person.id, mail, ...answer })),
    lines: answers.map((answer) => {
      const inList = listed(answer);
      const value = answer.applies ? answer.value : 'sans objet';
      return {
        what: pointTitles.fr[answer.point].title,
        before: request.points[answer.point]?.value ?? '—',
        after: inList ? `${value} (${inList})` : value,
      };
    }),
    missing: missingPoints(request)
      .filter((point) => !told.has(point))
      .map((point) => pointTitles.fr[point].title),
  };
}
