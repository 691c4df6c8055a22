import { describe, expect, test } from 'vitest';
import { needsOf } from '../../src/reception/needs.ts';

describe('what is asked for', () => {
  test.each<[text: string, needs: string[]]>([
    ['Nous cherchons une formation de formateurs en sauvetage minier.', ['formation de formateurs']],
    ['to train 12 instructors in underground mine rescue', ['formation de formateurs']],
    ['We need a train-the-trainers week.', ['formation de formateurs']],
    ['Capacitación de docentes en ventilación', ['formation de formateurs']],
    ['une formation sur mesure pour nos équipes', ['formation sur mesure']],
    ['buscan capacitación a medida en simuladores', ['formation sur mesure', 'simulateurs et formation à distance']],
    ['We would like to train our operators.', ['formation sur mesure']],
    ['référentiels, RAC', ['ingénierie de formation', 'reconnaissance des acquis']],
    ['recognition of prior learning', ['reconnaissance des acquis']],
    ['Un transfert d’expertise en forage', ['expertise et assistance technique']],
    ['to set up a new vocational school', ['création d’école']],
    ['le projet de centre des métiers de la mine', ['création d’école']],
    ['Crear una escuela de minas', ['création d’école']],
    ['online courses in ventilation', ['simulateurs et formation à distance']],
    ['des stages pour nos étudiants', ['mobilité et stages']],
    ['joint research on mine tailings and a student exchange', ['mobilité et stages', 'recherche conjointe']],
    ['a joint study on tailings dams', ['recherche conjointe']],
    ['busca una universidad para investigar relaves mineros', ['recherche conjointe']],
    ['criar um curso de geologia por competências', ['ingénierie de formation']],
    ['نرغب في تكوين عشرين مكونا في السلامة المنجمية', ['formation de formateurs']],
    ['investigación conjunta sobre relaves', ['recherche conjointe']],
    ['une délégation de huit personnes visitera vos centres', ['délégation et visite']],
    ['Our delegation is visiting Quebec in March', ['délégation et visite']],
    ['Il nous faut un cégep chef de file', ['appel de propositions']],
    ['a call for proposals closes in May', ['appel de propositions']],
    ['Je cherche une bourse pour un DEC', ['bourses et admission']],
    ['نحتاج إلى المساعدة التقنية', ['expertise et assistance technique']],
    ['المقاربة بالكفاءات', ['ingénierie de formation']],
    ['منحة للدراسة', ['bourses et admission']],
    ['queremos formação de formadores e estágios', ['formation de formateurs', 'mobilité et stages']],
    ['assistência técnica e investigação conjunta', ['expertise et assistance technique', 'recherche conjointe']],
    ['نبحث عن تدريب المدربين', ['formation de formateurs']],
    ['لتطوير برامج الحفر والتفجير وتبادل المكوّنين', ['ingénierie de formation', 'mobilité et stages']],
    ['يرغب الوفد في زيارة مدارسكم', ['délégation et visite']],
    ['إنشاء مركز جديد للتكوين', ['création d’école']],
    ['Nous n’avons pas besoin de stages, mais d’un transfert d’expertise.', ['expertise et assistance technique']],
    ['Nous voulons :\n- pas de stages\n- une visite de vos centres', ['délégation et visite']],
    ['Nous souhaitons envoyer dix formateurs au Québec', ['mobilité et stages']],
    ['to host our twelve best students', ['mobilité et stages']],
    ['an exchange of PhD students', ['mobilité et stages']],
    [
      'a partner for an Erasmus+ Capacity Building proposal',
      ['expertise et assistance technique', 'appel de propositions'],
    ],
    ['le renforcement des capacités de nos cadres', ['expertise et assistance technique']],
    ['former quinze sauveteurs miniers', ['formation sur mesure']],
    ['Buscamos capacitar a nuestros docentes', ['formation de formateurs']],
    ['Queremos formar docentes en ventilación', ['formation de formateurs']],
    ['Deseamos capacitar a doce operadores de perforadora', ['formation sur mesure']],
    ['a mine rescue refresher for 8 people', ['formation sur mesure']],
    ['une formation en ventilation', ['formation sur mesure']],
    ['un voyage d’étude de dix cadres', ['délégation et visite']],
    ['would like to tour training centres', ['délégation et visite']],
    ['mettre en place un centre de formation', ['création d’école']],
    ['Please send the documents to our staff.', []],
    ['Veuillez envoyer les documents à nos équipes.', []],
    ['We would like to receive a quotation for 12 engineers.', []],
    ['our former staff', []],
    ['We are a training centre for engineers.', []],
    ['le centre de formation en ventilation', []],
    ['Nous transmettons votre proposition.', []],
    ['We do not need simulators.', []],
    ['Nous avons déjà réalisé un atelier de formation de formateurs.', []],
    ['Last year we held a site visit; we now need simulators.', ['simulateurs et formation à distance']],
    ['Bonjour, pouvez-vous me rappeler?', []],
    ['The stage of the project is early.', []],
    ['L’étranger nous a délégué la décision.', []],
  ])('%s', (text, needs) => {
    expect(needsOf(text).map(({ name }) => name)).toEqual(needs);
  });

  test('the words that say so are shown as they were written', () => {
    expect(needsOf('RE: FORMATION  DE\nFORMATEURS')).toEqual([
      { name: 'formation de formateurs', words: 'FORMATION DE FORMATEURS' },
    ]);
  });

  test('the words have their accents', () => {
    expect(needsOf('« Buscamos… capacitación para 12 instructores »')).toEqual([
      { name: 'formation de formateurs', words: 'capacitación para 12 instructores' },
    ]);
  });
});
