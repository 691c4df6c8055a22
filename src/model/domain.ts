/** What stands behind the last @ of an address, in lower case; the whole of it without an @. */
export function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1).toLowerCase();
}

/** « support+id123@ » as « support@ » (RFC 5233): desks answer each case from another one. */
export function untagged(address: string): string {
  return address.replace(/(?<=[^@])\+[^@]*(?=@)/, '');
}
