import type { Address } from '../mail/mail.ts';
import { registeredDomain } from '../model/kin.ts';
import { plain } from '../model/plain.ts';
import type { Confidence, Finding, Requester, RequesterKind } from '../model/request.ts';
import { countries } from './countries.ts';
import { findCountry } from './country.ts';
import { split } from './domain.ts';
import { isFreeMail } from './free-mail.ts';
import { individualIn } from './individual.ts';
import { introducedOrganisation, introducedPerson, ownKind } from './introduction.ts';
import { kindOf, mainName } from './kinds.ts';
import { namesOf } from './names.ts';
import { isOffice } from './offices.ts';
import { inQuebec } from './quebec.ts';
import { readSignature } from './signature.ts';

/** Who wrote a mail, as far as address, signature and text tell. */
interface Sender {
  requester: Requester;
  /** Lines that sign: what somebody is called there is nothing that is asked for. */
  signing: readonly string[];
  /** What says that the sender writes from Quebec, in French. */
  quebec: string | undefined;
  findings: Finding[];
}

/** What somebody wrote. */
interface Writing {
  /** With the signature. */
  own: string;
  /** Without it. */
  written: string;
  /** All that may name a country: the subject, and what is passed on, too. */
  all: string;
}

export function readSender(from: Address | undefined, { own, written, all }: Writing): Sender {
  const address = from?.address ?? '';
  const { local, domain } = split(address);
  const free = isFreeMail(domain);
  const telling = free ? '' : domain;
  const signature = readSignature(own, local);
  const { person, house } = readPerson(oneLine(from?.name ?? ''), [
    { value: oneLine(signature.name ?? ''), evidence: 'signature', confidence: 'likely' },
    { value: introducedPerson(written) ?? '', evidence: 'texte', confidence: 'likely' },
  ]);
  const alone = signature.organisation ? undefined : individualIn(own);
  const introduced = signature.organisation || alone ? undefined : introducedOrganisation(written);
  const called = ownKind(written);
  const organisation = firstOf([
    { value: oneLine(signature.organisation ?? ''), evidence: 'signature', confidence: 'likely' },
    { value: oneLine(introduced ?? ''), evidence: 'texte', confidence: 'likely' },
    { value: house, evidence: byFrom, confidence: 'likely' },
    {
      value: calledAsDomain(signature.signing, telling),
      evidence: `signature; domaine ${domain}`,
      confidence: 'likely',
    },
    { value: registeredDomain(telling), evidence: `domaine ${domain}`, confidence: 'possible' },
  ]);
  const kind = firstOf<RequesterKind>([
    { value: signature.kind, evidence: 'signature', confidence: 'likely' },
    {
      value: alone ? 'individual' : undefined,
      evidence: `texte\u00A0: «\u00A0${oneLine(alone ?? '')}\u00A0»`,
      confidence: 'possible',
    },
    { value: kindOf(introduced ?? ''), evidence: 'texte', confidence: 'likely' },
    { value: kindOf(house ?? ''), evidence: byFrom, confidence: 'likely' },
    { value: called?.kind, evidence: `texte\u00A0: «\u00A0${called?.words}\u00A0»`, confidence: 'possible' },
  ]);
  const end = signature.lines.join('\n');
  const signing = signature.signing.join('\n');
  const place = findCountry({ domain: telling, signature: signing, end, text: all });
  const findings = [
    person && { kind: 'person', ...person },
    signature.role ? found('role', oneLine(signature.role), 'signature', 'likely') : undefined,
    organisation && { kind: 'organisation', ...organisation },
    kind && { kind: 'requesterKind', ...kind },
    free ? found('freeMail', domain, `adresse ${address}`, 'sure') : undefined,
    ...(place ? ofPlace(place) : []),
  ];
  return {
    requester: {
      name: person?.value ?? '',
      address,
      ...(organisation && { organisation: organisation.value }),
      ...(kind && { kind: kind.value }),
      ...(place && { country: place.country, timeZone: place.timeZone }),
    },
    signing: signature.signing,
    quebec: place?.country === 'CA' ? inQuebec(telling, end, signing) : undefined,
    findings: findings.filter((finding) => finding !== undefined),
  };
}

/** « ONHYM, Rabat » below the name of who writes from onhym.ma: as the house writes its name itself. */
function calledAsDomain(signing: readonly string[], domain: string): string | undefined {
  const [label = ''] = registeredDomain(domain).split('.');
  const letters = (name: string) => plain(name).replace(/[^\p{L}\p{N}]/gu, '');
  return signing.flatMap(namesOf).find((name) => letters(name).length >= 3 && letters(name) === letters(label));
}

export function found(kind: string, value: string, evidence: string, confidence: Confidence): Finding {
  return { kind, value, evidence, confidence };
}

const french = new Intl.DisplayNames('fr', { type: 'region' });

function ofPlace({
  country,
  timeZone,
  evidence,
  zoneEvidence,
  confidence,
}: NonNullable<ReturnType<typeof findCountry>>): Finding[] {
  const known = countries.get(country);
  const capital = known?.severalZones && known.timeZone === timeZone && !zoneEvidence;
  return [
    found('country', french.of(country) ?? country, evidence, confidence),
    capital
      ? found('timeZone', timeZone, 'capitale; le pays a plusieurs fuseaux, à vérifier', 'possible')
      : found('timeZone', timeZone, zoneEvidence ?? evidence, confidence),
  ];
}

/** Something that was read, with what speaks for it. */
interface Read<T extends string = string> extends Omit<Finding, 'kind'> {
  value: T;
}

function firstOf<T extends string>(
  reads: readonly (Omit<Read<T>, 'value'> & { value: T | undefined })[],
): Read<T> | undefined {
  return reads.find((read): read is Read<T> => Boolean(read.value));
}

const byFrom = 'nom de l’expéditeur';

/** Who writes: the From, unless it names a house or an office and somebody signs for it. */
function readPerson(shown: string, signing: readonly Read[]): { person: Read | undefined; house?: string | undefined } {
  const signed = firstOf(signing);
  if (!shown || shown.includes('@')) return { person: signed };
  const [theirs, words] = [wordsOf(signed?.value ?? ''), wordsOf(shown)];
  const common = words.filter((word) => theirs.includes(word));
  if (signed && common.length === words.length && (words.length === 1 || theirs.length === words.length)) {
    const value = words.length === 1 ? signed.value : shown;
    return { person: { value, evidence: `${byFrom}; ${signed.evidence}`, confidence: 'sure' } };
  }
  if (common.length === 0 && isOffice(shown))
    return { person: signed, house: mainName(shown.split(/\s+[-–—|/]\s+|\s*,\s*/)) };
  return { person: { value: shown, evidence: byFrom, confidence: 'likely' } };
}

function wordsOf(name: string): string[] {
  return plain(name).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Strangers' words on one line, without control and invisible characters. */
export function oneLine(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim()
    .slice(0, 200);
}
