/** What stands behind the last @ of an address, in lower case; the whole of it without an @. */
export function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1).toLowerCase();
}
