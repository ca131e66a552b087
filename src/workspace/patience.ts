/** In milliseconds: for any archive, and for each paper. A paper takes a twentieth of that on a slow machine. */
const least = 10 * 60_000;
const eachPaper = 30;

/**
 * For how long a process of a build may say nothing, in milliseconds, before it is taken for one that never will. Its steps
 * take the longer, the more papers there are.
 */
export function patienceFor(papers: number): number {
  return least + papers * eachPaper;
}

/** Time in which the machine sleeps or the command is stopped counts as one tick at most. */
const ticks = 20;

/** Waits for another process. */
export interface Watch {
  /** It has said something, so its time begins anew. */
  heard: () => void;
  /** Whether something is awaited of it. */
  isOn: () => boolean;
  /** Nothing is awaited of it. */
  end: () => void;
}

/** Calls `silent` once if nothing is heard for so many milliseconds, from the first call of `heard` on. */
export function watchSilence(patience: number, silent: () => void): Watch {
  let timer: NodeJS.Timeout | undefined;
  const end = () => {
    clearInterval(timer);
    timer = undefined;
  };
  return {
    isOn: () => timer !== undefined,
    heard: () => {
      end();
      let left = ticks;
      timer = setInterval(() => {
        left -= 1;
        if (left > 0) return;
        end();
        silent();
      }, patience / ticks);
      timer.unref();
    },
    end,
  };
}

/** `10 minutes`. */
export function minutesOf(milliseconds: number): string {
  const minutes = Math.max(1, Math.round(milliseconds / 60_000));
  return minutes === 1 ? "a minute" : `${minutes} minutes`;
}
