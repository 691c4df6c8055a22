import type { Address } from '../mail/mail.ts';
import { registeredDomain } from '../model/kin.ts';
import { plain } from '../model/plain.ts';
import type { Confidence, Finding, Requester, RequesterKind } from '../model/request.ts';
import { countries } from './countries.ts';
import { findCountry } from './country.ts';
import { split } from './domain.ts';
import { isFreeMail } from './free-mail.ts';
import { introducedOrganisation, ownKind } from './introduction.ts';
import { kindOf } from './kinds.ts';
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
  const shown = oneLine(from?.name ?? '');
  const name = shown && !shown.includes('@') ? shown : oneLine(signature.name ?? '');
  // Who studies somewhere does not ask for it.
  const introduced =
    signature.organisation || signature.kind === 'individual' ? undefined : introducedOrganisation(written);
  const called = signature.kind ? undefined : ownKind(written);
  const kind = signature.kind ?? kindOf(introduced ?? '') ?? called?.kind;
  const organisation = oneLine(signature.organisation ?? introduced ?? '') || registeredDomain(telling);
  const end = signature.lines.join('\n');
  const signing = signature.signing.join('\n');
  const place = findCountry({ domain: telling, signature: signing, end, text: all });
  const signed = signature.name !== undefined && plain(signature.name) === plain(name);
  const ofThem = signature.organisation ? 'signature' : introduced ? 'texte' : `domaine ${domain}`;
  const findings = [
    name
      ? found(
          'person',
          name,
          shown === name ? (signed ? 'nom de l’expéditeur; signature' : 'nom de l’expéditeur') : 'signature',
          signed && shown === name ? 'sure' : 'likely',
        )
      : undefined,
    signature.role ? found('role', oneLine(signature.role), 'signature', 'likely') : undefined,
    organisation
      ? found('organisation', organisation, ofThem, signature.organisation || introduced ? 'likely' : 'possible')
      : undefined,
    kind ? ofKind(kind, signature.kind, kindOf(introduced ?? ''), called?.words) : undefined,
    free ? found('freeMail', domain, `adresse ${address}`, 'sure') : undefined,
    ...(place ? ofPlace(place) : []),
  ];
  return {
    requester: {
      name,
      address,
      ...(organisation && { organisation }),
      ...(kind && { kind }),
      ...(place && { country: place.country, timeZone: place.timeZone }),
    },
    signing: signature.signing,
    quebec: place?.country === 'CA' ? inQuebec(telling, end, signing) : undefined,
    findings: findings.filter((finding) => finding !== undefined),
  };
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

/** @param called - Words that call the sender's house one of that kind, when nothing else does. */
function ofKind(kind: RequesterKind, signed?: string, introduced?: string, called?: string): Finding {
  if (signed) return found('requesterKind', kind, 'signature', 'likely');
  return introduced
    ? found('requesterKind', kind, 'texte', 'likely')
    : found('requesterKind', kind, `texte\u00A0: «\u00A0${called}\u00A0»`, 'possible');
}

/** Strangers' words on one line, without control and invisible characters. */
export function oneLine(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim()
    .slice(0, 200);
}
