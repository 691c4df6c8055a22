import { questionnaireBody, readMinutes } from '../clarification/questionnaire.ts';
import type { RegisterEvent } from '../model/events.ts';
import { defineCommand, nothing } from './command.ts';
import { leftApart, pointsAnswered } from './points.ts';

export const clarifier = defineCommand({
  names: ['clarifier', 'préciser', 'clarify'],
  level: 'W',
  usage: '#clarifier',
  forms: [
    {
      usage: '#clarifier',
      label: 'Inscrire des précisions (dans le corps)',
      body: questionnaireBody('fr', {}),
      open: true,
    },
  ],
  summary: 'Inscrit les précisions écrites dans le corps, sous les cinq titres du questionnaire.',
  statuses: ['received', 'clarifying', 'categorised', 'dormant'],
  args: nothing,
  plan: (situation) => {
    const { request, person, mail, body } = situation;
    const read = readMinutes(body, [person.name]);
    const { answers } = read;
    if (answers.length === 0)
      return {
        refused:
          'Aucune des cinq précisions n’a été reconnue dans le corps du courriel : écrivez chaque réponse sous son titre, par exemple « Nature des besoins : … ».',
      };
    const { reference, status } = request;
    const { events, ...told } = pointsAnswered(answers, { request, person, mail });
    const woken: RegisterEvent[] =
      status === 'received' || status === 'dormant'
        ? [{ kind: 'status-changed', reference, status: 'clarifying', why: 'staff clarified' }]
        : [];
    return { events: [...woken, ...events], ...told, ...leftApart(read, situation, 'clarifier') };
  },
});
