/**
 * Characters that stand for something else in a text while it is cleaned. No source has them: a text
 * that is read has U+FFFD in the place of code points that are no characters (`soundText`).
 */

/** Begins and ends emphasised words. */
export const emphasis = { open: "\uFDD0", close: "\uFDD1" };

/** Begins and ends words in bold type. */
export const strong = { open: "\uFDD2", close: "\uFDD3" };

/** Begins and ends lowered text, of HTML. */
export const lowered = { open: "\uFDD4", close: "\uFDD5" };

/** Begins and ends raised text, of HTML. */
export const raised = { open: "\uFDD6", close: "\uFDD7" };

/** Each mark of emphasis or bold type. */
export const typeMarks = /[\uFDD0-\uFDD3]/g;

/** An underscore of TeX (`\_`) where Markdown would begin emphasis. */
export const lineMark = "\uFDD8";
