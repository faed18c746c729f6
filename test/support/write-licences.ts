import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "../../src/paths.ts";
import { licencePage } from "./packages.ts";

writeFileSync(join(projectRoot, "docs/licences.md"), licencePage());
