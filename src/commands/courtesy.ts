/** What people put behind a command as they would behind a question: French, English, Spanish. */
const courtesies = [
  String.raw`s\.?\s?[vt]\.?\s?p\.?`,
  String.raw`s[’'\s]?il\s(?:vous|te)\spla[iî]t`,
  String.raw`(?:un\sgrand\s|mille\s)?mercis?(?:\s(?:beaucoup|bien|infiniment|[àa]\s(?:vous|toi|tous)|(?:d[’'\s]|[àa]\sl[’'\s])avance))*`,
  String.raw`bonne\s(?:fin\sde\s)?(?:journ[ée]e|soir[ée]e)`,
  'please|pls|plz',
  String.raw`(?:many\s)?(?:thanks|thank\syou|thx)(?:\s(?:you|again|(?:very|so)\smuch|a\slot|in\sadvance))*`,
  String.raw`por\sfavor|(?:muchas\s)?gracias(?:\sde\santemano)?`,
].join('|');

const last = new RegExp(String.raw`(?:^|[\s\p{P}])(?:${courtesies})[\s\p{P}]*$`, 'iu');

/** The words of a command without « svp » and « merci » at their end, and without what stood before those. */
export function withoutCourtesy(words: string): string {
  let rest = words.trim();
  while (last.test(rest)) rest = rest.replace(last, '').replace(/[\s,;–—-]+$/u, '');
  return rest;
}

/**
 * The number or reference among the words of a command, without what people write before it (« avec 1 », « nº 1 », « le
 * courriel 2 ») and « svp » behind it.
 * @param before - What may stand there, as a pattern.
 */
export function bareNumber(words: string, before: string): string {
  return withoutCourtesy(words)
    .replace(new RegExp(String.raw`^(?:(?:le|la|the)\s+)?(?:(?:${before})\s+){0,3}`, 'iu'), '')
    .replace(/^(?:num[ée]ro\s*|number\s*|n(?:[o°º]|\.[o°º]?)\s*|#\s*)(?=\S*\d)/iu, '')
    .trim();
}
