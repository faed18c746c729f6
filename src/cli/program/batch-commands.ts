import { availableParallelism } from "node:os";
import { InvalidArgumentError, Option } from "commander";
import type { BatchOptions } from "../commands/batch.ts";
import { type AddCommands, confirmations, language, onDay } from "./options.ts";

const MOST_THREADS = 64;

const toThreads = (value: string): number => {
  const threads = Number(value);
  if (!/^\d{1,2}$/.test(value) || threads < 1 || threads > MOST_THREADS)
    throw new InvalidArgumentError(`expected a number from 1 to ${MOST_THREADS}`);
  return threads;
};

/** `batch`: a country's year. */
export const addBatch: AddCommands = (program, app, terminal, finish) => {
  program
    .command("batch")
    .description(
      "check JSON Lines of tenders on all cores; JSON Lines of assessments come out in the same order",
    )
    .argument("[file]", "one tender a line; - for what is piped in", "-")
    .addOption(new Option("--as <format>", "format of a line").choices(["tender", "ocds"]).default("tender"))
    .addOption(onDay())
    .addOption(confirmations())
    .addOption(language())
    .option("-o, --output <file>", "write here; an interrupted run can then be continued")
    .option("--resume", "go on where the interrupted run that wrote the output stopped")
    .addOption(
      new Option("--threads <number>", "how many threads")
        .argParser(toThreads)
        .default(Math.min(availableParallelism(), MOST_THREADS)),
    )
    .action(async (file: string, options: BatchOptions) => {
      const { batch } = await import("../commands/batch.ts");
      finish(await batch(file, options, app(), terminal));
    });
};
