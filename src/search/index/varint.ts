/** Adds a whole number, 0 or more, in as few bytes as will do: seven bits a byte, the low ones first. */
export function putVarint(bytes: number[], value: number): void {
  let left = value;
  while (left >= 128) {
    bytes.push((left % 128) + 128);
    left = Math.floor(left / 128);
  }
  bytes.push(left);
}

/** Reads numbers that `putVarint` wrote, and texts between them. Throws a RangeError at the file's end. */
export class VarintReader {
  private readonly file: Uint8Array;
  private at: number;

  constructor(file: Uint8Array, start = 0) {
    this.file = file;
    this.at = start;
  }

  number(): number {
    let value = 0;
    for (let factor = 1; ; factor *= 128) {
      const byte = this.file[this.at];
      if (byte === undefined) throw new RangeError("The file ends too early.");
      this.at += 1;
      value += (byte & 127) * factor;
      if (byte < 128) return value;
    }
  }

  numbers(count: number): number[] {
    return Array.from({ length: count }, () => this.number());
  }

  text(): string {
    const length = this.number();
    const text = new TextDecoder("utf-8").decode(this.file.subarray(this.at, this.at + length));
    this.at += length;
    return text;
  }
}
