import type { Checkpoint } from "../ledger/checkpoint.ts";

/** A log as it is read from elsewhere. */
export interface LogSource {
  /** The newest head, a signed note; nothing is checked yet. */
  readonly head: () => Promise<string>;
  /** Does the later head continue the earlier one? */
  readonly continues: (
    earlier: Pick<Checkpoint, "size" | "root">,
    later: Pick<Checkpoint, "size" | "root">,
  ) => Promise<boolean>;
}
