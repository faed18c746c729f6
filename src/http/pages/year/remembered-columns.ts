import type { Actor } from "../../../domain/actor.ts";
import type { Profile } from "../../../intake/table/mapping.ts";
import { acceptProfile } from "../../../intake/table/read-profile.ts";
import type { Service } from "../../service.ts";
import type { SheetShape } from "../../../uploads/year-sheet.ts";

/** Under this name the buyer's profiles hold what its people said of the columns of such a sheet. */
const nameOf = (shape: SheetShape): string => `year-${shape}`;

/** More headings than these are of sheets that nobody sends any more. */
const MOST_HEADINGS = 200;

/** How the buyer read the columns of such a sheet before; null: it never said. */
export const rememberedColumns = async (
  { imports: { profiles } }: Service,
  actor: Actor,
  shape: SheetShape,
): Promise<Profile | null> => {
  const kept = await profiles.find(actor, nameOf(shape));
  const read = kept === null ? null : acceptProfile(kept);
  return read?.ok === true && read.profile.shape === shape ? read.profile : null;
};

/** Keeps what was said of the columns for the next sheet, beside what was said of other headings before. */
export const rememberColumns = async (
  service: Service,
  actor: Actor,
  shape: SheetShape,
  columns: Profile["columns"],
): Promise<void> => {
  const before = await rememberedColumns(service, actor, shape);
  const both = { ...before?.columns, ...columns };
  const kept = Object.keys(both).length > MOST_HEADINGS ? columns : both;
  if (JSON.stringify(kept) === JSON.stringify(before?.columns)) return;
  const read = acceptProfile({ shape, columns: kept });
  if (read.ok) await service.imports.profiles.put(actor, nameOf(shape), read.profile);
};

/** Does the sheet have a heading of which the profile speaks? */
export const speaksOfSome = (
  profile: Profile | null,
  columns: readonly { readonly confidence: number }[],
): boolean => profile !== null && columns.some(({ confidence }) => confidence === 1);
