import Mocha from "mocha";

/** The spec reporter, then one plain line that any CI can read: "N passed, N failed". */
export default class PlainSpec extends Mocha.reporters.Spec {
  constructor(runner: Mocha.Runner, options: Mocha.MochaOptions) {
    super(runner, options);
    runner.once("end", () => {
      console.log(`${this.stats.passes} passed, ${this.stats.failures} failed`);
    });
  }
}
