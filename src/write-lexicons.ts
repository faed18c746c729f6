import { readdirSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "./paths.ts";
import { prepareLexicons } from "./rulebook/prepared-lexicon.ts";
import { rulebookFiles } from "./rulebook/read-rulebook-file.ts";

// A step of the build: the lexicons of our rulebook and of its releases, compiled and kept.

const rulebook = join(projectRoot, "rulebook");
const releases = join(rulebook, "releases");
const folders = [rulebook, ...readdirSync(releases).map((version) => join(releases, version))];
prepareLexicons(folders.map(rulebookFiles));
