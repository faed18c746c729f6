import { pino, type DestinationStream, type Logger } from "pino";
import type { LogLevel } from "./log-level.ts";

/** What an error may say in a log: its kind, its code and where it arose; its values stay out. */
const told = (error: Error) => ({
  type: error.name,
  ...("code" in error ? { code: String(error.code) } : {}),
  message: error.message,
  stack: error.stack,
});

/** One line of JSON an event, on stderr: stdout says only that the service listens. No personal data. */
export const createLogger = (
  level: LogLevel,
  destination: DestinationStream = pino.destination({ dest: 2, sync: true }),
): Logger =>
  pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { err: told },
    },
    destination,
  );
