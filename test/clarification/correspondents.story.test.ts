import { describe, expect, test } from 'vitest';
import { type Language, points } from '../../src/model/request.ts';
import { heardIn, programs, told } from './mail-programs.ts';

/** Empty where the point is not answered, `false` where it does not apply. */
type Answer = string | false;

interface Beside {
  slot?: number;
  /** Whether staff is told of a title that is none of the five. */
  unplaced?: true;
}

/** What people in many houses write back, each in a manner of their own. */
const letters: readonly [program: string, language: Language, reply: string, answers: Answer[], beside?: Beside][] = [
  [
    'Outlook',
    'en',
    'Dear Ms. Tremblay,\n\nThank you for your prompt response. Kindly find below our answers as requested.\n\nNATURE OF THE NEEDS\nWe require a train-the-trainer programme in underground mine rescue for twelve (12) instructors.\n  - Rope rescue\n  - Gas detection\n\nEXPECTATIONS\nParticipants should leave with a certificate recognised by the Minerals Commission.\n\nTYPE OF AGREEMENT\nMemorandum of Understanding, then a service contract.\n\nBUDGET\nCAD 180,000, approved by our Council in October.\n\nTIMELINE\nMay 2027, three weeks.\n\nWarm regards,\n\nAma Boateng (Mrs)\nDean of Engineering\nTarkwa Gold Technical University\n+233 24 123 4567',
    [
      'We require a train-the-trainer programme in underground mine rescue for twelve (12) instructors.\n\n- Rope rescue\n\n- Gas detection',
      'Participants should leave with a certificate recognised by the Minerals Commission.',
      'Memorandum of Understanding, then a service contract.',
      'CAD 180,000, approved by our Council in October.',
      'May 2027, three weeks.',
    ],
  ],
  [
    'Gmail',
    'fr',
    'Bonjour Madame,\n\n1) Nos besoins : formation en soudage minier pour 8 personnes\n2) Ce que nous attendons : une attestation\n3) Type de partenariat : protocole\n4) Financement : 60 000 €, Banque mondiale\n5) Période souhaitée : automne 2027\n\nBien à vous,\nKouadio Amani\nDirecteur des études\nTél. : +225 07 00 00 00 00',
    [
      'formation en soudage minier pour 8 personnes',
      'une attestation',
      'protocole',
      '60 000 €, Banque mondiale',
      'automne 2027',
    ],
  ],
  [
    'Apple Mail',
    'es',
    'Estimada Marie:\n\nNecesidades – capacitación en voladura para 20 operadores\nExpectativas – certificación\nConvenio – marco, por tres años\nFinanciamiento – USD 90.000 del gobierno regional\nPlazo – primer semestre de 2027\n\nUn abrazo desde Arequipa,\nRosa',
    [
      'capacitación en voladura para 20 operadores',
      'certificación',
      'marco, por tres años',
      'USD 90.000 del gobierno regional',
      'primer semestre de 2027',
    ],
  ],
  [
    'iPhone',
    'fr',
    'Besoin: formation soudure 8 pers. Attente: attestation. Budget: pas encore voté. Délai: automne 2027',
    ['formation soudure 8 pers.', 'attestation.', '', 'pas encore voté.', 'automne 2027'],
  ],
  [
    'Thunderbird',
    'fr',
    'Bonjour,\n\nObjet : réponse à vos cinq questions\n\nNature des besoins :\nUn accompagnement pour créer un centre de formation à Bouaflé.\n\nAttentes :\n- un plan de formation;\n- deux visites par an.\n\nType d’entente recherché :\nÀ déterminer ensemble.\n\nRessources disponibles :\nLocaux et équipements; budget à confirmer.\n\nÉchéancier préliminaire :\nDébut en 2028.\n\nDans l’attente de votre réponse, nous vous prions d’agréer, Madame, nos salutations distinguées.\n\nLe Directeur général,\nKouadio Amani',
    [
      'Un accompagnement pour créer un centre de formation à Bouaflé.',
      '- un plan de formation;\n- deux visites par an.',
      'À déterminer ensemble.',
      'Locaux et équipements; budget à confirmer.',
      'Début en 2028.',
    ],
  ],
  [
    'Gmail',
    'en',
    'Hi Marie,\n\nAnswers to your 5 points:\n\n1. Needs\n   a. Drilling simulators\n   b. Two instructors\n2. Expectations\n   a. Fewer accidents\n3. Agreement\n   a. MoU\n4. Resources\n   a. Budget: CAD 250k\n   b. Staff: 4 trainers\n5. Timeline\n   a. Start: January 2028\n\nCheers\nKofi',
    [
      'a. Drilling simulators\nb. Two instructors',
      'a. Fewer accidents',
      'a. MoU',
      'a. Budget: CAD 250k\nb. Staff: 4 trainers',
      'a. Start: January 2028',
    ],
  ],
  [
    'Yahoo',
    'en',
    'Dear Sir/Madam,\n\nWith regard to your questions:\n\nNeeds = blasting course for 15 miners\nExpectations = licence accepted in Ghana\nAgreement = contract\nResources = GHS 400,000\nTimeline = before the rains (April 2027)\n\nGod bless,\nYaw Asante',
    [
      'blasting course for 15 miners',
      'licence accepted in Ghana',
      'contract',
      'GHS 400,000',
      'before the rains (April 2027)',
    ],
  ],
  [
    'Outlook',
    'fr',
    'Bonjour,\n\nQuels sont vos besoins ? Une formation de foreurs, 30 personnes.\nVos attentes ? Un diplôme reconnu.\nType d’entente ? Contrat de services.\nRessources ? 200 000 $ votés.\nÉchéancier ? Septembre 2027.\n\nCordialement\nMariam Traoré',
    [
      'Une formation de foreurs, 30 personnes.',
      'Un diplôme reconnu.',
      'Contrat de services.',
      '200 000 $ votés.',
      'Septembre 2027.',
    ],
  ],
  [
    'Gmail',
    'es',
    'Buenas tardes:\n\nRespecto a las necesidades: formar a 12 instructores.\nRespecto a los recursos: 40 000 dólares.\nRespecto al plazo: marzo de 2027.\n\nEl horario 3 nos conviene.\n\nSaludos cordiales,\nIng. Carlos Quispe\nUniversidad del Altiplano',
    ['formar a 12 instructores.', '', '', '40 000 dólares.', 'marzo de 2027.'],
    { slot: 3 },
  ],
  [
    'Thunderbird',
    'fr',
    'Pour les besoins : 12 formateurs en géologie\nPour les attentes : autonomie de l’équipe\nPour l’entente : protocole\nPour les ressources : à chercher ensemble\nPour le calendrier : 2027-2029\n\nMme Aya Koné',
    ['12 formateurs en géologie', 'autonomie de l’équipe', 'protocole', 'à chercher ensemble', '2027-2029'],
  ],
  [
    'Apple Mail',
    'en',
    'Hello,\n\nNeed(s): a course in ventilation for 10 engineers\nExpected result(s): a certificate\nType of agreement (MoU, contract…): contract\nFunding (source): our own budget, CAD 60,000\nTime frame: Q3 2027\n\nThank you!\nTuya',
    ['a course in ventilation for 10 engineers', 'a certificate', 'contract', 'our own budget, CAD 60,000', 'Q3 2027'],
  ],
  [
    'Outlook',
    'en',
    'Dear Marie,\n\nFor now I can only tell you this:\n\nPoint 3 – a framework agreement.\nPoint 5 – not before 2028.\n\nThe rest will follow after our Board meeting.\n\nKind regards\nAma',
    ['', '', 'a framework agreement.', '', 'not before 2028.'],
  ],
  [
    'Gmail',
    'fr',
    'Bonjour,\n\nNature des besoins\n-----------------\nFormation de 12 sauveteurs\n\nAttentes\n--------\nUn brevet\n\nÉchéancier\n----------\nMai 2027\n\nMerci\nAma',
    ['Formation de 12 sauveteurs', 'Un brevet', '', '', 'Mai 2027'],
  ],
  [
    'Outlook',
    'en',
    'NEEDS............: Welding, 20 people\nEXPECTATIONS.....: Certificate\nAGREEMENT TYPE...: MoU\nRESOURCES........: USD 30,000\nTIMELINE.........: June 2027\n\nREGARDS\nTHE REGISTRAR',
    ['Welding, 20 people', 'Certificate', 'MoU', 'USD 30,000', 'June 2027'],
  ],
  [
    'iPhone',
    'en',
    'Thanks! Needs: blasting. Timeline: June. Will send the rest tomorrow from my laptop.',
    ['blasting.', '', '', '', 'June. Will send the rest tomorrow from my laptop.'],
  ],
  [
    'Gmail',
    'en',
    'Dear Marie,\n\nOur needs are the training of 12 instructors in rescue techniques, and we expect them to be certified. We prefer an MoU. Our budget is CAD 100,000 and we would like to begin in May 2027.\n\nRegards,\nAma',
    [],
  ],
  [
    'Thunderbird',
    'es',
    '1.- Naturaleza de las necesidades: simuladores de perforación\n2.- Expectativas: reducir accidentes\n3.- Tipo de acuerdo: convenio marco\n4.- Recursos: no aplica, los paga la empresa\n5.- Calendario: 2028\n\nAtte.\nLuis Rojas\nJefe de Seguridad',
    ['simuladores de perforación', 'reducir accidentes', 'convenio marco', false, '2028'],
  ],
  [
    'Outlook',
    'fr',
    'Bonjour Marie,\n\nVoici :\n• Besoins / attentes : formation et diplôme\n• Entente : contrat\n• Moyens : 50 000 $\n• Calendrier : hiver 2028\n\nBonne journée\nAnne',
    ['', '', 'contrat', '50 000 $', 'hiver 2028'],
    { unplaced: true },
  ],
  [
    'Apple Mail',
    'en',
    'Hi,\n\nNeeds: mine rescue\nExpectations: certificates\nAgreement: to be discussed\nResources: none for now\nTimeline: 2027\nContact person: Kofi Mensah, registrar, +233 20 111 2222\n\nAma',
    ['mine rescue', 'certificates', 'to be discussed', 'none for now', '2027'],
    { unplaced: true },
  ],
  [
    'Gmail',
    'fr',
    'Bonjour,\n\nmes réponses :\n\nBesoins\n\nNous voulons former 25 opérateurs de machinerie lourde. Ils viennent de trois mines.\n\nLe lieu serait Yamoussoukro.\n\nRessources\n\nLe ministère paie les billets; la mine paie les cours.\n\nDélais\n\nAvant la fin de 2027.\n\nP.-S. Mon collègue Yao Kouassi (07 08 09 10 11) suivra le dossier.\n\nBien cordialement,\nFatou Diallo\nCheffe de service',
    [
      'Nous voulons former 25 opérateurs de machinerie lourde. Ils viennent de trois mines.\n\nLe lieu serait Yamoussoukro.',
      '',
      '',
      'Le ministère paie les billets; la mine paie les cours.',
      'Avant la fin de 2027.',
    ],
  ],
  [
    'Outlook',
    'es',
    'Estimados señores:\n\nEn respuesta a su cuestionario:\n\n1. NECESIDADES: Diplomado en seguridad minera para 40 supervisores.\n\n2. EXPECTATIVAS: Doble titulación.\n\n3. ACUERDO: Convenio específico.\n\n4. PRESUPUESTO: S/ 300 000.\n\n5. CRONOGRAMA: agosto a diciembre de 2027.\n\nSin otro particular, reciban un cordial saludo.\n\nDr. Jorge Mamani\nDecano\nFacultad de Minas',
    [
      'Diplomado en seguridad minera para 40 supervisores.',
      'Doble titulación.',
      'Convenio específico.',
      'S/ 300 000.',
      'agosto a diciembre de 2027.',
    ],
  ],
  [
    'Gmail',
    'en',
    'Sorry, a correction to my last mail:\n\nResources: CAD 120,000 instead of 100,000.\n\nAma',
    ['', '', '', 'CAD 120,000 instead of 100,000.', ''],
  ],
  [
    'Yahoo',
    'fr',
    'Madame,\n\nEn ce qui concerne nos besoins : un programme court en environnement minier.\nEn ce qui concerne l’échéancier : nous sommes souples.\n\nPourriez-vous nous dire ce que coûte un tel programme ?\n\nSalutations\nDr Issa Ouédraogo\nENSMG, Ouagadougou',
    ['un programme court en environnement minier.', '', '', '', 'nous sommes souples.'],
  ],
  [
    'Thunderbird',
    'en',
    'Hello Marie\n\n(1) Nature of needs - upgrade of our curriculum in geology\n(2) Expectations - benchmarks with Quebec colleges\n(3) Agreement sought - letter of intent\n(4) Available resources - travel only\n(5) Preliminary timeline - academic year 2027/28\n\nBest\nBat-Erdene T.\nGobi Vocational Centre',
    [
      'upgrade of our curriculum in geology',
      'benchmarks with Quebec colleges',
      'letter of intent',
      'travel only',
      'academic year 2027/28',
    ],
  ],
  [
    'Outlook',
    'en',
    'Needs:\n\nMaintenance of LHD loaders (Level 1 and 2)\n\nExpectations:\n\nPlease propose a curriculum.\n\nAgreement type:\n\nn/a at this stage\n\nResources:\n\nTBD\n\nTimeline:\n\nASAP\n\nThanks and regards,\nPrakash Sharma\nSr. Manager (HRD)\nM: +91 98300 00000\n\nDisclaimer: This message is confidential and intended only for the recipient.',
    ['Maintenance of LHD loaders (Level 1 and 2)', 'Please propose a curriculum.', false, 'TBD', 'ASAP'],
  ],
  [
    'iPhone',
    'es',
    'Hola Marie\nNecesidad: rescate minero 15 personas\nRecursos: por ver\nFecha: mayo\nGracias\nRosa',
    ['rescate minero 15 personas', '', '', 'por ver', 'Fecha: mayo'],
  ],
  [
    'Apple Mail',
    'fr',
    'Bonjour,\n\nBesoins → formation de boutefeux\nAttentes → carte de compétence\nEntente → contrat\nRessources → 75 k$\nÉchéancier → mars 2028\n\nJean-Marc',
    ['formation de boutefeux', 'carte de compétence', 'contrat', '75 k$', 'mars 2028'],
  ],
  [
    'Thunderbird',
    'en',
    'Dear all,\n\nWe discussed with our VC. Slot 1 works.\n\nNeeds\tAutomation of concentrators\nExpectations\tTwo visits\nAgreement\tMoU\nFunding\tErasmus grant\nTiming\t2027\n\nBest wishes\nProf. E. Owusu',
    ['Automation of concentrators', 'Two visits', 'MoU', 'Erasmus grant', '2027'],
    { slot: 1 },
  ],
  [
    'Outlook',
    'fr',
    'Bonjour,\n\nBESOINS : Formation continue en environnement\nATTENTES : Attestation d’études\nENTENTE : Entente-cadre\nRESSOURCES : 15 000 $\nÉCHÉANCE : 30 juin 2027\n\nMerci de confirmer la réception.\n\nJulie\n\nJulie Gagnon\nConseillère, RH\nTél. 819 555-0199 poste 12',
    ['Formation continue en environnement', 'Attestation d’études', 'Entente-cadre', '15 000 $', '30 juin 2027'],
  ],
  [
    'Yahoo',
    'es',
    'Saludos.\n\nLes respondo punto por punto.\n\nPrimero (necesidades): curso de explosivos\nSegundo (expectativas): licencia\nTercero (acuerdo): contrato\nCuarto (recursos): 20 000 USD\nQuinto (calendario): junio 2027\n\nQuedo atenta a su respuesta.\nMaría',
    ['curso de explosivos', 'licencia', 'contrato', '20 000 USD', 'junio 2027'],
  ],
];

test('there are thirty of them', () => expect(letters).toHaveLength(30));

describe('what correspondents answer', () => {
  test.each(letters)('%s, %s: %j', async (name, language, reply, answers, { slot, unplaced = false } = {}) => {
    const program = programs[name];
    if (!program) throw new Error(`no program ${name}`);
    const heard = await heardIn(program, language, reply);
    const expected = points.flatMap((point, index) => {
      const answer = answers[index] ?? '';
      return answer === '' ? [] : [[point, answer]];
    });
    expect(told(heard)).toEqual({ slots: slot === undefined ? [] : [slot], points: Object.fromEntries(expected) });
    expect(heard.what.some((words) => words.startsWith('Titre à classer'))).toBe(unplaced);
  });
});

test('what stands below the last answer is told, not written into it', async () => {
  const heard = await heardIn(
    programs.Gmail as NonNullable<typeof programs.Gmail>,
    'en',
    'Needs: training\nAgreement: MoU\n\nThe rest follows next week.\n\nKind regards,\nAma Boateng',
  );
  expect(told(heard).points).toEqual({ needs: 'training', agreementType: 'MoU' });
  expect(heard.what.at(-1)).toBe(
    'Sous la dernière réponse, sans y être inscrit\u00A0: «\u00A0The rest follows next week.\u00A0»',
  );
});

test('an answer under two numbers that speaks of neither point is told, not placed', async () => {
  const heard = await heardIn(
    programs.Outlook as NonNullable<typeof programs.Outlook>,
    'fr',
    '1 et 2 : voir notre première lettre\n3 : contrat\n4 : sans objet\n5 : mai 2027',
  );
  expect(told(heard).points).toEqual({ agreementType: 'contrat', resources: false, timeline: 'mai 2027' });
  expect(heard.what).toContain('Titre à classer\u00A0: «\u00A01 et 2 : voir notre première lettre\u00A0»');
});
