import type { LetterName } from '../../src/model/letter.ts';
import { type Language, languages } from '../../src/model/request.ts';
import { letterNames } from './samples.ts';

export const toRequesters: readonly LetterName[] = [
  'acknowledgement',
  'orientation',
  'meeting-proposal',
  'meeting-awaited',
  'meeting-confirmed',
  'meeting-changed',
  'meeting-kept',
  'meeting-reminder',
  'follow-up',
  'dormant',
  'questionnaire',
  'closed',
  'introduction',
  'approval',
  'contact-withheld',
];
/** In French; to a contact whose language is on record, a courtesy version too. */
const toContacts: readonly LetterName[] = [
  'interest-recorded',
  'answer-confirm',
  'answer-unclear',
  'leaving-unclear',
  'contact-stopped',
  'contact-resumed',
  'contact-confirm',
  'confirmation-unclear',
  'contact-changed',
];
export const translated = [...toRequesters, ...toContacts];
export const frames = ['brief/pt', 'brief/ar', 'footer/fr', 'footer/en', 'footer/es', 'sender/fr'];
export const every = letterNames.flatMap((name) =>
  languagesOf(name).map((language): [LetterName, Language] => [name, language]),
);

function languagesOf(name: LetterName): readonly [Language, ...Language[]] {
  return translated.includes(name) ? languages : ['fr'];
}
