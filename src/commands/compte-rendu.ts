import { minutesHeading } from '../clarification/meeting.ts';
import { isUntouched, questionnaireBody, readMinutes, withoutInstructions } from '../clarification/questionnaire.ts';
import type { RegisterEvent } from '../model/events.ts';
import { defineCommand, nothing } from './command.ts';
import { leftApart, pointsAnswered } from './points.ts';

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
  plan: (situation) => {
    const { request, person, mail, body } = situation;
    if (!body.trim() || isUntouched(body, [person.name]))
      return { refused: 'Le compte rendu est vide : écrivez-le dans le corps du courriel.' };
    const { reference, status } = request;
    // The form comes with the answers that are known: what was left as it stood is no new answer.
    const read = readMinutes(body, [person.name]);
    const answers = read.answers.filter(({ point, value, applies }) => {
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
        ? { text: 'Aucune précision n’a été lue sous les cinq titres; le texte est versé aux notes.' }
        : leftApart(read, situation, 'compte-rendu');
    const text = `${minutesHeading}\n${withoutInstructions(body).trim()}`;
    return {
      events: [...woken, { kind: 'note-added', reference, text }, ...events],
      lines: [{ what: 'Compte rendu', before: '', after: 'versé au dossier' }, ...lines],
      ...unread,
      missing,
    };
  },
});
