import { counted } from "../format.ts";

export { number } from "../format.ts";

/** "1 paper", "2,500 papers". */
export const papers = (count: number) => counted(count, "paper", "papers");
