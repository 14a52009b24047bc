/** A disk that refuses the bulletin: what the operator is told. */
import { findDiskRefusal } from "../disk/refusal.ts";
import { UserError } from "../model/issue.ts";

/** The error to throw instead: a UserError when the disk is at fault, otherwise the same. The earlier bulletin stays whole. */
export function explainRefusal(error: unknown, out: string): unknown {
  const refusal = findDiskRefusal(error);
  if (!refusal) return error;
  const { path } = error as NodeJS.ErrnoException;
  return new UserError(
    `Le bulletin n'a pas pu être écrit dans ${path ?? out} : ${refusal.what}. Le précédent est intact.`,
    refusal.remedy,
  );
}
