import { type Applier, type Context, change } from './applier.ts';
import { indexKin } from './kin.ts';
import type { SeenMail } from './records.ts';
import { indexCode, type Register, yearDocument } from './register.ts';
import { keepForUndo, setFields } from './undo.ts';

type Kind = 'code-issued' | 'code-used' | 'command-run' | 'command-undone' | 'command-refused';

/** What the events of staff commands do to the register. */
export const onCommands: { readonly [K in Kind]: Applier<K> } = {
  'code-issued': (register, { kind: _, hash, ...code }, { at, seq }) => {
    const issued = { ...code, issuedAt: at };
    yearDocument(register, at, seq).codes[hash] = issued;
    indexCode(register, hash, issued);
  },

  'code-used': (register, { hash }, { at, seq }) => {
    const code = register.codes.get(hash);
    if (!code) throw new Error(`cannot find the code ${hash.slice(0, 12)} in the register`);
    code.usedAt = at;
    yearDocument(register, code.issuedAt, seq);
  },

  'command-run': (register, event, context) => {
    const { kind, reference, person, second, line } = event;
    const mail = noteCommand(register, event.mail, line, context);
    if (!event.nothingToUndo) mail.undoable = true;
    if (reference && register.requests.has(reference))
      change(register, reference, context, { kind, person, line, ...(second !== undefined && { second }) }, () => {});
    keepForUndo(register, event, context);
  },

  'command-undone': (register, event, context) => {
    for (const { reference, values } of event.fields)
      change(register, reference, context, { kind: event.kind, line: event.line }, (request) => {
        setFields(request, values);
        if ('requester' in values) indexKin(register, reference, request);
        const undo = (request.undo ?? []).filter(({ mail, line }) => mail !== event.mail || line !== event.line);
        if (undo.length > 0) request.undo = undo;
        else delete request.undo;
      });
  },

  'command-refused': (register, event, context) => noteCommand(register, event.mail, undefined, context),
};

function noteCommand(register: Register, id: string, line: string | undefined, { seq }: Context): SeenMail {
  const mail = register.mails.get(id);
  if (!mail) throw new Error(`cannot find mail ${id} in the register`);
  if (!line) return mail;
  mail.commands = [...(mail.commands ?? []), line];
  yearDocument(register, mail.at, seq);
  return mail;
}
