import { type LatestPaper, latestFile } from "../../../archive/latest.ts";
import { dayTools, likenessOrder, paperLabels, library as words } from "../../../i18n/strings.ts";
import { element } from "../../element.ts";
import { keptOrder } from "../../lists/kept-order.ts";
import { requireElement } from "../../require-element.ts";
import { type News, newsSince, recordSeen } from "../news.ts";
import { fetchJson } from "./fetch-cards.ts";
import { addListButtons } from "./list-buttons.ts";
import { dates, pagedList, paperRow } from "./paper-row.ts";
import { thisLibrary } from "./this-library.ts";
import { rememberVisit, storeVisits } from "./visit.ts";

/** The page of the papers that are new since the last visit. */

/** The file of the latest papers has a maximum length, so there may be more papers. */
const mostLatest = 1000;

void show();

async function show(): Promise<void> {
  const status = requireElement(document, "#news-status", HTMLElement);
  const list = requireElement(document, "#news", HTMLElement);
  const visits = rememberVisit();
  const result = storeVisits(visits);
  if (result === "blocked") {
    status.textContent = words.news.blocked;
    return;
  }
  try {
    const { papers } = await fetchJson("data/latest.json", latestFile);
    const news = newsSince(visits, papers);
    const text = newsText(news, papers.length);
    if ("papers" in news) await showPapers(list, news.papers);
    status.textContent = result === "full" ? `${text} ${words.news.notRemembered}` : text;
    storeVisits(recordSeen(visits, papers));
  } catch {
    status.textContent = words.news.failed;
  }
}

/** Shows the papers by day, or those first that are most like the saved ones. */
async function showPapers(list: HTMLElement, papers: readonly LatestPaper[]): Promise<void> {
  const tools = requireElement(document, "#news-order", HTMLElement);
  const order = requireElement(tools, "select", HTMLSelectElement);
  const fault = requireElement(tools, "[role=status]", HTMLElement);

  async function arrange(): Promise<void> {
    const isWanted = order.value === "likeness";
    const found = isWanted ? await sectionByLikeness(papers) : undefined;
    fault.textContent = typeof found === "string" ? found : "";
    if (typeof found === "string") order.value = "listed";
    list.replaceChildren(...(found instanceof HTMLElement ? [found] : sectionsByDay(papers)));
    addListButtons();
  }

  order.addEventListener("change", () => {
    thisLibrary.setText(keptOrder, order.value === "likeness" ? order.value : undefined);
    void arrange();
  });
  if (thisLibrary.getText(keptOrder) === "likeness") order.value = "likeness";
  await arrange();
  tools.hidden = papers.length < 3;
}

/** A section with the papers, those that are most like the saved ones first, or why there is none. */
async function sectionByLikeness(papers: readonly LatestPaper[]): Promise<HTMLElement | string> {
  const rows = papers.map((paper) => paperRow(paper.id, paper, { listed: paper.day }));
  const found = await import("../../lists/row-likeness.ts")
    .then(({ rowLikeness }) => rowLikeness(rows))
    .catch(() => dayTools.notCompared);
  if (typeof found === "string") return found;
  for (const row of rows) found.note(row, true);
  const sorted = rows.toSorted((a, b) => found.scoreOf(b) - found.scoreOf(a));
  const heading = element("h2", {}, likenessOrder.heading);
  return element("section", { class: "section" }, heading, pagedList(sorted, addListButtons));
}

function newsText(news: News, latestCount: number): string {
  if (news.kind === "first visit") return words.news.firstVisit;
  const since = dateAndTime(news.since);
  if (news.kind === "clock went back") return words.news.clockWentBack(since);
  const count = news.papers.length;
  if (news.kind === "since last visit") return words.news.sinceVisit(count, since);
  return words.news.sinceLook(count, since, count === latestCount && latestCount >= mostLatest);
}

function sectionsByDay(papers: readonly LatestPaper[]): HTMLElement[] {
  const days = Map.groupBy(papers, ({ day }) => day ?? "");
  return [...days].map(([day, papersOfDay]) => {
    const heading = element("h2", {}, day === "" ? paperLabels.undated : dates.day(day));
    const rows = papersOfDay.map((paper) => paperRow(paper.id, paper, { day: day || undefined }));
    return element("section", { class: "section" }, heading, pagedList(rows, addListButtons));
  });
}

function dateAndTime(instant: string): string {
  const language = document.documentElement.lang;
  return new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, {
    dateStyle: "long",
    timeStyle: "short",
  }).format(new Date(instant));
}
