import { addressesUnder } from "../../../archive/addresses.ts";

/** The site's addresses, as its pages are built for them. */
export const addresses = addressesUnder(import.meta.env.BASE_URL);
