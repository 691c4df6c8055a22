import { z } from 'zod';
import { outsideDeadline } from '../categorisation/category.ts';
import { askApproval } from '../dissemination/approval.ts';
import { closing, daysBefore } from '../dissemination/deadline.ts';
import { contactLine, countryName, dayName, hashNotice, makeNotice } from '../dissemination/notice.ts';
import { tooLong } from '../dissemination/parts.ts';
import { nextDue } from '../dissemination/periods.ts';
import { type Policy, usualHorizons } from '../model/policy.ts';
import type { Register } from '../model/register.ts';
import { type Notice, points, type Request } from '../model/request.ts';
import { categoryNames, pointTitles, requesterKindNames } from '../model/wording.ts';
import { localTime } from '../model/zones.ts';
import { findLanguage } from '../reception/language.ts';
import { commandButtons } from './buttons.ts';
import { type Done, defineCommand, type Form } from './command.ts';
import { fold } from './grammar.ts';
import { internalInNotice } from './own-words.ts';

export const diffuser = defineCommand({
  names: ['diffuser', 'disseminate', 'release'],
  level: 'X',
  usage: '#diffuser',
  forms: ({ request, policy }) =>
    asksApproval(request, policy)
      ? [{ usage: '#diffuser', label: 'Demander au demandeur son bon à diffuser' }, withoutApproval]
      : [{ usage: '#diffuser', label: 'Libérer la fiche vers les partenaires' }],
  summary: 'Libère la fiche pour le prochain bulletin à tous les partenaires; demande une confirmation par code.',
  statuses: ['complete'],
  args: z.string(),
  obstacle: ({ request, person }) => {
    if (!person.roles.includes('approver'))
      return 'Seule une personne de la direction (rôle « approver ») peut libérer une fiche.';
    if (request.notice) return 'La fiche est déjà libérée pour le prochain bulletin.';
    return request.category ? undefined : 'La catégorie n’est pas confirmée : #catégorie.';
  },
  plan: ({ request, register, policy, now }, words) => {
    const { approval } = policy;
    if (!request.category) throw new Error(`cannot find the category of ${request.reference}`);
    const notice = makeNotice(request, request.category.category, outsideDeadline(request, policy, now));
    const tooMuch = tooLong(notice);
    if (tooMuch) return { refused: tooMuch };
    const internal = internalInNotice(notice, request, register);
    if (internal) return { refused: internal };
    const translate = toTranslate(notice);
    const asks = approval && asksApproval(request, policy) && !/\bsans\b/i.test(words) ? approval : undefined;
    const left = timeLeft(notice, asks?.days ?? 0, policy, now);
    if (left?.tooShort && !/\bmalgre\b/.test(fold(words))) return { refused: left.tooShort };
    const asked = asks && awaited(request, notice, register);
    if (asked)
      return {
        buttons: commandButtons([withoutApproval], request, policy),
        refused: `Le bon à diffuser de ce texte est déjà demandé : le demandeur a jusqu’au ${dayName(localTime(new Date(asked.until), policy.timeZone).toPlainDate().toString(), 'fr')} pour répondre. « #diffuser sans bon » n’attend pas sa réponse.`,
      };
    if (asks) {
      const { event, letter } = askApproval(request, notice, asks.days, policy, now);
      return {
        events: [event],
        letters: [letter],
        lines: [
          { what: 'Bon à diffuser', before: 'non demandé', after: `demandé à ${request.requester.address}` },
          ...(left ? [left.line] : []),
          ...translate,
        ],
        text: sheet(notice),
      };
    }
    return {
      events: [{ kind: 'released', reference: request.reference, notice, hash: hashNotice(notice) }],
      lines: [
        {
          what: `Diffusion à ${policy.partners.length} partenaires, par le prochain bulletin`,
          before: 'non diffusée',
          after: categoryNames.fr[notice.category],
        },
        ...(left ? [left.line] : []),
        ...translate,
      ],
      text: sheet(notice),
    };
  },
});

const withoutApproval: Form = {
  usage: '#diffuser sans bon à diffuser',
  label: 'Libérer la fiche sans bon à diffuser',
};

/** The question about exactly this text, if it is open and went to who is the requester now. */
function awaited({ approval, letters, requester }: Request, notice: Notice, register: Register): Request['approval'] {
  const letter = letters.map((id) => register.letters.get(id)).findLast((each) => each?.letter === 'approval');
  const lost = letter?.state === 'refused' || letter?.state === 'bounced';
  return approval?.hash === hashNotice(notice) && letter?.to.address === requester.address && !lost
    ? approval
    : undefined;
}

function asksApproval({ requester }: Request, { approval }: Policy): boolean {
  return approval !== undefined && requester.address !== '';
}

/** Partners are written to in French: what the requester wrote in another language is translated by a person, or is left so. */
function toTranslate({ points: written }: Notice): Done['lines'] {
  const texts = points.map((point) => written[point] ?? '');
  const long = texts.filter((text) => (text.match(/\p{L}+/gu) ?? []).length >= fewWords);
  const found = [texts.join('\n'), ...long].map((text) => findLanguage([text]).written);
  const language = found.find((each) => each !== undefined && each !== 'fr');
  if (language === undefined) return [];
  const name = languageNames.of(language) ?? language;
  return [
    { what: 'Langue de la fiche', before: '—', after: `${name}; #rectifier permet de la traduire avant l’envoi` },
  ];
}

/** Of fewer words the language is a guess. */
const fewWords = 6;
const languageNames = new Intl.DisplayNames('fr', { type: 'language' });

/** What an outside deadline leaves to the partners, by the next digest that can carry the notice. */
function timeLeft(
  { category, deadline }: Notice,
  approvalDays: number,
  policy: Policy,
  now: Date,
): { line: { what: string; before: string; after: string }; tooShort: string | undefined } | undefined {
  if (deadline === undefined) return undefined;
  const { schedule, answerDays } = policy.modalities[category];
  const { leadDays, leastDays } = policy.horizons ?? usualHorizons;
  const released = approvalDays > 0 ? closing(now, approvalDays, policy.timeZone) : now;
  const goesOut = nextDue(schedule, policy.timeZone, released) ?? released;
  const days = daysBefore(deadline, answerDays, policy, goesOut);
  const time = days < 2 ? `${days} jour ouvrable` : `${days} jours ouvrables`;
  const day = localTime(goesOut, policy.timeZone).toPlainDate().toString();
  return {
    line: {
      what: 'Date limite extérieure',
      before: '—',
      after: `${dayName(deadline, 'fr')} : ${time} pour répondre, à partir du bulletin du ${dayName(day, 'fr')}`,
    },
    tooShort:
      days >= leastDays
        ? undefined
        : `La date limite extérieure, le ${dayName(deadline, 'fr')}, ne laisserait que ${time} aux partenaires : le prochain bulletin à ${categoryNames.fr[category]} part le ${dayName(day, 'fr')}, et ${leadDays} jours ouvrables sont gardés après leur réponse. Une autre catégorie peut partir plus tôt (#catégorie); « #diffuser sans bon » n’attend pas le demandeur; « #diffuser malgré la date » passe outre, avec un jour ouvrable au moins; « #rectifier » corrige la date dans l’échéancier.`,
  };
}

function sheet(notice: Notice): string {
  return [
    `Organisation : ${notice.organisation}${notice.country ? ` (${countryName(notice.country)})` : ''}`,
    ...(notice.kind ? [`Type de demandeur : ${requesterKindNames.fr[notice.kind]}`] : []),
    ...(notice.contact ? [`Personne-ressource : ${contactLine(notice)}`] : []),
    ...(notice.deadline === undefined ? [] : [`Date limite extérieure : ${dayName(notice.deadline, 'fr')}`]),
    ...points.map((point) => `${pointTitles.fr[point].title} : ${notice.points[point]}`),
  ].join('\n');
}
