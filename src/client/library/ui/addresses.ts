import { addressesUnder } from "../../../archive/addresses.ts";

/** The addresses of the site's pages, under the base path that it was built for. */
export const addresses = addressesUnder(import.meta.env.BASE_URL);
