import { addListButtons } from "./list-buttons.ts";
import { rememberVisit } from "./visit.ts";

/** The script of every page that lists papers. */
addListButtons();
rememberVisit();
