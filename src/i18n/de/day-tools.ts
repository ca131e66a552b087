import type * as english from "../en/day-tools.ts";
import { number } from "../format.ts";

/** What the script of a day's page says in German after it has narrowed the day. */
export const dayTools: typeof english.dayTools = {
  narrowed: (shown, of, topic) => `${number(shown)} von ${number(of)} Artikeln: ${topic}`,
  notCompared:
    "Die Artikel konnten nicht verglichen werden. Prüfe deine Verbindung und lade die Seite neu.",
  onlyThisPage: "Die anderen Seiten dieses Tages konnten nicht geladen werden.",
};
