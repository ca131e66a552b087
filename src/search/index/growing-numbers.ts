/** A list of integers, from -2³¹ up to 2³¹ - 1, that takes four bytes for each. */
export class GrowingNumbers {
  private numbers: Int32Array;
  private count = 0;

  constructor(capacity = 1024) {
    this.numbers = new Int32Array(capacity);
  }

  get length(): number {
    return this.count;
  }

  push(number: number): void {
    if (this.count === this.numbers.length) {
      const larger = new Int32Array(this.count * 2);
      larger.set(this.numbers);
      this.numbers = larger;
    }
    this.numbers[this.count] = number;
    this.count += 1;
  }

  /** The numbers up to now, without a copy of them. */
  values(): Int32Array {
    return this.numbers.subarray(0, this.count);
  }

  /** Makes room for other numbers. Lists that `values` returned must not be used any more. */
  clear(): void {
    this.count = 0;
  }
}
