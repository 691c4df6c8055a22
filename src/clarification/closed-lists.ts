import { fundingNames, readFundingAnswer } from '../model/funding.ts';
import type { Point } from '../model/request.ts';
import { agreementTypes } from './agreement.ts';

/**
 * What the closed list of a point makes of an answer, in French, for staff: « contrat de services », or that a person is to
 * look, for the answer is kept as it was written. Undefined where there is no list, or the point does not apply.
 */
export function listed(answer: { point: Point; value: string; applies: boolean }): string | undefined {
  return answer.applies ? lists[answer.point]?.(answer.value) : undefined;
}

const lists: Partial<Record<Point, (value: string) => string>> = {
  agreementType: (value) => agreementTypes(value).join(' ou ') || 'type d’entente non reconnu, à vérifier',
  resources: (value) => {
    const found = readFundingAnswer(value);
    return found ? `financement ${fundingNames[found.funding]}` : 'financement non reconnu, à vérifier';
  },
};
