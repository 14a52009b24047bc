/** A disk that refuses the bulletin: what the operator is told. */
import { findDiskRefusal } from "../disk/refusal.ts";
import { UserError } from "../model/issue.ts";

/**
 * Windows gives some paths in a form of its own, or with their accents lost: the output folder is named instead.
 * "\\\\?\\C:\\dist\\2026-T1", "C:\\Cl\ufffd\\dist" => "dist"
 */
const placeOf = (error: unknown, out: string): string => {
  const path = error instanceof Error && "path" in error ? String(error.path) : "";
  return path === "" || /^\\\\\?|\ufffd/.test(path) ? out : path;
};

/**
 * The error to throw instead: a UserError when the disk is at fault, otherwise the same.
 * @param whole what of the bulletins is whole all the same.
 */
export function explainRefusal(error: unknown, out: string, whole = "Le précédent est intact."): unknown {
  const refusal = findDiskRefusal(error);
  if (!refusal) return error;
  const message = `Le bulletin n'a pas pu être écrit dans ${placeOf(error, out)} : ${refusal.what}. ${whole}`;
  return new UserError(message.trimEnd(), refusal.remedy);
}
