/**
 * What mail programs put before the subject, in the languages of the world; sources of regular expressions with the flags
 * i and u, for texts with their accents or without.
 */
const replies =
  're|r[eé]p|r[eé]f|aw|antw|antwort|sv|vs|res|r|odp|ynt|yan|atb|bls|v[aá]|απ|σχετ|回复|回覆|答复|答覆|返信|답장|ответ|отв';
const forwards = [
  'tr|transf[eé]r[eé]e?|transfert|r[eé]exp|fwd?|forwarded|wg|weitergeleitet|rv|reenv|reenviado|enc|encaminhado|pd|przekazane',
  'vb|vidarebefordrat|videresendt|vl|v[aä]litetty|doorst|doorgestuurd|inoltrato|fs|yml|trs|diteruskan|redirec[tț]ionat',
  // « VS: » answers in Finnish and forwards in Norwegian and Danish.
  'vs|v[aä]litys|videresend|edast(?:atud)?|p[aā]rs(?:[uū]t[iī]t[as]?)?|persi[uų]sta|preposlan[eéoáa]|proslije[dđ]eno|posredovano',
  'препрат(?:ено|ен)?|chuyển tiếp|ส่งต่อ|birbidali[ae]?|áframsent',
  '[iıİ]lt|[iıİ]letildi|tov[aá]bb[ií]t[aá]s|πρθ|转发|轉寄|轉發|转寄|転送|전달|пересл|הועבר|إعادة توجيه',
].join('|');

const count = String.raw`(?:\[\d+\])?`;
const colon = String.raw`\s?[:：]`;

/** « Re: », « RE : », « AW: », « Re[2]: ». */
export const replyMark = `(?:${replies})${count}${colon}`;

/** « TR : », « Fwd: », « Tr. », « TR - »; a single letter only with its colon: « I - » counts. */
export const forwardMark = String.raw`(?:i${count}${colon}|(?:${forwards})${count}(?:\.?${colon}|\.(?=\s)|\s[-–—](?=\s)))`;
