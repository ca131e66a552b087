/**
 * The line of a source file that leads a reader to a paper. Undefined in JSON that is one line long, as
 * programs write it: all of its papers are in line 1. In JSON of several lines, none is in the first.
 */
export function lineToFind({ file, line }: { file: string; line: number }): number | undefined {
  return line === 1 && /\.json$/i.test(file) ? undefined : line;
}
