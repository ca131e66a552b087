import type { StorageOutcome } from "../device.ts";
import { readVisits, type Visits, visitAt, writeVisits } from "../visits.ts";
import { thisDevice } from "./this-device.ts";

const name = "visits";

/** Notes this visit, so that the page of what is new can say since when. */
export function noteVisit(now = new Date()): Visits {
  const visits = visitAt(readVisits(thisDevice.getText(name)), now.toISOString());
  keepVisits(visits);
  return visits;
}

/** Where it cannot be kept, nothing is said: nobody asked for it. The page of what is new says so. */
export function keepVisits(visits: Visits): StorageOutcome {
  return thisDevice.setText(name, writeVisits(visits));
}
