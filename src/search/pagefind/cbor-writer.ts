/** The types of values in CBOR, in the upper three bits of a value's first byte. */
const types = { positive: 0x00, negative: 0x20, text: 0x60, list: 0x80 };

/** The first byte of a number that follows in one, two or four bytes. Smaller numbers are in the byte itself. */
const [inOneByte, inTwoBytes, inFourBytes] = [24, 25, 26];

/** Writes CBOR (RFC 8949): lists, texts and integers of up to 32 bits, each in as few bytes as can have it. */
export class CborWriter {
  private buffer = new Uint8Array(1 << 14);
  private length = 0;
  private readonly encoder = new TextEncoder();

  /** Begins with bytes that are not CBOR. */
  constructor(start: Uint8Array) {
    this.reserve(start.length);
    this.buffer.set(start);
    this.length = start.length;
  }

  /** Begins a list of so many values, which are written next. */
  list(count: number): void {
    this.head(types.list, count);
  }

  integer(value: number): void {
    if (value < 0) this.head(types.negative, -1 - value);
    else this.head(types.positive, value);
  }

  text(value: string): void {
    const bytes = this.encoder.encode(value);
    this.head(types.text, bytes.length);
    this.reserve(bytes.length);
    this.buffer.set(bytes, this.length);
    this.length += bytes.length;
  }

  /** What was written. */
  bytes(): Uint8Array {
    return this.buffer.slice(0, this.length);
  }

  private head(type: number, value: number): void {
    this.reserve(5);
    if (value < inOneByte) this.byte(type + value);
    else if (value < 0x100) {
      this.byte(type + inOneByte);
      this.byte(value);
    } else if (value < 0x1_0000) {
      this.byte(type + inTwoBytes);
      this.byte(value >> 8);
      this.byte(value);
    } else {
      this.byte(type + inFourBytes);
      for (const bits of [24, 16, 8, 0]) this.byte(value >>> bits);
    }
  }

  private byte(value: number): void {
    this.buffer[this.length] = value;
    this.length += 1;
  }

  private reserve(count: number): void {
    if (this.length + count <= this.buffer.length) return;
    const larger = new Uint8Array(Math.max(this.buffer.length * 2, this.length + count));
    larger.set(this.buffer);
    this.buffer = larger;
  }
}
