import { readAmount } from "../../../intake/printed/read-amount.ts";
import { readDay, readMoment } from "../../../intake/printed/read-day.ts";
import { readShare, readWhole } from "../../../intake/printed/read-number.ts";
import type { Printed } from "../../../intake/printed/printed.ts";
import type { Field } from "./field.ts";

/** What a typed text means; `undefined`: unknown. */
export type Typed =
  | { readonly ok: true; readonly value: unknown; readonly taxIncluded?: boolean }
  | { readonly ok: false; readonly problem: string };

const UNKNOWN: Typed = { ok: true, value: undefined };

const typed = <T>(read: Printed<T>): Typed => read;

const readDirhams = (text: string): Typed => {
  const read = readAmount(text);
  if (!read.ok) return read;
  const { centimes, taxIncluded } = read.value;
  return { ok: true, value: centimes / 100, ...(taxIncluded === undefined ? {} : { taxIncluded }) };
};

const chosen = (text: string, options: readonly string[]): Typed =>
  options.includes(text) ? { ok: true, value: text } : { ok: false, problem: "LABEL_UNKNOWN" };

/** Reads what was typed into a field of one value; empty is unknown. */
export const readField = ({ kind, options = [] }: Field, text: string): Typed => {
  const plain = text.trim();
  if (plain === "") return UNKNOWN;
  if (kind === "amount") return readDirhams(plain);
  if (kind === "whole") return typed(readWhole(plain));
  if (kind === "share") return typed(readShare(plain));
  if (kind === "day") return typed(readDay(plain));
  if (kind === "moment") return typed(readMoment(plain));
  if (kind === "flag")
    return plain === "yes" || plain === "no" ? { ok: true, value: plain === "yes" } : UNKNOWN;
  if (kind === "choice") return chosen(plain, options);
  return { ok: true, value: plain };
};
