import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { decodeText } from '../../src/mail/charset.ts';

/** What people write in each language, and the charsets of its computers. */
const letters: readonly [charset: string, text: string][] = [
  ['windows-1256', 'السلام عليكم، نحن شركة تعدين في موريتانيا ونبحث عن تدريب مهني للعاملين في المنجم.'],
  ['iso-8859-6', 'السلام عليكم نحن شركة تعدين في موريتانيا ونبحث عن تدريب مهني للعاملين في المنجم'],
  ['windows-1251', 'Уважаемые господа, наша компания ищет обучение для горняков в Казахстане.'],
  ['koi8-r', 'Уважаемые господа, наша компания ищет обучение для горняков в Казахстане.'],
  ['iso-8859-5', 'Уважаемые господа, наша компания ищет обучение для горняков в Казахстане.'],
  ['windows-1253', 'Αξιότιμοι κύριοι, η εταιρεία μας αναζητά εκπαίδευση για μεταλλωρύχους και συνεργασία.'],
  ['iso-8859-7', 'Αξιότιμοι κύριοι, η εταιρεία μας αναζητά εκπαίδευση για μεταλλωρύχους και συνεργασία.'],
  ['windows-1255', 'שלום רב, אנו חברת כרייה ומחפשים הכשרה מקצועית לעובדים שלנו במכרה בדרום הארץ.'],
  ['windows-874', 'เรียนท่านผู้อำนวยการ เราเป็นบริษัทเหมืองแร่และกำลังมองหาการฝึกอบรมวิชาชีพสำหรับคนงานของเรา'],
  ['gb18030', '尊敬的先生，我们公司正在寻找矿业工人的职业培训，并希望与魁北克的学校合作。'],
  ['big5', '尊敬的先生，我們公司正在尋找礦業工人的職業培訓，並希望與魁北克的學校合作。'],
  ['cp949', '안녕하세요, 저희 회사는 광산 근로자를 위한 직업 훈련을 찾고 있습니다. 감사합니다.'],
];

describe('letters that Western text does not have in such numbers tell the charset', () => {
  test.each(letters)('%s, without a word of it, or with a wrong one', (charset, text) => {
    const bytes = iconv.encode(text, charset);
    for (const declared of [undefined, 'iso-8859-1', 'windows-1252', 'us-ascii', 'utf-8'])
      expect(decodeText(bytes, declared).text).toBe(text);
    expect(decodeText(bytes, 'windows-1252').defect).toContain('windows-1252');
  });

  test.each(letters)('%s in a page', (charset, text) => {
    const style = '<style>p { margin: 0; font-family: Arial, sans-serif; line-height: normal }</style>';
    const page = `<html><head>${style}</head><body dir="rtl"><p style="margin:0cm;font-size:11pt">${text}</p></body></html>`;
    expect(decodeText(iconv.encode(page, charset), 'windows-1252').text).toBe(page);
  });
});

describe('a charset of the same script', () => {
  const cyrillic = ['windows-1251', 'koi8-r', 'iso-8859-5'];
  const arabic = ['windows-1256', 'iso-8859-6'];
  const swapped = [cyrillic, arabic].flatMap((script) =>
    script.flatMap((charset) => script.filter((other) => other !== charset).map((other) => [charset, other] as const)),
  );

  test.each(swapped)('%s that says to be %s is read', (charset, declared) => {
    const text = letters.find(([name]) => name === charset)?.[1] ?? '';
    const { text: read, defect } = decodeText(iconv.encode(text, charset), declared);
    expect(read).toBe(text);
    expect(defect).toContain(charset);
  });

  test.each([
    ['windows-1251', 'УВАЖАЕМЫЕ ГОСПОДА, НАША КОМПАНИЯ ИЩЕТ ОБУЧЕНИЕ ДЛЯ ГОРНЯКОВ В КАЗАХСТАНЕ.'],
    ['koi8-r', 'УВАЖАЕМЫЕ ГОСПОДА, НАША КОМПАНИЯ ИЩЕТ ОБУЧЕНИЕ ДЛЯ ГОРНЯКОВ В КАЗАХСТАНЕ.'],
    ['windows-1251', 'Шановні панове, наша компанія шукає навчання для гірників і співпрацю з Квебеком.'],
    ['windows-1251', 'Уважаеми господа, нашата компания търси обучение за миньори в България.'],
    ['windows-1251', 'Наша компанија тражи обуку за рударе у Србији и сарадњу са школама.'],
    ['windows-1256', 'با سلام، شرکت ما به دنبال آموزش حرفه‌اي براي کارگران معدن در ايران است.'],
    ['windows-1251', 'Да.'],
  ])('%s that says what it is stays: %s', (charset, text) => {
    expect(decodeText(iconv.encode(text, charset), charset)).toEqual({
      text: iconv.decode(iconv.encode(text, charset), charset),
    });
  });
});

describe('Western text stays what it says', () => {
  test.each([
    ['fr', 'Référentiel élève à Québec : « été », œuvre, 180 000 €'],
    ['is', 'Við óskum eftir þjálfun fyrir námumenn á Íslandi í þrjá mánuði.'],
    ['capitals', 'ÉTÉ À QUÉBEC ÇÀ ET LÀ ÊTRE ÉCOLIÈRE'],
    ['accents alone', 'é è à ç ù â ê î ô û ë ï ü ÿ œ æ É È À Ç'],
    ['a ruler', '————————————————————————————————\n•••••••••••••••••••••\nMerci.'],
    [
      'a bullet and no-break spaces',
      '·\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0 a',
    ],
    ['block letters', 'ÛÛÛÛÛÛÛÛÛÛÛÛÛÛÛÛÛ ²²²²²²²²²²²²²²²²² ±±±±±±±±±±±±±'],
  ])('%s', (_, text) => {
    const bytes = iconv.encode(text, 'windows-1252');
    for (const declared of ['iso-8859-1', 'windows-1252']) expect(decodeText(bytes, declared).text).toBe(text);
  });
});
