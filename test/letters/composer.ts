import { loadTemplates, ownTemplates } from '../../src/io/templates.ts';
import { compile } from '../../src/letters.ts';

export const templates = await loadTemplates(ownTemplates);
/** Compiled once for all who write letters: it takes half a second, and each template the more at its first use. */
export const composer = compile(templates);
