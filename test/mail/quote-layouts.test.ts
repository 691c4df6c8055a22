import { describe, expect, test } from 'vitest';
import { htmlToText } from '../../src/mail/html-text.ts';
import { visibleText } from '../../src/mail/visible-text.ts';
import { mailOf } from './make.ts';

const answer = { subject: 'Re: Demande reçue', inReplyTo: ['<1@inm.example>'] };
const own = 'La plage 2 nous convient.\n\nAma Boateng';
const visible = (text: string) =>
  visibleText(mailOf({ ...answer, from: 'Ama Boateng <a.boateng@tgtu.example>', text }));

describe('an attribution is known by its form, in whatever language, and what follows unmarked is cut', () => {
  test.each([
    ['ru', 'пн, 2 нояб. 2026 г. в 10:00, Institut <info@inm.example>:'],
    ['uk', 'пн, 2 лист. 2026 р. о 10:00 Institut <info@inm.example> пише:'],
    ['he', '‏בתאריך יום ב׳, 2 בנוב׳ 2026 ב-10:00 מאת ‪Institut‬‏ <‪info@inm.example‬‏>:'],
    ['ar', 'في الاثنين، 2 نوفمبر 2026 في 10:00 ص تمت كتابة ما يلي بواسطة Institut <info@inm.example>:'],
    ['ca', 'Missatge de Institut <info@inm.example> del dia dl., 2 de nov. 2026 a les 10:00:'],
    ['vi', 'Vào 10:00, Th 2, 2 thg 11, 2026 Institut <info@inm.example> đã viết:'],
    ['id', 'Pada tanggal Sen, 2 Nov 2026 pukul 10.00 Institut <info@inm.example> menulis:'],
    ['nl', 'Op 2-nov.-2026, om 10:00 heeft Institut <info@inm.example> het volgende geschreven:'],
    ['tr', 'Institut <info@inm.example>, 2 Kas 2026 Pzt, 10:00 tarihinde şunu yazdı:'],
    ['ko', '2026년 11월 2일 (월) 오전 10:00, Institut <info@inm.example>님이 작성:'],
    ['GroupWise', '>>> Institut <info@inm.example> 11/2/2026 10:00 AM >>>'],
    [
      'Domino',
      'De :        Institut <info@inm.example>\nA :        Ama\nDate :        02/11/2026 10:00\nObjet :        Demande',
    ],
    ['a tracker, en', '=-=-=-= To answer by email, write above this line =-=-=-='],
    ['a tracker, fr', '## Pour répondre, écrivez au-dessus de cette ligne ##'],
    [
      'Outlook, ko',
      '보낸 사람: Institut <info@inm.example>\n보낸 날짜: 2026년 11월 2일\n받는 사람: Ama\n제목: Demande',
    ],
    ['Outlook, zh', '寄件者: Institut <info@inm.example>\n寄件日期: 2026年11月2日\n收件者: Ama\n主旨: Demande'],
    ['Outlook, tr', 'Gönderen: Institut <info@inm.example>\nGönderildi: 2 Kasım 2026\nKime: Ama\nKonu: Demande'],
    ['Outlook, uk', 'Від: Institut <info@inm.example>\nНадіслано: 2 листопада 2026\nКому: Ama\nТема: Demande'],
    [
      'Gmail, between marks of direction',
      '\u200eLe lun. 2 nov. 2026 à 10:00, \u2068Institut\u2069 <\u200einfo@inm.example\u200e> a écrit :\u200e',
    ],
    [
      'Outlook, with such marks',
      '\u200fمن:\u200f Institut <info@inm.example>\nتم الإرسال: 2 نوفمبر\nإلى: Ama\nالموضوع: Demande',
    ],
    ['Windows Live, it', 'Da: Institut\nData invio: lunedì 2 novembre 2026 10:00\nA: Ama\nOggetto: Demande'],
    [
      'Outlook in a language that nobody here knows',
      '________________________________\nNuo: Institut <info@inm.example>\nIšsiųsta: 2026 m. lapkričio 2 d.\nKam: Ama\nTema: Demande',
    ],
    ['Notes, a table', '|------------>\n| De :       |\n|------------>\n  |Institut <info@inm.example>  |'],
    [
      'Notes, a line',
      'Institut ---02/11/2026 10:00:12---Voici les plages.\n\nFrom:\tInstitut\nTo:\tAma\nDate:\t02/11/2026\nSubject:\tDemande',
    ],
    ['NetEase, en', 'At 2026-11-02 10:00:00, "Institut" <info@inm.example> wrote:'],
    ['NetEase, zh', '在 2026-11-02 10:00:00，"Institut" <info@inm.example> 写道：'],
    [
      'NetEase on a telephone, zh',
      '---- 回复的原邮件 ----\n| 发件人 | Institut<info@inm.example> |\n| 日期 | 2026年11月02日 10:00 |\n| 收件人 | Ama |\n| 主题 | Demande |',
    ],
    [
      'NetEase on a telephone, en',
      '---- Replied Message ----\n| From | Institut<info@inm.example> |\n| Date | 11/02/2026 10:00 |\n| To | Ama |\n| Subject | Demande |',
    ],
    ['the same, its table lost', '---- Replied Message ----\nFrom Institut<info@inm.example>\nDate 11/02/2026 10:00'],
    [
      'QQ, en',
      '------------------ Original ------------------\nFrom:  "Institut";<info@inm.example>;\nDate:  Mon, Nov 2, 2026 10:00 AM\nTo:  "Ama"<a@tgtu.example>;\nSubject:  Demande',
    ],
    ['Foxmail', 'From: Institut\nDate: 2026-11-02 10:00\nTo: Ama\nSubject: Demande'],
    ['Foxmail, zh', '发件人： Institut\n发送时间： 2026-11-02 10:00\n收件人： Ama\n主题： Demande'],
    [
      'Daum',
      '--------- 원본 메일 ---------\n보낸사람 : Institut <info@inm.example>\n받는사람 : Ama\n날짜 : 2026년 11월 02일 10시 00분\n제목 : Demande',
    ],
    [
      'Daum, in brackets',
      '---------[ 원본 메일 ]---------\n보낸이: Institut <info@inm.example>\n받는이: Ama\n날짜: 2026/11/02 10:00',
    ],
    [
      'Naver',
      '-----Original Message-----\nFrom: "Institut"<info@inm.example>\nTo: "Ama"\nSent: 2026. 11. 2. (월) 오전 10:00',
    ],
    ['Zoho, en', '---- On Mon, 02 Nov 2026 10:00:00 -0500 Institut <info@inm.example> wrote ----'],
    ['Zoho, fr', '---- Le lun., 02 nov. 2026 10:00:00 -0500 Institut <info@inm.example> a écrit ----'],
    ['Zoho, es', '---- El lun, 02 nov 2026 10:00:00 -0500 Institut <info@inm.example> escribió ----'],
    ['Zoho, de', '---- Am Mo, 02 Nov 2026 10:00:00 -0500 Institut <info@inm.example> schrieb ----'],
    ['an older mail program', '----- Mail d’origine -----\nDe: Institut\nObjet: Demande'],
  ])('%s', (_, line) => {
    expect(visible(`${own}\n\n${line}\n\nVoici les plages.\nÀ vous de choisir.`)).toBe(own);
  });

  test('an attribution that hangs on the last words', () => {
    expect(visible('Oui. On Mon, Nov 2, 2026 at 10:00 AM, info@inm.example wrote:\n> Voici les plages.')).toBe('Oui.');
  });

  test('words behind what a tracker puts under its mail', () => {
    const text =
      '=-=-= Pour répondre, écrire au-dessus de cette ligne =-=-=\nVoici.\n=_=_= Pour répondre, écrire sous cette ligne =_=_=\n';
    expect(visible(`${own}\n\n${text}\nEt merci.`)).toBe(`${own}\n\n\nEt merci.`.replace(/\n{3,}/, '\n\n'));
  });

  test('an attribution on whose line the quote begins', () => {
    const line = '  On Mon, Nov 2, 2026 at 10:00, Institut<info@inm.example> wrote:   Voici les plages.';
    expect(visible(`${own}\n\nSent from Yahoo Mail on Android\n\n${line}\nÀ vous de choisir.`)).toBe(own);
  });

  test('Spark', () => {
    const html =
      '<div><div name="messageBodySection"><p>La plage 2.</p></div><div name="messageSignatureSection">Ama</div><div name="messageReplySection"><p>Voici.</p></div></div>';
    expect(visible(htmlToText(html))).toBe('La plage 2.');
  });
});

describe('the last line of a telephone or mail program is cut', () => {
  test.each([
    '发自我的 iPhone',
    '從我的 iPhone 傳送',
    '나의 iPhone에서 보냄',
    'مُرسل من الـ iPhone',
    'נשלח מה-iPhone שלי',
    'Diese Nachricht wurde von meinem Android-Gerät mit K-9 Mail gesendet.',
    '(sent from a phone)',
    '<<sent by galaxy>>',
    'From my iPhone 6',
    'Obter o Outlook para Android<https://aka.ms/AAb9ysg>',
    'Obter Outlook para iOS',
    'Outlook für Android beziehen<https://aka.ms/AAb9ysg>',
    'Holen Sie sich Outlook für iOS<https://aka.ms/o0ukef>',
    'Scarica Outlook per Android<https://aka.ms/AAb9ysg>',
    'Ottieni Outlook per iOS<https://aka.ms/o0ukef>',
    'Outlook voor Android downloaden<https://aka.ms/AAb9ysg>',
    'Download Outlook voor iOS',
    'الحصول على Outlook for Android<https://aka.ms/AAb9ysg>',
    'احصل على Outlook لنظام Android<https://aka.ms/AAb9ysg>',
    'الحصول على Outlook لـ iOS',
    'Sent from my cell, please excuse any typos.',
    'Sent from my BlackBerry 10 smartphone on the Rogers network.',
    'Sent from Mailspring (https://mailspring.example), a mail program',
  ])('%s', (line) => {
    expect(visible(`${own}\n\n${line}\n`)).toBe(own);
  });
});

describe('words of the sender’s own that look so are kept', () => {
  test.each([
    ['an address to write to before an hour', 'Écrivez à Ama <ama@minex.example> avant 10:00 :\n\nelle organise tout.'],
    [
      'an address to write to before a day',
      'Écrivez à Ama <ama@minex.example> avant le 3 mars 2026 :\n\nelle organise tout.',
    ],
    ['a dash between paragraphs', 'Point un : oui.\n\n—\n\nPoint deux : non, pour ces raisons.\nLe budget manque.'],
    [
      'what a minister wrote',
      'On 2 March 2026 at 10:30 our minister wrote:\n\n"We need training."\n\nSo we ask for it.',
    ],
    ['a sentence on where one writes', 'Here it is.\n\nSent from my desk, which is easier than my phone.'],
    ['a question that begins so', 'Envoyé depuis mon bureau hier, le formulaire est-il arrivé ?\nKofi'],
    [
      'a telephone line that goes on',
      'Sent by mail last week.\nThe form was written with my phone in the mine, sorry.',
    ],
    [
      'contacts under a rule',
      'Nos contacts :\n________________\nResponsable : Ama <ama@minex.example>\nTéléphone : 514 555-0100\nLieu : Abidjan\nPays : Côte d’Ivoire',
    ],
    ['hours', 'Nos heures :\nDe : 9 h\nÀ : 17 h\nDate : 3 mars 2027\n\nCela vous va-t-il ?'],
    ['a title between dashes', 'Nos besoins :\n\n------ Original plan ------\n\nDix foreurs.'],
    ['a table', '| Plage | Horaire |\n| Date | 3 mars 2027 |\n| À | Abidjan |\n\nCela vous va-t-il ?'],
    ['a program by its name', 'Nos postes :\nOutlook pour Android\nTeams'],
    ['a day in figures', 'De : Abidjan\nÀ : Val-d’Or\nDate : 2026-11-02\nObjet : la visite\n\nMerci.'],
    ['dashes around a sentence', '---- Le ministre nous écrit ----\n\nDix foreurs.'],
    ['above is no separator', 'See the conditions -- we write above all for the answer.\n\nThanks.'],
  ])('%s', (_, text) => {
    expect(visible(text)).toBe(text);
  });
});
