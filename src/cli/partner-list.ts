import { readFile } from 'node:fs/promises';
import iconv from 'iconv-lite';
import { parse } from 'yaml';
import { z } from 'zod';
import { readCsv } from '../io/csv.ts';
import { ignoreMissing } from '../io/missing.ts';
import { partnersFile } from '../io/settings.ts';
import { nearest } from '../model/nearest.ts';
import type { Partner } from '../model/partner.ts';

/** A list of institutions, and what is to be said of how it was read; or everything that is wrong in it. */
export type PartnerList = { partners: readonly Partner[]; remarks: string[] } | { wrong: string };

/**
 * A list of partners in a file: YAML as in `partners.yaml`, or CSV.
 * @param now - Of a new list: what it says was so far.
 */
export async function readPartnerList(file: string, now?: Date): Promise<PartnerList> {
  const bytes = await readFile(file).catch(ignoreMissing);
  if (!bytes) return { wrong: 'there is no such file' };
  const csv = /\.csv$/i.test(file);
  const utf8 = decoded(bytes);
  if (utf8 === undefined && !csv) return { wrong: 'it is not UTF-8: save it as UTF-8' };
  const text = utf8 ?? iconv.decode(bytes, 'windows-1252');
  if (text.includes('\uFFFD'))
    return { wrong: `letters of it are lost (\uFFFD in “${lineOf(text, '\uFFFD')}”): save it as UTF-8` };
  const remarks =
    utf8 === undefined ? [`${file} is not UTF-8: it is read as Windows-1252. Look at the accents below.`] : [];
  try {
    const said: unknown = csv ? { partners: fromCsv(readCsv(text)) } : parse(text);
    const checked = partnersFile.safeParse(said);
    if (!checked.success) return { wrong: z.prettifyError(checked.error) };
    const { partners } = checked.data;
    const wrong = [...twice(partners), ...brokenNames(partners), ...(now ? notYetGiven(partners, now) : [])];
    return wrong.length > 0 ? { wrong: wrong.join('\n') } : { partners, remarks };
  } catch (error) {
    return { wrong: error instanceof Error ? error.message : String(error) };
  }
}

function decoded(bytes: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function lineOf(text: string, mark: string): string {
  return text.split(/\r?\n/).find((line) => line.includes(mark)) ?? '';
}

function twice(partners: readonly Partner[]): string[] {
  const taken = partners.flatMap(({ id, contacts }) => [id, ...contacts.map(({ address }) => address)]);
  return [...new Set(taken.filter((name, index) => taken.indexOf(name) !== index))].map(
    (name) => `${name} stands there twice`,
  );
}

/** Nobody has agreed on a day that is still to come anywhere: the hours to UTC+14 are ahead of us. */
function notYetGiven(partners: readonly Partner[], now: Date): string[] {
  const today = new Date(now.getTime() + 14 * 3_600_000).toISOString().slice(0, 10);
  return partners
    .flatMap(({ contacts }) => contacts)
    .flatMap(({ address, consent }) =>
      consent && consent.date > today
        ? [`the consent of ${address} is of ${consent.date}, which is still to come`]
        : [],
    );
}

function brokenNames(partners: readonly Partner[]): string[] {
  return partners
    .flatMap(({ name, contacts }) => [name, ...contacts.map((contact) => contact.name)])
    .filter((name) => /\p{Cc}/u.test(name))
    .map((name) => `the name ${JSON.stringify(name)} holds a line break or another control character`);
}

const columns = ['id', 'name', 'contact', 'address', 'consent_date', 'consent_source'];

/**
 * A line for each contact; the first of an id is written to.
 * @throws with everything that is wrong in them: what a list says is never dropped without a word.
 */
function fromCsv(rows: readonly Record<string, string>[]): unknown[] {
  const partners = new Map<string, { id: string; name: string; contacts: unknown[] }>();
  const wrong = Object.keys(rows[0] ?? {})
    .filter((column) => !columns.includes(column))
    .map((column) => unknownColumn(column));
  for (const row of rows) {
    const {
      id = '',
      name = '',
      contact = '',
      address = '',
      consent_date: date = '',
      consent_source: source = '',
    } = row;
    const partner = partners.get(id) ?? { id, name, contacts: [] };
    if (name !== '' && name !== partner.name) wrong.push(`${id} is named both “${partner.name}” and “${name}”`);
    if (source !== '' && date === '')
      wrong.push(`the consent of ${address} (${source}) has no consent_date: write YYYY-MM-DD`);
    partner.contacts.push({ name: contact, address, ...(date && { consent: { date, source } }) });
    partners.set(id, partner);
  }
  if (wrong.length > 0) throw new Error(wrong.join('\n'));
  return [...partners.values()];
}

function unknownColumn(column: string): string {
  const meant = nearest(column.toLowerCase(), columns);
  return `the column “${column}” is not one of ${columns.join(', ')}${meant === undefined ? '' : ` (did you mean ${meant}?)`}`;
}
