import { EXIT } from "../exit-code.ts";
import type { AddCommands } from "./options.ts";

/** `migrate` and `serve`: the database and the service. */
export const addService: AddCommands = (program, app, terminal, finish) => {
  program
    .command("migrate")
    .description("bring the database to the newest schema")
    .action(async () => {
      for (const name of await app().migrate()) terminal.err(`migrated ${name}`);
      finish(EXIT.nothing);
    });
  program
    .command("serve")
    .description("run the service")
    .action(async () => app().serve());
};
