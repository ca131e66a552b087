import { homeNews } from "../../../i18n/strings.ts";
import { newPapers, readGrowth, recordTotal } from "../archive-growth.ts";
import { thisLibrary } from "./this-library.ts";

/** "58 new since Tuesday" on the home page, for readers who were here before. */

const name = "home";
const place = document.querySelector<HTMLElement>("[data-news]");
const total = Number(place?.dataset["news"]);
if (place && total > 0) {
  const now = new Date();
  const growth = recordTotal(readGrowth(thisLibrary.getText(name)), now.toISOString(), total);
  thisLibrary.setText(name, JSON.stringify(growth));
  const news = newPapers(growth);
  const link = place.querySelector("a");
  if (news && link) {
    link.textContent = homeNews.since(news.count, whenWas(new Date(news.since), now));
    place.hidden = false;
  }
}

/** A weekday in the last six days, a time of the same day, otherwise a date. */
function whenWas(then: Date, now: Date): string {
  const language = document.documentElement.lang;
  const days = (midnight(now) - midnight(then)) / 86_400_000;
  return new Intl.DateTimeFormat(
    language === "en" ? "en-GB" : language,
    days < 0.5
      ? { timeStyle: "short" }
      : days < 6.5
        ? { weekday: "long" }
        : { day: "numeric", month: "long", ...(days > 300 ? { year: "numeric" } : {}) },
  ).format(then);
}

function midnight(date: Date): number {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
}
