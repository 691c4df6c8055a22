import { type Point, type PointValue, points, type Request } from './request.ts';

type Values = Request['points'];
type Answer = Omit<PointValue, 'earlier'>;

/** The value of a point once somebody answered it anew. */
export function answeredAnew(known: PointValue | undefined, answer: Answer): PointValue {
  return { ...answer, ...(known && { earlier: answersTo(known) }) };
}

/** What both answer stays as in the second; the first's answers are behind it. */
export function joined(from: Values, into: Values): Values {
  return valuesOf((point) => [...answersTo(from[point]), ...answersTo(into[point])]);
}

/** What a mail answered, and what holds without it: where it had replaced an answer, that one again. */
export function dividedBy(mail: string, values: Values): { taken: Values; left: Values } {
  const those = (wanted: boolean) =>
    valuesOf((point) => answersTo(values[point]).filter((answer) => (answer.mail === mail) === wanted));
  return { taken: those(true), left: those(false) };
}

/** Oldest first; the last one holds. */
function answersTo(value: PointValue | undefined): Answer[] {
  if (!value) return [];
  const { earlier = [], ...answer } = value;
  return [...earlier, answer];
}

function valuesOf(answersOf: (point: Point) => Answer[]): Values {
  const entries = points.flatMap((point) => {
    const earlier = answersOf(point);
    const answer = earlier.pop();
    return answer ? [[point, { ...answer, ...(earlier.length > 0 && { earlier }) }]] : [];
  });
  return Object.fromEntries(entries);
}
