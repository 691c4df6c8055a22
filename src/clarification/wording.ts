import type { Temporal } from 'temporal-polyfill';
import type { Button, SlotLine } from '../model/letter-parts.ts';
import { plain } from '../model/plain.ts';
import { type Language, languages, type Slot } from '../model/request.ts';
import { localTime, offsetMinutes } from '../model/zones.ts';

/**
 * A slot as one language prints it.
 * @param requesterZone - The line for it is empty when the zone is unknown or the house's own.
 */
export function slotLine(
  slot: Slot,
  language: Language,
  houseZone: string,
  requesterZone: string | undefined,
  button: Button,
): SlotLine {
  const start = new Date(slot.start);
  return {
    number: slot.number,
    house: momentLine(start, language, houseZone),
    requester: requesterZone && requesterZone !== houseZone ? momentLine(start, language, requesterZone) : '',
    button,
  };
}

/** « jeudi 26 novembre 2026, 10 h 00 (Val-d’Or, UTC−5) ». */
export function momentLine(moment: Date, language: Language, timeZone: string): string {
  const local = localTime(moment, timeZone);
  const { date, time } = formats[language];
  return `${date(local)}, ${time(local)} (${cityOf(timeZone, language)},\u00A0${offsetOf(moment, timeZone)})`;
}

interface Format {
  date: (local: Temporal.PlainDateTime) => string;
  time: (local: Temporal.PlainDateTime) => string;
}

const weekdays: Readonly<Record<Language, readonly string[]>> = {
  fr: ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  es: ['lunes', 'martes', 'miércoles', 'jueves', 'viernes', 'sábado', 'domingo'],
};

/** Spelled out here: Intl's wording changes with the runtime, and a letter decided again must read the same. */
const months: Readonly<Record<Language, readonly string[]>> = {
  fr: 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' '),
  en: 'January February March April May June July August September October November December'.split(' '),
  es: 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'.split(' '),
};

const formats: Readonly<Record<Language, Format>> = {
  fr: {
    date: (local) =>
      `${weekday('fr', local)} ${local.day === 1 ? '1er' : local.day} ${month('fr', local)} ${local.year}`,
    time: (local) => `${local.hour}\u00A0h\u00A0${twoDigits(local.minute)}`,
  },
  en: {
    date: (local) => `${weekday('en', local)}, ${month('en', local)} ${local.day}, ${local.year}`,
    time: (local) =>
      `${((local.hour + 11) % 12) + 1}:${twoDigits(local.minute)}\u00A0${local.hour < 12 ? 'a.m.' : 'p.m.'}`,
  },
  es: {
    date: (local) => `${weekday('es', local)} ${local.day} de ${month('es', local)} de ${local.year}`,
    time: (local) => `${local.hour}:${twoDigits(local.minute)}`,
  },
};

const weekday = (language: Language, local: Temporal.PlainDateTime) => weekdays[language][local.dayOfWeek - 1];
const month = (language: Language, local: Temporal.PlainDateTime) => months[language][local.month - 1];
const twoDigits = (value: number) => `${value}`.padStart(2, '0');

/** « UTC−5 », « UTC+5:30 », with the true minus sign. */
function offsetOf(moment: Date, timeZone: string): string {
  const ahead = offsetMinutes(moment, timeZone);
  const minutes = Math.abs(ahead);
  const rest = minutes % 60;
  return `UTC${ahead < 0 ? '−' : '+'}${Math.floor(minutes / 60)}${rest ? `:${twoDigits(rest)}` : ''}`;
}

/** Names that differ from the last part of the zone's name; the house sits in Val-d’Or, not in Toronto. */
const cities: Readonly<Record<string, string | Partial<Record<Language, string>>>> = {
  'Africa/Accra': { es: 'Acra' },
  'Africa/Algiers': { fr: 'Alger', es: 'Argel' },
  'Africa/Cairo': { fr: 'Le Caire', es: 'El Cairo' },
  'Africa/Douala': 'Yaoundé',
  'Africa/Johannesburg': 'Pretoria',
  'Africa/Casablanca': 'Rabat',
  'Africa/Lagos': 'Abuja',
  'Africa/Lome': 'Lomé',
  'Africa/Ndjamena': 'N’Djamena',
  'America/Bogota': 'Bogotá',
  'America/Mexico_City': { fr: 'Mexico', en: 'Mexico City', es: 'Ciudad de México' },
  'America/Sao_Paulo': { fr: 'Brasilia', en: 'Brasília', es: 'Brasilia' },
  'America/St_Johns': 'St. John’s',
  'America/Toronto': 'Val-d’Or',
  'America/Cuiaba': 'Cuiabá',
  'America/Belem': 'Belém',
  'Asia/Kolkata': 'New Delhi',
  'Asia/Shanghai': { fr: 'Pékin', en: 'Beijing', es: 'Pekín' },
  'Asia/Ulaanbaatar': { fr: 'Oulan-Bator', es: 'Ulán Bator' },
  'Europe/Brussels': { fr: 'Bruxelles', es: 'Bruselas' },
  'Europe/London': { fr: 'Londres', es: 'Londres' },
};

/** What the letters call the place of a zone, in all their languages, and the zone itself; plain, the longest first. */
export function namesOfPlace(timeZone: string): string[] {
  const own = timeZone.slice(timeZone.lastIndexOf('/') + 1).replaceAll('_', ' ');
  const names = [own, ...languages.map((language) => cityOf(timeZone, language))].map(plain);
  return [...new Set(names)].sort((a, b) => b.length - a.length);
}

function cityOf(timeZone: string, language: Language): string {
  const city = cities[timeZone];
  const named = typeof city === 'string' ? city : city?.[language];
  return named ?? timeZone.slice(timeZone.lastIndexOf('/') + 1).replaceAll('_', ' ');
}
