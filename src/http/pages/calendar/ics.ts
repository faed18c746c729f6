import ical, { ICalCalendarMethod } from "ical-generator";
import { addDays } from "../../../domain/local-date.ts";
import type { Duty } from "../../../domain/duties.ts";

/** A duty of a stored tender, with the words of its event. */
export interface CalendarItem {
  readonly tenderId: string;
  readonly changedAt: string;
  readonly duty: Duty;
  readonly title: string;
  readonly text: string;
}

const dayOf = (day: string): Date => new Date(`${day}T00:00:00Z`);

/** Days still to come as iCalendar (RFC 5545): whole days, an event that stays the same when it is loaded again. */
export const calendarFile = (name: string, items: readonly CalendarItem[]): string => {
  const calendar = ical({ name, prodId: { company: "Awlawiya", product: "duties" } });
  calendar.method(ICalCalendarMethod.PUBLISH);
  for (const { tenderId, changedAt, duty, title, text } of items) {
    if (duty.due === null || duty.doneOn !== null) continue;
    calendar.createEvent({
      id: `${tenderId}-${duty.id}-${duty.part ?? "0"}@awlawiya`,
      stamp: new Date(changedAt),
      start: dayOf(duty.due),
      end: dayOf(addDays(duty.due, 1)),
      allDay: true,
      summary: title,
      description: text,
    });
  }
  return calendar.toString();
};
