import { type Logger, pino } from 'pino';
import type { LogLevel } from '../config.ts';

/** One JSON object a line on standard error, so that standard output stays for people; never a body, never a secret. */
export function openLog(level: LogLevel): Logger {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, pino.destination(2));
}
