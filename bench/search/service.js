// @ts-check
import { createServer } from "node:http";
import { composeService } from "../../dist/src/compose.js";
import { readConfig } from "../../dist/src/config.js";

// The real service over the database of the benchmark, in a process of its own.

const file = process.argv[2] ?? "";
const config = readConfig({ DATABASE_URL: `sqlite:${file}`, LOG_KEY_FILE: `${file}.key` });
const watch = { fault: (/** @type {unknown} */ error) => console.error(error), answered: () => undefined };
const { app, close } = await composeService(config, watch);
const server = createServer(app);
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  process.send?.(`http://127.0.0.1:${typeof address === "object" ? address?.port : 0}`);
});
// Whoever asked for the service has ended.
process.once("disconnect", () => process.exit(1));
process.once("message", () => {
  server.closeAllConnections();
  server.close();
  void close().then(() => process.exit(0));
});
