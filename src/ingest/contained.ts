import { flatMapStaged, type Staged } from "../schemas/message.ts";
import { recordFailed, report } from "../schemas/rules.ts";

/** A record, as messages name it. */
interface Named {
  title: string;
  file: string;
  line: number;
}

/**
 * Runs a stage on each record. One that the stage cannot process is left out with a message, and all
 * others go on.
 */
export function mapContained<T, R>(
  records: readonly T[],
  stage: (record: T) => Staged<R>,
  nameOf: (record: T) => Named,
): Staged<R[]> {
  return flatMapStaged(records, (record): Staged<R[]> => {
    try {
      const { value, messages } = stage(record);
      return { value: [value], messages };
    } catch (error) {
      const { title, file, line } = nameOf(record);
      return {
        value: [],
        messages: [report(recordFailed, { title, reason: reasonOf(error) }, { file, line })],
      };
    }
  });
}

/** Why code failed, in words. */
export function reasonOf(error: unknown): string {
  if (error instanceof RangeError) return "it is too large or nested too deeply";
  return error instanceof Error ? error.message : String(error);
}
