import { outsideDeadline } from '../categorisation/category.ts';
import { addenda, reach } from '../dissemination/addendum.ts';
import { consented } from '../dissemination/consent.ts';
import { organisationShown, withoutContacts } from '../dissemination/contacts.ts';
import { passesOutside, toldEnd } from '../dissemination/deadline.ts';
import { countryName, dayName, hashNotice, titleOf } from '../dissemination/notice.ts';
import { tooLong } from '../dissemination/parts.ts';
import { readers } from '../dissemination/readers.ts';
import type { RegisterEvent } from '../model/events.ts';
import type { LetterData } from '../model/letter.ts';
import { type Notice, points, type Request, type RequesterKind } from '../model/request.ts';
import { categoryNames, notApplicable, pointTitles, requesterKindNames } from '../model/wording.ts';
import { countries } from '../reception/countries.ts';
import { type Done, defineCommand, nothing, type Refused, type RequestSituation } from './command.ts';
import { type Corrections, readCorrections } from './corrections.ts';
import { internalWords } from './own-words.ts';
import { leftApart } from './points.ts';
import { approvalSuperseded } from './superseded.ts';

export const rectifier = defineCommand({
  names: ['rectifier', 'correct'],
  level: 'X',
  usage: '#rectifier',
  forms: [
    {
      usage: '#rectifier',
      label: 'Rectifier la fiche (dans le corps)',
      body: 'Organisation : \nPays : \nType de demandeur : \nCatégorie : \n',
      open: true,
    },
  ],
  summary:
    'Corrige la fiche : dans le corps, « Organisation : … », « Pays : CI », « Type de demandeur : université », « Catégorie : long terme, motif », « Coordonnées : oui, appel du 3 mai » ou les titres du questionnaire. Si elle est diffusée, un addenda part à ceux qui l’ont.',
  statuses: ['received', 'clarifying', 'categorised', 'complete', 'disseminated'],
  args: nothing,
  plan: (situation) => {
    const { request, body } = situation;
    const corrections = readCorrections(body, situation.person);
    if ('refused' in corrections) return corrections;
    const { consent } = corrections;
    if (consent) return recordConsent(situation, consent);
    const lines = changedLines(request, corrections);
    if (lines.length === 0) return { refused: 'Rien ne change : la fiche dit déjà cela.' };
    const apart = corrections.read ? leftApart(corrections.read, situation, 'rectifier') : {};
    if (!request.notice) return { ...correctFacts(situation, corrections, lines), ...apart };
    const { policy } = situation;
    // Whoever approved the text approved that text: another one is asked anew.
    if (policy.approval && !request.digest && request.requester.address) {
      const facts = correctFacts(situation, corrections, lines);
      const withdrawn = {
        what: 'Fiche',
        before: 'libérée',
        after: 'retirée; « #diffuser » redemande le bon à diffuser',
      };
      const event: RegisterEvent = { kind: 'release-withdrawn', reference: request.reference };
      return { events: [event, ...facts.events], lines: [...facts.lines, withdrawn], ...apart };
    }
    const done = correctNotice(situation, request.notice.notice, corrections, lines);
    return 'refused' in done ? done : { ...done, ...apart };
  },
});

/** What the requester said outside its mails; partners who have the notice are told nothing of it. */
function recordConsent(
  { request, mail }: RequestSituation,
  { given, source }: { given: boolean; source: string },
): Done {
  const { address } = request.requester;
  const line = {
    what: `Coordonnées du demandeur (${address}) dans la fiche`,
    before: request.consent?.given ? `oui (${request.consent.source})` : 'non',
    after: `${given ? 'oui' : 'non'} (${source})`,
  };
  return { events: consented(request, given, source, mail), lines: [line] };
}

/** Before the release: the facts that the notice will be made of. */
function correctFacts(
  { request, person, mail }: RequestSituation,
  corrections: Corrections,
  lines: Done['lines'],
): Done {
  const { reference } = request;
  const { organisation, country, kind } = corrections;
  // What is offered next is offered on the clock of the country.
  const timeZone = country === request.requester.country ? undefined : countries.get(country ?? '')?.timeZone;
  const requester: RegisterEvent[] =
    organisation === undefined && country === undefined && kind === undefined
      ? []
      : [
          {
            kind: 'requester-corrected',
            reference,
            ...(organisation !== undefined && { organisation }),
            ...(country !== undefined && { country }),
            ...(timeZone !== undefined && { timeZone }),
            ...(kind !== undefined && { requesterKind: kind }),
          },
        ];
  const answers = points.flatMap((point): RegisterEvent[] => {
    const value = corrections.points[point];
    if (value === undefined) return [];
    const applies = value !== notApplicable.fr;
    return [
      { kind: 'point-answered', reference, point, value: applies ? value : '', applies, author: person.id, mail },
    ];
  });
  const clock =
    timeZone !== undefined && timeZone !== request.requester.timeZone
      ? [{ what: 'Fuseau horaire', before: request.requester.timeZone ?? '—', after: timeZone }]
      : [];
  const asked = approvalSuperseded(request);
  return {
    events: [...asked.events, ...requester, ...answers, ...categorySet(request, corrections)],
    lines: [...lines, ...clock, ...asked.lines],
  };
}

function categorySet({ reference }: Request, { category }: Corrections): RegisterEvent[] {
  return category ? [{ kind: 'category-set', reference, ...category }] : [];
}

/** After the release: the notice itself, and an addendum to exactly those who were served. */
function correctNotice(
  { request, register, policy, now }: RequestSituation,
  notice: Notice,
  corrections: Corrections,
  facts: Done['lines'],
): Done | Refused {
  const { reference, digest: id } = request;
  const { category: changed, points: changedPoints, consent: _, ...fields } = corrections;
  // Once it is out, the reason of a category goes to all who have it.
  const reason = id === undefined ? undefined : changed?.reason;
  const leaving = [fields.organisation, ...Object.values(changedPoints), reason].filter((each) => each !== undefined);
  const internal = internalWords(leaving.join('\n'), request, register);
  if (internal) return { refused: internal };
  const { deadline: before, ...kept } = notice;
  const texts = { ...notice.points, ...changedPoints };
  const { organisation = notice.organisation } = fields;
  const { name, address } = request.requester;
  const shown = (text: string) => withoutContacts(text, { name, organisation, address });
  for (const point of points) texts[point] = shown(texts[point]);
  const named = organisationShown({ name, organisation });
  const told = facts.map((line) => ({ ...line, after: line.what === organisationTitle ? named : shown(line.after) }));
  const deadline = Object.keys(changedPoints).length > 0 ? lastDay(texts, policy, now) : before;
  const corrected: Notice = {
    ...kept,
    ...fields,
    organisation: named,
    ...(changed && { category: changed.category }),
    points: texts,
    ...(deadline !== undefined && { deadline }),
  };
  const tooMuch = tooLong(corrected);
  if (tooMuch) return { refused: tooMuch };
  const day = (date: string | undefined) => (date === undefined ? 'aucune' : dayName(date, 'fr'));
  const moved = { what: 'Date limite extérieure', before: day(before), after: day(deadline) };
  const lines = deadline === before ? told : [...told, moved];
  const events: RegisterEvent[] = [
    { kind: 'notice-corrected', reference, notice: corrected, hash: hashNotice(corrected) },
    ...categorySet(request, corrections),
  ];
  const digest = id === undefined ? undefined : register.digests.get(id);
  if (!digest || id === undefined) return { events, lines };
  const tooLate = digest.closed || deadline === before ? undefined : passesOutside(digest, deadline, policy);
  const warning = {
    what: 'Attention',
    before: '—',
    after: `l’échéance des partenaires, déjà annoncée : ${day(tooLate)}, passe la date limite extérieure, avec les jours gardés après elle, et ne recule pas : dites-leur par #addenda d’ici quand répondre pour que ce soit utile`,
  };
  const served = readers(digest, register, policy);
  const parts: LetterData['addendum']['items'][number]['parts'] = lines.flatMap(({ what, before, after }) => [
    { title: `${what}, maintenant`, value: after },
    { title: `${what}, auparavant`, value: before },
  ]);
  const letters = addenda(id, digest, served, {
    what: 'correction',
    deadline: toldEnd(digest),
    items: [{ reference, title: titleOf(corrected), parts }],
  });
  return {
    events,
    letters,
    lines: [
      ...lines,
      ...(tooLate === undefined ? [] : [warning]),
      { what: 'Addenda', before: '—', after: reach(served, digest, policy) },
    ],
  };
}

/** The outside deadline that the text of a notice names. */
function lastDay(texts: Notice['points'], policy: RequestSituation['policy'], now: Date): string | undefined {
  const told = points.map((point) => [point, { value: texts[point], applies: texts[point] !== notApplicable.fr }]);
  return outsideDeadline({ points: Object.fromEntries(told) }, policy, now);
}

const organisationTitle = 'Organisme';

function changedLines(
  request: Request,
  { organisation, country, kind, category, points: corrected }: Corrections,
): Done['lines'] {
  const { notice } = request.notice ?? {};
  const current = (point: (typeof points)[number]) => {
    const known = request.points[point];
    return notice?.points[point] ?? (known ? (known.applies ? known.value : notApplicable.fr) : '—');
  };
  const term = notice?.category ?? request.category?.category;
  const candidates = [
    {
      what: 'Catégorie',
      before: term ? categoryNames.fr[term] : '—',
      after:
        category && category.category !== term
          ? `${categoryNames.fr[category.category]} (${category.reason})`
          : undefined,
    },
    {
      what: organisationTitle,
      before: notice?.organisation ?? request.requester.organisation ?? '—',
      after: organisation,
    },
    {
      what: 'Pays',
      before: countryName(notice?.country ?? request.requester.country ?? '') || '—',
      after: country === undefined ? undefined : countryName(country),
    },
    {
      what: 'Type de demandeur',
      before: kindName(notice ? notice.kind : request.requester.kind) ?? '—',
      after: kindName(kind),
    },
    ...points.map((point) => ({ what: pointTitles.fr[point].title, before: current(point), after: corrected[point] })),
  ];
  return candidates.flatMap(({ what, before, after }) =>
    after === undefined || after === before ? [] : [{ what, before, after }],
  );
}

function kindName(kind: RequesterKind | undefined): string | undefined {
  return kind && requesterKindNames.fr[kind];
}
