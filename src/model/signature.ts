import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { SigningKey } from './policy.ts';

type Keys = readonly [SigningKey, ...SigningKey[]];

/** What a letter's Message-ID proves possession of: this class of letter, to this person, about this request. */
interface Possession {
  letter: string;
  /** The address that the letter went to. */
  person: string;
  reference?: string | undefined;
}

/**
 * The id of a letter and its Message-ID `<id.possession.seal@domain>`, both the same whenever `seed` is the same.
 * @param seed - The cause and the letter's place in its plan; never used for two letters.
 * @param keys - The first signs.
 */
export function signMessageId(
  { seed, ...possession }: Possession & { seed: string },
  keys: Keys,
  domain: string,
): { id: string; messageId: string } {
  const [key] = keys;
  // Not keyed: a letter keeps its id when the keys are rotated between two attempts to commit it.
  const id = base32(createHash('sha256').update(seed).digest()).slice(0, idLength);
  const signed = `${id}.${possessionMac(key, id, possession)}@${domain}`;
  return { id, messageId: `<${withSeal(signed, mac(key, 'message-id', signed))}>` };
}

/** The id in a Message-ID that we wrote, whichever key signed it; undefined for any other. */
export function readMessageId(messageId: string, keys: Keys): { id: string } | undefined {
  const read = messageIdShape.exec(messageId)?.groups;
  if (!read) return undefined;
  const signed = `${read.id}.${read.possession}@${read.domain}`;
  const ours = keys.some((key) => same(mac(key, 'message-id', signed), read.seal ?? ''));
  return ours && read.id ? { id: read.id } : undefined;
}

/**
 * True if we wrote this Message-ID for exactly this letter, person and request, all as the ledger holds them.
 * Its age is the caller's to judge.
 */
export function provesPossession(messageId: string, possession: Possession, keys: Keys): boolean {
  const read = messageIdShape.exec(messageId)?.groups;
  const id = readMessageId(messageId, keys)?.id;
  if (!read || !id) return false;
  return keys.some((key) => same(possessionMac(key, id, possession), read.possession ?? ''));
}

/** What a key proves: a letter of ours showed it to this person, for commands of this class about this request. */
interface Warrant {
  person: string;
  /** Empty for what is about no request. */
  reference: string;
  level: string;
}

/** A key for a button, good to the end of that day (UTC): whoever has it received our letter. */
export function makeKey(warrant: Warrant, until: Date, keys: Keys): string {
  const day = Math.floor(until.getTime() / dayMs)
    .toString(32)
    .padStart(4, '0');
  return day + keyMac(keys[0], day, warrant);
}

/** True if we made this key for exactly that, and its day is not over. */
export function provesKey(key: string, warrant: Warrant, now: Date, keys: Keys): boolean {
  const { day = '', seal = '' } = keyShape.exec(key)?.groups ?? {};
  if (!(Number.parseInt(day, 32) * dayMs + dayMs > now.getTime())) return false;
  return keys.some((signing) => same(keyMac(signing, day, warrant), seal));
}

/** A one-time code of ten characters that cannot be misread; the same for the same seed, secret by the key. */
export function makeCode(seed: string, keys: Keys): string {
  let number = BigInt(`0x${hmac(keys[0], ['code', seed]).toString('hex')}`);
  let code = '';
  // 256 bits modulo 31 ten times over: the bias is far below one in 2^200.
  for (let i = 0; i < codeLength; i++) {
    code += codeAlphabet[Number(number % BigInt(codeAlphabet.length))];
    number /= BigInt(codeAlphabet.length);
  }
  return code;
}

/** SHA-256, hexadecimal, of a code as people retype it: case, spaces and hyphens do not count. */
export function hashCode(code: string): string {
  return createHash('sha256')
    .update(code.replace(/[\s\p{Dash_Punctuation}]/gu, '').toUpperCase())
    .digest('hex');
}

/** 80 bits: a name, not a secret. */
const idLength = 16;
/** 100 bits. */
const macLength = 20;
const messageIdShape =
  /^<(?<id>[a-z2-7]{16})\.(?<possession>[a-z2-7]{20})\.(?<seal>[a-z2-7]{20})@(?<domain>[^\s<>@]{1,253})>$/;
const keyShape = /^(?<day>[0-9a-v]{4})(?<seal>[a-z2-7]{20})$/;
const dayMs = 86_400_000;
const codeLength = 10;
/** Without 0 O, 1 I L. */
const codeAlphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

function possessionMac(key: SigningKey, id: string, { letter, person, reference }: Possession): string {
  return mac(key, 'possession', id, letter, person.toLowerCase(), reference ?? '');
}

function keyMac(key: SigningKey, day: string, { person, reference, level }: Warrant): string {
  return mac(key, 'button', day, person.toLowerCase(), reference, level);
}

function withSeal(signed: string, seal: string): string {
  return signed.replace('@', () => `.${seal}@`);
}

function mac(key: SigningKey, ...parts: string[]): string {
  return base32(hmac(key, parts)).slice(0, macLength);
}

/** As JSON, so that no two lists of parts read alike. */
function hmac(key: SigningKey, parts: string[]): Buffer {
  return createHmac('sha256', key.secret).update(JSON.stringify(parts)).digest();
}

function same(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}

/** RFC 4648, 6, in lower case and without padding; 32 bytes give 51 whole characters. */
function base32(bytes: Buffer): string {
  let text = '';
  let bits = 0;
  let pending = 0;
  for (const byte of bytes) {
    pending = (pending << 8) | byte;
    bits += 8;
    for (; bits >= 5; bits -= 5) text += 'abcdefghijklmnopqrstuvwxyz234567'[(pending >> (bits - 5)) & 31];
    pending &= (1 << bits) - 1;
  }
  return text;
}
