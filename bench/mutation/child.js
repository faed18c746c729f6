// @ts-check
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { join } from "node:path";

// Loads the tests of the sandbox once, then runs them for one mutant after another: the mutants stand in the code
// side by side, and a global says which is on.

const [sandbox = "", ...files] = process.argv.slice(2);
process.chdir(sandbox);
const mochaPath = createRequire(join(sandbox, "package.json")).resolve("mocha");
const { default: Mocha } = await import(pathToFileURL(mochaPath).href);

/** The answer is in the count of failures: nothing is told. */
const silent = function silent() {};

const mocha = new Mocha({ reporter: silent, bail: true, timeout: 10_000 });
mocha.cleanReferencesAfterRun(false);
for (const file of files) mocha.addFile(join(sandbox, file));

const state = (globalThis["__stryker__"] ??= {});

const run = (tests) =>
  new Promise((resolve) => {
    mocha.grep(new RegExp(tests));
    mocha.run((failures) => resolve(failures));
  });

const tryMutant = async ({ id, tests }) => {
  state.activeMutant = id;
  const failures = await run(tests);
  state.activeMutant = undefined;
  process.send?.({ kind: "done", id, isKilled: failures > 0 });
};

process.on("message", (message) => void tryMutant(message));

try {
  await mocha.loadFilesAsync();
  process.send?.({ kind: "ready", atLoad: Object.keys(state.mutantCoverage?.static ?? {}) });
} catch {
  process.send?.({ kind: "broken" });
}
