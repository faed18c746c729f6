const SHORTEST = 4;

const singular = (word: string): string => {
  if (word.endsWith("eaux")) return word.slice(0, -1);
  if (word.endsWith("aux") && word.length > 5) return `${word.slice(0, -2)}l`;
  return /[sx]$/.test(word) ? word.slice(0, -1) : word;
};

/** Endings of action and gender: organisation, organiser, organisées → organis; collective → collectif. */
const withoutEnding = (word: string): string => {
  if (word.endsWith("ation") && word.length > 10) return word.slice(0, -5);
  if (word.endsWith("ive") && word.length > 5) return `${word.slice(0, -2)}f`;
  if (word.endsWith("er") && word.length > SHORTEST + 1) return word.slice(0, -2);
  return word.length > SHORTEST ? word.replace(/e+$/, "") : word;
};

/** Stem of a folded French (or English) word, spelt as it sounds; figures and short words stay as they are. */
export const stemFrench = (word: string): string => {
  if (word.length < SHORTEST || /\d/.test(word)) return word;
  const stem = withoutEnding(singular(word)).replaceAll("ph", "f");
  return stem.length > SHORTEST && /([a-z])\1$/.test(stem) ? stem.slice(0, -1) : stem;
};
