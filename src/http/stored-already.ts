import { DomainError } from "../domain/errors.ts";

/** The tender whose call was sent again, and the member of the document that names it; null for any other error. */
export const storedAlready = (error: unknown): { readonly id: string; readonly member: string } | null => {
  if (!(error instanceof DomainError) || error.code !== "TENDER_EXISTS") return null;
  const { id = "", source = "[]" } = error.details;
  const [member] = JSON.parse(source) as readonly unknown[];
  return { id, member: String(member) };
};
