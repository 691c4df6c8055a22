import type { Confidence, Finding } from './request.ts';
import { findingNames, requesterKindNames } from './wording.ts';

/** A finding as staff reads it, in French: its codes in words, and how sure it is beside its evidence. */
export function findingWords({ kind, value, evidence, confidence }: Finding): {
  label: string;
  value: string;
  evidence: string;
} {
  const said = [evidence, confidence ? confidenceNames[confidence] : ''].filter(Boolean).join('; ');
  return {
    label: findingNames[kind] ?? kind,
    value: valueNames[kind]?.[value] ?? countryNames[kind]?.of(value) ?? value,
    evidence: said,
  };
}

/** The same on one line. */
export function findingLine(finding: Finding): string {
  const { label, value, evidence } = findingWords(finding);
  return `${label}\u00A0: ${value}${evidence ? ` (${evidence})` : ''}`;
}

const confidenceNames: Readonly<Record<Confidence, string>> = {
  sure: 'sûr',
  likely: 'probable',
  possible: 'possible',
};

/** Codes in French, by the kind of finding that holds them. */
const valueNames: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  requesterKind: requesterKindNames.fr,
  forwardedKind: requesterKindNames.fr,
  agreementType: {
    mou: 'protocole d’entente',
    framework: 'entente-cadre',
    collaboration: 'entente de collaboration',
    services: 'contrat de services',
    mobility: 'entente de mobilité',
    'programme-abroad': 'délocalisation de programme',
  },
  forwardedLanguage: { fr: 'français', en: 'français et anglais', es: 'français et espagnol' },
  authentication: {
    pass: 'expéditeur authentifié (DMARC)',
    fail: 'expéditeur non authentifié (DMARC en échec)',
    none: 'aucun verdict de notre serveur',
  },
};

const countryNames: Readonly<Record<string, Intl.DisplayNames>> = {
  forwardedCountry: new Intl.DisplayNames('fr', { type: 'region' }),
};
