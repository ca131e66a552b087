/** A set of small numbers that is emptied at no cost. */
export class NumberSet {
  private rounds = new Int32Array(1024);
  private round = 1;

  has(number: number): boolean {
    return this.rounds[number] === this.round;
  }

  /** Adds a number; false if it was there. */
  add(number: number): boolean {
    if (number >= this.rounds.length) {
      const larger = new Int32Array(Math.max(number + 1, this.rounds.length * 2));
      larger.set(this.rounds);
      this.rounds = larger;
    }
    if (this.rounds[number] === this.round) return false;
    this.rounds[number] = this.round;
    return true;
  }

  clear(): void {
    this.round += 1;
  }
}
