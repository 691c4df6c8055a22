const enhanced = /(?<![\d.])([45])\.(\d{1,3})\.(\d{1,3})(?![\d.]*\d)/g;
const reply = /(?:^|[^\d.\-:/@]|\b[Cc](?:ODE|ode)\s?:)([245][0-5]\d)(?=[\s\-:,;."')\]<]|$)/g;

/** SMTP reply codes that say more than their class (RFC 5321, 4.2.3, as RFC 5248 maps them). */
const byReply: Readonly<Record<string, string>> = {
  '421': '4.3.2',
  '450': '4.2.0',
  '451': '4.3.0',
  '452': '4.3.1',
  '550': '5.1.1',
  '551': '5.1.6',
  '552': '5.2.2',
  '553': '5.1.3',
  '554': '5.0.0',
};

/**
 * The first enhanced status code of a failure (RFC 3463) in that text, one with a detail before one without; undefined
 * when it holds none. IP addresses are none.
 */
export function enhancedStatus(text: string): string | undefined {
  const found = [...text.matchAll(enhanced)].map(([code]) => code);
  return found.find((code) => !/\.0\.0$/.test(code)) ?? found[0];
}

/** The enhanced status of a delivery in that text (RFC 3463, 2), or an empty text. */
export function successStatus(text: string): string {
  return /(?<![\d.])2\.\d{1,3}\.\d{1,3}(?![\d.]*\d)/.exec(text)?.[0] ?? '';
}

/** The status that the first SMTP reply code (RFC 5321, 4.2) in that text stands for. */
export function statusOfReply(text: string): string | undefined {
  const code = [...text.matchAll(reply)].map((match) => match[1] ?? '').find((digits) => !digits.startsWith('2'));
  return code ? (byReply[code] ?? `${code.charAt(0)}.0.0`) : undefined;
}
