import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { HolidayCalendar } from "../../src/domain/working-days.ts";
import { projectRoot } from "../../src/paths.ts";

/** The holidays of this checkout. */
export const calendar = JSON.parse(
  readFileSync(join(projectRoot, "rulebook/calendar/holidays.json"), "utf8"),
) as HolidayCalendar;
