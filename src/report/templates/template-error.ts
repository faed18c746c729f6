/** A template that may not be used: which file, where in it (counted from 1), and why. */
export class TemplateError extends Error {
  readonly file: string;
  readonly line: number;
  readonly column: number;

  constructor(file: string, line: number, column: number, problem: string) {
    super(`${file}:${line}:${column}: ${problem}`);
    this.name = "TemplateError";
    this.file = file;
    this.line = line;
    this.column = column;
  }
}
