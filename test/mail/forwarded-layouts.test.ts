import { describe, expect, test } from 'vitest';
import { forwardedMail } from '../../src/mail/forwarded.ts';
import { htmlToText } from '../../src/mail/html-text.ts';
import { mailOf } from './make.ts';

const kouadio = { name: 'Kouadio Amani', address: 'k.amani@mines-ci.example' };
const who = 'Kouadio Amani <k.amani@mines-ci.example>';
const body = 'Madame,\n\nnous cherchons une formation.\n\nKouadio Amani';

/** The words of a program: who, when, to whom, subject; and what stands above them. */
const heads: readonly [language: string, from: string, sent: string, to: string, subject: string, above?: string][] = [
  ['Outlook, nl', 'Van', 'Verzonden', 'Aan', 'Onderwerp'],
  ['Outlook, it', 'Da', 'Inviato', 'A', 'Oggetto'],
  ['Outlook, pt', 'De', 'Enviada em', 'Para', 'Assunto'],
  ['Outlook, de', 'Von', 'Gesendet', 'An', 'Betreff'],
  ['Outlook, fi', 'Lähettäjä', 'Lähetetty', 'Vastaanottaja', 'Aihe'],
  ['Outlook, sv', 'Från', 'Skickat', 'Till', 'Ämne'],
  ['Outlook, pl', 'Od', 'Wysłano', 'Do', 'Temat'],
  ['Outlook, tr', 'Kimden', 'Gönderildi', 'Kime', 'Konu'],
  ['Outlook, ru', 'От', 'Отправлено', 'Кому', 'Тема'],
  ['Outlook, ar', 'من', 'تاريخ الإرسال', 'إلى', 'الموضوع'],
  ['Outlook, zh', '发件人', '发送时间', '收件人', '主题'],
  ['Outlook, ko', '보낸 사람', '보낸 날짜', '받는 사람', '제목'],
  ['Gmail, nl', 'Van', 'Date', 'To', 'Subject', '---------- Forwarded message ---------'],
  ['Apple Mail, de', 'Von', 'Datum', 'An', 'Betreff', 'Anfang der weitergeleiteten Nachricht:'],
  ['Apple Mail, it', 'Da', 'Data', 'A', 'Oggetto', 'Inizio messaggio inoltrato:'],
  ['Apple Mail, nl', 'Van', 'Datum', 'Aan', 'Onderwerp', 'Begin doorgestuurd bericht:'],
  ['Apple Mail, pt', 'De', 'Data', 'Para', 'Assunto', 'Início da mensagem encaminhada:'],
  ['Thunderbird, nl', 'Van', 'Datum', 'Aan', 'Onderwerp', '-------- Doorgestuurd bericht --------'],
  ['Notes, fr', 'De', 'Date', 'A', 'Objet', '----- Transféré par Marie Tremblay/INM le 20/11/2026 11:00 -----'],
  ['Zimbra, fr', 'De', 'Envoyé', 'À', 'Objet', '----- Mail transféré -----'],
  ['NetEase, zh', '发件人', '发送日期', '收件人', '主题', '-------- 转发邮件信息 --------'],
  ['NetEase, en', 'From', 'Date', 'To', 'Subject', '-------- Forwarding messages --------'],
  ['Daum', '보낸이', '날짜', '받는이', '제목', '--------- 원본 메일 ---------'],
];

describe('the head of a forwarded mail is read in the language of its program', () => {
  test.each(heads)('%s', (_, from, sent, to, subject, above) => {
    const head = `${from}: ${who}\n${sent}: 20.11.2026 10:12\n${to}: Marie\n${subject}: Demande\n`;
    const found = forwardedMail(mailOf({ text: `Pour vous.\n\n${above ? `${above}\n` : ''}${head}\n${body}` }), []);
    expect(found).toMatchObject({ author: kouadio, subject: 'Demande', date: '20.11.2026 10:12', text: body });
    expect(found?.comment).toBe('Pour vous.');
  });
});

test.each([
  [
    'fr',
    `----- Message transféré -----De : ${who}À : Marie <m@g.example>Envoyé : 20/11/2026 10:12 UTC−5Objet : Demande`,
  ],
  ['en', `----- Forwarded Message ----- From: ${who}To: Marie <m@g.example>Sent: 20/11/2026 10:12 ESTSubject: Demande`],
  [
    'es',
    `----- Mensaje reenviado ----- De: ${who}Para: Marie <m@g.example>Enviado: 20/11/2026 10:12 GMT-5Asunto: Demande`,
  ],
  [
    'pt',
    `----- Mensagem encaminhada ----- De: ${who}Para: Marie <m@g.example>Enviado: 20/11/2026 10:12 GMT-3Assunto: Demande`,
  ],
])('the head that Yahoo writes on one line, %s', (_, line) => {
  const found = forwardedMail(mailOf({ text: `Pour vous.\n\n${line}\n ${body}` }), []);
  expect(found).toMatchObject({ author: kouadio, subject: 'Demande', text: body, comment: 'Pour vous.' });
  expect(found?.date).toContain('20/11/2026 10:12');
});

test('a head in the bold of Markdown', () => {
  const head = `**De :** ${who}\n**Envoyé :** 20.11.2026 10:12\n**À :** Marie\n**Objet :** Demande\n`;
  const found = forwardedMail(mailOf({ text: `Pour vous.\n\n${head}\n${body}` }), []);
  expect(found).toMatchObject({ author: kouadio, subject: 'Demande', text: body, comment: 'Pour vous.' });
});

test('lines of the forwarder’s own are no head', () => {
  const comment =
    'Horaires du visiteur :\nDe : 9 h\nÀ : 17 h\nDate : 3 mars 2027\n\nDe : Abidjan\nÀ : Montréal\nDate : le 3';
  const head = `De : ${who}\nEnvoyé : vendredi 20 novembre 2026 10:12\nÀ : Marie\nObjet : Demande\n`;
  expect(forwardedMail(mailOf({ text: `${comment}\n\n${head}\n${body}` }), [])).toMatchObject({
    author: kouadio,
    comment,
  });
  expect(forwardedMail(mailOf({ text: comment }), [])).toBeUndefined();
});

test('nor are lines of the author’s own', () => {
  const text = `Nos horaires :\nDe : 9 h\nÀ : 17 h\nDate : 3 mars\n\n${body}`;
  const head = `De : ${who}\nEnvoyé : vendredi 20 novembre 2026 10:12\nÀ : Marie\nObjet : Demande\n`;
  expect(forwardedMail(mailOf({ text: `${head}\n${text}` }), [])?.text).toBe(text);
});

test('the head that NetEase puts into a table', () => {
  const head = `---- Forwarded Message ----\n| From | Kouadio Amani<k.amani@mines-ci.example> |\n| Date | 20.11.2026 10:12 |\n| To | Marie |\n| Subject | Demande |\n`;
  const found = forwardedMail(mailOf({ text: `Pour vous.\n\n${head}\n${body}` }), []);
  expect(found).toMatchObject({ author: kouadio, subject: 'Demande', date: '20.11.2026 10:12', text: body });
});

test.each([
  'Kouadio Amani (k.amani@mines-ci.example)',
  'Kouadio Amani [k.amani@mines-ci.example]',
  'Kouadio Amani [mailto:k.amani@mines-ci.example]',
  '"Kouadio Amani" <k.amani@mines-ci.example>',
  '"Kouadio Amani";<k.amani@mines-ci.example>;',
  'Kouadio Amani &lt;k.amani@mines-ci.example&gt; de la part de Mines CI',
])('the author written as %s', (from) => {
  const html = `<p>De : ${from.replace(/<([^<>]*)>/, '&lt;$1&gt;')}<br>Envoyé : lundi<br>À : Marie<br>Objet : Demande</p><p>Bonjour</p>`;
  expect(forwardedMail(mailOf({ text: htmlToText(html) }), [])?.author).toEqual(kouadio);
});

describe('somebody sends what another wrote: the other is the author', () => {
  const rest = 'Envoyé : lundi 2 novembre 2026 10:00\nÀ : Marie\nObjet : Demande\n';
  const author = (from: string) => forwardedMail(mailOf({ text: `Pour vous.\n\n${from}\n${rest}\n${body}` }), []);

  test.each([
    `De : Secrétariat <sec@mines-ci.example> de la part de ${who}`,
    `De : Secrétariat <sec@mines-ci.example>\nDe la part de : ${who}`,
    `From: Office <sec@mines-ci.example> on behalf of ${who}`,
    `From: Office <sec@mines-ci.example>\nOn Behalf Of ${who}`,
    `Von: Büro <sec@mines-ci.example> Im Auftrag von ${who}`,
    `De: Secretaría <sec@mines-ci.example> en nombre de ${who}`,
    `De : Secrétariat [mailto:sec@mines-ci.example] De la part de\n${who}`,
  ])('%j', (from) => {
    expect(author(from)).toMatchObject({ author: kouadio, subject: 'Demande', text: body });
  });

  test.each([
    ['De : Mines CI [mailto:sec@mines-ci.example] De la part de\nKouadio Amani', 'Mines CI'],
    ['From: sec@mines-ci.example [mailto:sec@mines-ci.example] On Behalf Of Kouadio Amani', 'Kouadio Amani'],
  ])('of whom no address is known, the one of the sender leads there: %j', (from, name) => {
    expect(author(from)?.author).toEqual({ name, address: 'sec@mines-ci.example' });
  });

  test('a line below the author that says something else is no part of the head', () => {
    expect(author(`De : ${who}\nBonjour de la part de tous.`)?.author).not.toEqual(kouadio);
  });
});

test.each([
  ['on the line itself', '---- Forwarded: « Nous cherchons une formation. » Kouadio Amani · k.amani@mines-ci.example'],
  [
    'below it',
    '-------- Message transféré --------\n\nNous cherchons une formation.\nKouadio Amani (k.amani@mines-ci.example)',
  ],
  [
    'alone in its head',
    '---- Forwarded message ----\nFrom: Kouadio Amani <k.amani@mines-ci.example>\n\nNous cherchons une formation.',
  ],
  [
    'in angle brackets',
    '--- Mensaje reenviado ---\nNous cherchons une formation.\n\nKouadio Amani <k.amani@mines-ci.example>',
  ],
])('a mail that is announced without a head, its author named %s', (_, passed) => {
  const found = forwardedMail(mailOf({ text: `Pour vous.\n\n${passed}` }), []);
  expect(found).toMatchObject({ author: kouadio, subject: '', comment: 'Pour vous.' });
  expect(found?.text).toContain('Nous cherchons une formation.');
  expect(found?.text).not.toMatch(/Forwarded|transféré|reenviado|From:/);
});

test('an announced mail that names nobody is none', () => {
  expect(
    forwardedMail(mailOf({ text: 'Pour vous.\n\n---- Forwarded:\nNous cherchons une formation.' }), []),
  ).toBeUndefined();
});

test('what the forwarder wrote is kept with its signature too', () => {
  const text = `Pour vous.\n\n-- \nSophie Roy\nBureau du Québec\n\n________________________________\nDe : ${who}\nEnvoyé : 20/11/2026 10:12\nÀ : Marie\nObjet : Demande\n\n${body}`;
  const found = forwardedMail(mailOf({ text }), []);
  expect(found?.comment).toBe('Pour vous.');
  expect(found?.wholeComment).toBe('Pour vous.\n\n--\nSophie Roy\nBureau du Québec');
});
