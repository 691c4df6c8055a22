import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { check } from '../../src/cli/check.ts';
import { type Servers, serversMissing, startServers } from './servers.ts';

const missing = serversMissing();

describe.skipIf(missing)(`greffier check on real servers${missing ? ` (without ${missing})` : ''}`, () => {
  let servers: Servers;
  let directory: string;
  beforeAll(async () => {
    servers = await startServers();
    directory = await mkdtemp(join(tmpdir(), 'greffier-check-'));
    const staff = 'staff: [{ id: m, name: M, address: mtremblay@inm.test, roles: [officer, approver] }]';
    await writeFile(join(directory, 'staff.yaml'), staff);
    const partners = 'partners: [{ id: p, name: P, contacts: [{ name: N, address: p01@partners.test }] }]';
    await writeFile(join(directory, 'partners.yaml'), partners);
  });
  afterAll(async () => {
    await servers?.stop();
    if (directory) await rm(directory, { recursive: true });
  });

  async function checked(password: string, ca = servers.imap.caFile): Promise<{ code: number; said: string }> {
    const { imap, submission } = servers;
    const secret = join(directory, 'secret');
    await writeFile(secret, password, { mode: 0o600 });
    const login = `password: { file: ${secret} }${ca === '' ? '' : `, ca: ${ca}`}`;
    await writeFile(
      join(directory, 'greffier.yaml'),
      `
institute: { name: I, address: info@inm.test, postalAddress: P, telephone: '1', supervisor: S, privacy: P }
dataDirectory: ${join(directory, 'data')}
intake: { imap: { host: ${imap.host}, port: ${imap.port}, ${login} } }
postman: { smtp: { host: ${submission.host}, port: ${submission.port}, ${login} } }
meeting: { location: L }`,
    );
    const lines: string[] = [];
    const code = await check(
      { config: directory },
      { out: (text) => lines.push(text), err: (text) => lines.push(text) },
    );
    return { code, said: lines.join('\n') };
  }

  test('logs in at both, and names the folders to be made', async () => {
    const { code, said } = await checked(servers.user('info').password);
    expect(said).toMatch(
      /^ok +intake +info@inm\.test at \S+, INBOX: 0 waiting; folders to be made: Demandes, Réponses/m,
    );
    expect(said).toMatch(/^ok +postman +\S+, logged in as info@inm\.test$/m);
    expect(code).toBe(0);
  });

  test('a wrong password fails at both, and is not repeated', async () => {
    const { code, said } = await checked('geheim-falsch');
    expect(said).toMatch(/^fail +intake .*authentication failed/im);
    expect(said).toMatch(/^fail +postman .*535/m);
    expect(said).not.toContain('geheim-falsch');
    expect(code).toBe(1);
  });

  test('a certificate of an unknown authority fails at both', async () => {
    const { code, said } = await checked(servers.user('info').password, '');
    expect(said).toMatch(/^fail +intake .*certificate/im);
    expect(said).toMatch(/^fail +postman .*certificate/im);
    expect(code).toBe(1);
  });
});
