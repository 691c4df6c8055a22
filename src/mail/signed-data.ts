/** OID of signed-data (RFC 5652, 5.1), as its DER bytes. */
const signedData = Buffer.from('2a864886f70d010702', 'hex');

interface Element {
  tag: number;
  /** Where its content begins and ends; for an indefinite length the end is that of its parent. */
  start: number;
  end: number;
  indefinite: boolean;
}

/**
 * The content of a CMS signed-data object (RFC 5652), the form of S/MIME in which no other program can read the mail
 * (RFC 8551, 3.5.2); undefined when it is something else (encrypted data, for example). The signature is not verified.
 */
export function signedContent(der: Buffer): Buffer | undefined {
  const outer = elementAt(der, 0, der.length);
  if (outer?.tag !== 0x30) return undefined;
  const type = elementAt(der, outer.start, outer.end);
  if (type?.tag !== 0x06 || !der.subarray(type.start, type.end).equals(signedData)) return undefined;
  const wrapper = elementAt(der, type.end, outer.end);
  const data = wrapper && elementAt(der, wrapper.start, wrapper.end);
  if (data?.tag !== 0x30) return undefined;
  const [version, digests] = siblings(der, data, 2);
  if (!version || !digests) return undefined;
  const encapsulated = elementAt(der, digests.end, data.end);
  const contentType = encapsulated && elementAt(der, encapsulated.start, encapsulated.end);
  const explicit = contentType && elementAt(der, contentType.end, encapsulated.end);
  if (explicit?.tag !== 0xa0) return undefined;
  const content = elementAt(der, explicit.start, explicit.end);
  return content && octets(der, content);
}

function siblings(der: Buffer, parent: Element, count: number): Element[] {
  const found: Element[] = [];
  let position = parent.start;
  while (found.length < count) {
    const element = elementAt(der, position, parent.end);
    if (!element || element.indefinite) break;
    found.push(element);
    position = element.end;
  }
  return found;
}

/** An octet string, whole or (BER) in pieces. */
function octets(der: Buffer, element: Element): Buffer | undefined {
  if (element.tag === 0x04) return der.subarray(element.start, element.end);
  if (element.tag !== 0x24) return undefined;
  const pieces: Buffer[] = [];
  let position = element.start;
  for (;;) {
    const piece = elementAt(der, position, element.end);
    if (piece?.tag !== 0x04) break;
    pieces.push(der.subarray(piece.start, piece.end));
    position = piece.end;
  }
  return Buffer.concat(pieces);
}

/** The element that begins there (X.690, 8.1); undefined where none does. */
function elementAt(der: Buffer, position: number, limit: number): Element | undefined {
  const tag = der[position];
  const first = der[position + 1];
  if (tag === undefined || first === undefined || position + 2 > limit) return undefined;
  if (first === 0x80) return { tag, start: position + 2, end: limit, indefinite: true };
  if (first < 0x80) return bounded(tag, position + 2, first, limit);
  const bytes = first & 0x7f;
  if (bytes > 4 || position + 2 + bytes > limit) return undefined;
  return bounded(tag, position + 2 + bytes, der.readUIntBE(position + 2, bytes), limit);
}

function bounded(tag: number, start: number, length: number, limit: number): Element | undefined {
  return start + length > limit ? undefined : { tag, start, end: start + length, indefinite: false };
}
