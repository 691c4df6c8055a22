/**
 * French punctuation on the line of its word: no line may end before « : », or after the opening guillemet. What no other
 * language of ours writes is left as it is there.
 */
export function glued(content: string): string {
  return content.replace(/ (?=[:;?!»](?=[\s<.,;:!?)]|$))/gm, '\u00A0').replace(/« (?=\S)/g, '«\u00A0');
}
