import { sheetTitle } from '../../src/dissemination/approval.ts';
import { dayName } from '../../src/dissemination/notice.ts';
import type { Letter, LetterData, LetterName } from '../../src/model/letter.ts';
import type { Button, QuestionLine, SlotLine } from '../../src/model/letter-parts.ts';
import type { Policy } from '../../src/model/policy.ts';
import { type Language, languages, points } from '../../src/model/request.ts';
import { outcomeNames, pointTitles } from '../../src/model/wording.ts';

const cron = {
  expression: '0 9 * * *',
  second: [0],
  minute: [0],
  hour: [9],
  dayOfMonth: [],
  month: [],
  dayOfWeek: [],
};
const modality = { schedule: cron, answerDays: 10, lateWindowMs: 3_600_000 };

/** The policy of an institute that is made up. */
export const policy: Policy = {
  institute: {
    name: 'Institut national des mines',
    address: 'info@institut.example',
    aliases: [],
    postalAddress: '125, rue de l’Exemple, Val-d’Or (Québec) J9P 0A1',
    telephone: '819 555-0142',
    supervisor: 'Marie Tremblay, greffière',
    privacy: 'https://institut.example/confidentialite',
  },
  messageIdDomain: 'institut.example',
  timeZone: 'America/Toronto',
  referencePrefix: 'INMQ',
  staff: [],
  partners: [],
  meeting: {
    host: 'mtremblay',
    hours: [{ from: '08:30', to: '16:30' }],
    minutes: 45,
    noticeHours: 24,
    daysAhead: 14,
    offered: 3,
    requesterHours: { from: '08:00', to: '18:00' },
    location: 'https://visio.example/inmq-0042',
  },
  modalities: { short: modality, medium: modality, long: modality },
  folders: {
    requests: 'Demandes',
    answers: 'Reponses',
    staff: 'Equipe',
    partners: 'Partenaires',
    machines: 'Machines',
    setAside: 'Ecarte',
    quarantine: 'Quarantaine',
  },
  ceilings: { perAddressPerDay: 10, perHour: 60 },
  codeMinutes: 60,
  keys: [{ id: 'k1', secret: 'test secret of thirty-two characters' }],
};

const reference = 'INMQ-2026-0042';

function button(label: string, subject: string, body = ''): Button {
  const encoded = `subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`;
  return { label, href: `mailto:info@institut.example?${encoded}` };
}

function slots(language: Language): SlotLine[] {
  const label = { fr: 'Choisir la plage', en: 'Choose time', es: 'Elegir el horario' }[language];
  const moments: Record<Language, readonly [string, string][]> = {
    fr: [
      ['jeudi 26 novembre 2026, 8 h 30 (Val-d’Or, UTC−5)', 'jeudi 26 novembre 2026, 13 h 30 (Accra, UTC+0)'],
      ['vendredi 27 novembre 2026, 10 h 00 (Val-d’Or, UTC−5)', 'vendredi 27 novembre 2026, 15 h 00 (Accra, UTC+0)'],
      ['lundi 30 novembre 2026, 9 h 00 (Val-d’Or, UTC−5)', ''],
    ],
    en: [
      [
        'Thursday, November 26, 2026, 8:30 a.m. (Val-d’Or, UTC−5)',
        'Thursday, November 26, 2026, 1:30 p.m. (Accra, UTC+0)',
      ],
      [
        'Friday, November 27, 2026, 10:00 a.m. (Val-d’Or, UTC−5)',
        'Friday, November 27, 2026, 3:00 p.m. (Accra, UTC+0)',
      ],
      ['Monday, November 30, 2026, 9:00 a.m. (Val-d’Or, UTC−5)', ''],
    ],
    es: [
      ['jueves 26 de noviembre de 2026, 8:30 (Val-d’Or, UTC−5)', 'jueves 26 de noviembre de 2026, 8:30 (Lima, UTC−5)'],
      [
        'viernes 27 de noviembre de 2026, 10:00 (Val-d’Or, UTC−5)',
        'viernes 27 de noviembre de 2026, 10:00 (Lima, UTC−5)',
      ],
      ['lunes 30 de noviembre de 2026, 9:00 (Val-d’Or, UTC−5)', ''],
    ],
  };
  return moments[language].map(([house, requester], index) => ({
    number: index + 1,
    house,
    requester,
    button: button(`${label} ${index + 1}`, `[${reference}] Plage ${index + 1}`, `${index + 1}`),
  }));
}

function questions(language: Language): QuestionLine[] {
  return points.map((point, index) => ({
    number: index + 1,
    ...pointTitles[language][point],
    answer: point === 'needs' ? 'Train 12 instructors in underground mine rescue,\nthree weeks on site.' : '',
  }));
}

function answerAll(language: Language): Button {
  const label = { fr: 'Répondre au questionnaire', en: 'Answer the questions', es: 'Responder al cuestionario' };
  const body = questions(language)
    .map(({ number, title }) => `${number}. ${title}\n\n`)
    .join('\n');
  return button(label[language], `[${reference}] Questionnaire`, body);
}

function inAll<T>(make: (language: Language) => T): Record<Language, T> {
  return { fr: make('fr'), en: make('en'), es: make('es') };
}

const commands: Button[] = [
  button('Voir l’état', `[${reference}] #statut`),
  button('Catégorie : court terme', `[${reference}] #catégorie court terme`),
];

/** Every letter once, with every list filled. */
export const samples: LetterData = {
  acknowledgement: {
    name: 'Ama Boateng',
    reference,
    subject: 'Mine rescue instructors, May 2027',
    copyFor: 'Ama Boateng (aboateng@tgtu.example)',
    winmail: true,
    sealed: true,
    localised: inAll((language) => ({
      hinted: true,
      questions: questions(language),
      slots: slots(language),
      answerAll: answerAll(language),
    })),
  },
  orientation: {
    name: 'Patrick Ilunga',
    reference,
    subject: 'Bourse pour un DEC',
    elsewhere: ['Admissions au collégial\u00A0: https://admission.example'],
  },
  'meeting-proposal': {
    name: 'Ama Boateng',
    reference,
    reason: 'taken',
    localised: inAll((language) => ({ slots: slots(language), standing: '', standingThere: '' })),
  },
  'meeting-confirmed': {
    name: 'Ama Boateng',
    reference,
    subject: 'Mine rescue instructors, May 2027',
    requester: '',
    location: policy.meeting.location,
    localised: inAll((language) => ({
      when: slots(language)[0]?.house ?? '',
      whenThere: slots(language)[0]?.requester ?? '',
      missing: [pointTitles[language].resources.title, pointTitles[language].timeline.title],
    })),
  },
  'meeting-changed': {
    name: 'Ama Boateng',
    reference,
    subject: 'Mine rescue instructors, May 2027',
    requester: '',
    location: policy.meeting.location,
    change: 'moved',
    localised: inAll((language) => ({
      when: slots(language)[1]?.house ?? '',
      whenThere: slots(language)[1]?.requester ?? '',
      before: slots(language)[0]?.house ?? '',
      beforeThere: slots(language)[0]?.requester ?? '',
      missing: [pointTitles[language].resources.title, pointTitles[language].timeline.title],
    })),
  },
  'meeting-awaited': {
    name: 'Ama Boateng',
    reference,
    subject: 'Mine rescue instructors, May 2027',
    localised: inAll((language) => ({
      when: slots(language)[1]?.house ?? '',
      whenThere: slots(language)[1]?.requester ?? '',
      standing: slots(language)[0]?.house ?? '',
      standingThere: slots(language)[0]?.requester ?? '',
    })),
  },
  'meeting-kept': {
    name: 'Ama Boateng',
    reference,
    subject: 'Mine rescue instructors, May 2027',
    location: policy.meeting.location,
    localised: inAll((language) => ({
      when: slots(language)[0]?.house ?? '',
      whenThere: slots(language)[0]?.requester ?? '',
      proposed: slots(language)[1]?.house ?? '',
    })),
  },
  'meeting-reminder': {
    name: 'Ama Boateng',
    reference,
    subject: 'Mine rescue instructors, May 2027',
    location: policy.meeting.location,
    localised: inAll((language) => ({
      when: slots(language)[0]?.house ?? '',
      whenThere: slots(language)[0]?.requester ?? '',
      missing: [pointTitles[language].resources.title],
    })),
  },
  minutes: {
    name: 'Marie Tremblay',
    reference,
    subject: 'Mine rescue instructors, May 2027',
    requester: 'Ama Boateng (Tarkwa Gold Technical University)',
    when: slots('fr')[0]?.house ?? '',
    questions: questions('fr'),
    buttons: [
      button('Écrire le compte rendu', `[${reference}] #compte-rendu`),
      button('Elle n’a pas eu lieu : proposer d’autres dates', `[${reference}] #rencontre reporter`),
    ],
  },
  'follow-up': {
    name: 'Ama Boateng',
    reference,
    subject: 'Mine rescue instructors, May 2027',
    last: true,
    localised: inAll((language) => ({
      missing: questions(language).slice(1),
      slots: slots(language),
      answerAll: answerAll(language),
    })),
  },
  dormant: {
    name: 'Ama Boateng',
    reference,
    subject: 'Mine rescue instructors, May 2027',
    localised: inAll((language) => ({ answerAll: answerAll(language) })),
  },
  questionnaire: {
    name: 'Ama Boateng',
    reference,
    localised: inAll((language) => ({
      answered: questions(language).slice(0, 1),
      missing: questions(language).slice(1),
      answerAll: answerAll(language),
    })),
  },
  closed: {
    name: 'Ama Boateng',
    reference,
    subject: 'Mine rescue instructors, May 2027',
    signature: 'Institut national des mines',
    elsewhere: ['Admissions au collégial\u00A0: https://admission.example', 'Bourses\u00A0: https://bourses.example'],
    localised: inAll((language) => ({
      outcome: outcomeNames[language].redirected,
      text:
        language === 'fr'
          ? 'Ce programme relève d’un autre organisme.\nNous lui avons transmis votre demande.'
          : 'See above.',
    })),
  },
  reply: {
    reference,
    subject: 'Mine rescue instructors, May 2027',
    text: 'Bonjour Madame Boateng,\n\nvotre dossier est presque complet.',
    person: 'Marie Tremblay',
    copies: 's.roy@bureau-qc.example',
    original: {
      mail: 'a'.repeat(64),
      at: '2026-11-23T15:00:00.000Z',
      author: 'Ama Boateng',
      text: 'Dear Sir,\n\nour board has approved CAD 180,000 to train 12 instructors in underground mine rescue.',
    },
  },
  'new-request': {
    reference,
    subject: 'Mine rescue instructors, May 2027',
    requester: 'Ama Boateng, Tarkwa Gold Technical University',
    address: 'aboateng@tgtu.example',
    text: 'Dear Sir,\n\nour board has approved CAD 180,000 to train 12 instructors in underground mine rescue, three weeks on site, May 2027.\nCould Québec schools offer this?\n\nAma Boateng\nDean, Tarkwa Gold Technical University',
    quarantined: false,
    why: 'Premier message d’une personne.',
    findings: [
      { label: 'Pays', value: 'Ghana', evidence: 'signature' },
      { label: 'Organisation', value: 'Tarkwa Gold Technical University', evidence: 'domaine tgtu.example' },
    ],
    buttons: commands,
  },
  news: {
    reference,
    what: 'Plage 2 choisie',
    reasons: 'Financement engagé : « CAD 180,000 ».',
    author: 'aboateng@tgtu.example',
    text: 'Number 2, please.\nThank you!',
    buttons: commands,
  },
  summary: {
    date: '2026-11-24T13:00:00.000Z',
    since: '2026-11-23T05:00:00.000Z',
    sections: [
      {
        title: 'Pour vous : en retard',
        items: [
          {
            rank: '1.',
            reference,
            subject: 'Mine rescue instructors, May 2027',
            requester: 'Tarkwa Gold Technical University',
            what: 'Confirmer la catégorie : c’était pour le 20 novembre',
            officer: 'Marie Tremblay',
            buttons: commands,
          },
        ],
        more: 'et 3 autres',
      },
      {
        title: 'On attend l’autre partie',
        items: [
          {
            rank: '2.',
            reference: 'INMQ-2026-0041',
            subject: 'Centre des métiers de la mine',
            requester: 'Ministère des Mines',
            what: 'On attend les précisions du demandeur',
            officer: '',
            buttons: [],
          },
        ],
        more: '',
      },
    ],
    notes: [{ title: 'Rencontres du jour', lines: ['10 h 00 : Ama Boateng (INMQ-2026-0042)'] }],
    count: { seen: 12, requests: 2, answers: 3, staff: 2, partners: 1, machines: 3, setAside: 1 },
    orphans: '0 orphelin',
    head: '214 · 1f0c3b7a9d2e4f60',
    buttons: [button('Toutes les demandes ouvertes', '#liste')],
  },
  statistics: {
    year: '2026',
    groups: [
      { title: 'Par pays', rows: [{ label: 'Ghana', value: '4' }] },
      {
        title: 'Délais depuis la réception (médiane)',
        rows: [{ label: 'Diffusion', value: '12,5 jours; neuf fois sur dix, au plus 30 jours (3 demandes)' }],
      },
    ],
  },
  'command-done': {
    reference,
    lines: [{ what: 'Catégorie', before: '—', after: 'court terme (financement confirmé)' }],
    text: 'État : catégorisée\nPartenaires servis : 0 sur 12',
    title: 'État de la demande',
    sections: [{ title: 'Historique', lines: ['23 nov. 2026, 10 h 00 · Marie Tremblay · catégorie : court terme'] }],
    missing: ['Ressources disponibles'],
    buttons: commands,
  },
  'command-refused': {
    read: '#catégorie bientôt',
    why: '« bientôt » n’est pas une catégorie : écrivez court, moyen ou long terme.',
    understood: true,
    buttons: commands,
  },
  confirm: {
    reference,
    final: true,
    command: '#diffuser',
    summary: ['La fiche INMQ-2026-0042 est figée.', 'Elle part dans le prochain bulletin à 12 partenaires.'],
    text: '',
    code: 'K7QF-92MD',
    expires: '2026-11-23T15:30:00.000Z',
    button: button('Confirmer la diffusion', `[${reference}] #diffuser K7QF-92MD`),
  },
  help: {
    reference,
    commands: [
      {
        usage: '#statut',
        summary: 'Montre où en est la demande.',
        level: 'R',
        buttons: [button('Voir l’état de la demande', `[${reference}] #statut`)],
      },
      {
        usage: '#diffuser',
        summary: 'Libère la fiche vers les partenaires.',
        level: 'X',
        buttons: [button('Libérer la fiche vers les partenaires', `[${reference}] #diffuser`)],
      },
    ],
  },
  alarm: {
    trouble: 'ceiling/boucle@machine.example',
    what: 'Plus de 60 courriels automatiques en une heure.\nLe dernier répondait à boucle@machine.example.',
    todo: 'Vérifiez la boîte, puis relancez avec #reprendre.',
    buttons: [button('Reprendre les envois', '#reprendre')],
  },
  digest: {
    category: 'short',
    numbered: '',
    answerDays: 4,
    shorter: true,
    answerBy: '2026-12-08T04:59:00.000Z',
    notices: [
      {
        notice: {
          reference,
          organisation: 'Tarkwa Gold Technical University',
          country: 'GH',
          kind: 'university',
          category: 'short',
          points: {
            needs: 'Former 12 instructeurs en sauvetage minier souterrain.',
            expectations: 'Trois semaines sur place, attestation pour chaque instructeur.',
            agreementType: 'Contrat de services',
            resources: '180 000 $ CA, approuvés par le conseil.',
            timeline: 'Mai 2027.',
          },
        },
        title: 'Tarkwa Gold Technical University (Ghana)',
        country: 'Ghana',
        kind: 'université',
        deadline: 'vendredi 11 décembre 2026',
        contact: 'Ama Boateng, aboateng@tgtu.example',
        points: [
          {
            point: 'needs',
            title: 'Nature des besoins',
            value: 'Former 12 instructeurs en sauvetage minier souterrain.',
          },
          {
            point: 'expectations',
            title: 'Attentes',
            value: 'Trois semaines sur place,\nattestation pour chaque instructeur.',
          },
          { point: 'agreementType', title: 'Type d’entente recherché', value: 'Contrat de services' },
          { point: 'resources', title: 'Ressources disponibles', value: '180 000 $ CA, approuvés par le conseil.' },
          { point: 'timeline', title: 'Échéancier préliminaire', value: 'Mai 2027.' },
        ],
        interest: button('Nous sommes intéressés', `[${reference}] Intérêt`),
        question: button('Poser une question', `[${reference}] Question`),
        noInterest: button('Pas d’intérêt', `[${reference}] Pas d’intérêt`),
      },
    ],
  },
  addendum: {
    category: 'short',
    what: 'correction',
    over: false,
    deadline: '2026-12-08T04:59:00.000Z',
    items: [
      {
        reference,
        title: 'Tarkwa Gold Technical University (Ghana)',
        parts: [{ title: 'Échéancier préliminaire (corrigé)', value: 'Juin 2027, trois semaines.' }],
      },
    ],
  },
  reminder: {
    category: 'short',
    deadline: '2026-12-08T04:59:00.000Z',
    notices: [
      {
        reference,
        title: 'Tarkwa Gold Technical University (Ghana)',
        interest: button('Nous sommes intéressés', `[${reference}] Intérêt`),
        question: button('Poser une question', `[${reference}] Question`),
        noInterest: button('Pas d’intérêt', `[${reference}] Pas d’intérêt`),
      },
    ],
  },
  result: {
    category: 'short',
    deadline: '2026-12-08T04:59:00.000Z',
    completed: false,
    notices: [
      {
        reference,
        title: 'Tarkwa Gold Technical University (Ghana)',
        interested: ['Cégep de la Faille', 'Université du Filon'],
      },
    ],
  },
  'sign-of-life': { month: '2026-11', missed: true, waits: true },
  approval: {
    name: 'Ama Boateng',
    reference,
    subject: 'Mine rescue instructors, May 2027',
    until: '2026-12-01T04:59:00.000Z',
    organisation: 'Tarkwa Gold Technical University',
    contact: '',
    asked: 'Ama Boateng, aboateng@tgtu.example',
    localised: inAll((language) => ({
      country: 'Ghana',
      kind: 'université',
      deadline: dayName('2026-12-11', language),
      points: points.map((point) => ({ title: sheetTitle(language, point), value: 'Train 12 instructors.' })),
      share: button('Oui, et avec mes coordonnées', `[${reference}] Bon à diffuser`, 'Oui, avec mes coordonnées'),
      yes: button('Oui', `[${reference}] Bon à diffuser`, 'Oui'),
      corrections: button('Corrections', `[${reference}] Corrections`),
    })),
  },
  introduction: {
    name: 'Ama Boateng',
    reference,
    subject: 'Mine rescue instructors, May 2027',
    partners: [
      { name: 'Cégep de la Faille', contact: 'Anne Côté, international@cegep-faille.example' },
      { name: 'Université du Filon', contact: '' },
    ],
    completed: false,
  },
  'interest-recorded': {
    partner: 'Cégep de la Faille',
    answers: [{ reference, title: 'Tarkwa Gold Technical University (Ghana)', answer: 'no-interest' }],
    asks: true,
    late: true,
    provisional: true,
  },
  'answer-confirm': {
    partner: 'Cégep de la Faille',
    answers: [{ reference, title: 'Tarkwa Gold Technical University (Ghana)', answer: 'interest' }],
    late: true,
  },
  'answer-unclear': {
    partner: 'Cégep de la Faille',
    colleague: '',
    notices: [
      {
        reference,
        title: 'Tarkwa Gold Technical University (Ghana)',
        deadline: '2026-12-08T04:59:00.000Z',
        interest: button('Intérêt', `[${reference}] Intérêt`, 'Notre établissement souhaite participer.'),
        question: button('Question', `[${reference}] Question`, 'Notre question :'),
        noInterest: button('Sans intérêt', `[${reference}] Sans intérêt`, 'Notre établissement ne participera pas.'),
      },
    ],
  },
  'contact-confirm': { name: 'Anne Côté', partner: 'Cégep de la Faille' },
  'confirmation-unclear': { partner: 'Cégep de la Faille', answer: false },
  'contact-changed': {
    partner: 'Cégep de la Faille',
    before: 'lgagnon@cegep-faille.example',
    after: 'acote@cegep-faille.example',
  },
  'contact-withheld': { name: 'Ama Boateng', reference, subject: 'Mine rescue instructors, May 2027' },
  'leaving-unclear': {
    address: 'acote@cegep-faille.example',
    partner: 'Cégep de la Faille',
    leave: button('Ne plus recevoir le bulletin', 'Désabonnement'),
  },
  'contact-stopped': {
    address: 'acote@cegep-faille.example',
    partner: 'Cégep de la Faille',
    substitute: '',
    takesOver: false,
  },
  'contact-resumed': { address: 'acote@cegep-faille.example', partner: 'Cégep de la Faille' },
};

/** Letters about a whole digest: no reference in their subject. */
export const toNetwork: readonly LetterName[] = ['digest', 'addendum', 'reminder', 'result', 'sign-of-life'];

export const letterNames = Object.keys(samples) as LetterName[];

/** A letter of that name with its sample data, in the languages given. */
export function sample(name: LetterName, among: readonly [Language, ...Language[]] = languages): Letter {
  return {
    name,
    data: samples[name],
    to: { name: 'Ama Boateng', address: 'aboateng@tgtu.example' },
    languages: among,
    ...(toNetwork.includes(name) ? { digest: 'digest/short/2026-11-23T14:00:00.000Z' } : { reference }),
    thread: [],
    automatic: true,
    // The data is that of the name: `samples` is typed by name.
  } as Letter;
}
