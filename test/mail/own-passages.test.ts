import { describe, expect, test } from 'vitest';
import { htmlToText } from '../../src/mail/html-text.ts';
import { visibleText } from '../../src/mail/visible-text.ts';
import { mailOf } from './make.ts';

const answer = { subject: 'Re: Demande reçue', inReplyTo: ['<1@inm.example>'] };
const visible = (text: string) => visibleText(mailOf({ ...answer, from: 'Kofi Mensah <k.mensah@mine.example>', text }));
const head = 'De : Institut <info@inm.example>\nEnvoyé : lundi 2 novembre 2026 10:00\nÀ : Ama\nObjet : Demande';

describe('words behind the line that ends the answered mail are the sender’s', () => {
  test.each([
    ['Outlook’s separator', '-----Original Message-----', '-----End of Original Message-----'],
    ['fr', '----- Message d’origine -----', '----- Fin du message d’origine -----'],
    ['es', '----- Mensaje original -----', '----- Fin del mensaje original -----'],
    ['de', '-----Ursprüngliche Nachricht-----', '----- Ende der ursprünglichen Nachricht -----'],
    ['pt', '----- Mensagem original -----', '----- Fim da mensagem original -----'],
    ['it', '----- Messaggio originale -----', '----- Fine del messaggio originale -----'],
    ['nl', '----- Oorspronkelijk bericht -----', '----- Einde van het oorspronkelijke bericht -----'],
  ])('%s', (_, begins, ends) => {
    const quote = `${begins}\n${head}\n\nVoici les plages.\n${ends}`;
    expect(visible(`Merci.\n\n${quote}\n\nLa plage 2.`)).toBe('Merci.\n\nLa plage 2.');
    expect(visible(`${quote}\n\nLa plage 2.`)).toBe('La plage 2.');
  });

  test('where nothing stands behind it, nothing changes', () => {
    expect(visible(`Merci.\n\n-----Original Message-----\n${head}\n\nVoici.\n-----End of original message-----`)).toBe(
      'Merci.',
    );
  });
});

describe('a signature above the quote ends there', () => {
  const attribution = 'On Mon, Nov 2, 2026 at 10:00 AM, Institut <info@inm.example> wrote:';
  test.each(['-- ', '--', '—'])('what is answered below the quote is no part of it: %j', (dashes) => {
    const above = `Merci.\n\n${dashes}\nKofi Mensah\nDirecteur\n\n${attribution}`;
    expect(visible(`${above}\n> Besoins?\n\nDouze foreurs`)).toBe('Merci.\n\nDouze foreurs');
    expect(visible(`${above}\n> Besoins?\n\nDouze foreurs\n\n> Budget?\n\nÀ voir`)).toBe(
      'Merci.\n\nDouze foreurs\n\nÀ voir',
    );
    expect(visible(`${above}\n> Besoins?\n> Budget?`)).toBe('Merci.');
  });
  test('nor is it that of the next one', () => {
    const below = '> Besoins?\n\nDouze foreurs\n\n-- \nKofi Mensah\nDirecteur';
    expect(visible(`Merci.\n\n-- \nKofi Mensah\n\n${attribution}\n${below}`)).toBe('Merci.\n\nDouze foreurs');
  });
  test('in HTML too', () => {
    const html =
      '<p>Merci.</p><p>-- <br>Kofi Mensah</p><blockquote type="cite">Besoins?</blockquote><p>Douze foreurs</p>';
    expect(visible(htmlToText(html))).toBe('Merci.\n\nDouze foreurs');
  });
});

describe('a line of two dashes divides a letter, or begins a signature', () => {
  test.each([
    [
      'a section with sentences',
      'Bonjour,\n\nVoici nos besoins.\n\n--\nFormation\nDix foreurs, dès mars 2027.\nBudget de 180 000 $.',
    ],
    [
      'a sentence in the first person',
      'Bonjour Madame,\nmerci.\n\n--\nNous choisissons la plage 2, avec nos plans.\nKofi',
    ],
    ['numbered answers', 'Bonjour,\n\n--\n1) former dix foreurs\n2) dès mars 2027'],
    ['a sum', 'Bonjour,\n\n--\nformation: 180 000 $'],
    ['an answer to what we ask', 'Ama Boateng\n--\nBesoins : former dix foreurs'],
    ['the same, en', 'Ama Boateng\n--\nTimeline: March 2027'],
    ['the whole letter', 'Hello,\n\n--\nWe look for ten trainers.\nThe budget is there.\n\nKofi Mensah'],
  ])('%s is kept', (_, text) => {
    expect(visible(text.replace('--\n', '-- \n'))).toBe(text);
    expect(visible(`${text}\n\n-- \nKofi Mensah\nDirecteur`)).toBe(text);
  });

  test.each([
    ['a name and an office', 'Kofi Mensah\nDirecteur, Mines du Nord\nTél. : 514 555-0100'],
    ['a motto', 'Kofi Mensah\nWe dig deeper.'],
    [
      'a street and its floor',
      'Kofi Mensah\n12, rue de la Mine, bureau 3\nCourriel : k@mine.example\nRessources humaines',
    ],
    ['a saying', 'Kofi\n"The mountain does not come.\nOne has to walk." -- unknown'],
    [
      'a disclaimer',
      'Kofi Mensah\nThis message is confidential. If you received it in error, we ask you to delete it.\nWe accept no liability for viruses.',
    ],
    ['a list’s footer', 'Kofi Mensah\n\n-- \nTo leave the list, write to leave@list.example.'],
  ])('%s is cut', (_, signature) => {
    expect(visible(`La plage 2.\n\n-- \n${signature}`)).toBe('La plage 2.');
  });

  test.each([
    'P.-S. : la plage 2 nous convient.',
    'PS: slot 2 please',
    'P.S. Slot 2 please',
    'P.D.: la franja 2',
    'NB : la plage 2',
  ])('%s, below the signature, is kept', (line) => {
    expect(visible(`Merci.\n\n-- \nKofi Mensah\nDirecteur\n\n${line}`)).toBe(`Merci.\n\n${line}`);
  });
});

describe('what the sender quotes of somebody else is their own argument', () => {
  test.each([
    'Notre directeur nous écrit ceci :',
    'Our minister said:',
    'Voici ce que la ministre a déclaré :',
    'El alcalde nos dice:',
    'Unser Direktor schreibt:',
    'Onze directeur schrijft:',
    'Il nostro direttore scrive:',
    'O nosso diretor escreve:',
  ])('%s', (line) => {
    const text = `Bonjour,\n\n${line}\n\n> Il nous faut dix simulateurs.\n\nPouvez-vous les fournir ?`;
    expect(visible(`${text}\n\nLe 2 nov. 2026 à 10:00, Institut <info@inm.example> a écrit :\n> Voici.`)).toBe(text);
  });

  test.each([
    'Nos choix :',
    'Voici nos disponibilités :',
    'Notre réponse\u00A0:',
    'Nous retenons :',
    'Je propose ceci :',
    'Our choice:',
    'Here are our answers:',
    'We choose:',
    'Nuestra elección:',
    'Nosotros elegimos:',
    'A nossa escolha:',
    'Unsere Wahl:',
  ])('what it sets off so itself is too: %s', (line) => {
    const text = `Bonjour,\n\n${line}\n> plage 2\n\nMerci.`;
    expect(visible(text)).toBe(text.replaceAll('\u00A0', ' '));
  });

  test.each([
    'Institut a écrit :',
    'You wrote:',
    'Vous écriviez :',
    'Sur le budget :',
    'About the budget you ask:',
    'Nos réponses à vos questions :',
    'Our answers to your questions:',
    'Nous vous citons :',
    'Mon courriel du 2 novembre 2026, 10:00 :',
  ])('%s before our own words is no such line', (line) => {
    expect(visible(`${line}\n> Quel budget ?\n\n180 000 $.`)).not.toContain('Quel budget');
  });
});

describe('in HTML alone, between the quotes of one container', () => {
  const html = (body: string) => visible(htmlToText(body));
  const attributions: [string, string, string][] = [
    [
      'Gmail',
      'gmail_quote gmail_quote_container',
      '<div class="gmail_attr">Le lun. 2 nov. 2026, Institut a écrit :</div>',
    ],
    [
      'an older Gmail',
      'gmail_quote',
      'Le lun. 2 nov. 2026, Institut &lt;<a>info@inm.example</a>&gt; a écrit :<br><br>',
    ],
    ['Proton', 'protonmail_quote', 'Le lundi 2 novembre 2026 à 10:00, Institut a écrit :<br>'],
    ['no attribution', 'gmail_quote', ''],
  ];

  test.each(attributions)('%s: answers are kept, with words above or without', (_, name, attribution) => {
    const body = `<div class="${name}">${attribution}<blockquote>Besoins ?</blockquote><div>Former dix personnes.</div><blockquote>Budget ?<blockquote>Le vôtre</blockquote></blockquote><div>180 000 $</div></div>`;
    expect(html(body)).toBe('Former dix personnes.\n\n180 000 $');
    expect(html(`<div>Bonjour,</div>${body}`)).toBe('Bonjour,\n\nFormer dix personnes.\n\n180 000 $');
  });

  test.each(attributions)('%s: nothing is left of a quote without answers', (_, name, attribution) => {
    const body = `<div class="${name}">${attribution}<blockquote>Besoins ?<div>Budget ?</div></blockquote><br></div>`;
    expect(html(`<div>La plage 2.</div>${body}`)).toBe('La plage 2.');
  });

  test.each([
    ['the answered mail itself, not in a blockquote', 'yahoo_quoted', 'Le lundi, Institut a écrit :<div>Voici.</div>'],
    [
      'one whose words stand before its own quote',
      'gmail_quote',
      '<div>Institut a écrit :</div><div>Voici les plages.</div>',
    ],
  ])('%s stays quoted', (_, name, words) => {
    expect(
      html(`<div>Oui.</div><div class="${name}">${words}<blockquote>Demande</blockquote><div>À vous.</div></div>`),
    ).toBe('Oui.');
  });
});

describe('a plan that begins as the head of a mail', () => {
  test.each([
    ['a journey', 'De : Abidjan\nÀ : Val-d’Or\nDate : 3 mars 2027\nEnvoyé : par avion'],
    ['a parcel', 'De : Abidjan\nEnvoyé : le 3 mars 2027\nÀ : Val-d’Or\nObjet : carottes de forage'],
    ['en', 'From: Accra\nTo: Val-d’Or\nSent: by courier\nSubject: core samples'],
    ['es', 'De: Lima\nPara: Montreal\nEnviado: por avión\nAsunto: muestras'],
    ['a letter to pass on', 'De : Kofi <kofi@tgtu.example>\nÀ : Institut <info@inm.example>\nSujet : envoi des plans'],
    ['the same, en', 'From: Kofi <kofi@tgtu.example>\nTo: the Institute\nSubject: plans'],
    ['hours', 'De : 9 h\nÀ : 17 h\nDate : du 3 au 7 mars'],
  ])('is the sender’s: %s', (_, plan) => {
    const text = `Bonjour,\n\n${plan}\n\nCela vous va ?`;
    expect(visible(`${text}\n\n${head}\n\nVoici.`)).toBe(text);
  });

  test.each([
    ['a time of sending', 'De : Institut\nEnvoyé : lundi 2 novembre 2026 10:00\nÀ : Ama\nObjet : Demande'],
    ['in Quebec', 'De : Institut\nEnvoyé : 2 novembre 2026 10 h 05\nÀ : Ama\nObjet : Demande'],
    ['an address', 'De : Institut <info@inm.example>\nEnvoyé : lundi\nÀ : Ama\nObjet : Demande'],
    ['the address of the recipient', 'De : Institut\nDate : 2 novembre\nÀ : a@tgtu.example\nObjet : Demande'],
    ['a day alone', 'De : Kofi <kofi@tgtu.example>\nDate : 2 novembre 2026\nÀ : Institut\nObjet : Demande'],
    ['a line drawn above', '________________________________\nDe : Kofi <kofi@tgtu.example>\nÀ : Ama\nObjet : Demande'],
    ['ar', 'من: Institut\nتاريخ الإرسال: ٢ نوفمبر، ٢٠٢٦ ١٠:٠٥ ص\nإلى: Ama\nالموضوع: Demande'],
    ['zh', '发件人: Institut\n发送时间: 2026年11月2日 10:00\n收件人: Ama\n主题: Demande'],
  ])('is a mail’s: %s', (_, block) => {
    expect(visible(`Oui.\n\n${block}\n\nVoici.`)).toBe('Oui.');
  });
});

describe('a line that only looks as if a mail began behind it', () => {
  test.each([
    [
      'a form',
      '__________________________\nNom : Kofi Mensah <kofi@mine.example>\nDate : 3 mars 2027\nPoste : directeur\nLieu : Siguiri',
    ],
    [
      'a form, en',
      '__________________________\nName: Kofi <kofi@mine.example>\nDate: March 3, 2027\nOffice: director\nPlace: Siguiri',
    ],
    ['a title', '--- Message original du ministre ---'],
    ['a title, en', '--- Original message of our minister ---'],
    ['a remark', '*** please write the answers above the tables ***'],
  ])('%s', (_, line) => {
    const text = `Bonjour,\n\n${line}\n\nNous cherchons dix formateurs.`;
    expect(visible(text)).toBe(text);
  });

  test.each([
    '----- Original message from "Institut" <info@inm.example>: -----',
    '##- Please type your reply above this line -##',
    '--- Répondez au-dessus de cette ligne ---',
    '--- Message original ---',
  ])('%s begins one', (line) => {
    expect(visible(`Oui.\n\n${line}\n\nVoici.`)).toBe('Oui.');
  });
});

describe('a marked list below a line that shows it quotes nobody', () => {
  test.each(['Voici :', 'Voilà la liste :', 'Here is the list:', 'As follows:', 'Aquí está la lista:', 'Wie folgt:'])(
    '%s',
    (line) => {
      for (const gap of ['\n', '\n\n']) {
        const text = `Bonjour,\n\n${line}${gap}> 12 foreurs\n> 3 simulateurs\n\nMerci.`;
        expect(visible(text)).toBe(text);
      }
    },
  );
  test.each(['Voici votre liste :', 'Here is the original message:', 'Voici ce que vous demandiez :', 'Voici'])(
    'but a quote does: %s',
    (line) => {
      expect(visible(`Bonjour,\n\n${line}\n> Besoins?\n\nDouze foreurs.`)).not.toContain('Besoins?');
    },
  );
});

describe('below the name in a signature', () => {
  test.each(['Douze foreurs à former en mai', 'The course must end by June', 'El curso empezaría en marzo'])(
    'a plan is the sender’s: %s',
    (plan) => expect(visible(`Merci.\n\n-- \nKofi\nDirecteur\n${plan}`)).toContain(plan),
  );
  test.each([
    'Rue du 4 Août, Ouagadougou',
    'Responsable des programmes de mai',
    'Avenida 9 de Julio',
    'Founded in May 1954 as a school of mines',
    'May Mensah, Office of the Dean',
  ])('an office or an address is not: %s', (line) =>
    expect(visible(`Merci.\n\n-- \nKofi Mensah\nDirecteur\n${line}`)).toBe('Merci.'),
  );
});
