import { Argument, InvalidArgumentError } from "commander";
import type { ListOptions } from "../commands/upkeep.ts";
import { readFile } from "../read-file.ts";
import { tell } from "../tell.ts";
import { EXIT } from "../exit-code.ts";
import { type AddCommands, format, language, onDay } from "./options.ts";

const toYears = (value: string): number => {
  if (!/^\d{1,3}$/.test(value) || value === "0") throw new InvalidArgumentError("expected a number of years");
  return Number(value);
};

/** `four-eyes`, `buyer-key`, `answer`: what a buyer asks, and how it answers. */
export const addBuyers: AddCommands = (program, app, terminal, finish) => {
  program
    .command("four-eyes")
    .description(
      "say whether a buyer's reports are issued only when one person proposed and another approved",
    )
    .argument("<buyer>", "code of the buyer")
    .addArgument(new Argument("<asked>", "from now on").choices(["on", "off"]))
    .action(async (buyer: string, asked: string) => {
      await (await app().ledger()).askFourEyes(buyer, asked === "on");
      finish(EXIT.nothing);
    });
  program
    .command("buyer-key")
    .description("name a key by which a buyer signs its answers to reports")
    .argument("<buyer>", "code of the buyer, or its name where it has none")
    .argument("<key>", "name+hash+key")
    .action(async (buyer: string, key: string) => {
      await (await app().ledger()).addBuyerKey(buyer, key);
      finish(EXIT.nothing);
    });
  program
    .command("answer")
    .description("sign a buyer's answer to an issued report; send it to /api/v1/reports/ID/responses")
    .argument("<report>", "id of the report, as printed on it")
    .requiredOption("--text <file>", "what the buyer says, plain text")
    .requiredOption("--key <file>", "file of the buyer's own key")
    .option("--name <name>", "make the key under this name when the file is missing")
    .action(
      async (
        reportId: string,
        options: { readonly text: string; readonly key: string; readonly name?: string },
      ) => {
        const text = readFile(options.text);
        if (!text.ok) {
          tell(terminal, options.text, text.errors, "error");
          finish(EXIT.badInput);
          return;
        }
        const order = { reportId, ...options, text: Buffer.from(text.bytes).toString("utf8") };
        const { note, verifier } = (await app().ledger()).signAnswer(order);
        terminal.err(verifier);
        terminal.out(note.trimEnd());
        finish(EXIT.nothing);
      },
    );
};

/** `rulebook`, `reassess`, `retention`: what is done with rulebooks and records over the years. */
export const addUpkeep: AddCommands = (program, app, terminal, finish) => {
  program
    .command("reassess")
    .description("list the stored assessments whose verdict the rulebook of today would change")
    .option("--store", "keep the new assessments, beside the old ones")
    .addOption(language())
    .addOption(format())
    .action(async (options: ListOptions & { readonly store?: true }) => {
      const { reassess } = await import("../commands/upkeep.ts");
      finish(await reassess(options, app(), terminal));
    });
  program
    .command("retention")
    .description("list what may be destroyed, and why, and what must still be kept")
    .option("--years <number>", "years for which records are kept", toYears, 10)
    .addOption(onDay())
    .addOption(language())
    .addOption(format())
    .action(async (options: ListOptions & { readonly on?: string; readonly years: number }) => {
      const { retention } = await import("../commands/upkeep.ts");
      finish(await retention(options, app(), terminal));
    });
  const rulebook = program.command("rulebook").description("releases of the rulebook");
  rulebook
    .command("freeze")
    .description("freeze the rulebook as it stands into releases/<version>/, with the results it gives")
    .option("--tenders <folder>", "tenders whose results are kept", "fixtures/tenders")
    .option("--expected <folder>", "where they are kept", "fixtures/releases")
    .action(async (options: { readonly tenders: string; readonly expected: string }) => {
      const { version, sha256 } = (await app().ledger()).freeze(options.tenders, options.expected);
      terminal.out(`${version} ${sha256}`);
      finish(EXIT.nothing);
    });
};
