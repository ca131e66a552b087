import type { StoreResult } from "../text-store.ts";
import { readVisits, recordVisit, type Visits, writeVisits } from "../visits.ts";
import { thisLibrary } from "./this-library.ts";

const name = "visits";

/** Records this page view, so that the page of new papers knows the last visit. */
export function rememberVisit(now = new Date()): Visits {
  const visits = recordVisit(readVisits(thisLibrary.getText(name)), now.toISOString());
  storeVisits(visits);
  return visits;
}

/** Stores the visits. Only the page of new papers reports a failure; elsewhere it would disturb. */
export function storeVisits(visits: Visits): StoreResult {
  return thisLibrary.setText(name, writeVisits(visits));
}
