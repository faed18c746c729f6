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

/** Hours in Arabic words, as notices write them: "على الساعة العاشرة والنصف صباحا". */
const ARABIC_HOURS: readonly string[] = [
  "",
  "الواحدة",
  "الثانية",
  "الثالثة",
  "الرابعة",
  "الخامسة",
  "السادسة",
  "السابعة",
  "الثامنة",
  "التاسعة",
  "العاشرة",
  "الحادية عشرة",
  "الثانية عشرة",
];
const ARABIC_MINUTES: Readonly<Record<string, number>> = { النصف: 30, الربع: 15, الثلث: 20 };

const wordsTime = (text: string): PrintedTime | null => {
  const [, words = "", part] = /^(\S+(?: عشرة?)?)(?: و ?(\S+))?$/.exec(text.replace("عشر ", "عشرة ")) ?? [];
  const hour = ARABIC_HOURS.indexOf(words.replace(/عشر$/, "عشرة"));
  const minute = part === undefined ? 0 : ARABIC_MINUTES[part];
  return hour < 1 || minute === undefined ? null : time(hour, minute);
};

const AFTERNOON = /(?:بعد الزوال|مساء|p\.?m\.?|apres-midi|après-midi|de l'apres-midi)$/;
const MORNING = /(?:صباحا|a\.?m\.?|du matin|قبل الزوال|زوالا)$/;

/** A time of day, plain text: `10:00`, `10h`, `10 h 30 min`, `10 heures`, `midi`, `العاشرة والنصف صباحا`; null when it is none. */
export const readTime = (plain: string): PrintedTime | null => {
  const text = plain.replace(MORNING, "").replace(AFTERNOON, "").trim();
  if (text === "midi" || text === "noon") return time(12, 0);
  const [, hour, minute] = FIGURES.exec(text) ?? [];
  const found = hour === undefined ? wordsTime(text) : time(Number(hour), Number(minute ?? 0));
  if (found === null || !AFTERNOON.test(plain)) return found;
  return found.hour < 12 ? time(found.hour + 12, found.minute) : found;
};
