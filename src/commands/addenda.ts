import { z } from 'zod';
import { addenda as addendumLetters, addendumNote, reach } from '../dissemination/addendum.ts';
import { anonymous } from '../dissemination/anonymous.ts';
import { withoutContacts } from '../dissemination/contacts.ts';
import { toldEnd } from '../dissemination/deadline.ts';
import { titleOf } from '../dissemination/notice.ts';
import { tooLongPart } from '../dissemination/parts.ts';
import { readers } from '../dissemination/readers.ts';
import { defineCommand, type Form } from './command.ts';
import { internalWords } from './own-words.ts';
import { reasonForm, reasonIn } from './reason.ts';

/** « Question : … Réponse : … », or the answer alone. The question is staff's to word: the partner's may say who asks. */
function partsOf(body: string): { title: string; value: string }[] {
  const [, asked, answer] = /^\s*question[ \u00A0]*:(.*?)^[ \t]*r[ée]ponse[ \u00A0]*:(.*)$/imsu.exec(body) ?? [];
  if (asked === undefined || answer === undefined)
    return [{ title: 'Réponse', value: body.replace(/^\s*r[ée]ponse[ \u00A0]*:/iu, '').trim() }];
  const question = asked.trim();
  return [...(question ? [{ title: 'Question', value: question }] : []), { title: 'Réponse', value: answer.trim() }];
}

const declined = /^(?:refus[eé]e?|non|declined)[\s,:;–—-]*(.*)$/isu;

/** @param question - The partner’s, in the body: staff takes out what would say who asks. */
export function addendaForms(question: string): [answer: Form, decline: Form] {
  return [
    {
      usage: '#addenda',
      label: 'Répondre à tous les partenaires (dans le corps)',
      body: `Question : ${question}\n\nRéponse : \n`,
      open: true,
    },
    {
      usage: '#addenda refusé',
      label: 'Ne pas partager la réponse (motif dans le corps)',
      body: reasonForm,
      open: true,
    },
  ];
}

export const addenda = defineCommand({
  names: ['addenda', 'addendum'],
  level: 'X',
  usage: '#addenda',
  forms: addendaForms(''),
  summary:
    'Envoie à tous ceux qui ont la fiche ce qui est écrit dans le corps : « Question : … », « Réponse : … »; « #addenda refusé, motif » inscrit pourquoi la réponse n’est pas partagée.',
  statuses: ['disseminated'],
  args: z.string(),
  obstacle: ({ request: { notice, digest = '' }, register }) =>
    notice && register.digests.has(digest) ? undefined : 'La fiche n’est pas encore diffusée.',
  plan: ({ request, register, policy, body }, words) => {
    const { reference, notice, digest: id = '' } = request;
    const digest = register.digests.get(id);
    if (!notice || !digest) throw new Error(`cannot find the digest of ${reference}`);
    const refusal = declined.exec(words);
    if (refusal) {
      const why = refusal[1]?.trim() || reasonIn(body);
      if (!why || why === 'motif') return { refused: 'Le motif manque : « #addenda refusé, motif ».' };
      return {
        events: [{ kind: 'note-added', reference, text: `Réponse non partagée avec tous les partenaires : ${why}` }],
        lines: [{ what: 'Addenda', before: '—', after: `refusé (${why})` }],
      };
    }
    const written = partsOf(body);
    if (written.at(-1)?.value === undefined || written.at(-1)?.value === '')
      return { refused: 'La réponse manque : écrivez-la dans le corps du courriel, après « Réponse : ».' };
    const shown = (text: string) => anonymous(withoutContacts(text, request.requester), policy);
    const parts = written.map(({ title, value }) => ({ title, value: shown(value) }));
    const refused = tooLongPart(parts) ?? internalWords(body, request, register);
    if (refused) return { refused };
    const taken = written.flatMap(({ title, value }) =>
      shown(value) === value
        ? []
        : [{ what: `${title}, sans coordonnées ni nom d’établissement`, before: value, after: shown(value) }],
    );
    const served = readers(digest, register, policy);
    const letters = addendumLetters(id, digest, served, {
      what: 'answer',
      deadline: toldEnd(digest),
      items: [{ reference, title: titleOf(notice.notice), parts }],
    });
    return {
      events: [{ kind: 'note-added', reference, text: addendumNote(served.length, shown(body)) }],
      letters,
      lines: [...taken, { what: 'Addenda', before: '—', after: reach(served, digest, policy) }],
      text: parts.map(({ title, value }) => `${title} : ${value}`).join('\n'),
    };
  },
});
