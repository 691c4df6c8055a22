import { missingPoints } from '../categorisation/category.ts';
import { listed } from '../clarification/closed-lists.ts';
import { endOfQuestionnaire } from '../clarification/headings.ts';
import { type readMinutes, unplacedIn } from '../clarification/questionnaire.ts';
import { isForOurselves } from '../clarification/remarks.ts';
import type { Button } from '../model/letter-parts.ts';
import type { Point } from '../model/request.ts';
import { pointTitles } from '../model/wording.ts';
import { commandButtons } from './buttons.ts';
import type { Done, RequestSituation } from './command.ts';
import { approvalSuperseded } from './superseded.ts';

/** What a person wrote under the titles of the five points: what it changes, and what is still missing then. */
export function pointsAnswered(
  answers: Minutes['answers'],
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

type Minutes = ReturnType<typeof readMinutes>;

/** What to say of what stands among the points and was not taken for one, and a way to take it after all. */
export function leftApart(
  { answers, remarks }: Minutes,
  { body, person, request, policy }: Pick<RequestSituation, 'body' | 'person' | 'request' | 'policy'>,
  verb: string,
): { text?: string; buttons?: Button[] } {
  const quoted = (passage: string) => `«\u00A0${passage}\u00A0»`;
  const title = (point: Point) => pointTitles.fr[point].title;
  const unplaced = unplacedIn(body, [person.name]).map(quoted);
  const said = [
    ...(unplaced.length > 0
      ? [`Sous un titre qui n’est pas l’un des cinq, ce texte reste de côté\u00A0: ${unplaced.join(' ')}`]
      : []),
    ...remarks.map(
      ({ point, remark }) =>
        `Sous ${quoted(title(point))}, ce passage semble une remarque et reste de côté\u00A0: ${quoted(remark)}`,
    ),
  ];
  const forms = remarks
    .filter(({ remark }) => !isForOurselves(remark))
    .map(({ point, remark }) => {
      const { value = '', applies = true } = answers.find((answer) => answer.point === point) ?? {};
      const whole = applies ? `${value}\n${remark}` : remark;
      return {
        usage: `#${verb}`,
        label: `Inscrire aussi ce passage sous ${quoted(title(point))}`,
        body: `${title(point)}\n${whole}\n\n${endOfQuestionnaire.fr}\n`,
      };
    });
  return {
    ...(said.length > 0 && { text: said.join('\n') }),
    ...(forms.length > 0 && { buttons: commandButtons(forms, request, policy) }),
  };
}
