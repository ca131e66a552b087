// Text before the tag may be the rest of the line that ended the previous reference.
const begins = /^.{0,30}?TY {1,3}- ?([A-Z]{2,12}|[a-z]{2,12})$/su;
const tagged = /^([A-Z][A-Z0-9])( {1,3})-(?: (.*)|)$/su;
/** Where a line of RIS ends. Unicode's line and paragraph separators are part of a value. */
export const lineEnd = /\r\n|[\r\n]/;

/** A reference of RIS. */
export interface RisRecord {
  /** The line of its `TY`. */
  line: number;
  /** Whether it ends with `ER`. */
  whole: boolean;
  /** The values by their tags. */
  fields: Map<string, string[]>;
  /** Whether two spaces are between its `TY` and the hyphen, as the format has it. */
  isStandard: boolean;
  /** The tag of each value, in the order of the file. */
  order: string[];
}

/** The references of a file, and the numbers of lines that are between two references. */
export function cutRecords(text: string): { records: RisRecord[]; strays: number[] } {
  const records: RisRecord[] = [];
  const strays: number[] = [];
  let open: RisRecord | undefined;
  let last: string[] | undefined;
  for (const [index, raw] of text.split(lineEnd).entries()) {
    const line = raw.replace(/^\uFEFF/, "").trimEnd();
    const [, ownTag, spaces = "", value = ""] = tagged.exec(line) ?? [];
    const isTag = begins.test(line) || ownTag === "ER" || !open?.isStandard || spaces.length > 1;
    const tag = begins.test(line) ? "TY" : isTag ? ownTag : undefined;
    if (open && tag === "TY" && ownTag === "ER") open.whole = true;
    // A tag outside a reference: the line that started the reference is lost or damaged.
    if (tag === "TY" || (tag !== undefined && tag !== "ER" && !open)) {
      open = {
        line: index + 1,
        whole: false,
        isStandard: /TY {2}-/.test(line),
        fields: new Map(),
        order: [],
      };
      records.push(open);
      const begun = begins.exec(line)?.[1];
      last = tag === "TY" ? undefined : [value.trim()];
      open.fields.set(tag, last ?? [begun ?? ""]);
      open.order.push(tag);
    } else if (tag === "ER") {
      if (open) open.whole = true;
      open = undefined;
    } else if (open && tag !== undefined) {
      last = open.fields.get(tag) ?? [];
      last.push(value.trim());
      open.fields.set(tag, last);
      open.order.push(tag);
    } else if (open && last && line.trim() !== "") {
      // Long text continues on lines without a tag.
      last.push(`${last.pop() ?? ""}\n${line.trim()}`);
    } else if (!open && records.length > 0 && !/^\s*(?:\d+\.?)?\s*$/.test(line)) {
      strays.push(index + 1);
    }
  }
  return { records, strays };
}

/** Reads the values of some tags, tag by tag. */
export function valuesOf({ fields }: RisRecord) {
  const all = (...tags: string[]) => tags.flatMap((tag) => fields.get(tag) ?? []);
  const first = (...tags: string[]) => all(...tags).find((value) => value !== "");
  return { all, first };
}

/** The values of some tags in the order of the file. */
export function inOrder({ fields, order }: RisRecord, tags: readonly string[]): string[] {
  const left = new Map(tags.map((tag) => [tag, [...(fields.get(tag) ?? [])]]));
  return order.flatMap((tag) => left.get(tag)?.shift() ?? []);
}
