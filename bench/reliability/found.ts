import { problemsOf } from "./whole.ts";
import { openDatabase, type DatabaseLocation } from "../../src/store/open-database.ts";
import type { Acknowledged } from "./workload.ts";

/** Opens a database as the service would, and says what is wrong with it. */
export const problemsIn = async (
  location: DatabaseLocation,
  acknowledged: readonly Acknowledged[],
): Promise<readonly string[]> => {
  const database = openDatabase(location);
  const query = async (sql: string): Promise<readonly object[]> => {
    const answer: unknown = await database.write.raw(sql);
    return (location.engine === "sqlite" ? answer : (answer as { rows: unknown }).rows) as readonly object[];
  };
  try {
    const corrupt =
      location.engine === "sqlite"
        ? ((await query("pragma integrity_check")) as { integrity_check: string }[])
            .map(({ integrity_check: verdict }) => verdict)
            .filter((verdict) => verdict !== "ok")
        : [];
    return [...corrupt.map((each) => `corrupt: ${each}`), ...(await problemsOf(query, acknowledged))];
  } finally {
    await database.close();
  }
};
