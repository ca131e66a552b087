import { type Changes, SegmentReader } from "./segments.ts";

/** The files of a store: all of its texts, and those that are other now, so that a small change makes a small file. */
export interface StoreFiles {
  whole: string;
  changes: string;
}

/** Changes may grow to this share of the whole file, which is written again then. */
const mostChanges = 0.25;

/** The texts that a store had when it was opened. */
export class KeptSegments {
  readonly #whole: SegmentReader;
  readonly #changes: SegmentReader;
  /** Keys of the whole file that count no more. */
  readonly #gone: ReadonlySet<string>;

  constructor(files: StoreFiles, version: string) {
    this.#whole = new SegmentReader(files.whole, version);
    this.#changes = new SegmentReader(files.changes, version);
    const { changes } = this.#changes;
    const isOfWhole = changes !== undefined && changes.of === this.#whole.sum;
    if (!isOfWhole) this.#changes.segments.clear();
    this.#gone = new Set(isOfWhole ? changes.gone : []);
  }

  clear(): void {
    this.#whole.segments.clear();
    this.#changes.segments.clear();
  }

  has(key: string): boolean {
    return this.#changes.segments.has(key) || this.#isOfWhole(key);
  }

  /** The bytes of a text; undefined if they are damaged. */
  bytesOf(key: string): Buffer | undefined {
    if (this.#changes.segments.has(key)) return this.#changes.bytesOf(key);
    return this.#isOfWhole(key) ? this.#whole.bytesOf(key) : undefined;
  }

  /**
   * What a new file of the store must have besides `added` texts, of so many bytes: the texts that stay and that it
   * must repeat, and what it says of the whole file if it is a file of changes. Undefined if nothing has changed.
   */
  planOf(
    stays: (key: string) => boolean,
    added: { has: (key: string) => boolean; size: number; bytes: number },
  ): { repeated: string[]; changes: Changes | undefined } | undefined {
    const whole = [...this.#whole.segments.keys()].filter((key) => this.#isOfWhole(key));
    const changed = [...this.#changes.segments.keys()];
    const isLeft = (key: string) => stays(key) && !added.has(key);
    const left = whole.filter(isLeft);
    const repeated = changed.filter(isLeft);
    if (added.size === 0 && left.length + repeated.length === whole.length + changed.length) {
      return undefined;
    }
    const all = bytesIn(this.#whole, this.#whole.segments.keys());
    const other = all - bytesIn(this.#whole, left) + bytesIn(this.#changes, repeated) + added.bytes;
    if (other > mostChanges * all) return { repeated: [...left, ...repeated], changes: undefined };
    const here = new Set(left);
    const gone = [...this.#whole.segments.keys()].filter((key) => !here.has(key));
    return { repeated, changes: { of: this.#whole.sum, gone } };
  }

  close(): void {
    this.#whole.close();
    this.#changes.close();
  }

  #isOfWhole(key: string): boolean {
    return this.#whole.segments.has(key) && !this.#gone.has(key);
  }
}

function bytesIn({ segments }: SegmentReader, keys: Iterable<string>): number {
  let bytes = 0;
  for (const key of keys) bytes += segments.get(key)?.length ?? 0;
  return bytes;
}
