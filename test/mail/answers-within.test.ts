import { describe, expect, test } from 'vitest';
import { htmlToText } from '../../src/mail/html-text.ts';
import { visibleText } from '../../src/mail/visible-text.ts';
import { cost } from '../cost.ts';
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

describe('answers in a colour of their own, of which nothing is said above', () => {
  const typed = (body: string) => visibleText(mailOf({ ...answer, html: body, text: htmlToText(body) }));
  const outlook = (answered: string) =>
    `<p class="MsoNormal">Bonjour,</p><p class="MsoNormal">merci.</p><div style="border-top:solid #E1E1E1 1.0pt"><p class="MsoNormal"><b>De\u00A0:</b> Institut &lt;info@inm.example&gt;<br><b>Envoyé\u00A0:</b> lundi 2 novembre 2026 10:00<br><b>À\u00A0:</b> Ama Boateng<br><b>Objet\u00A0:</b> Demande reçue</p></div>${answered}`;
  const question = '<p style="color:#1F2A30">Nature des besoins ?</p>';

  test.each([
    ['red, by name', '<p class="MsoNormal"><span style="color:red">Former dix foreurs.</span></p>'],
    [
      'red, by number',
      "<p><span lang=FR style='font-size:11.0pt;color:#C00000'>Former dix foreurs.<o:p></o:p></span></p>",
    ],
    ['blue, by an old element', '<p><font color="blue">Former <b>dix</b> foreurs.</font></p>'],
    ['green, of browsers', '<div style="color: rgb(0, 176, 80);">Former dix foreurs.</div>'],
    ['marked', "<p><span style='background:yellow;mso-highlight:yellow'>Former dix foreurs.</span></p>"],
  ])('are kept with what they answer: %s', (_, line) => {
    expect(typed(outlook(`${question}${line}<p>Budget ?</p>`))).toBe(
      'Bonjour,\n\nmerci.\n\nNature des besoins ?\n\nFormer dix foreurs.\n\nBudget ?',
    );
  });

  test('are kept in a quote that is marked', () => {
    const body = `<div>Bonjour</div><blockquote type="cite"><div>Budget ?</div><div style="color:#0070c0">180 000 $</div></blockquote>`;
    expect(typed(body)).toBe('Bonjour\n\nBudget ?\n180 000 $');
  });

  test.each([
    ['a link', '<p><a href="https://inm.example" style="color:blue">Former dix foreurs.</a></p>'],
    ['a colour of the letter', '<p style="color:#0b5566">Former dix foreurs.</p>'],
    ['a word in a line', '<p>Former <span style="color:red">dix</span> foreurs.</p>'],
    ['black', '<p><span style="color:black">Former dix foreurs.</span></p>'],
    ['a text without a question', '<p>Bonjour.</p><p style="color:red">Former dix foreurs.</p>', ''],
    [
      'a letter that is all in one',
      '<p style="color:blue">Former dix foreurs.</p>',
      '<p style="color:blue">Besoins ?</p>',
    ],
    ['a signature', '<p>Cordialement</p><p style="color:#0070C0">Marie Tremblay<br>Conseillère</p>'],
  ])('are none: %s', (_, line, asked = question) => {
    expect(typed(outlook(`${asked}${line}`))).toBe('Bonjour,\n\nmerci.');
  });

  test('are looked for in bounded time', () => {
    const inked = `<p>?<p style="color:red">${'<span style="color:red">a</span>'.repeat(20_000)}`;
    expect(cost(() => typed(outlook(inked)))).toBeLessThan(2000);
  });
});
