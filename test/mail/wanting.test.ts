import { expect, test } from 'vitest';
import { somebodyWants } from '../../src/mail/wanting.ts';

test.each([
  'our school wants an mou with a quebec college.',
  'our institute looks for a consortium of colleges.',
  'the ministry of mines still wants training for 12 people.',
  'my university would like to host a delegation.',
  'notre école cherche un partenaire pour former 12 foreurs.',
  "l'école des mines de kayes souhaite accueillir deux formateurs.",
  "j'aimerais visiter votre institut avec six collègues.",
  'et souhaiterais visiter une école minière.',
  'nuestra mina necesita capacitación para 40 operadores.',
  'a nossa escola procura um consórcio de cégeps.',
  'unsere schule sucht einen partner für die ausbildung.',
  'la nostra scuola cerca un partner.',
  'onze school zoekt een partner.',
  'مدرستنا تبحث عن شريك لتدريب عمال المناجم.',
  'a course by correspondence interests me.',
  'un cours à distance nous intéresserait.',
])('somebody wants something: %s', (sentence) => {
  expect(somebodyWants(sentence)).toBe(true);
});

test.each([
  'our team would like to thank you for your patience.',
  'the office wishes you a happy new year.',
  'the person who needs urgent help may call.',
  "toute l'équipe vous souhaite de joyeuses fêtes.",
  "l'équipe souhaite vous remercier.",
  'le service recherche est fermé.',
  'la información que necesita está en nuestra página.',
  'el equipo desea a todos un feliz año.',
  'die bearbeitung braucht etwas zeit.',
  'das team wünscht ihnen frohe weihnachten.',
  'il personale desidera augurare buone feste.',
  'het team wenst u prettige feestdagen.',
  'we will respond to your needs on monday.',
  'the department is closed until monday.',
  'there is an immediate need to contact a colleague.',
])('nobody does: %s', (sentence) => {
  expect(somebodyWants(sentence)).toBe(false);
});
