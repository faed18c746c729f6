import { type AddCommands, language } from "./options.ts";

/** `backup`, `restore`, `move` and `doctor`: keeping the service. */
export const addOperations: AddCommands = (program, app, terminal, finish) => {
  program
    .command("backup")
    .description("copy the database, while it is in use, into one file that restore understands")
    .argument("<file>", "a file that does not exist yet")
    .addOption(language())
    .action(async (file: string) => {
      const { copyWith } = await import("../commands/move.ts");
      const operations = await app().operations();
      finish(await copyWith((tell) => operations.backup(file, tell), "backedUp", file, app(), terminal));
    });
  program
    .command("restore")
    .description("put a backup into an empty database, of either engine")
    .argument("<file>", "what backup wrote")
    .addOption(language())
    .action(async (file: string) => {
      const { copyWith } = await import("../commands/move.ts");
      const operations = await app().operations();
      finish(await copyWith((tell) => operations.restore(file, tell), "restored", file, app(), terminal));
    });
  program
    .command("move")
    .description("copy the database into another, empty one: from SQLite to PostgreSQL or back")
    .argument("<url>", "sqlite:PATH or postgres://USER:PASSWORD@HOST/NAME")
    .addOption(language())
    .action(async (url: string) => {
      const { copyWith } = await import("../commands/move.ts");
      const operations = await app().operations();
      finish(await copyWith((tell) => operations.move(url, tell), "moved", url, app(), terminal));
    });
  program
    .command("doctor")
    .description("look at what the service stands on: rulebook, database, disk, key, address")
    .addOption(language())
    .action(async () => {
      const { doctor } = await import("../commands/doctor.ts");
      finish(await doctor(app(), terminal));
    });
};
