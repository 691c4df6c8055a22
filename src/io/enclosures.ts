import { buffer } from 'node:stream/consumers';
import { simpleParser } from 'mailparser';
import { csv } from '../agenda/csv.ts';
import { workbook } from '../agenda/xlsx.ts';
import type { Attachment } from '../model/letter.ts';
import type { Archive } from '../ports.ts';
import { Undecidable } from '../undecidable.ts';
import { encodedPieces } from './pieces.ts';
import { zip } from './zip.ts';

/** An attachment with its bytes, as it is rendered. */
export interface Enclosure {
  filename: string;
  contentType: string;
  content: Buffer;
}

/**
 * The bytes of attachments: given, those of a part of a mail in the archive, found by their checksum, or those of a sheet.
 * @throws if the archive does not hold the mail; Undecidable for what the lines of a sheet throw.
 */
export async function enclose(
  attachments: readonly Attachment[],
  archive: Pick<Archive, 'fetch'>,
): Promise<Enclosure[]> {
  const parsed = new Map<string, ReturnType<typeof simpleParser>>();
  return Promise.all(
    attachments.map(async ({ filename, contentType, content }) => {
      if ('base64' in content) return { filename, contentType, content: Buffer.from(content.base64, 'base64') };
      if ('sheet' in content) {
        const { sheet, as } = content;
        const bytes = as === 'xlsx' ? zip(workbook(sheet)) : buffer(encodedPieces(csv(sheet)));
        const unwritten = (cause: unknown) => {
          throw new Undecidable(`cannot write ${filename}`, { cause });
        };
        return { filename, contentType, content: await bytes.catch(unwritten) };
      }
      const { mail, checksum } = content;
      const reading =
        parsed.get(mail) ?? archive.fetch(mail).then((raw) => simpleParser(raw, { checksumAlgo: 'sha256' }));
      parsed.set(mail, reading);
      const part = (await reading).attachments.find((one) => one.checksum === checksum);
      // A letter that can never be made would stop all that come after it: its reader is told what is missing.
      if (!part) return { filename: `${filename}.txt`, contentType: 'text/plain', content: unreadable };
      return { filename, contentType, content: part.content };
    }),
  );
}

const unreadable = Buffer.from('Cette pièce jointe n’a pas pu être lue; demandez-la de nouveau.\r\n');
