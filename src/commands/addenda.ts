import { z } from 'zod';
import { addenda as addendumLetters } from '../dissemination/addendum.ts';
import { titleOf } from '../dissemination/notice.ts';
import { readers } from '../dissemination/readers.ts';
import { endOf } from '../dissemination/steps.ts';
import { defineCommand } from './command.ts';

const declined = /^(?:refus[eé]e?|non|declined)[\s,:;–—-]*(.*)$/isu;

export const addenda = defineCommand({
  names: ['addenda', 'addendum'],
  level: 'X',
  usage: '#addenda',
  label: 'Répondre à tous les partenaires',
  summary:
    'Envoie à tous ceux qui ont la fiche la réponse écrite dans le corps à la dernière question; « #addenda refusé, motif » inscrit pourquoi elle n’est pas partagée.',
  statuses: ['disseminated'],
  args: z.string(),
  plan: ({ request, register, policy, body }, words) => {
    const { reference, notice, digest: id } = request;
    const digest = id === undefined ? undefined : register.digests.get(id);
    if (!notice || !digest || id === undefined) return { refused: 'La fiche n’est pas encore diffusée.' };
    const question = digest.answers.findLast(
      (answer) => answer.reference === reference && answer.interest === 'question',
    );
    const refusal = declined.exec(words);
    if (refusal) {
      const why = refusal[1]?.trim() || body;
      if (!why) return { refused: 'Le motif manque : « #addenda refusé, motif ».' };
      return {
        events: [{ kind: 'note-added', reference, text: `Réponse non partagée avec tous les partenaires : ${why}` }],
        lines: [{ what: 'Addenda', before: '—', after: `refusé (${why})` }],
      };
    }
    if (!body) return { refused: 'La réponse manque : écrivez-la dans le corps du courriel.' };
    const parts = [
      // Who asked stays undisclosed, like every answer before the deadline.
      ...(question ? [{ title: 'Question', value: question.text }] : []),
      { title: 'Réponse', value: body },
    ];
    const served = readers(digest, register, policy);
    const letters = addendumLetters(id, digest, served, {
      what: 'answer',
      deadline: digest.deadline ?? digest.answerBy ?? endOf(digest) ?? digest.at,
      items: [{ reference, title: titleOf(notice.notice), parts }],
    });
    return {
      events: [{ kind: 'note-added', reference, text: `Addenda à ${served.length} partenaires : ${body}` }],
      letters,
      lines: [{ what: 'Addenda', before: '—', after: `à ${served.length} partenaires` }],
      text: parts.map(({ title, value }) => `${title} : ${value}`).join('\n'),
    };
  },
});
