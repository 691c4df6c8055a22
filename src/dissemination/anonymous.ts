import { domainOf } from '../model/domain.ts';
import { plain } from '../model/plain.ts';
import type { Policy } from '../model/policy.ts';
import { withoutContacts } from './contacts.ts';
import { houseName, personName, withoutNames } from './names.ts';

/** What goes to all, and what stands beside an interest, does not say who asks: no institution is named, nor its people. */
export function anonymous(text: string, { partners }: Pick<Policy, 'partners'>): string {
  const names = partners.flatMap(({ name, contacts }) => [
    houseName(name),
    ...contacts.map((contact) => personName(contact.name)),
  ]);
  const hosts = new Set(partners.flatMap(({ contacts }) => contacts.map(({ address }) => domainOf(address))));
  const acronyms = new Set(partners.flatMap(({ name, id }) => [...acronymsOf(name), plain(id)]));
  const shown = withoutContacts(text, { name: '' })
    .replace(host, (found) => (isOf(found, hosts) ? '[…]' : found))
    .replace(/(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{N}]{2,12}(?![\p{L}\p{N}])/gu, (word) =>
      /\p{Lu}.*\p{Lu}/u.test(word) && acronyms.has(plain(word)) ? '[…]' : word,
    );
  return withoutNames(shown, names, '[…]');
}

const host = /(?:https?:\/\/)?(?:[\p{L}\d-]{1,63}\.){1,6}[\p{L}]{2,24}(?:\/[^\s<>()"]{0,200})?/giu;

/** « www.cfpvdo.test/dep » is of cfpvdo.test. */
function isOf(found: string, hosts: ReadonlySet<string>): boolean {
  const [name = ''] = found
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .split('/');
  return [...hosts].some((own) => name === own || name.endsWith(`.${own}`));
}

/** « Centre de formation professionnelle de Val-d’Or » is the CFPVDO, and the CFPV. */
function acronymsOf(name: string): string[] {
  const words = plain(name).match(/\p{L}+/gu) ?? [];
  const named = words.filter((word) => !/^(?:de|du|des|la|le|les|en|et|au|aux|of|the|and)$/.test(word));
  const strong = named.filter((word) => word.length > 1);
  return [words, named, strong].flatMap((each) => {
    const initials = each.map((word) => word.charAt(0)).join('');
    return [initials, initials.slice(0, 4), initials.slice(0, 5)].filter(
      ({ length }) => length >= 4 || initials.length === 3,
    );
  });
}
