/** One thing that is wrong with what was sent: where (JSON Pointer), what, and what was expected. */
export interface InputError {
  readonly pointer: string;
  readonly code: string;
  readonly message: string;
}

/** Something was read, or nothing was and here is why. */
export type Read<T> =
  | ({ readonly ok: true } & T)
  | { readonly ok: false; readonly errors: readonly InputError[] };

export const inputError = (pointer: string, code: string, message: string): InputError => ({
  pointer,
  code,
  message,
});

/** RFC 6901: `~` and `/` are escaped inside a reference token. */
export const escapeToken = (token: string): string =>
  token.includes("~") || token.includes("/") ? token.replaceAll("~", "~0").replaceAll("/", "~1") : token;

/** Most errors told of one value. */
export const MOST_ERRORS = 20;

/** Errors in bounded number, and how many there are besides. */
export const boundedErrors = (errors: readonly InputError[]): readonly InputError[] =>
  errors.length <= MOST_ERRORS
    ? errors
    : [
        ...errors.slice(0, MOST_ERRORS),
        inputError("", "MORE_ERRORS", `has ${errors.length - MOST_ERRORS} more errors`),
      ];
