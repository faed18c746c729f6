#!/usr/bin/env node
// From a checkout the command builds itself when its sources are newer than what was built.
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const built = join(root, "dist/src/command.js");
const stamp = join(root, "dist/.tsbuildinfo");

/** @returns {number} milliseconds of the newest change below a folder */
const newest = (/** @type {string} */ folder) =>
  Math.max(
    ...readdirSync(folder, { recursive: true, withFileTypes: true }).map(
      (entry) => statSync(join(entry.parentPath ?? entry.path, entry.name)).mtimeMs,
    ),
  );

if (
  existsSync(join(root, "src")) &&
  (!existsSync(stamp) || statSync(stamp).mtimeMs < newest(join(root, "src")))
) {
  const tsc = [join(root, "node_modules/typescript/bin/tsc"), "-p", join(root, "tsconfig.dist.json")];
  const steps = ["write-validators", "write-lexicons"].map((name) => [join(root, `dist/src/${name}.js`)]);
  for (const step of [tsc, ...steps])
    execFileSync(process.execPath, step, { stdio: ["ignore", 2, 2], cwd: root });
}
await import(built);
