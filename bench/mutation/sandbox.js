// @ts-check
import { cpSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Instrumenter } from "@stryker-mutator/instrumenter";

const quiet = () => undefined;
const logger = new Proxy({}, { get: (_, name) => (String(name).startsWith("is") ? () => false : quiet) });

/** A copy of what was built, where the tests can run apart. */
export const makeSandbox = (root) => {
  const sandbox = mkdtempSync(join(tmpdir(), "awlawiya-mutation-"));
  for (const name of ["dist", "rulebook", "fixtures", "templates", "package.json"])
    cpSync(join(root, name), join(sandbox, name), { recursive: true });
  symlinkSync(join(root, "node_modules"), join(sandbox, "node_modules"));
  return sandbox;
};

/** Puts the mutants of the files side by side into the sandbox, each behind a switch. */
export const instrument = async (sandbox, files) => {
  const sources = files.map((file) => ({
    name: join(sandbox, file),
    content: readFileSync(join(sandbox, file), "utf8"),
    mutate: true,
  }));
  const instrumenter = new Instrumenter(/** @type {any} */ (logger));
  const result = await instrumenter.instrument(sources, {
    plugins: null,
    excludedMutations: [],
    ignorers: [],
  });
  for (const { name, content } of result.files) writeFileSync(name, content);
  const textOf = new Map(sources.map(({ name, content }) => [name, content.split("\n")]));
  return result.mutants.map(({ id, fileName, mutatorName, location, replacement }) => ({
    id,
    file: fileName.slice(sandbox.length + 1),
    mutator: mutatorName,
    line: location.start.line + 1,
    text: textOf.get(fileName)?.[location.start.line]?.trim() ?? "",
    replacement: replacement ?? "",
  }));
};
