import type { Interest } from './events.ts';
import type { Approval, Category, Language, Outcome, Point, RequesterKind, Status } from './request.ts';

/** The five points as letters print them: a heading, and one line that says what to write under it. */
export const pointTitles: Record<Language, Record<Point, { title: string; help: string }>> = {
  fr: {
    needs: {
      title: 'Nature des besoins',
      help: 'Formation, accompagnement ou expertise souhaités : domaine, public visé, nombre de personnes, lieu.',
    },
    expectations: {
      title: 'Attentes',
      help: 'Les résultats que vous attendez et ce que vous attendez des établissements québécois.',
    },
    agreementType: {
      title: 'Type d’entente recherché',
      help: 'Protocole d’entente, entente-cadre, contrat de services, mobilité, programme délocalisé, ou à déterminer.',
    },
    resources: {
      title: 'Ressources disponibles',
      help: 'Budget et source de financement, personnel, locaux et équipements.',
    },
    timeline: {
      title: 'Échéancier préliminaire',
      help: 'Début souhaité, durée et dates limites à respecter, s’il y en a.',
    },
  },
  en: {
    needs: {
      title: 'Nature of the needs',
      help: 'The training, support or expertise you are looking for: field, audience, number of people, place.',
    },
    expectations: {
      title: 'Expectations',
      help: 'The results you expect, and what you expect from Quebec institutions.',
    },
    agreementType: {
      title: 'Type of agreement sought',
      help: 'Memorandum of understanding, framework agreement, service contract, mobility, programme abroad, or undecided.',
    },
    resources: {
      title: 'Available resources',
      help: 'Budget and source of funding, staff, premises and equipment.',
    },
    timeline: {
      title: 'Preliminary timeline',
      help: 'Preferred start, duration, and deadlines to meet, if any.',
    },
  },
  es: {
    needs: {
      title: 'Naturaleza de las necesidades',
      help: 'Formación, acompañamiento o asesoría que busca: ámbito, destinatarios, número de personas, lugar.',
    },
    expectations: {
      title: 'Expectativas',
      help: 'Los resultados que espera y lo que espera de los establecimientos quebequenses.',
    },
    agreementType: {
      title: 'Tipo de acuerdo buscado',
      help: 'Memorando de entendimiento, acuerdo marco, contrato de servicios, movilidad, programa en el extranjero o por definir.',
    },
    resources: {
      title: 'Recursos disponibles',
      help: 'Presupuesto y fuente de financiamiento, personal, instalaciones y equipos.',
    },
    timeline: {
      title: 'Calendario preliminar',
      help: 'Inicio deseado, duración y fechas límite, si las hay.',
    },
  },
};

/** « sans objet »: what a requester writes under a point that does not apply. */
export const notApplicable: Record<Language, string> = { fr: 'sans objet', en: 'not applicable', es: 'no aplica' };

/** Who asks, as staff, partners and the requester read it. */
export const requesterKindNames: Record<Language, Record<RequesterKind, string>> = {
  fr: {
    government: 'gouvernement',
    'public-agency': 'organisme public',
    school: 'établissement d’enseignement',
    university: 'université',
    'mining-company': 'entreprise',
    association: 'association',
    ngo: 'organisation non gouvernementale',
    'development-agency': 'agence de développement',
    embassy: 'ambassade ou délégation',
    consultant: 'consultant',
    individual: 'particulier',
  },
  en: {
    government: 'government',
    'public-agency': 'public agency',
    school: 'educational institution',
    university: 'university',
    'mining-company': 'company',
    association: 'association',
    ngo: 'non-governmental organisation',
    'development-agency': 'development agency',
    embassy: 'embassy or delegation',
    consultant: 'consultant',
    individual: 'individual',
  },
  es: {
    government: 'gobierno',
    'public-agency': 'organismo público',
    school: 'establecimiento de enseñanza',
    university: 'universidad',
    'mining-company': 'empresa',
    association: 'asociación',
    ngo: 'organización no gubernamental',
    'development-agency': 'agencia de desarrollo',
    embassy: 'embajada o delegación',
    consultant: 'consultor',
    individual: 'particular',
  },
};

/** As after « opportunité à … » and in subjects: « court terme ». */
export const categoryNames: Record<Language, Record<Category, string>> = {
  fr: { short: 'court terme', medium: 'moyen terme', long: 'long terme' },
  en: { short: 'short term', medium: 'medium term', long: 'long term' },
  es: { short: 'corto plazo', medium: 'mediano plazo', long: 'largo plazo' },
};

/** The state of a request (une demande, so in the feminine) as staff reads it. */
export const statusNames: Record<Status, string> = {
  received: 'reçue',
  quarantined: 'en quarantaine',
  clarifying: 'en précision',
  categorised: 'catégorisée',
  complete: 'complète',
  disseminated: 'diffusée',
  dormant: 'en dormance',
  closed: 'fermée',
};

/** Fields of a request as staff reads them. */
export const fieldNames: Readonly<Record<string, string>> = {
  status: 'état',
  officer: 'responsable',
  held: 'mise en attente',
  outcome: 'issue',
  points: 'précisions',
  slots: 'plages proposées',
  meeting: 'rencontre',
  category: 'catégorie',
  notice: 'fiche',
  notes: 'notes internes',
  requester: 'demandeur',
  intermediary: 'intermédiaire',
  proposed: 'demandeur',
  mergedInto: 'fusion',
  aliases: 'fusion',
  split: 'courriels retirés',
  findings: 'recherches',
};

/** How a request ended, after « fermée : ». */
export const outcomeNames: Record<Language, Record<Outcome, string>> = {
  fr: {
    matched: 'un partenaire y donne suite',
    unmatched: 'aucun partenaire n’y donne suite',
    withdrawn: 'retirée par le demandeur',
    'out-of-scope': 'hors du mandat',
    redirected: 'dirigée vers un autre organisme',
    duplicate: 'doublon',
    spam: 'indésirable',
    mistake: 'inscrite par erreur',
  },
  en: {
    matched: 'a partner is following up',
    unmatched: 'no partner is following up',
    withdrawn: 'withdrawn by the requester',
    'out-of-scope': 'outside our mandate',
    redirected: 'directed to another organisation',
    duplicate: 'duplicate',
    spam: 'unwanted',
    mistake: 'entered by mistake',
  },
  es: {
    matched: 'un socio le da seguimiento',
    unmatched: 'ningún socio le da seguimiento',
    withdrawn: 'retirada por el solicitante',
    'out-of-scope': 'fuera de nuestro mandato',
    redirected: 'dirigida a otro organismo',
    duplicate: 'duplicada',
    spam: 'no deseada',
    mistake: 'registrada por error',
  },
};

/** A partner's answer to a notice, as letters name it. */
export const interestNames: Record<Language, Record<Interest, string>> = {
  fr: { interest: 'intérêt', question: 'question', 'no-interest': 'sans intérêt' },
  en: { interest: 'interested', question: 'question', 'no-interest': 'not interested' },
  es: { interest: 'con interés', question: 'pregunta', 'no-interest': 'sin interés' },
};

/** How the requester answered whether the text may go out (bon à diffuser). */
export const approvalNames: Readonly<Record<Approval, string>> = {
  approved: 'accordé',
  corrections: 'corrections demandées',
  expired: 'sans réponse',
  superseded: 'retiré, le texte ayant changé',
  disputed: 'contesté, le silence ne vaut plus accord',
};

/** What research can find, by `Finding.kind`. */
export const findingNames: Readonly<Record<string, string>> = {
  person: 'Personne',
  role: 'Fonction',
  authentication: 'Authentification',
  organisation: 'Organisme',
  country: 'Pays',
  language: 'Langue',
  translation: 'Traduction à faire',
  timeZone: 'Fuseau horaire',
  thread: 'Demande à rapprocher',
  duplicate: 'Doublon possible de',
  earlier: 'Demande antérieure',
  forwardedBy: 'Transmis par',
  forwardedFor: 'Transmis pour',
  forwardedName: 'Nom du demandeur',
  forwardedOrganisation: 'Organisme du demandeur',
  forwardedKind: 'Type du demandeur',
  forwardedCountry: 'Pays du demandeur',
  forwardedTimeZone: 'Fuseau horaire du demandeur',
  forwardedLanguage: 'Langue de la réponse au demandeur',
  freeMail: 'Messagerie gratuite',
  unread: 'Non lu',
  namesake: 'Ressemble à une personne connue, à vérifier',
  otherRequester: 'Autre demandeur',
  need: 'Besoin',
  field: 'Domaine',
  agreementType: 'Type d’entente',
  category: 'Catégorie pressentie',
  feast: 'Fête possible',
  holiday: 'Jours fériés',
  proposedTime: 'Moment proposé par le demandeur',
  orders: 'Texte à ne pas suivre',
  personalDocuments: 'Documents personnels joints ou annoncés',
  outOfMandate: 'Hors mandat, à confirmer',
  stateAgreement: 'Entente avec un gouvernement étranger',
  establishment: 'Établissement nommé',
  point: 'Précision déjà abordée',
  channel: 'Reçue par',
  passedOnBy: 'Transmis par',
  replyTo: 'Réponse demandée à',
  requesterKind: 'Type de demandeur',
  suspicion: 'Motif de la quarantaine',
  slots: 'Rencontre',
};

/** How an invitation was answered, by PARTSTAT (RFC 5545, 3.2.12). */
export const partstatNames: Readonly<Record<string, string>> = {
  ACCEPTED: 'acceptée',
  DECLINED: 'refusée',
  TENTATIVE: 'acceptée sous réserve',
  DELEGATED: 'déléguée',
};

/** Told at the top of a letter, in the language of the version that follows below. */
export const versionBelow: Readonly<Record<Language, string>> = {
  fr: 'La version française suit.',
  en: 'An English version follows below.',
  es: 'Más abajo figura una versión en español.',
};
