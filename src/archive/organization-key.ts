import { addressPart } from "../text/address-part.ts";

/** A handle's form in addresses: in lower case, because not every host distinguishes case. */
export function organizationKey(handle: string): string {
  return addressPart(handle.toLowerCase());
}
