import { type Half, hourInWords } from "./hour-words.ts";

/** An hour of the day as printed. */
export interface PrintedTime {
  readonly hour: number;
  readonly minute: number;
}

/** What could not be a time of day is null. */
const time = (hour: number, minute: number): PrintedTime | null =>
  hour <= 23 && minute <= 59 ? { hour, minute } : null;

const FIGURES =
  /^(\d{1,2}) ?(?:h(?:eures?|rs?)?|:|س)? ?(?:(\d{2})(?: ?(?:min(?:utes)?|mn|د))?)?(?::\d{2}(?:[.,]\d{1,3})?)?$/;

const AFTERNOON = /(?:بعد الزوال|بعد الظهر|مساء|p\.?m\.?|(?:(?:de )?l')?apr[eè]s-midi|du soir)$/;
const MORNING = /(?:صباحا|a\.?m\.?|du matin|قبل الزوال|قبل الظهر)$/;
/** Of an hour before seven it says that it is after midday, of another nothing. */
const NOON = /(?:زوالا|ظهرا)$/;
/** The same hour in words, then in figures. */
const TWICE = /^(?<words>\D+?) ?\(? ?(?<figures>\d{1,2} ?(?:h|heures?|:|س)[^()]*)\)?$/;

const halfIn = (plain: string): Half => {
  if (AFTERNOON.test(plain)) return "afternoon";
  return MORNING.test(plain) ? "morning" : null;
};

const inFigures = (text: string, half: Half): PrintedTime | null => {
  const [, hour, minute] = FIGURES.exec(text) ?? [];
  const found = hour === undefined ? null : time(Number(hour), Number(minute ?? 0));
  return found === null || half !== "afternoon" || found.hour >= 12
    ? found
    : time(found.hour + 12, found.minute);
};

const inWords = (text: string, half: Half, isNoon: boolean): PrintedTime | null =>
  hourInWords(text, half) ?? (isNoon ? hourInWords(text, "afternoon") : null);

/**
 * A time of day, plain text: `10:00`, `10h`, `10 h 30 min`, `midi`, `dix heures trente`, `العاشرة والنصف صباحا`,
 * `dix heures (10h00)`; null when it is none, or when its words and its figures differ.
 */
export const readTime = (plain: string): PrintedTime | null => {
  const half = halfIn(plain);
  const isNoon = NOON.test(plain);
  const text = plain.replace(MORNING, "").replace(AFTERNOON, "").replace(NOON, "").trim();
  if (text === "midi" || text === "noon") return time(12, 0);
  const { words = "", figures = "" } = TWICE.exec(text)?.groups ?? {};
  if (words === "") return inFigures(text, half) ?? inWords(text, half, isNoon);
  const [said, shown] = [inWords(words.trim(), half, isNoon), inFigures(figures.trim(), half)];
  return said?.hour === shown?.hour && said?.minute === shown?.minute ? said : null;
};
