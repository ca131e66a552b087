import { markLists } from "./list-marks.ts";
import { noteVisit } from "./visit.ts";

/** The script of every page that lists papers. */
markLists();
noteVisit();
