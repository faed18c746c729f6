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
/** In Arabic, where no minutes are told in figures, perhaps without a unit: الحادية عشرة (11) صباحا. */
const TWICE_ARABIC = /^(?<words>[\u0600-\u06FF ]+?) ?\(? ?(?<figures>\d{1,2})\)?$/;

/** A time without the word at its end for the half of the day, and what that word says. */
interface Told {
  readonly text: string;
  readonly half: Half;
  readonly isNoon: boolean;
}

const told = (plain: string): Told => ({
  text: plain.replace(MORNING, "").replace(AFTERNOON, "").replace(NOON, "").trim(),
  half: AFTERNOON.test(plain) ? "afternoon" : MORNING.test(plain) ? "morning" : null,
  isNoon: NOON.test(plain),
});

const inFigures = (text: string, half: Half): PrintedTime | null => {
  const [, hour, minute] = FIGURES.exec(text) ?? [];
  const found = hour === undefined ? null : time(Number(hour), Number(minute ?? 0));
  return found === null || half !== "afternoon" || found.hour >= 12
    ? found
    : time(found.hour + 12, found.minute);
};

const inWords = ({ text, half, isNoon }: Told): PrintedTime | null =>
  hourInWords(text, half) ?? (isNoon ? hourInWords(text, "afternoon") : null);

/** An hour in words and in figures, each as good as the other; null when they differ. */
const agreed = (words: string, figures: string, { half, isNoon }: Told): PrintedTime | null => {
  const inner = told(words.trim());
  const whole = { text: inner.text, half: inner.half ?? half, isNoon: inner.isNoon || isNoon };
  const [said, shown] = [inWords(whole), inFigures(figures.trim(), whole.half)];
  return said?.hour === shown?.hour && said?.minute === shown?.minute ? said : null;
};

/**
 * A time of day, plain text: `10:00`, `10h`, `10 h 30 min`, `midi`, `dix heures trente`, `العاشرة والنصف صباحا`,
 * `dix heures (10h00)`; null when it is none, or when its words and its figures differ.
 */
export const readTime = (plain: string): PrintedTime | null => {
  const whole = told(plain);
  const { text } = whole;
  if (text === "midi" || text === "noon") return time(12, 0);
  const { words, figures } = (TWICE.exec(text) ?? TWICE_ARABIC.exec(text))?.groups ?? {};
  if (words === undefined || figures === undefined) return inFigures(text, whole.half) ?? inWords(whole);
  return agreed(words, figures, whole);
};
