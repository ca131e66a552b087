/** In characters; enough for what a command looks back at. */
const remembered = 32;

/** A text that is being written, of which the last characters can be looked at and taken back. */
export interface Output {
  push: (text: string) => void;
  /** The last characters. */
  tail: () => string;
  /** Takes back as many characters, at most those of the tail. */
  cut: (count: number) => void;
  text: () => string;
}

/** An output that follows other text, of which the end is given. */
export function outputAfter(before: string): Output {
  const pieces: string[] = [];
  let tail = before.slice(-remembered);
  return {
    push: (text) => {
      if (text === "") return;
      pieces.push(text);
      tail = (tail + text.slice(-remembered)).slice(-remembered);
    },
    tail: () => tail,
    cut: (count) => {
      let left = count;
      while (left > 0 && pieces.length > 0) {
        const last = pieces.pop() ?? "";
        if (last.length > left) pieces.push(last.slice(0, -left));
        left -= Math.min(left, last.length);
      }
      tail = tail.slice(0, Math.max(0, tail.length - count));
    },
    text: () => pieces.join(""),
  };
}
