// @ts-check
import { fork } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { instrument, makeSandbox } from "./sandbox.js";
import { targetsIn, TESTS } from "./targets.js";

// Changes one thing at a time in the checks and the scoring and looks whether a test notices.
// npm run build && npm run mutation [-- part of a file's name]

const root = join(import.meta.dirname, "../..");
const wanted = process.argv[2] ?? "";
// A mutant that turns a loop endless never answers.
const LONGEST_MS = 30_000;

const sandbox = makeSandbox(root);
const targets = targetsIn(sandbox).filter(({ file }) => file.includes(wanted));
const mutants = await instrument(
  sandbox,
  targets.map(({ file }) => file),
);
const testsOf = new Map(targets.map(({ file, tests }) => [file, tests]));
const results = new Map();

/** A process that has loaded the tests; `atLoad` are the mutants met while loading. */
const start = (mutant = "") =>
  new Promise((resolve) => {
    const env = { ...process.env, ...(mutant === "" ? {} : { __STRYKER_ACTIVE_MUTANT__: mutant }) };
    const child = fork(join(import.meta.dirname, "child.js"), [sandbox, ...TESTS], { env, stdio: "ignore" });
    child.once("message", (message) => resolve({ child, ...message }));
    child.once("exit", () => resolve({ child, kind: "broken" }));
  });

/** Is the mutant noticed? A process that dies or never answers has noticed. */
const ask = (child, id, tests) =>
  new Promise((resolve) => {
    const end = (answer) => {
      clearTimeout(timer);
      child.removeAllListeners();
      resolve(answer);
    };
    const timer = setTimeout(() => end("timeout"), LONGEST_MS);
    child.once("message", ({ isKilled }) => end(isKilled ? "killed" : "survived"));
    child.once("exit", () => end("killed"));
    child.send({ id, tests });
  });

/** A constant is made while loading: its mutant needs a process that was loaded with it. */
const askAnew = async (mutant) => {
  const { child, kind } = await start(mutant.id);
  const answer = kind === "broken" ? "killed" : await ask(child, mutant.id, testsOf.get(mutant.file));
  child.kill("SIGKILL");
  return answer;
};

const first = await start();
if (first.kind === "broken") throw new Error("the tests cannot be loaded");
if ((await ask(first.child, "none", "")) !== "survived") throw new Error("the tests fail without any mutant");
first.child.kill("SIGKILL");
const atLoad = new Set(first.atLoad);

const queue = [...mutants];
const tell = () => {
  const line = `${results.size} of ${mutants.length} mutants`;
  if (process.stderr.isTTY) process.stderr.write(`\r${line}`);
  else if (results.size % 500 === 0) console.error(line);
};

const work = async () => {
  let { child } = await start();
  for (let mutant = queue.shift(); mutant !== undefined; mutant = queue.shift()) {
    let answer = await ask(child, mutant.id, testsOf.get(mutant.file));
    if (answer === "timeout" || !child.connected) {
      child.kill("SIGKILL");
      ({ child } = await start());
    }
    if (answer === "survived" && atLoad.has(mutant.id)) answer = await askAnew(mutant);
    results.set(mutant.id, answer);
    tell();
  }
  child.kill("SIGKILL");
};

await Promise.all(Array.from({ length: availableParallelism() }, work));
rmSync(sandbox, { recursive: true });

const rows = targets.map(({ file }) => {
  const own = mutants.filter((mutant) => mutant.file === file);
  const survived = own.filter(({ id }) => results.get(id) === "survived").length;
  const score = own.length === 0 ? 100 : (100 * (own.length - survived)) / own.length;
  return {
    file: file.replace("dist/src/domain/", ""),
    mutants: own.length,
    survived,
    score: score.toFixed(1),
  };
});
console.table(rows);
const survivors = mutants.filter(({ id }) => results.get(id) === "survived");
const share = (100 * (mutants.length - survivors.length)) / mutants.length;
console.log(`${mutants.length} mutants, ${survivors.length} survived: score ${share.toFixed(1)} %`);
mkdirSync(join(root, "out"), { recursive: true });
writeFileSync(join(root, "out/mutation.json"), JSON.stringify(survivors, null, 2));
console.log("survivors: out/mutation.json");
