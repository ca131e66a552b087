import { styleText } from "node:util";

/** Where progress is shown: a terminal, or a log. */
export interface ProgressStream {
  write: (text: string) => unknown;
  isTTY?: boolean;
  columns?: number;
}

/** The progress of a long piece of work. */
export interface Progress {
  /** Counts what is done. */
  step: (count?: number) => void;
  /** Changes how much there is to do. */
  expect: (total: number) => void;
  /** Writes a line of output, above the bar. */
  print: (line: string) => void;
  /** Removes the bar. */
  end: () => void;
}

interface ProgressOptions {
  /** How much there is to do, if that is known. */
  total?: number | undefined;
  /** What is counted, such as "page". */
  unit?: string;
  stream?: ProgressStream;
  /** Where `print` writes to. */
  out?: (line: string) => void;
  /** Whether lines are written instead of a bar. */
  isPlain?: boolean;
  /** Whether nothing is shown, as for programs. */
  isQuiet?: boolean;
  now?: () => number;
}

/** In milliseconds: between two drawings of a bar, between two lines of a log, and before any time is foretold. */
const drawnEvery = 100;
const lineEvery = 10_000;
const foretoldAfter = 2_000;

/**
 * Shows how far a piece of work is: on a terminal a bar with rate and time left, in CI and in files a line every ten
 * seconds. Work that is done sooner leaves no trace.
 */
export function showProgress(what: string, options: ProgressOptions = {}): Progress {
  const { stream = process.stderr, unit, now = () => performance.now(), isQuiet = false } = options;
  const { out = console.log } = options;
  const isPlain = options.isPlain ?? (!stream.isTTY || (process.env["CI"] ?? "") !== "");
  const started = now();
  let { total } = options;
  let done = 0;
  let last = started;
  let isDrawn = false;
  const clear = () => {
    if (isDrawn) stream.write("\r\u001B[K");
    isDrawn = false;
  };
  const draw = () => {
    const elapsed = now() - started;
    const facts = factsOf({ done, total, elapsed, unit });
    last = now();
    if (isPlain) {
      stream.write(`${what}: ${facts.join(", ")}\n`);
      return;
    }
    const words = ` ${facts.join(" · ")}`;
    const columns = (stream.columns || 80) - 1;
    const width = Math.min(30, columns - what.length - words.length - 2);
    const bar = total === undefined || width < 5 ? "" : ` ${barOf(done / total, width)}`;
    stream.write(`\r${`${what}${bar}${words}`.slice(0, columns + (bar ? 40 : 0))}\u001B[K`);
    isDrawn = true;
  };
  return {
    step: (count = 1) => {
      done += count;
      if (!isQuiet && now() - last >= (isPlain ? lineEvery : drawnEvery)) draw();
    },
    expect: (count) => {
      total = count;
    },
    print: (line) => {
      const wasDrawn = isDrawn;
      clear();
      out(line);
      if (wasDrawn) draw();
    },
    end: clear,
  };
}

/** What there is to say: how much is done, how fast, and how long the rest will take. */
function factsOf({
  done,
  total,
  elapsed,
  unit,
}: {
  done: number;
  total: number | undefined;
  elapsed: number;
  unit: string | undefined;
}): string[] {
  const counts = [done, ...(total === undefined ? [] : [Math.max(total, done)])];
  const count = counts.map((one) => one.toLocaleString("en")).join(" of ");
  const facts = [unit === undefined ? count : `${count} ${unit}${counts.at(-1) === 1 ? "" : "s"}`];
  if (done === 0 || elapsed < foretoldAfter) return facts;
  facts.push(rateOf((done / elapsed) * 1000));
  if (total !== undefined && total > done) {
    facts.push(`${clock(((elapsed / done) * (total - done)) / 1000)} left`);
  }
  return facts;
}

function rateOf(perSecond: number): string {
  if (perSecond >= 10) return `${Math.round(perSecond).toLocaleString("en")}/s`;
  if (perSecond >= 1) return `${perSecond.toFixed(1)}/s`;
  return `${(perSecond * 60).toFixed(perSecond * 60 >= 10 ? 0 : 1)}/min`;
}

/** Seconds as `1:05`, or `1:02:05`. */
function clock(seconds: number): string {
  const whole = Math.ceil(seconds);
  const parts = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const shown = parts[0] === 0 ? parts.slice(1) : parts;
  return shown
    .map((part, index) => (index === 0 ? `${part}` : `${part}`.padStart(2, "0")))
    .join(":");
}

function barOf(share: number, width: number): string {
  const full = Math.round(Math.min(1, share) * width);
  return `${styleText("green", "━".repeat(full))}${styleText("dim", "━".repeat(width - full))}`;
}
