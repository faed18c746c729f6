/** The part of linebreak 1.1.0 (UAX 14) that is used; the package ships no types. */
declare module "linebreak" {
  export interface BreakOpportunity {
    /** Index, in UTF-16 units, of the first character after the opportunity. */
    readonly position: number;
    /** Must the line end here? */
    readonly required: boolean;
  }

  export default class LineBreaker {
    constructor(text: string);
    nextBreak(): BreakOpportunity | null;
  }
}
