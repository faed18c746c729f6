import type { RootHookObject } from "mocha";
import { stopPostgres } from "./postgres-server.ts";

/** What the whole run leaves running is stopped at its end. */
export const mochaHooks: RootHookObject = { afterAll: stopPostgres };
