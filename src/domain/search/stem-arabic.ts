// A light stemmer: the article and what is glued before it, then the marks of number and gender. No root is
// sought: roots merge جماعة (commune) with جمعية (association).

const GLUED_ARTICLES = ["وبال", "وكال", "فبال", "ولل", "وال", "بال", "كال", "فال", "لل", "ال"];
/** Each with the letters that must be left: تكوين is no plural of تكو. */
const SUFFIXES: readonly (readonly [suffix: string, left: number])[] = [
  ["ها", 3],
  ["ات", 3],
  ["ان", 4],
  ["ون", 4],
  ["ين", 4],
  ["يه", 3],
  ["ه", 3],
  ["ي", 3],
];
const GLUED = /^[وفبلك]/;
const SHORTEST = 3;
/** A single glued letter is taken off only where enough of a word is left to recognise it. */
const SHORTEST_AFTER_LETTER = 4;

const withoutArticle = (word: string): string | null => {
  const prefix = GLUED_ARTICLES.find(
    (each) => word.startsWith(each) && word.length - each.length >= SHORTEST,
  );
  return prefix === undefined ? null : word.slice(prefix.length);
};

const withoutGlued = (word: string, keep: ReadonlySet<string>): string => {
  const rest = word.slice(1);
  if (GLUED.test(word) && keep.has(withoutSuffix(rest))) return rest;
  if (!GLUED.test(word) || rest.length < SHORTEST_AFTER_LETTER || keep.has(withoutSuffix(word))) return word;
  // An alef after the letter belongs to the word more often than not: باقات, but وانشطة.
  return rest.startsWith("ا") && !(word.startsWith("و") && rest.length > SHORTEST_AFTER_LETTER) ? word : rest;
};

const withoutSuffix = (word: string): string => {
  const [suffix] =
    SUFFIXES.find(([each, left]) => word.endsWith(each) && word.length - each.length >= left) ?? [];
  if (suffix === undefined) return word;
  const rest = word.slice(0, -suffix.length);
  // "-iyya" keeps its ya when the plural's mark is taken off: تعاونيات, تعاونية, تعاوني.
  return rest.length > SHORTEST + 1 && rest.endsWith("ي") ? rest.slice(0, -1) : rest;
};

/**
 * Stem of a folded Arabic word.
 * @param keep stems that begin with a letter which could be a glued one, and is not: وجبات, كراء.
 */
export const stemArabic = (word: string, keep: ReadonlySet<string>): string =>
  withoutSuffix(withoutArticle(word) ?? withoutGlued(word, keep));
