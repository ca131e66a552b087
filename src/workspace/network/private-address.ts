import { lookup } from "node:dns/promises";
import ipaddr from "ipaddr.js";

/**
 * Whether a host is this machine or on a private network, by its name or by any address that the
 * name resolves to. Rejects if the name does not resolve.
 */
export async function isPrivateHost(hostname: string): Promise<boolean> {
  const host = hostname.replace(/^\[|\]$/g, "");
  if (ipaddr.isValid(host)) return isPrivateAddress(host);
  if (/(?:^|\.)(?:localhost|local|internal|home\.arpa)$/i.test(host)) return true;
  const addresses = await lookup(host, { all: true });
  return addresses.some(({ address }) => isPrivateAddress(address));
}

/** Only `unicast` addresses are on the public internet; IPv4 in IPv6 is unwrapped first. */
function isPrivateAddress(address: string): boolean {
  return ipaddr.process(address).range() !== "unicast";
}
