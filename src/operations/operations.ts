import type { Rulebook } from "../domain/rulebook.ts";
import type { CopiedTable } from "../store/copy/copy-database.ts";
import { readLogKey } from "../store/log-key-file.ts";
import type { DatabaseLocation } from "../store/open-database.ts";
import { type Diagnosis, doctor } from "./doctor.ts";
import { backupDatabase, moveDatabase, type Progress, restoreDatabase } from "./move-database.ts";
import {
  addressProbe,
  dataFolderOf,
  databaseProbe,
  folderProbe,
  keyProbe,
  nodeProbe,
  rulebookProbe,
  spaceProbe,
} from "./probes.ts";

/** What keeping the service takes; none of it needs the service to run. */
export interface Operations {
  readonly backup: (file: string, progress: Progress) => Promise<readonly CopiedTable[]>;
  readonly restore: (file: string, progress: Progress) => Promise<readonly CopiedTable[]>;
  readonly move: (url: string, progress: Progress) => Promise<readonly CopiedTable[]>;
  readonly doctor: () => Promise<readonly Diagnosis[]>;
}

/** What the configuration says of the places that matter here. */
export interface Places {
  readonly database: DatabaseLocation;
  readonly dataFolder: string;
  readonly logKeyFile: string;
  readonly publicUrl: string | null;
}

/** The oldest Node.js on which the product is tested. */
const OLDEST_NODE = 20;

/** The operations over one configuration; `locate` reads a database address as the configuration does. */
export const operationsOf = (
  places: Places,
  loadRulebook: () => Rulebook,
  locate: (url: string) => DatabaseLocation,
): Operations => {
  const { database, logKeyFile, publicUrl } = places;
  const folder = dataFolderOf(database, places.dataFolder);
  return {
    backup: (file, progress) => backupDatabase(database, file, progress),
    restore: (file, progress) => restoreDatabase(file, database, progress),
    move: (url, progress) => moveDatabase(database, locate(url), progress),
    doctor: () =>
      doctor([
        nodeProbe(OLDEST_NODE),
        rulebookProbe(loadRulebook),
        folderProbe(folder),
        spaceProbe(folder),
        databaseProbe(database),
        keyProbe(logKeyFile, () => readLogKey(logKeyFile) !== null),
        addressProbe(publicUrl),
      ]),
  };
};
