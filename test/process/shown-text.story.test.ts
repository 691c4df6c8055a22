import { beforeEach, describe, expect, test } from 'vitest';
import { ama, approver, desk, genuine, last, officer, only, opened, request } from '../correspondence.ts';
import { written } from '../world.ts';

beforeEach(opened);

describe('a new request above the mail of a colleague', () => {
  const wish = 'We would like to train 12 instructors in mine rescue.';
  const quotes: Record<string, string> = {
    marked: `On Fri, Nov 20, 2026 at 9:00 AM Kofi Mensah <k.mensah@tgtu.example> wrote:\n> ${wish}`,
    unmarked: `From: Kofi Mensah <k.mensah@tgtu.example>\nSent: Friday, November 20, 2026 9:00 AM\nTo: Ama\nSubject: Training\n\n${wish}`,
  };
  const answering = { from: `Ama Boateng <${ama}>`, subject: 'Re: Training', headers: genuine(ama) };
  const arrives = async (text: string, headers: Record<string, string> = {}) =>
    desk.world.arrives(
      desk.clerk,
      await written({ ...answering, text, headers: { ...answering.headers, ...headers } }),
    );

  test.each(Object.entries(quotes))('is shown to staff with it: %s', async (_, quote) => {
    await arrives(`We want to follow up.\n\nAma Boateng\n\n${quote}`, { 'In-Reply-To': '<7@tgtu.example>' });
    const { text } = await last(approver);
    expect(text).toContain('We want to follow up.');
    expect(text).toContain(wish);
  });

  test.each(Object.entries(quotes))('but a mail of ours is known: %s', async (_, quote) => {
    const ours = quote.replaceAll('k.mensah@tgtu.example', 'info@inm.example');
    await arrives(`We want to follow up.\n\nAma Boateng\n\n${ours}`, { 'In-Reply-To': '<7@tgtu.example>' });
    const { text } = await last(approver);
    expect(text).toContain('We want to follow up.');
    expect(text).not.toContain(wish);
  });
});

test('answers that were read in a quote are shown, even where the letter is not known', async () => {
  await desk.world.arrives(desk.clerk, await written(request));
  const { subject, text } = await last(ama);
  const filled = text.replace('staff, premises and equipment.', 'staff, premises and equipment.\nCAD 175 000 voted');
  const head = `From: INMQ <info@inm.example>\nSent: Monday, November 23, 2026 10:00 AM\nTo: Ama\nSubject: ${subject}\n`;
  const reply = {
    from: ama,
    subject: `RE: ${subject}`,
    text: `Dear Sir,\n\n${head}\n${filled}`,
    headers: genuine(ama),
  };
  await desk.world.arrives(desk.clerk, await written(reply));
  expect(only().points.resources?.value).toBe('CAD 175 000 voted');
  const staff = (await last(officer)).text;
  expect(staff.match(/CAD 175 000 voted/g)).toHaveLength(1);
  expect(staff).toContain('Ressources disponibles');
});
