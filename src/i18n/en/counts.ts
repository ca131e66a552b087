/** A number with the separators of the language. */
export const number = (value: number) => value.toLocaleString("en");

/** "1 paper", "2,500 papers". */
export const papers = (count: number) => `${number(count)} ${count === 1 ? "paper" : "papers"}`;
