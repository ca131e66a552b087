/** An order of the rows of a list. `listed` is the order in which the page had them. */
export type RowOrder = "listed" | "upvotes" | "topic" | "likeness";

/** The order of that name; the order of the page for any other name. */
export function orderNamed(name: string | undefined): RowOrder {
  return name === "upvotes" || name === "topic" || name === "likeness" ? name : "listed";
}

/** What the order of a row depends on. */
export interface RowFacts {
  /** The place of the row in the page. */
  place: number;
  upvotes: number;
  /** The name of its first topic. */
  topic: string | undefined;
  /** How much it is like the papers that the reader has saved. */
  likeness: number;
}

/** Compares two rows. Those without a topic come last, and equal ones stay in their order. */
export function compareRows(order: RowOrder, language: string) {
  const byName = new Intl.Collator(language).compare;
  return (a: RowFacts, b: RowFacts): number => {
    const byOrder = {
      listed: () => 0,
      upvotes: () => b.upvotes - a.upvotes,
      likeness: () => b.likeness - a.likeness,
      topic: () =>
        a.topic === undefined || b.topic === undefined
          ? Number(a.topic === undefined) - Number(b.topic === undefined)
          : byName(a.topic, b.topic),
    };
    return byOrder[order]() || a.place - b.place;
  };
}
