import { migrate, openDatabase, type DatabaseLocation } from "../../../src/store/open-database.ts";

// Migrates a database and dies at a statement: node killed.js LOCATION STATEMENT. Ends by itself, with 0, when the
// migrations have fewer statements.

const [, , location = "", statement = ""] = process.argv;
const database = openDatabase(JSON.parse(location) as DatabaseLocation);
let left = Number(statement);
database.write.on("query", () => {
  left -= 1;
  if (left === 0) process.kill(process.pid, "SIGKILL");
});
await migrate(database);
await database.close();
