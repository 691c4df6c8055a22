import { domainToUnicode } from 'node:url';
import { parse } from 'tldts';
import { distance } from '../model/nearest.ts';

/** A domain that others may try to pass for. */
export interface KnownDomain {
  domain: string;
  /** Shortest name of which one changed letter already tells: uqam.ca and uqat.ca are two universities. */
  shortest: number;
}

/**
 * Which of the known domains this one passes itself off for, and how, in French; undefined when it is one of them, or
 * like none.
 */
export function lookAlike(domain: string, known: readonly KnownDomain[]): { of: string; how: string } | undefined {
  const seen = readDomain(domain);
  const others = known.map((each) => ({ ...each, ...readDomain(each.domain) }));
  if (others.some((other) => other.registrable === seen.registrable)) return undefined;
  for (const other of others) {
    const how = ways.find(([alike]) => alike(seen, other))?.[1];
    if (how) return { of: other.domain, how };
  }
  return undefined;
}

/** Letters that look alike made one, so that « paypa1 », « раураl » and « paypal » are the same; accents and case are gone. */
export function skeleton(text: string): string {
  return [
    ...text
      .normalize('NFKD')
      .replace(/[\p{M}\p{Cf}]/gu, '')
      .toLowerCase(),
  ]
    .map((letter) => twins.get(letter) ?? letter)
    .join('')
    .replaceAll('rn', 'm')
    .replaceAll('vv', 'w')
    .replaceAll('cl', 'd');
}

interface Domain {
  /** In letters, `xn--` decoded. */
  whole: string;
  registrable: string;
  /** The registrable domain without its suffix: `inmq` of `mail.inmq.qc.ca`. */
  name: string;
  suffix: string;
}

function readDomain(domain: string): Domain {
  // What is no domain decodes to nothing.
  const whole = domainToUnicode(domain) || domain;
  const { domain: registrable, domainWithoutSuffix, publicSuffix } = parse(whole, { validateHostname: false });
  return {
    whole,
    registrable: registrable ?? whole,
    name: domainWithoutSuffix ?? whole,
    suffix: publicSuffix ?? '',
  };
}

type Known = Domain & KnownDomain;

/** In order; the first that applies is told. */
const ways: readonly [alike: (seen: Domain, known: Known) => boolean, how: string][] = [
  [(seen, known) => skeleton(seen.registrable) === skeleton(known.registrable), 'caractères qui se ressemblent'],
  [
    (seen, known) =>
      known.name.length >= known.shortest && seen.suffix === known.suffix && distance(seen.name, known.name) === 1,
    'une seule lettre diffère',
  ],
  [
    (seen, known) => known.name.length >= known.shortest && bare(seen.name) === bare(known.name),
    'même nom sous une autre terminaison',
  ],
  [
    (seen, known) => bare(known.registrable).length >= longEnough && bare(seen.whole).includes(bare(known.registrable)),
    'le nom véritable y est contenu',
  ],
];

/** Fewer letters stand in other names by chance. */
const longEnough = 7;

function bare(name: string): string {
  return skeleton(name).replace(/[.-]/g, '');
}

/** Letter by letter, the Latin twin of each (the commonest of Unicode's confusables, UTS 39). */
const twins = new Map(
  [
    ['a', 'аαɑ@4'],
    ['b', 'ЬвƄ'],
    ['c', 'сϲⅽ'],
    ['d', 'ԁⅾ'],
    ['e', 'еєεҽ3'],
    ['f', 'ƒ'],
    ['g', 'ɡց'],
    ['h', 'һհ'],
    ['j', 'јϳ'],
    ['k', 'кκ'],
    ['l', 'ӏіıι1i|!ɩїⅼ'],
    ['m', 'мⅿ'],
    ['n', 'ոп'],
    ['o', 'оοօ0'],
    ['p', 'рρ'],
    ['q', 'ԛ'],
    ['r', 'гᴦ'],
    ['s', 'ѕ5$'],
    ['t', 'тτ'],
    ['u', 'υսц'],
    ['v', 'ѵν'],
    ['w', 'ԝшω'],
    ['x', 'хχ'],
    ['y', 'уγү'],
    ['z', 'ᴢ'],
  ].flatMap(([latin = '', others = '']) => [...others].map((other) => [other.toLowerCase(), latin] as const)),
);
