import { createHash } from 'node:crypto';
import { type Category, type Notice, type Point, points, type Request } from '../model/request.ts';
import { notApplicable } from '../model/wording.ts';

/** The standard sheet of a request, from its facts: no name, no address, no research. */
export function makeNotice(request: Request, category: Category): Notice {
  const filled = points.map((point): [Point, string] => {
    const known = request.points[point];
    return [point, known?.applies ? known.value : notApplicable.fr];
  });
  return {
    reference: request.reference,
    organisation: request.requester.organisation ?? 'Organisation externe',
    country: request.requester.country ?? '',
    category,
    points: Object.fromEntries(filled) as Record<Point, string>,
  };
}

/** Hexadecimal SHA-256 of the notice: what is frozen at release. */
export function hashNotice(notice: Notice): string {
  const ordered = points.map((point) => notice.points[point]);
  const sheet = [notice.reference, notice.organisation, notice.country, notice.category, ...ordered];
  return createHash('sha256').update(JSON.stringify(sheet)).digest('hex');
}
