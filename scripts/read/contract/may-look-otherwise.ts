/** A file that depends on what is not read: a person who opens it may see something else. It is read, and that is told. */
import type { OtherLook } from "../../model/about-files.ts";
import { aWarning, type Issue } from "../../model/issue.ts";

export type { OtherLook } from "../../model/about-files.ts";

/** One issue a file, each reason once; none: no issue. `found`: each where there is reason for it. */
export function mayLookOtherwise(file: string, found: readonly (OtherLook | false)[]): readonly Issue[] {
  const looks = [...new Set(found.filter((look) => look !== false))];
  return looks.length === 0 ? [] : [aWarning("may-look-otherwise", { about: { looks }, place: { file } })];
}
