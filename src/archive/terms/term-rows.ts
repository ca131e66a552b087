/** Rows of terms, each with a value. Row `i` spans `starts[i]` to `starts[i + 1]`. */
interface Rows {
  starts: Uint32Array;
  terms: Uint32Array;
  values: Float32Array;
}

/** Makes rows one after the other. They are typed, because lists of numbers would take several times the memory. */
export class TermRows {
  private readonly starts: Uint32Array;
  private terms: Uint32Array;
  private values: Float32Array;
  private row = 0;
  private size = 0;

  constructor(rows: number, expected: number) {
    this.starts = new Uint32Array(rows + 1);
    this.terms = new Uint32Array(expected * rows);
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
  copy({ starts, terms, values }: Rows, row: number): void {
    const [start, end] = [starts[row] ?? 0, starts[row + 1] ?? 0];
    this.makeRoom(end - start);
    this.terms.set(terms.subarray(start, end), this.size);
    this.values.set(values.subarray(start, end), this.size);
    this.size += end - start;
  }

  /** Ends a row. */
  end(): void {
    this.row += 1;
    this.starts[this.row] = this.size;
  }

  /** The rows that were made. */
  finish(): Rows {
    const { starts, size } = this;
    return { starts, terms: this.terms.slice(0, size), values: this.values.slice(0, size) };
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
