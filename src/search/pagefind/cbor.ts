/** A value of the small part of CBOR that Pagefind writes. */
export type Cbor = number | string | Cbor[];

/** Reads one CBOR value: whole numbers, text and arrays (RFC 8949), which is all that Pagefind uses. */
export function readCbor(bytes: Uint8Array, start = 0): Cbor {
  let at = start;
  const decoder = new TextDecoder("utf-8");
  const byte = () => {
    const value = bytes[at];
    if (value === undefined) throw new RangeError("The data ends within a value.");
    at += 1;
    return value;
  };
  const size = (information: number): number => {
    if (information < 24) return information;
    const count = { 24: 1, 25: 2, 26: 4, 27: 8 }[information];
    if (count === undefined)
      throw new RangeError(`CBOR of length ${information} is not read here.`);
    let value = 0;
    for (let index = 0; index < count; index += 1) value = value * 256 + byte();
    return value;
  };
  const read = (): Cbor => {
    const head = byte();
    const kind = head >> 5;
    const value = size(head & 31);
    if (kind === 0) return value;
    if (kind === 1) return -1 - value;
    if (kind === 3) {
      const text = decoder.decode(bytes.subarray(at, at + value));
      at += value;
      return text;
    }
    if (kind === 4) return Array.from({ length: value }, read);
    throw new RangeError(`CBOR of kind ${kind} is not read here.`);
  };
  return read();
}
