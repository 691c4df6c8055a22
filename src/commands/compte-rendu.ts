import { minutesHeading } from '../clarification/meeting.ts';
import { isUntouched, questionnaireBody, readAnswers, withoutInstructions } from '../clarification/questionnaire.ts';
import type { RegisterEvent } from '../model/events.ts';
import { defineCommand, nothing } from './command.ts';
import { pointsAnswered, unplacedText } from './points.ts';

export const compteRendu = defineCommand({
  names: ['compte-rendu', 'minutes'],
  level: 'W',
  usage: '#compte-rendu',
  forms: [
    {
      usage: '#compte-rendu',
      label: 'Verser le compte rendu de la rencontre (dans le corps)',
      body: questionnaireBody('fr', {}),
      open: true,
    },
  ],
  summary: 'Verse au dossier le compte rendu écrit dans le corps; sous les cinq titres, il remplit les précisions.',
  statuses: ['received', 'clarifying', 'categorised', 'complete', 'disseminated', 'dormant', 'closed'],
  args: nothing,
  plan: ({ request, person, mail, body }) => {
    if (!body.trim() || isUntouched(body, [person.name]))
      return { refused: 'Le compte rendu est vide : écrivez-le dans le corps du courriel.' };
    const { reference, status } = request;
    // The form comes with the answers that are known: what was left as it stood is no new answer.
    const answers = readAnswers(body, undefined, [person.name]).filter(({ point, value, applies }) => {
      const known = request.points[point];
      return known?.value !== value || known.applies !== applies;
    });
    const { events, lines, missing } = pointsAnswered(answers, { request, person, mail });
    const woken: RegisterEvent[] =
      status === 'received' || status === 'dormant'
        ? [{ kind: 'status-changed', reference, status: 'clarifying', why: 'the meeting was held' }]
        : [];
    const unread =
      answers.length === 0
        ? 'Aucune précision n’a été lue sous les cinq titres; le texte est versé aux notes.'
        : unplacedText(body, person);
    const text = `${minutesHeading}\n${withoutInstructions(body).trim()}`;
    return {
      events: [...woken, { kind: 'note-added', reference, text }, ...events],
      lines: [{ what: 'Compte rendu', before: '', after: 'versé au dossier' }, ...lines],
      ...(unread !== undefined && { text: unread }),
      missing,
    };
  },
});
