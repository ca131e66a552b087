// What no address has in it, and what would end one in other formats.
const unusual = /[\s\p{Cc}\p{Cs}"<>\\^`{|}]/u;

/** A valid address with such characters percent-encoded, and any other as it is. */
export function plainAddress(address: string): string {
  return unusual.test(address) ? (URL.parse(address)?.href ?? address) : address;
}
