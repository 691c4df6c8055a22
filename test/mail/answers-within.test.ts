import { describe, expect, test } from 'vitest';
import { visibleText } from '../../src/mail/visible-text.ts';
import { mailOf } from './make.ts';

const answer = { subject: 'RE: Demande reçue', inReplyTo: ['<1@inm.example>'] };
const visible = (text: string) => visibleText(mailOf({ ...answer, text }));
const block =
  '________________________________\nDe : Institut <info@inm.example>\nEnvoyé : lundi 2 novembre 2026 10:00\nÀ : Ama Boateng\nObjet : Demande reçue\n\nBonjour Ama Boateng,\nNature des besoins ?\nFormer dix foreurs.\nBudget ?\n180 000 $';
const within = 'Bonjour Ama Boateng,\nNature des besoins ?\nFormer dix foreurs.\nBudget ?\n180 000 $';

describe('answers typed into a mail that is not marked as a quote are kept, when the words above announce them', () => {
  test.each([
    'Voir mes réponses ci-dessous, en rouge.',
    'Mes réponses sont dans le texte.',
    'Nous vous répondons en bleu dans votre courriel.',
    'J’ai répondu sous chaque question.',
    'Vous trouverez nos commentaires plus bas.',
    'Voir ci-dessous.',
    'Please see my comments in blue below.',
    'Our answers are inline.',
    'I have answered in red.',
    'See below',
    'My responses below:',
    'Mis respuestas van abajo, en rojo.',
    'Respondo en el texto.',
    'Minhas respostas estão abaixo.',
    'Seguem os esclarecimentos em vermelho.',
    'Meine Antworten finden Sie unten.',
    'Ich antworte im Text, in Rot.',
    'Le mie risposte in rosso qui sotto.',
    'Zie mijn antwoorden hieronder.',
    'إجاباتنا أدناه باللون الأحمر.',
    '下記に回答を赤字で記入しました。',
  ])('%s', (line) => {
    const above = `Bonjour,\n\n${line}\n\nMerci beaucoup de votre aide à tous.\nAma Boateng`;
    expect(visible(`${above}\n\n${block}`)).toBe(`${above}\n\n${within}`);
  });

  test('with the attribution of Apple Mail', () => {
    const text =
      'Mes réponses en rouge.\n\nLe 2 nov. 2026 à 10:00, Institut <info@inm.example> a écrit :\n\nBudget ?\n180 000 $';
    expect(visible(text)).toBe('Mes réponses en rouge.\n\nBudget ?\n180 000 $');
  });

  test('of a mail alone, not of those below it', () => {
    const older =
      'De : Ama Boateng <a@x.example>\nEnvoyé : dimanche 1 novembre 2026 09:00\nÀ : Institut\nObjet : Demande\n\nBonjour';
    expect(visible(`See below.\n\n${block}\n\n${older}`)).toBe(`See below.\n\n${within}`);
  });

  test('when the program set the sender’s name before them', () => {
    const named = block.replace('Former', '[Ama Boateng] Former');
    const mail = { ...answer, from: [{ name: 'Ama Boateng', address: 'a@x.example' }] };
    expect(visibleText(mailOf({ ...mail, text: `Bonjour,\n\n${named}` }))).toContain(
      '[Ama Boateng] Former dix foreurs.',
    );
    expect(visibleText(mailOf({ ...mail, text: `Bonjour,\n\n${block}` }))).toBe('Bonjour,');
  });
});

describe('answers typed into a marked quote', () => {
  const quote = '> Budget ?\n> 180 000 $';

  test('are kept where they were announced and nothing stands outside it', () => {
    expect(visible(`Mes réponses en rouge.\n\n${quote}`)).toBe('Mes réponses en rouge.\n\nBudget ?\n180 000 $');
  });

  test.each([
    ['stand between the quotes', `Mes réponses en rouge.\n\n> Budget ?\n\n180 000 $\n\n> Le vôtre`, '180 000 $'],
    ['were not announced', `Merci.\n\n180 000 $\n\n${quote}`, '180 000 $'],
  ])('the quote is cut where they %s', (_, text, last) => {
    const kept = visible(text);
    expect(kept.endsWith(last)).toBe(true);
    expect(kept).not.toContain('Budget');
  });
});

describe('what is no such announcement', () => {
  test.each([
    'La plage 2 nous convient.',
    'Merci de votre réponse ci-dessous. La plage 2 nous convient.',
    'En réponse à votre courriel ci-dessous, nous choisissons la plage 2.',
    'Further to your message below, slot 2 please.',
    'Thank you for your comments below. Slot 2.',
    'Voici nos réponses ci-dessous :\n\n1. Former dix foreurs.\n2. 180 000 $',
    'Please find our answers below.\n\nWe want to train ten drillers.\nThe budget is 180 000 $.',
    'Nos réponses sont dans le document ci-joint, en rouge.',
    'The answers are in the attached file, in the text in red.',
    'Notre budget est dans le rouge.',
    'En respuesta a su mensaje abajo, la franja 2.',
    'Danke für Ihre Antwort unten. Termin 2.',
  ])('%s', (words) => {
    expect(visible(`Bonjour,\n\n${words}\n\nAma\n\n${block}`)).toBe(`Bonjour,\n\n${words}\n\nAma`);
  });
});
