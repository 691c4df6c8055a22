/**
 * An address that is written the same in the envelope and in a header: there is nothing to quote, to encode or to put
 * into lower case. Nearly all are, and asking nodemailer takes longer than the rest of the header.
 */
export const plainAddress = /^[\w+-]+(?:\.[\w+-]+)*@(?:(?!xn--)[a-z\d-]+\.)+(?!xn--)[a-z]{2,63}$/;
