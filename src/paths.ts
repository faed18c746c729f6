import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const upwards = (folder: string): string =>
  existsSync(join(folder, "package.json")) || dirname(folder) === folder ? folder : upwards(dirname(folder));

/** The nearest folder upwards that holds package.json: the same from sources and from what was built. */
export const projectRoot = upwards(dirname(fileURLToPath(import.meta.url)));
