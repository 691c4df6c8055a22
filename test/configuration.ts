import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadConfig } from '../src/config.ts';
import { inWords } from '../src/io/yaml.ts';

export const secrets = { GREFFIER_IMAP_PASSWORD: 'imap-geheim', GREFFIER_SMTP_PASSWORD: 'smtp-geheim' };

/** A short `greffier.yaml`, by section. */
export const house = {
  institute: `
institute:
  name: Institut national des mines
  address: info@inmq.example
  postalAddress: Val-d’Or
  telephone: 819 555-0142
  supervisor: Marie Tremblay
  privacy: https://inmq.example/vie-privee`,
  intake: 'intake: { imap: { host: imap.inmq.example } }',
  postman: 'postman: { smtp: { host: smtp.inmq.example } }',
  meeting: 'meeting: { location: https://rencontre.inmq.example }',
  more: '',
};
export const staff = `staff:
  - { id: mtremblay, name: Marie Tremblay, address: mtremblay@inmq.example, roles: [officer] }
  - { id: dlavoie, name: Denis Lavoie, address: dlavoie@inmq.example, roles: [approver] }
`;
export const partners = `partners:
  - { id: cfp, name: CFP Boréal, contacts: [{ name: Luc Gagnon, address: lg@cfp.example }] }
`;

/** Writes the three files, right but for what is given. */
export async function write(
  directory: string,
  files: { greffier?: Partial<typeof house>; staff?: string; partners?: string },
): Promise<void> {
  await writeFile(join(directory, 'greffier.yaml'), Object.values({ ...house, ...files.greffier }).join('\n'));
  await writeFile(join(directory, 'staff.yaml'), files.staff ?? staff);
  await writeFile(join(directory, 'partners.yaml'), files.partners ?? partners);
}

/** The mistakes of the configuration there, as they are printed, without the directory in front. */
export async function mistakesIn(directory: string, env: Record<string, string> = secrets): Promise<string[]> {
  const result = await loadConfig({ directory, env });
  return 'mistakes' in result ? result.mistakes.map((each) => inWords(each).replaceAll(`${directory}/`, '')) : [];
}
