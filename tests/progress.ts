import type { Reporter, TestCase, TestModule } from "vitest/node";

/** The longest time without output, in milliseconds. */
const silence = 20_000;

/**
 * Says at least every twenty seconds how many tests have run and which files are running, so that a
 * long run is not mistaken for one that hangs.
 */
export default class ProgressReporter implements Reporter {
  #timer: NodeJS.Timeout | undefined;
  #running = new Map<TestModule, number>();
  #passed = 0;
  #failed = 0;
  #ended = 0;
  #files = 0;

  onTestRunStart(files: readonly unknown[]): void {
    this.#files = files.length;
    this.#timer = setInterval(() => this.#print(), silence);
    this.#timer.unref();
  }

  onTestModuleStart(module: TestModule): void {
    this.#running.set(module, 0);
  }

  onTestCaseResult(test: TestCase): void {
    const { state } = test.result();
    if (state === "failed") this.#failed += 1;
    if (state === "passed") this.#passed += 1;
    const done = this.#running.get(test.module);
    // The last results of a file may come after its end.
    if (done !== undefined) this.#running.set(test.module, done + 1);
  }

  onTestModuleEnd(module: TestModule): void {
    if (this.#running.delete(module)) this.#ended += 1;
  }

  onTestRunEnd(): void {
    clearInterval(this.#timer);
  }

  #print(): void {
    const files = [...this.#running].map(
      ([{ relativeModuleId, children }, done]) =>
        `${relativeModuleId} (${done} of ${[...children.allTests()].length})`,
    );
    console.log(
      `… ${this.#passed} passed, ${this.#failed} failed in ${this.#ended} of ${this.#files} files so far; running: ${files.join(", ")}`,
    );
  }
}
