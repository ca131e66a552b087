/** Rows of terms, each with a value. Row `i` spans `starts[i]` to `starts[i + 1]`. */
interface Rows {
  starts: Uint32Array;
  terms: Uint32Array;
  values: Float32Array;
}

/** Part of other rows, and where it goes. */
interface Copied {
  from: Rows;
  start: number;
  end: number;
  to: number;
}

/** Makes rows one after the other. They are typed, because lists of numbers would take several times the memory. */
export class TermRows {
  private readonly starts: Uint32Array;
  private terms: Uint32Array;
  private values: Float32Array;
  private row = 0;
  private size = 0;
  private copied: Copied | undefined;

  /** `expected` is about how many terms all rows have. */
  constructor(rows: number, expected: number) {
    this.starts = new Uint32Array(rows + 1);
    this.terms = new Uint32Array(expected);
    this.values = new Float32Array(this.terms.length);
  }

  /** Adds a term to the row that is being made. */
  readonly add = (term: number, value: number): void => {
    this.makeRoom(1);
    this.terms[this.size] = term;
    this.values[this.size] = value;
    this.size += 1;
  };

  /** Adds the terms of another row. */
  copy(from: Rows, row: number): void {
    const [start, end] = [from.starts[row] ?? 0, from.starts[row + 1] ?? 0];
    // Rows that follow each other are copied at once.
    const last = this.copied;
    const isNext = last?.from === from && last.end === start;
    if (isNext && last.to + last.end - last.start === this.size) last.end = end;
    else {
      this.finishCopy();
      this.copied = { from, start, end, to: this.size };
    }
    this.makeRoom(end - start);
    this.size += end - start;
  }

  /** Ends a row. */
  end(): void {
    this.row += 1;
    this.starts[this.row] = this.size;
  }

  /** The rows that were made. */
  finish(): Rows {
    this.finishCopy();
    const { starts, size } = this;
    return { starts, terms: this.terms.subarray(0, size), values: this.values.subarray(0, size) };
  }

  private finishCopy(): void {
    if (!this.copied) return;
    const { from, start, end, to } = this.copied;
    this.terms.set(from.terms.subarray(start, end), to);
    this.values.set(from.values.subarray(start, end), to);
    this.copied = undefined;
  }

  private makeRoom(more: number): void {
    if (this.size + more <= this.terms.length) return;
    const former = { terms: this.terms, values: this.values };
    this.terms = new Uint32Array(Math.ceil(1.5 * this.size) + more + 128);
    this.terms.set(former.terms);
    this.values = new Float32Array(this.terms.length);
    this.values.set(former.values);
  }
}
