/** Milliseconds of the processor, which do not grow when the machine is busy with other work. */
export function timeOf(work: () => unknown): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

/** Characters of a first look, and of the texts that are measured where it is not quick. */
const look = [2000, 8000] as const;
const measured = [16_000, 64_000] as const;

/**
 * How the time for texts of a family grows, if faster than their length: a square takes sixteen times
 * as long for four times the text.
 */
export function growsTooFast(
  work: (text: string) => unknown,
  make: (length: number) => string,
): string | undefined {
  const [little, more] = look.map(make).map((text) => timeOf(() => work(text)));
  if (more === undefined || little === undefined || more < 15 || more < 6 * little)
    return undefined;
  const [short, long] = [make(measured[0]), make(measured[1])];
  // The least of some times: a first call compiles, and any call may collect garbage.
  const first = Math.min(...[1, 2, 3].map(() => timeOf(() => work(short))));
  const second = Math.min(...[1, 2].map(() => timeOf(() => work(long))));
  if (second < 10 * Math.max(first, 10)) return undefined;
  return `${first.toFixed(0)} ms for ${measured[0]} characters, ${second.toFixed(0)} ms for ${measured[1]}`;
}
