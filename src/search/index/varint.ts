/** Appends a non-negative integer as a varint: seven bits per byte, the low bits first. */
export function putVarint(bytes: number[], value: number): void {
  let left = value;
  while (left >= 128) {
    bytes.push((left % 128) + 128);
    left = Math.floor(left / 128);
  }
  bytes.push(left);
}

/** Appends a text in UTF-8, with its length in bytes before it. */
export function putText(bytes: number[], text: string): void {
  const encoded = new TextEncoder().encode(text);
  putVarint(bytes, encoded.length);
  bytes.push(...encoded);
}

/** Reads numbers that `putVarint` wrote, and texts of `putText` between them. */
export class VarintReader {
  private readonly file: Uint8Array;
  private at: number;

  constructor(file: Uint8Array, start = 0) {
    this.file = file;
    this.at = start;
  }

  /** Reads one number. Throws a RangeError at the end of the file. */
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

  /** Reads a text in UTF-8 with its length in bytes before it. */
  text(): string {
    const length = this.number();
    return new TextDecoder("utf-8").decode(this.bytes(length));
  }

  /** Reads some bytes as they are. Throws a RangeError at the end of the file. */
  bytes(count: number): Uint8Array {
    if (this.at + count > this.file.length) throw new RangeError("The file ends too early.");
    const bytes = this.file.subarray(this.at, this.at + count);
    this.at += count;
    return bytes;
  }
}
