import { describe, expect, test } from 'vitest';
import { told } from '../../src/model/chronicle.ts';
import type { Happening } from '../../src/model/request.ts';

const when = (at: string) => `le ${at.slice(8, 10)}`;
const start = '2026-12-03T15:00:00.000Z';
const hash = 'abcdef0123456789'.repeat(4);

const samples: { readonly [K in Happening['kind']]: [Extract<Happening, { kind: K }>, string, string][] } = {
  'request-registered': [
    [{ kind: 'request-registered', quarantined: false }, 'inscrite au registre', 'registered'],
    [{ kind: 'request-registered', quarantined: true }, 'inscrite, en quarantaine', 'registered, quarantined'],
  ],
  'status-changed': [
    [{ kind: 'status-changed', status: 'clarifying' }, 'en précision', 'clarifying'],
    [
      { kind: 'status-changed', status: 'closed', outcome: 'out-of-scope' },
      'fermée\u00A0: hors du mandat',
      'closed: outside our mandate',
    ],
  ],
  'officer-assigned': [
    [{ kind: 'officer-assigned', officer: 'mtremblay' }, 'responsable\u00A0: mtremblay', 'mtremblay in charge'],
  ],
  'request-held': [
    [
      { kind: 'request-held', until: '2027-01-15', why: 'budget' },
      'en attente jusqu’au 15 janvier 2027\u00A0: budget',
      'held until 2027-01-15: budget',
    ],
    [{ kind: 'request-held', why: 'ended by hand' }, 'fin de l’attente', 'goes on: ended by hand'],
  ],
  'requester-set': [
    [{ kind: 'requester-set', address: 'a@b.example' }, 'demandeur\u00A0: a@b.example', 'the requester is a@b.example'],
  ],
  'requester-corrected': [[{ kind: 'requester-corrected' }, 'demandeur corrigé', 'requester corrected']],
  'contact-consent': [
    [{ kind: 'contact-consent', given: true }, 'coordonnées : le demandeur consent', 'contact may be shared'],
    [{ kind: 'contact-consent', given: false }, 'coordonnées : consentement retiré', 'contact may not be shared'],
  ],
  'requests-merged': [
    [
      { kind: 'requests-merged', from: 'INMQ-2026-0002' },
      'INMQ-2026-0002 versée dans cette demande',
      'INMQ-2026-0002 merged into it',
    ],
    [{ kind: 'requests-merged', into: 'INMQ-2026-0001' }, 'versée dans INMQ-2026-0001', 'merged into INMQ-2026-0001'],
  ],
  'mail-split': [
    [
      { kind: 'mail-split', into: 'INMQ-2026-0003' },
      'un courriel sorti vers INMQ-2026-0003',
      'a mail split off to INMQ-2026-0003',
    ],
  ],
  'point-answered': [
    [
      { kind: 'point-answered', point: 'resources' },
      'précision reçue\u00A0: Ressources disponibles',
      'resources answered',
    ],
  ],
  'slots-offered': [
    [{ kind: 'slots-offered', numbers: [1, 2] }, 'plages 1, 2 proposées', 'slots 1, 2 offered'],
    [{ kind: 'slots-offered', numbers: [4] }, 'plage 4 proposée', 'slot 4 offered'],
  ],
  'slot-chosen': [
    [{ kind: 'slot-chosen', number: 2 }, 'plage 2 choisie, à confirmer', 'slot 2 chosen, to be confirmed'],
  ],
  'slots-answered': [
    [
      { kind: 'slots-answered', answer: 'unsure' },
      'réponse sur les plages, non comprise',
      'an unclear answer about the slots',
    ],
    [
      { kind: 'slots-answered', answer: 'none-fits' },
      'aucune plage ne convient au demandeur',
      'no slot suits the requester',
    ],
  ],
  'meeting-booked': [[{ kind: 'meeting-booked', start }, 'rencontre fixée\u00A0: le 03', 'meeting booked for le 03']],
  'meeting-moved': [[{ kind: 'meeting-moved', start }, 'rencontre déplacée\u00A0: le 03', 'meeting moved to le 03']],
  'meeting-cancelled': [[{ kind: 'meeting-cancelled' }, 'rencontre annulée', 'meeting cancelled']],
  'meeting-held': [[{ kind: 'meeting-held' }, 'rencontre tenue, selon l’agenda', 'meeting held, by the calendar']],
  'meeting-answered': [
    [
      { kind: 'meeting-answered', attendee: 'a@b.example', partstat: 'ACCEPTED' },
      'invitation acceptée par a@b.example',
      'a@b.example answered ACCEPTED',
    ],
    [
      { kind: 'meeting-answered', attendee: 'a@b.example', partstat: 'X-LATER' },
      'invitation X-LATER par a@b.example',
      'a@b.example answered X-LATER',
    ],
  ],
  'meeting-countered': [
    [
      { kind: 'meeting-countered', attendee: 'a@b.example', start },
      'a@b.example propose le 03',
      'a@b.example proposed le 03',
    ],
  ],
  'meeting-counter-declined': [
    [
      { kind: 'meeting-counter-declined', attendee: 'a@b.example' },
      'date proposée par a@b.example refusée',
      'time proposed by a@b.example declined',
    ],
  ],
  'finding-added': [[{ kind: 'finding-added' }, 'recherche versée au dossier', 'finding added']],
  'note-added': [[{ kind: 'note-added' }, 'note versée au dossier', 'note added']],
  'category-set': [[{ kind: 'category-set', category: 'long' }, 'catégorie\u00A0: long terme', 'category long']],
  released: [[{ kind: 'released', hash }, 'fiche libérée (abcdef012345)', 'released, notice abcdef012345']],
  'approval-asked': [
    [{ kind: 'approval-asked', hash }, 'bon à diffuser demandé (abcdef012345)', 'approval asked, abcdef012345'],
  ],
  'approval-answered': [
    [{ kind: 'approval-answered', answer: 'approved' }, 'bon à diffuser\u00A0: accordé', 'approval: approved'],
    [{ kind: 'approval-answered', answer: 'expired' }, 'bon à diffuser\u00A0: sans réponse', 'approval: expired'],
    [
      { kind: 'approval-answered', answer: 'disputed' },
      'bon à diffuser\u00A0: contesté, le silence ne vaut plus accord',
      'approval: disputed',
    ],
  ],
  'notice-corrected': [
    [{ kind: 'notice-corrected', hash }, 'fiche corrigée (abcdef012345)', 'notice corrected, abcdef012345'],
  ],
  'release-withdrawn': [[{ kind: 'release-withdrawn' }, 'libération retirée', 'release withdrawn']],
  'digest-planned': [
    [
      { kind: 'digest-planned', digest: 'digest/short/2026-11-23T14:00:00.000Z', category: 'short' },
      'mise au bulletin à court terme',
      'in digest/short/2026-11-23T14:00:00.000Z',
    ],
  ],
  'interest-recorded': [
    [{ kind: 'interest-recorded', partner: 'cegep-at' }, 'réponse du partenaire cegep-at', 'cegep-at answered'],
  ],
  'interest-confirmed': [
    [
      { kind: 'interest-confirmed', partner: 'cegep-at' },
      'réponse confirmée par le partenaire cegep-at',
      'cegep-at confirmed its answer',
    ],
  ],
  'command-run': [
    [
      { kind: 'command-run', person: 'mtremblay', line: '#complet' },
      'mtremblay a exécuté #complet',
      'mtremblay ran #complet',
    ],
  ],
  'command-undone': [[{ kind: 'command-undone', line: '#complet' }, '#complet annulée', '#complet undone']],
};

describe('a line of the history in words', () => {
  test.each(Object.values(samples).flat())('%j', (what, french, english) => {
    expect([told(what, 'fr', when), told(what, 'en', when)]).toEqual([french, english]);
  });
});
