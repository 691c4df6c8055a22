import { z } from 'zod';
import { registerSheet } from '../agenda/sheet.ts';
import { defineOfficeCommand } from './command.ts';
import { withoutCourtesy } from './courtesy.ts';

const yearOrAll = z.string().transform((written, context) => {
  const words = withoutCourtesy(written);
  if (/^(?:tout|toutes|tous|all)?$/i.test(words)) return undefined;
  if (/^\d{4}$/.test(words)) return Number(words);
  context.addIssue({
    code: 'custom',
    message: `« ${words} » n’est pas une année : écrivez #registre ou #registre 2026.`,
  });
  return z.NEVER;
});

export const registre = defineOfficeCommand({
  names: ['registre', 'register'],
  level: 'R',
  usage: '#registre',
  forms: [{ usage: '#registre', label: 'Recevoir le registre (Excel et CSV)' }],
  summary:
    'Répond avec le registre de suivi en pièces jointes, pour Excel (.xlsx) et en texte (.csv); une année, ou tout.',
  args: yearOrAll,
  plan: ({ register, policy }, year) => {
    const sheet = registerSheet(register, policy, year);
    const name = `registre${year === undefined ? '' : `-${year}`}`;
    return {
      events: [],
      lines: [],
      title: 'Registre de suivi',
      text: `Le registre de suivi est joint : ${sheet.rows.length} ${sheet.rows.length < 2 ? 'demande' : 'demandes'}.`,
      attachments: [
        {
          filename: `${name}.xlsx`,
          contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
          content: { sheet, as: 'xlsx' },
        },
        { filename: `${name}.csv`, contentType: 'text/csv', content: { sheet, as: 'csv' } },
      ],
    };
  },
});
