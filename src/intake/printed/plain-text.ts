/** First figures of the Arabic-Indic and of the Persian ten. */
const ZEROS = [0x0660, 0x06f0];
const ARABIC_FIGURE = /[\u0660-\u0669\u06F0-\u06F9]/g;
// Vowel marks, the tatweel, the soft hyphen, joiners and marks of direction: printed, never meant.
const UNSEEN = /[\u0610-\u061A\u064B-\u065F\u0670\u0640\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g;

const western = (figure: string): string => {
  const code = figure.charCodeAt(0);
  const zero = ZEROS.find((first) => code >= first && code < first + 10) ?? 0;
  return String(code - zero);
};

/** Arabic-Indic and Persian figures as 0 to 9; nothing else changes. */
export const westernFigures = (text: string): string => text.replaceAll(ARABIC_FIGURE, western);

/**
 * A printed text for reading: figures 0 to 9, one kind of space, Arabic separators as their Latin likes, nothing
 * that is not seen, lower case.
 */
export const plainText = (text: string): string =>
  westernFigures(text.normalize("NFKC"))
    .replaceAll(UNSEEN, "")
    .replaceAll("٫", ",")
    .replaceAll("،", ",")
    .replaceAll("٬", "'")
    .replaceAll(/[’‘ʼ`´]/g, "'")
    .replaceAll(/[‐‑‒–—−]/g, "-")
    .replaceAll(/\s+/g, " ")
    .trim()
    .toLowerCase();

/** What forms print where there is nothing to print. */
const NOTHING: ReadonlySet<string> = new Set([
  "",
  "-",
  "--",
  "---",
  "/",
  "?",
  ".",
  "n/a",
  "na",
  "nd",
  "n.d.",
  "nc",
  "n.c.",
  "non communiqué",
  "non renseigné",
  "non précisé",
  "غير محدد",
  "غير متوفر",
  "not available",
  "unknown",
]);

/** Does the text say that nothing is known? */
export const isNothing = (text: string): boolean => NOTHING.has(plainText(text));
