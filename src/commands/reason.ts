/** What a button writes into the body where a reason is wanted. */
export const reasonForm = 'Motif : ';

/** The reason that a body gives, without the word that the button wrote before it. */
export function reasonIn(body: string): string {
  return body.replace(/^\s*motif[ \u00A0\u202F]*:[ \u00A0\u202F]*/iu, '').trim();
}
