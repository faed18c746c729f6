import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { type HolidayCalendar, workingDayStep, workingDaysBetween } from "../../src/domain/working-days.ts";
import { projectRoot } from "../../src/paths.ts";

const calendar = JSON.parse(
  readFileSync(join(projectRoot, "rulebook/calendar/holidays.json"), "utf8"),
) as HolidayCalendar;

const count = (from: string, to: string) => workingDaysBetween(from, to, calendar);
const exactly = (days: number) => ({ low: days, high: days, unobserved: [] });

describe("working days", () => {
  it("count from the day after to the last day, without weekends", () => {
    // 2024-12-02 is a Monday.
    expect(count("2024-12-02", "2024-12-03")).to.deep.equal(exactly(1));
    expect(count("2024-12-02", "2024-12-09")).to.deep.equal(exactly(5));
    expect(count("2024-12-06", "2024-12-08")).to.deep.equal(exactly(0));
  });

  it("are none from a day to itself or backwards", () => {
    expect(count("2024-12-02", "2024-12-02")).to.deep.equal(exactly(0));
    expect(count("2024-12-09", "2024-12-02")).to.deep.equal(exactly(0));
  });

  it("leave out fixed holidays", () => {
    // 6 and 18 November 2024 are a Wednesday and a Monday.
    expect(count("2024-11-05", "2024-11-07")).to.deep.equal(exactly(1));
    expect(count("2024-11-15", "2024-11-19")).to.deep.equal(exactly(1));
  });

  it("leave out a recent holiday only from its first year", () => {
    // 14 January: a Saturday in 2023, a Sunday in 2024, a Tuesday in 2025.
    expect(count("2025-01-13", "2025-01-15")).to.deep.equal(exactly(1));
    // 31 October 2025 is a Friday; the table keeps the day from 2026.
    expect(count("2025-10-30", "2025-10-31")).to.deep.equal(exactly(1));
  });

  it("leave out the religious days that were observed, and days given by decree", () => {
    // Aïd Al-Fitr 2024: Wednesday 10 and Thursday 11 April.
    expect(count("2024-04-08", "2024-04-12")).to.deep.equal(exactly(2));
    // Monday 9 June 2025 was given after Aïd Al-Adha.
    expect(count("2025-06-06", "2025-06-10")).to.deep.equal(exactly(1));
  });

  it("say which feast of unknown day may fall among them, and guess nothing", () => {
    const { low, high, unobserved } = count("2026-03-16", "2026-03-27");
    expect(unobserved).to.deep.equal(["Aïd Al-Fitr"]);
    expect({ low, high }).to.deep.equal({ low: 7, high: 9 });
  });

  it("are sure where no feast can fall", () => {
    expect(count("2026-04-13", "2026-04-20")).to.deep.equal(exactly(5));
    expect(count("2022-12-05", "2022-12-12")).to.deep.equal(exactly(5));
  });

  it("name the version of the table in the step", () => {
    expect(workingDayStep("2024-12-02", "2024-12-09", calendar)).to.deep.equal({
      label: "workingDays",
      expression: `2024-12-02 → 2024-12-09, holidays.json ${calendar.version}`,
      value: 5,
    });
  });
});
