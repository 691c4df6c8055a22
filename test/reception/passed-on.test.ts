import { describe, expect, test } from 'vitest';
import { research } from '../../src/reception/research.ts';
import { mailOf } from '../mail/make.ts';

const asked =
  'Bonjour,\nNous souhaitons former 30 opérateurs de camions à l’été 2027. Budget : 120 000 $.\n\nIbrahima Fall\nResponsable formation\nSociété minière de Sabodala';
const above =
  'Bonjour,\n\nPour votre suivi.\n\nAwa Ndiaye\nAttachée aux affaires éducatives\nDélégation générale du Québec à Dakar';
const who = 'Ibrahima Fall <ifall@sabodala.example>';
const delegate = { from: 'Awa Ndiaye <andiaye@mri.example>', subject: 'TR : Demande' };

const layouts: Record<string, string> = {
  'Outlook, French': `De : ${who}\nEnvoyé : 20 novembre 2026 09:12\nÀ : Awa Ndiaye\nObjet : Demande\n\n${asked}`,
  'Outlook, English': `From: ${who}\nSent: Friday, November 20, 2026 9:12 AM\nTo: Awa\nSubject: Demande\n\n${asked}`,
  'Apple Mail': `Début du message transféré :\n\nDe : ${who}\nObjet : Demande\nDate : 20 novembre 2026 à 09:12:00 UTC\nÀ : Awa\n\n${asked}`,
  Gmail: `---------- Forwarded message ---------\nDe : ${who}\nDate: ven. 20 nov. 2026 à 09:12\nSubject: Demande\nTo: Awa <andiaye@mri.example>\n\n\n${asked}`,
  Thunderbird: `-------- Message transféré --------\nSujet : Demande\nDate : Fri, 20 Nov 2026 09:12:00 +0000\nDe : ${who}\nPour : Awa <andiaye@mri.example>\n\n\n${asked}`,
};
const attached = {
  contentType: 'message/rfc822',
  text: `From: ${who}\nSubject: Demande\nContent-Type: text/plain; charset=utf-8\n\n${asked}`,
};

function researched(spec: Parameters<typeof mailOf>[0], text = spec?.text ?? '') {
  const { findings, ...others } = research(mailOf(spec), text, [], 2026);
  const values = (kind: string) => findings.filter((finding) => finding.kind === kind).map(({ value }) => value);
  return { ...others, findings, values, value: (kind: string) => values(kind)[0] };
}

describe('a request that a delegation passes on', () => {
  const mails = [
    ...Object.entries(layouts).map(([name, block]) => [name, { ...delegate, text: `${above}\n\n${block}` }] as const),
    ['attached', { ...delegate, text: above, parts: [attached] }] as const,
  ];

  test.each(mails)('%s', (_, spec) => {
    const { requester, asker, value, values, hints, said } = researched(spec);
    expect(requester).toMatchObject({
      name: 'Awa Ndiaye',
      address: 'andiaye@mri.example',
      organisation: 'Délégation générale du Québec à Dakar',
    });
    expect(requester.kind).toBeUndefined();
    expect(value('role')).toBe('Attachée aux affaires éducatives');
    expect(value('requesterKind')).toBe('embassy');
    expect(value('forwardedFor')).toBe('ifall@sabodala.example');
    expect(asker).toMatchObject({
      name: 'Ibrahima Fall',
      organisation: 'Société minière de Sabodala',
      kind: 'mining-company',
    });
    expect(value('forwardedOrganisation')).toBe('Société minière de Sabodala');
    expect(values('need')).toEqual(['formation sur mesure']);
    expect(hints.find(({ point }) => point === 'timeline')?.quote).toContain('l’été 2027');
    expect(said).not.toMatch(/Envoyé|Sent:|Date/);
  });
});

test.each([
  ['an answer to somebody, with a copy to us', { subject: 'RE: Demande' }, above],
  ['an own request above what it is about', {}, `Nous cherchons une formation de formateurs.\n\nAma Boateng`],
])('%s passes nothing on', (_, spec, own) => {
  const text = `${own}\n\n${layouts['Outlook, French']}`;
  const { value, asker } = researched({ ...delegate, ...spec, text }, own);
  expect([value('forwardedFor'), asker]).toEqual([undefined, undefined]);
});

test('our own letter below the request is nobody’s', () => {
  const ours = 'De : Institut <info@inm.example>\nEnvoyé : 20 novembre 2026 09:12\nÀ : Awa\nObjet : Merci\n\nBonjour.';
  expect(researched({ ...delegate, text: `Voir plus bas.\n\n${ours}` }).value('forwardedFor')).toBeUndefined();
});

test('what colleagues of the sender wrote to each other is looked through', () => {
  const colleague = 'De : Louis <louis@mri.example>\nEnvoyé : 21 novembre 2026 09:12\nÀ : Awa\nObjet : TR: Demande';
  const text = `Voir plus bas.\n\nAwa Ndiaye\n\n${colleague}\n\nPour toi.\n\n${layouts['Outlook, French']}`;
  const { value, said } = researched({ ...delegate, text });
  expect(value('forwardedFor')).toBe('ifall@sabodala.example');
  expect(said).not.toContain('Envoyé');
});

test('the request of a colleague is passed on too', () => {
  const block = layouts['Outlook, French']?.replace('sabodala.example', 'mri.example');
  expect(researched({ ...delegate, text: `Voir.\n\n${block}` }).value('forwardedFor')).toBe('ifall@mri.example');
});

test('the signature above the answered mail is the sender’s', () => {
  const own = 'Je confirme.\n\nAwa Ndiaye\nAttachée aux affaires éducatives\nDélégation générale du Québec à Dakar';
  const { requester } = researched(
    { ...delegate, subject: 'RE : Demande', text: `${own}\n\n${layouts['Outlook, French']}` },
    own,
  );
  expect(requester.organisation).toBe('Délégation générale du Québec à Dakar');
});

test('the government for which an embassy asks is told with what its agreements need', () => {
  const text = `Voir plus bas.\n\nAwa Ndiaye\nAttachée\nDélégation générale du Québec à Dakar\n\nDe : Paul Ba <pba@mines.gouv.sn>\nEnvoyé : 20 novembre 2026 09:12\nÀ : Awa\nObjet : Demande\n\nNous souhaitons un protocole d’entente.\n\nPaul Ba\nMinistère des Mines\nDakar`;
  expect(researched({ ...delegate, text }).value('stateAgreement')).toBeDefined();
});
