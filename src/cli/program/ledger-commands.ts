import type { AuditOptions } from "../commands/audit.ts";
import type { VerifyOptions } from "../commands/verify.ts";
import type { WitnessOptions } from "../commands/witness.ts";
import { EXIT } from "../exit-code.ts";
import { type AddCommands, format, language } from "./options.ts";

const addReaders: AddCommands = (program, app, terminal, finish) => {
  program
    .command("verify")
    .description(
      "say whether a PDF report is as it was issued, signed, logged, and judged the same today; offline",
    )
    .argument("<file>", "a report")
    .option("--key <key>", "key of the log, name+hash+key, or a file of such lines; else this machine's own")
    .option("--log <log>", "also ask the log itself: its address, or an exported file")
    .addOption(language())
    .addOption(format())
    .action(async (file: string, options: VerifyOptions) => {
      const { verify } = await import("../commands/verify.ts");
      finish(await verify(file, options, app(), terminal));
    });
  program
    .command("witness")
    .description("check that a log continues what was seen before, and cosign its head")
    .argument("<log>", "address of the log, or an exported file")
    .requiredOption("--log-key <key>", "key of the log, name+hash+key, or a file of such lines")
    .requiredOption("--key <file>", "file of the witness's own key")
    .option("--name <name>", "make the witness's key under this name when the file is missing")
    .requiredOption("--state <file>", "where the last head seen is kept")
    .option("--send", "send the cosignature to the log")
    .addOption(language())
    .action(async (log: string, options: WitnessOptions) => {
      const { witness } = await import("../commands/witness.ts");
      finish(await witness(log, options, app(), terminal));
    });
};

/** `verify`, `witness`, `audit`, `log`: what was issued, and the log that holds it. */
export const addLedger: AddCommands = (program, app, terminal, finish) => {
  addReaders(program, app, terminal, finish);
  program
    .command("audit")
    .description("make the log anew from its leaves and compare every row that it speaks of")
    .addOption(language())
    .addOption(format())
    .action(async (options: AuditOptions) => {
      const { audit } = await import("../commands/audit.ts");
      finish(await audit(options, app(), terminal));
    });
  addLog(program, app, terminal, finish);
};

const addLog: AddCommands = (program, app, terminal, finish) => {
  const log = program.command("log").description("the log of official acts");
  log
    .command("export")
    .description("print the log as lines: keys and head, then every leaf")
    .action(async () => {
      for await (const line of (await app().ledger()).exportLog()) await terminal.line(line);
      finish(EXIT.nothing);
    });
  log
    .command("keys")
    .description("print the public keys of the log, first to last")
    .action(async () => {
      for (const key of await (await app().ledger()).keys()) terminal.out(key);
      finish(EXIT.nothing);
    });
  log
    .command("rotate-key")
    .description("give the log a new key, named by a leaf under the old one; stop the service before")
    .action(async () => {
      terminal.out(await (await app().ledger()).rotateKey());
      finish(EXIT.nothing);
    });
  log
    .command("erase")
    .description("erase what a leaf commits to, when it names a person; the leaf and every proof stay")
    .argument("<subject>", "kind:id, as confirmation:7")
    .action(async (subject: string) => {
      terminal.out(String(await (await app().ledger()).erase(subject)));
      finish(EXIT.nothing);
    });
};
