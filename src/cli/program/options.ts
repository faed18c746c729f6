import type { Command } from "commander";
import { InvalidArgumentError, Option } from "commander";
import type { Language } from "../../domain/tender.ts";
import { isDay } from "../../intake/validator.ts";
import type { CliApp, Terminal } from "../cli-app.ts";

/** Adds the commands of one area; `finish` takes the exit code of the one that ran. */
export type AddCommands = (
  program: Command,
  app: () => CliApp,
  terminal: Terminal,
  finish: (code: number) => void,
) => void;

const LANGUAGES: readonly Language[] = ["ar", "fr", "en"];

/** A day of the calendar, or bad usage. */
export const toDay = (value: string): string => {
  if (!isDay(value)) throw new InvalidArgumentError("expected a day of the calendar, YYYY-MM-DD");
  return value;
};

export const onDay = (): Option =>
  new Option("--on <date>", "the day whose law applies; else the tender's own").argParser(toDay);

export const language = (): Option =>
  new Option("--lang <language>", "language of the words").choices(LANGUAGES);

export const format = (): Option =>
  new Option("--format <format>", "what to print").choices(["text", "json"]).default("text");

export const variant = (): Option =>
  new Option("--variant <variant>", "the whole report, or one page")
    .choices(["full", "summary"])
    .default("full");

export const letterhead = (): Option =>
  new Option("--letterhead <folder>", "header, logo and templates of your own (docs/report.md)");

export const confirmations = (): Option =>
  new Option("--confirmations <file>", "numbers of the law that a jurist confirmed (JSON)");
