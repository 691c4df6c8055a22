import { describe, expect, test } from 'vitest';
import { readFunding, readFundingAnswer } from '../../src/model/funding.ts';

describe('what an answer about resources says of the money', () => {
  test.each([
    ['Financement approuvé par le ministère', 'committed'],
    ['Budget voté : 1,2 M$', 'committed'],
    ['CAD 175 000, approved.', 'committed'],
    ['Our board has approved CAD 180,000', 'committed'],
    ['Funded by the World Bank', 'committed'],
    ['Financé par la Banque africaine de développement', 'committed'],
    ['Autofinancement', 'committed'],
    ['Sur fonds propres', 'committed'],
    ['self-funded', 'committed'],
    ['fondos propios', 'committed'],
    ['Presupuesto aprobado', 'committed'],
    ['Oui, confirmé', 'committed'],
    ['التمويل مؤمَّن من الوزارة.', 'committed'],
    ['الميزانية متوفرة', 'committed'],
    ['وتمويلنا ذاتي', 'committed'],
    ['تدريب عن بعد والتمويل متوفر', 'committed'],
    ['المشروع ممول من البنك', 'committed'],
    ['التمويل قيد التفاوض', 'sought'],
    ['نبحث عن تمويل', 'sought'],
    ['التمويل غير مؤمن', 'sought'],
    ['الميزانية لم تعتمد بعد', 'sought'],
    ['لم تتم المصادقة على الميزانية بعد', 'sought'],
    ['لا يوجد تمويل حاليا', 'none'],
    ['بدون ميزانية', 'none'],
    ['ليس لدينا تمويل', 'none'],
    ['Secured', 'committed'],
    ['Ya aprobado', 'committed'],
    ['Financement en négociation', 'sought'],
    ['en cours de négociation', 'sought'],
    ['À déterminer', 'sought'],
    ['Budget is not approved', 'sought'],
    ['Budget non voté', 'sought'],
    ['fondos ANID en postulación', 'sought'],
    ['We are applying for a grant', 'sought'],
    ['tbd', 'sought'],
    ['por confirmar', 'sought'],
    ['Budget admissible : 1,2 M$ CA, accordé si lauréat', 'sought'],
    ['Pas encore approuvé', 'sought'],
    ['No budget yet', 'none'],
    ['Aucun pour le moment', 'none'],
    ['sin presupuesto', 'none'],
    ['Nous n’avons pas encore de budget', 'none'],
    ['none', 'none'],
    ['ninguno', 'none'],
    ['Aucun financement', 'none'],
    ['200 000 $', undefined],
    ['12 formateurs et un simulateur', undefined],
    ['two classrooms and a workshop', undefined],
    ['dos salas', undefined],
    ['', undefined],
  ])('« %s » → %s', (answer, funding) => {
    expect(readFundingAnswer(answer)?.funding).toBe(funding);
  });
});

test.each(['Pending your reply, we remain at your disposal.', 'Confirmed: we come on Monday.', 'À déterminer'])(
  '« %s » says nothing of money elsewhere',
  (text) => {
    expect(readFunding(text)).toBeUndefined();
  },
);
