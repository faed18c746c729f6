import { DomainError } from "./domain/errors.ts";

/** Plain words for what stops the program; a stack only for what nobody foresaw. */
export const sayError = (error: unknown): void => {
  if (error instanceof DomainError) {
    const { name, expected, found, file, problem } = error.details;
    if (error.code === "CONFIGURATION_INVALID") console.error(`error: ${name}: expected ${expected}`);
    else if (error.code === "RULEBOOK_INVALID") console.error(`error: the rulebook's ${file}: ${problem}`);
    else if (error.code === "LOG_KEY_INVALID") console.error(`error: the log's key ${file}: ${problem}`);
    else if (error.code === "LOG_KEY_MISMATCH")
      console.error(`error: the log was signed by ${expected}; the key at hand is ${found}`);
    else if (error.code === "ASSESSMENT_NOT_FOUND")
      console.error(`error: there is no assessment ${error.details["id"]}`);
    else console.error(`error: ${error.message}`);
    return;
  }
  const isSystem = error instanceof Error && "code" in error && "syscall" in error;
  console.error(isSystem ? `error: ${error.message}` : error);
};
