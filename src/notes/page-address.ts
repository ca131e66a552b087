import { addressPart, isAddressPart } from "../text/address-part.ts";

/**
 * The address of an owner's page by its path under `content/pages/`, without slashes at its ends. The
 * owner's names keep their case.
 */
export function pageAddress(path: string): string {
  return path
    .replace(/(?:^|\/)index$/, "")
    .split("/")
    .map((name) => (name === "" || isAddressPart(name.toLowerCase()) ? name : addressPart(name)))
    .join("/");
}

/** The path of an address that an owner writes, such as `/talks/` or `talks`. */
export function pathOfAlias(written: string): string {
  return pageAddress(written.trim().replace(/^\/+|\/+$/g, ""));
}
