import { EXIT } from "../exit-code.ts";
import type { AddCommands } from "./options.ts";

/** `migrate`, `serve` and `demo`: the database and the service. */
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
    .action(async () => app().serve(false));
  program
    .command("demo")
    .description("run the service with fictitious tenders, which whoever comes may read and work with")
    .action(async () => app().serve(true));
};
