import { STAGES } from "./code-lists.ts";
import type { Stage } from "./tender.ts";

/** Is the stage reached, in the order draft → published → opened → awarded → completed? */
export const hasReached = (stage: Stage, needed: Stage): boolean =>
  STAGES.indexOf(stage) >= STAGES.indexOf(needed);
