import { isAbsolute, join } from "node:path";
import { acceptEmail } from "./domain/alerts.ts";
import { DomainError } from "./domain/errors.ts";
import { readVerifier, type Verifier } from "./ledger/keys.ts";
import type { MailTarget } from "./mail/send-mail.ts";
import { type OidcConfig, oidcIn } from "./oidc/oidc-config.ts";
import { projectRoot } from "./paths.ts";
import { LOG_LEVELS, type LogLevel } from "./operations/log-level.ts";
import type { DatabaseLocation } from "./store/open-database.ts";

/** What the environment decides; every bad value is an error at start. */
export interface Config {
  readonly port: number;
  readonly host: string;
  readonly database: DatabaseLocation;
  readonly publicUrl: string | null;
  /** Where mails go: a server, or a folder of files. */
  readonly mail: MailTarget;
  /** The sender of the mails. */
  readonly mailFrom: string;
  readonly rulebookDirectory: string;
  /** The private key that signs the log of official acts; made when it is missing. */
  readonly logKeyFile: string;
  readonly logLevel: LogLevel;
  /** Who may cosign the heads of the log. */
  readonly witnesses: readonly Verifier[];
  /** Key and certificates of the buyer, with which reports are signed; null: they are not. */
  readonly signingKeyFile: string | null;
  /** Who else may sign people in; null: nobody. */
  readonly oidc: OidcConfig | null;
  /** The buyer's own header, logo and templates; null: the product's. */
  readonly letterheadFolder: string | null;
}

type Environment = Readonly<Record<string, string | undefined>>;

const invalid = (name: string, expected: string): DomainError =>
  new DomainError("CONFIGURATION_INVALID", { name, expected });

const portOf = (value = "3000"): number => {
  const port = Number(value);
  if (!/^\d{1,5}$/.test(value) || port > 65_535)
    throw invalid("PORT", "a number from 0 to 65535; 0 takes a free one");
  return port;
};

const fromRoot = (path: string): string => (isAbsolute(path) ? path : join(projectRoot, path));

const pathOf = (value: string | undefined): string | null => (value === undefined ? null : fromRoot(value));

const databaseOf = (value = "sqlite:data/awlawiya.sqlite"): DatabaseLocation => {
  if (/^postgres(ql)?:\/\//.test(value) && URL.canParse(value)) return { engine: "postgres", url: value };
  const [, path] = /^sqlite:(.+)$/.exec(value) ?? [];
  if (path === undefined || path === ":memory:")
    throw invalid("DATABASE_URL", "sqlite:PATH, the path of a file, or postgres://USER:PASSWORD@HOST/NAME");
  return { engine: "sqlite", file: fromRoot(path) };
};

const urlOf = (value: string | undefined): string | null => {
  if (value === undefined) return null;
  const url = URL.canParse(value) ? new URL(value) : null;
  if (url === null || !/^https?:$/.test(url.protocol))
    throw invalid("PUBLIC_URL", "an http or https address");
  return url.href.replace(/\/$/, "");
};

/** Beside the database: a log without its key cannot go on. */
const logKeyFileOf = (database: DatabaseLocation, value: string | undefined): string => {
  if (value !== undefined) return fromRoot(value);
  return database.engine === "sqlite" ? `${database.file}.log-key` : fromRoot("data/log-key");
};

const logLevelOf = (value = "warn"): LogLevel => {
  const level = LOG_LEVELS.find((each) => each === value);
  if (level === undefined) throw invalid("LOG_LEVEL", `one of ${LOG_LEVELS.join(", ")}`);
  return level;
};

const mailOf = (value: string | undefined): MailTarget => {
  if (value === undefined) return { kind: "folder", path: fromRoot("data/outbox") };
  const url = URL.canParse(value) ? new URL(value) : null;
  if (url === null || !/^smtps?:$/.test(url.protocol) || url.hostname === "")
    throw invalid(
      "SMTP_URL",
      "smtp://USER:PASSWORD@HOST:PORT or smtps://…; without it mails go to data/outbox/",
    );
  return { kind: "smtp", url: value };
};

const senderOf = (value: string | undefined, publicUrl: string | null): string => {
  const host = publicUrl === null ? "localhost.localdomain" : new URL(publicUrl).hostname;
  const address = acceptEmail(value ?? `awlawiya@${host}`);
  if (address !== null) return address;
  if (value === undefined) return "awlawiya@localhost.localdomain";
  throw invalid("MAIL_FROM", "an e-mail address");
};

const witnessesIn = (value: string | undefined): readonly Verifier[] => {
  const keys = (value ?? "").split(/\s+/).filter((key) => key !== "");
  return keys.map((key) => {
    const verifier = readVerifier(key);
    if (verifier?.kind === "cosignature") return verifier;
    throw invalid("LOG_WITNESSES", "keys of witnesses, name+hash+key, with spaces between them");
  });
};

/** @throws DomainError CONFIGURATION_INVALID naming the variable and what was expected */
export const readConfig = (environment: Environment): Config => {
  const database = databaseOf(environment["DATABASE_URL"]);
  return {
    port: portOf(environment["PORT"]),
    host: environment["HOST"] ?? "127.0.0.1",
    database,
    publicUrl: urlOf(environment["PUBLIC_URL"]),
    mail: mailOf(environment["SMTP_URL"]),
    mailFrom: senderOf(environment["MAIL_FROM"], urlOf(environment["PUBLIC_URL"])),
    rulebookDirectory: fromRoot(environment["RULEBOOK_DIR"] ?? "rulebook"),
    witnesses: witnessesIn(environment["LOG_WITNESSES"]),
    logKeyFile: logKeyFileOf(database, environment["LOG_KEY_FILE"]),
    logLevel: logLevelOf(environment["LOG_LEVEL"]),
    signingKeyFile: pathOf(environment["SIGNING_KEY_FILE"]),
    oidc: oidcIn(environment, urlOf(environment["PUBLIC_URL"])),
    letterheadFolder: pathOf(environment["LETTERHEAD_DIR"]),
  };
};
