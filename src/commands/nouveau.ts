import { z } from 'zod';
import { plain } from '../model/plain.ts';
import type { Language } from '../model/request.ts';
import { nextReference } from '../reception/registration.ts';
import { defineOfficeCommand, type Form } from './command.ts';

/** What the body may say on lines of its own, before the text: « Courriel : a.boateng@tgtu.example ». */
const fields = {
  name: /^(?:nom|demandeur|name)$/,
  address: /^(?:courriel|adresse|email|e-mail)$/,
  organisation: /^(?:organisme|organisation)$/,
  country: /^pays(?: \(code\))?$/,
  language: /^langue$/,
  subject: /^(?:objet|sujet)$/,
} as const;
type Field = keyof typeof fields;

const form = 'Nom : \nCourriel : \nOrganisme : \nPays : \nLangue : fr\nObjet : \n\n';

export const phoneForms: readonly Form[] = [
  {
    usage: '#nouveau téléphone',
    label: 'Inscrire une demande reçue par téléphone (dans le corps)',
    body: form,
    open: true,
  },
  {
    usage: '#nouveau poste',
    label: 'Inscrire une demande reçue par la poste (dans le corps)',
    body: form,
    open: true,
  },
];

export const nouveau = defineOfficeCommand({
  names: ['nouveau', 'nouvelle', 'new'],
  level: 'W',
  usage: '#nouveau téléphone',
  forms: phoneForms,
  summary:
    'Inscrit une demande reçue par téléphone, par la poste ou en personne : Nom, Courriel, Organisme, Pays, Langue et Objet, une ligne chacun dans le corps, puis ce qui est demandé. Rien n’est envoyé au demandeur.',
  args: z.string(),
  obstacle: ({ request }) =>
    request && `#nouveau ne concerne aucune demande connue : écrivez sans ${request.reference}.`,
  plan: ({ register, policy, now, mail, body, person }, channel) => {
    const { said, text } = read(body);
    if (!said.name && !said.organisation)
      return {
        refused: `Le corps doit nommer le demandeur : écrivez par exemple « Nom : Ama Boateng », puis la demande.`,
      };
    if (!said.subject && !text)
      return { refused: 'Le corps doit dire ce qui est demandé : « Objet : … », ou un texte.' };
    if (said.address && !/^[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;]+$/u.test(said.address))
      return { refused: `« ${said.address} » n’est pas une adresse de courriel.` };
    const country = countryOf(said.country);
    if (said.country && !country)
      return { refused: `Le pays « ${said.country} » n’est pas reconnu : écrivez son code, par exemple GH.` };
    const reference = nextReference(register, policy.referencePrefix, policy.timeZone, now);
    const subject = said.subject || text.split('\n', 1)[0]?.slice(0, 120) || channel;
    const how = channel || 'sans courriel';
    return {
      reference,
      events: [
        {
          kind: 'request-registered',
          reference,
          mail,
          receivedAt: now.toISOString(),
          subject,
          language: languageOf(said.language),
          requester: {
            name: said.name ?? '',
            address: (said.address ?? '').toLowerCase(),
            ...(said.organisation && { organisation: said.organisation }),
            ...(country && { country }),
          },
          findings: [{ kind: 'channel', value: how, evidence: `inscrite par ${person.name}` }],
          quarantined: false,
        },
        ...(text ? [{ kind: 'note-added' as const, reference, text }] : []),
      ],
      lines: [
        { what: 'Demande inscrite', before: '', after: `${reference} (${how})` },
        {
          what: 'Demandeur',
          before: '',
          after: [said.name, said.organisation, said.address].filter(Boolean).join(', '),
        },
      ],
      text: 'Rien n’a été envoyé au demandeur.',
    };
  },
});

/** The fields at the top of the body; the text begins at the first line that is none. */
function read(body: string): { said: Partial<Record<Field, string>>; text: string } {
  const said: Partial<Record<Field, string>> = {};
  const lines = body.split('\n');
  let at = 0;
  for (; at < lines.length; at++) {
    const line = lines[at] ?? '';
    if (!line.trim()) continue;
    const [, title = '', value = ''] = /^([^:]{1,30}?)[\s\u00A0]*:(.*)$/su.exec(line) ?? [];
    const known = (Object.keys(fields) as Field[]).find((name) => fields[name].test(plain(title).trim()));
    if (!known) break;
    if (value.trim()) said[known] = value.trim();
  }
  return { said, text: lines.slice(at).join('\n').trim() };
}

function languageOf(words: string | undefined): Language {
  const [first = ''] = plain(words ?? '').match(/^(?:en|an|es)/) ?? [];
  return first === 'en' || first === 'an' ? 'en' : first === 'es' ? 'es' : 'fr';
}

/** ISO 3166-1 alpha-2 of a country named by its code or in French, English or Spanish. */
function countryOf(words: string | undefined): string | undefined {
  if (!words) return undefined;
  const wanted = plain(words).trim();
  return codes.find(
    (code) => code.toLowerCase() === wanted || regionNames.some((names) => plain(names.of(code) ?? '') === wanted),
  );
}

const regionNames = ['fr', 'en', 'es'].map(
  (language) => new Intl.DisplayNames([language], { type: 'region', fallback: 'none' }),
);
const letters = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ');
/** The two-letter codes that name a country in French. */
const codes = letters
  .flatMap((first) => letters.map((second) => first + second))
  .filter((code) => !/^(?:A[A]|Q[M-Z]|X[A-Z]|ZZ|E[UZ]|UN)$/.test(code) && regionNames[0]?.of(code) !== undefined);
