import { beforeEach, describe, expect, test } from 'vitest';
import { ama, desk, genuine, last, officer, only, opened, reply, request } from '../correspondence.ts';
import { written } from '../world.ts';

const info = 'info@inm.example';
const subject = '[INMQ-2026-0001] Demande reçue / Request received';

/** What programs put between a reply and the letter that it answers, without any mark on the lines of the letter. */
const heads: Record<string, string> = {
  'Outlook in Turkish': `Kimden: INMQ <${info}>\nGönderildi: 23 Kasım 2026 Pazartesi 10:00\nKime: ${ama}\nKonu: ${subject}\n`,
  'Outlook for Android in Turkish': `________________________________\nGönderen: INMQ <${info}>\nGönderildi: 23 Kasım 2026 Pazartesi 10:00\nKime: ${ama}\nKonu: ${subject}\n`,
  'Outlook in German': `Von: INMQ <${info}>\nGesendet: Montag, 23. November 2026 10:00\nAn: ${ama}\nBetreff: ${subject}\n`,
  'Outlook in Portuguese': `De: INMQ <${info}>\nEnviado: segunda-feira, 23 de novembro de 2026 10:00\nPara: ${ama}\nAssunto: ${subject}\n`,
  'Outlook in Russian': `От: INMQ <${info}>\nОтправлено: 23 ноября 2026 г. 10:00\nКому: ${ama}\nТема: ${subject}\n`,
  'Lotus Notes': `\nINMQ <${info}>\n23/11/2026 10:00\n\nTo\n${ama}\ncc\n\nSubject\n${subject}\n\n`,
  'HCL Notes': `\n\nFrom:        INMQ <${info}>\nTo:        ${ama}\nDate:        23/11/2026 10:00\nSubject:        ${subject}\n\n`,
  'Notes in French': `\n\nDe :    INMQ <${info}>\nA :     ${ama},\nDate :  23/11/2026 10:00\nObjet : ${subject}\n\n`,
  'Gmail in Turkish': `INMQ <${info}>, 23 Kas 2026 Pzt, 10:00 tarihinde şunu yazdı:\n`,
  'a program that writes the subject alone': `${subject}\n`,
  'a program without any mark': '',
};

const arrives = async (text: string) => {
  const letter = await last(ama);
  const whole = (head: string) => `${text}\n\n${head}\n${letter.text}`;
  return async (head: string) =>
    desk.world.arrives(
      desk.clerk,
      await written({
        from: ama,
        subject: `Re: ${letter.subject}`,
        text: whole(head),
        answers: letter,
        headers: genuine(ama),
      }),
    );
};

beforeEach(async () => {
  await opened();
  await desk.world.arrives(desk.clerk, await written(request));
});

describe.each(Object.entries(heads))('a reply above our letter by %s', (_, head) => {
  test('answers what stands above, and no more', async () => {
    const send = await arrives(
      'Nature of the needs\nMine rescue for 12 instructors.\n\nPreliminary timeline\nMay 2027, three weeks.\n\nAma Boateng',
    );
    await send(head);
    const told = Object.entries(only().points).map(([point, answer]) => [point, answer?.value]);
    expect(Object.fromEntries(told)).toEqual({
      needs: 'Mine rescue for 12 instructors.',
      timeline: 'May 2027, three weeks.',
    });
  });

  test('chooses by the number above', async () => {
    const send = await arrives('2\n\nAma Boateng');
    await send(head);
    expect(only().meeting?.start).toBe(only().slots[1]?.start);
    expect(only().points).toEqual({});
  });

  test.each([
    'We cannot attend.',
    'Nous ne pourrons pas assister.',
    'Lamentablemente no podremos asistir.\n\nAma Boateng',
  ])('%j asks for other slots', async (text) => {
    const send = await arrives(text);
    await send(head);
    expect(only().meeting).toBeUndefined();
    expect(only().slots.length).toBeGreaterThan(3);
    expect((await last(ama)).subject).toContain('Choosing a meeting time');
  });

  test('and beside a meeting it is said of that one, which stands', async () => {
    desk.world.clock.pass(3_600_000);
    await desk.world.arrives(desk.clerk, await reply(ama, 'Slot 2, please.'));
    desk.world.clock.pass(3_600_000);
    const send = await arrives('We cannot attend.');
    await send(head);
    expect(only().meeting?.start).toBe(only().slots[1]?.start);
    expect((await last(officer)).text).toContain('Le demandeur souhaite déplacer la rencontre.');
  });

  test('answers nothing when it only thanks', async () => {
    const send = await arrives('Thank you, we will write next week.');
    await send(head);
    expect(only().points).toEqual({});
    expect(only().meeting).toBeUndefined();
  });
});

test('answers typed into our unmarked letter do not make a proposal of the slots that it offers', async () => {
  const letter = await last(ama);
  const filled = letter.text.replace(/^(5\. Preliminary timeline\n.*)$/m, '$1\nMay 2027');
  const head = `________________________________\nFrom: INMQ <${info}>\nSent: Monday, November 23, 2026 3:00 PM\nTo: ${ama}\nSubject: ${subject}\n`;
  const text = `Please see below.\n\n${head}\n${filled}`;
  await desk.world.arrives(
    desk.clerk,
    await written({ from: ama, subject: `Re: ${letter.subject}`, text, answers: letter, headers: genuine(ama) }),
  );
  expect(only().points.timeline?.value).toBe('May 2027');
  expect((await last(officer)).text).not.toMatch(/Moment\s+proposé/);
});
