import { z } from 'zod';
import { plain } from '../model/plain.ts';
import type { Language } from '../model/request.ts';
import { nextReference } from '../reception/registration.ts';
import { defineOfficeCommand, type Form } from './command.ts';
import { firstLine, insiders } from './transfert.ts';

/** What the body may say on lines of its own, before the text: « Courriel : a.boateng@tgtu.example ». */
const fields = {
  name: /^(?:nom|demandeur|name)$/,
  address: /^(?:courriel|adresse|adresse courriel|email|e-mail)$/,
  organisation: /^(?:organisme|organisation)$/,
  country: /^pays(?: \(code\))?$/,
  language: /^langue$/,
  subject: /^(?:objet|sujet)$/,
  phone: /^(?:tel|telephone|phone|cellulaire|cell|mobile)$/,
} as const;
type Field = keyof typeof fields;

const form = 'Nom : \nTéléphone : \nCourriel : \nOrganisme : \nPays : \nLangue : fr\nObjet : \n\n';

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
    'Inscrit une demande reçue par téléphone, par la poste ou en personne : Nom, Courriel, Organisme, Pays, Langue et Objet, chacun sur une ligne du corps, puis ce qui est demandé. Rien n’est envoyé au demandeur.',
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
    if (insiders(policy).includes(said.address ?? ''))
      return { refused: `« ${said.address} » est une adresse de l’institut : écrivez celle du demandeur.` };
    if (said.address && !/^[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;]+$/u.test(said.address))
      return { refused: `« ${said.address} » n’est pas une adresse de courriel.` };
    const country = countryOf(said.country);
    if (said.country && !country)
      return { refused: `Le pays « ${said.country} » n’est pas reconnu : écrivez son code, par exemple GH.` };
    const reference = nextReference(register, policy.referencePrefix, policy.timeZone, now);
    const subject = said.subject || firstLine(text) || channel;
    const how = channel || 'sans courriel';
    const note = [...(said.phone ? [`Téléphone : ${said.phone}`] : []), text].filter(Boolean).join('\n\n');
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
            address: said.address ?? '',
            ...(said.organisation && { organisation: said.organisation }),
            ...(country && { country }),
          },
          findings: [{ kind: 'channel', value: how, evidence: `inscrite par ${person.name}` }],
          quarantined: false,
        },
        ...(note ? [{ kind: 'note-added' as const, reference, text: note }] : []),
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
  /** Fields of the person's own among ours: they go with the text. */
  const rest: string[] = [];
  let at = 0;
  for (; at < lines.length; at++) {
    const line = lines[at] ?? '';
    if (!line.trim()) continue;
    const [, title = '', value = ''] = /^([^:]{1,30}?)[\s\u00A0]*:(.*)$/su.exec(line) ?? [];
    const known = fieldNamed(title);
    if (!known && title && fieldsFollow(lines.slice(at + 1))) rest.push(line);
    else if (!known) break;
    else if (value.trim()) said[known] = value.trim();
  }
  const address = said.address && (/<([^<>]+)>/.exec(said.address)?.[1] ?? said.address).trim().toLowerCase();
  return { said: { ...said, ...(address && { address }) }, text: [...rest, ...lines.slice(at)].join('\n').trim() };
}

function fieldNamed(title: string): Field | undefined {
  return (Object.keys(fields) as Field[]).find((name) => fields[name].test(plain(title).trim()));
}

/** Whether a field comes before the next empty line. */
function fieldsFollow(lines: readonly string[]): boolean {
  const end = lines.findIndex((line) => !line.trim());
  const near = end < 0 ? lines : lines.slice(0, end);
  return near.some((line) => fieldNamed(/^([^:]{1,30}?)[\s\u00A0]*:/u.exec(line)?.[1] ?? '') !== undefined);
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
