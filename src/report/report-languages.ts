import type { Language } from "../domain/tender.ts";
import type { Direction } from "./pdf/text/shape-text.ts";

/** BCP 47 tags of what is written: Arabic and French as in Morocco. */
export const LOCALES: Readonly<Record<Language, string>> = { ar: "ar-MA", fr: "fr-MA", en: "en" };

/** Where a line of a language begins. */
export const directionIn = (language: Language): Direction => (language === "ar" ? "rtl" : "ltr");
