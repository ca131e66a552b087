import { counted, number } from "../format.ts";
import { paperLabels } from "./paper-labels.ts";

/** Lists of papers: their pages, files and neighbours. */
export const lists = {
  titleOfPage: (title: string, page: number) => `${title}, page ${number(page)}`,
  pageOf: (page: number, of: number) => `Page ${number(page)} of ${number(of)}`,
  /** The same after a number of papers and a comma. */
  partOf: (page: number, of: number) => `page ${number(page)} of ${number(of)}`,
  page: (page: number) => `Page ${number(page)}`,
  pages: "Pages",
  years: "Years of this list",
  earlier: "Earlier",
  later: "Later",
  cite: "Export citations:",
  follow: "Follow:",
  abstract: "Abstract",
  show: "Show of each paper",
  views: { titles: "Titles", compact: "Compact", abstracts: "Abstracts" },
  code: "Code",
  pdf: "PDF",
  codeOf: (title: string) => `Code of ${title}`,
  pdfOf: (title: string) => `PDF of ${title}`,
};

/** The home page: the latest day, then topics, years and months. */
export const homePage = {
  empty:
    "There are no papers here yet. Add one with `npm run add -- 2510.01171`, or put a file of references into `seeds/`, and build again.",
  allOfDay: (count: number, day: string) => `Show all ${paperLabels.count(count)} of ${day}`,
  added: "Added last",
  newest: "Newest",
  allPapers: (count: number) => `Show all ${paperLabels.count(count)} by date`,
  discussedIn: {
    upvotes: (period: string) => `Most upvotes in ${period}`,
    comments: (period: string) => `Most comments in ${period}`,
  },
  besides: "from other days, besides the papers above",
  previousDay: "Day before",
  allTopics: "All topics",
  years: "Years",
  allMonths: "All months",
};

/** A page of one day. Papers can be listed on it, published on it, or both. */
export const dayPage = {
  description: (count: number, day: string) => `${paperLabels.count(count)} from ${day}.`,
  counts: (listed: number, published: number) =>
    [
      ...(listed > 0 ? [`${paperLabels.count(listed)} listed`] : []),
      ...(published > 0
        ? [
            `${listed > 0 ? `${number(published)} ${published === 1 ? "other" : "others"}` : paperLabels.count(published)} published on this day`,
          ]
        : []),
    ].join("; "),
  order: "Order:",
  /** The order of the page, and those that a script can make. */
  orders: {
    listed: "as the source lists them",
    title: "by title",
    upvotes: "most upvotes first",
    topic: "by topic",
    likeness: "like your saved papers",
  },
  printAll: (count: number) => `Print all ${number(count)}`,
  topics: "Narrow to a topic",
  allTopics: "All topics",
  listed: "Listed on this day",
  published: "Published on this day",
  listedOrPublished: "Listed or published on this day",
  neighbours: "Earlier and later days",
};

/** Days, weeks, months and years as parts of a page. */
export const periods = {
  onDay: (day: string) => `on ${day}`,
  inMonth: (month: string) => `in ${month}`,
  inYear: (year: string) => `in ${year}`,
  /** Papers that have their date elsewhere. `when` is one of the three above. */
  listedLater: (when: string) => `Published ${when}, listed later`,
  listedElsewhere: (when: string) => `Published ${when}, listed at another time`,
  listedAgain: (when: string) => `Listed again ${when}`,
  onThisDay: (day: string) => `${day} in other years`,
  none: "No paper has its date in this period.",
  dayUnknown: "Day unknown",
  monthUnknown: "Month unknown",
  weekName: "Week",
  week: (week: number) => `Week ${week}`,
  /** Above the numbers of weeks in a calendar. */
  weekColumn: "Wk",
};

/** A page of one ISO week. */
export const weekPage = {
  title: (week: number, year: string) => `Week ${week} of ${year}`,
  description: (papers: string, span: string) => `${papers} from ${span}.`,
  days: "Days of the week",
  discussed: { upvotes: "Most upvotes first", comments: "Most comments first" },
  neighbours: "Earlier and later weeks",
};

/** The overview of weeks. */
export const weeksPage = {
  title: "Weeks",
  description: "All weeks with papers, by year.",
  lede: (count: number) =>
    `${number(count)} ${count === 1 ? "week has" : "weeks have"} papers. Weeks begin on Monday and are numbered by ISO 8601, so the first and last days of a year can be in a week of another one.`,
};

/** The overview of days. */
export const daysPage = {
  title: "Days",
  description: "All days with papers, by month.",
  lede: (count: number) =>
    `${number(count)} ${count === 1 ? "day has" : "days have"} papers. The number beside each day or month counts its papers.`,
  older: "For older years, open a month to see its days.",
};

/** A page of one month. */
export const monthPage = {
  description: (month: string) => `Papers from ${month}.`,
  neighbours: "Earlier and later months",
};

/** A page of one year. */
export const yearPage = {
  description: (year: string) => `Papers from ${year}.`,
  neighbours: "Earlier and later years",
  months: (year: string) => `Months of ${year}`,
};

/** The list of papers without a publication date. */
export const undatedPage = {
  title: "Undated papers",
  description: "Papers without a publication date.",
  none: "Every paper in this archive has a publication date.",
  some: "The source gives no publication date for these papers. Those that a source listed are under the day of listing, too.",
};

/** The overview of years and months. */
export const datesPage = {
  title: "By date",
  description: "Papers by year and month.",
  rule: (count: number) =>
    `${paperLabels.count(count)}, each by one date: the day on which a source first listed it. If no source did, it is the date of publication.`,
  undated: (count: number, dateless: number) =>
    dateless > 0
      ? `[${paperLabels.count(count)}](undated) ${count === 1 ? "has" : "have"} no publication date; ${number(dateless)} of them ${dateless === 1 ? "is" : "are"} in no year.`
      : `[${paperLabels.count(count)}](undated) ${count === 1 ? "has" : "have"} no publication date.`,
  listedLater: "Published before they were listed",
  allDays: "All days",
  allWeeks: "All weeks",
};

/** The calendar of days with papers, and its descriptions for screen readers. */
export const calendar = {
  heading: "Days with papers",
  fold: "Calendar",
  skip: "Skip the calendar",
  caption: "Each square is a day. The stronger its color, the more papers it has.",
  weeks: "For older years, each square is a week; the page of each year shows its days.",
  title: (year: string) => `Days with papers in ${year}`,
  noDay: "No paper has its date in this year.",
  oneDay: (day: string, count: number) =>
    `One day has papers: ${day}, ${paperLabels.count(count)}.`,
  manyDays: (days: number, busiest: string, count: number) =>
    `${number(days)} days have papers. The busiest is ${busiest}, with ${paperLabels.count(count)}.`,
  titleOfMonth: (month: string) => `Days with papers in ${month}`,
  elsewhere: "only papers with another date",
  month: "Month",
  mostOnADay: "Most in one day",
};

/** Charts and the tables behind them. */
export const charts = {
  table: "Show as table",
  year: "Year",
  papers: "Papers",
  elsewhere: "only papers with another date",
};

/** The overview of the institutions and labs behind the papers. */
export const organizationsPage = {
  title: "Organizations",
  lede: "Institutions and labs behind the papers.",
  none: "No source names an organization yet.",
  papersOf: (name: string) => `Papers from ${name}.`,
  handle: (handle: string) => `Listed as “${handle}” at the source.`,
};

/** The reading list of the archive's owner. */
export const readingList = {
  description: (count: number, owner?: string) =>
    owner === undefined
      ? `The reading list of this archive: ${paperLabels.count(count)}.`
      : `What ${owner} is reading: ${paperLabels.count(count)}.`,
  lede: (owner?: string) =>
    owner === undefined
      ? "Papers being read, already read, and to read next."
      : `What ${owner} is reading, has read, and plans to read.`,
  showAll: (count: number) => `Show all ${paperLabels.count(count)}`,
  statuses: { reading: "Reading", "to-read": "To read", read: "Read" },
  withStatus: (status: string) => `Papers with the status “${status}”.`,
  withNote: "With a note",
  papersWithNote: "Papers with a note",
  withNoteDescription: "Papers with a note by the owner of this archive.",
  tags: "Tags",
  tagged: (tag: string) => `Papers tagged “${tag}”.`,
  tagsInFeed: (tags: string) => `tags: ${tags}`,
  ratings: "Ratings",
  stars: (rating: number) => `${rating} of 5`,
  rated: (rating: number) => `Rated ${rating} of 5`,
  ratedDescription: (rating: number) => `Papers rated ${rating} of 5.`,
  readByMonth: "Papers read, by month.",
  dateUnknown: "Date unknown",
  onDay: (day: string) => `on ${day}`,
  note: "Note",
  noteBy: (author: string) => `Note by ${author}`,
  brokenNote: "This note contains an error, so its source is shown instead.",
  brokenPage: "This page contains an error, so its source is shown instead.",
};

/** Papers that people commented on or voted for. */
export const discussed = {
  heading: { upvotes: "Most upvotes", comments: "Most comments" },
  upvotes: (count: number) => counted(count, "upvote", "upvotes"),
  comments: (count: number) => counted(count, "comment", "comments"),
};
