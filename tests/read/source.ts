/** Small files made in code, and grids as plain text, for the tests of the readers. */

import type { Grid, SourceFile } from "../../scripts/model/grid.ts";
import type { Issue, Result } from "../../scripts/model/issue.ts";
import { NotRead } from "../../scripts/read/contract/reader.ts";
import { quotedBy } from "../spoken.ts";

export const source = (name: string, content: string | Uint8Array, delivery = "2026-T1"): SourceFile => ({
  path: `${delivery}/${name}`,
  delivery,
  name,
  bytes: typeof content === "string" ? new TextEncoder().encode(content) : content,
  sha256: "",
});

/** One line a row: "Homicides|0|1"; a covered place is "^", a span stands in braces: "Police{1x2}". */
export const show = (grid: Grid | undefined): readonly string[] =>
  (grid?.rows ?? []).map((row) =>
    row
      .map(({ text, covered, rowSpan = 1, colSpan = 1 }) =>
        covered ? "^" : rowSpan * colSpan > 1 ? `${text}{${rowSpan}x${colSpan}}` : text,
      )
      .join("|"),
  );

export const rules = (result: Result<unknown>): readonly string[] =>
  result.issues.map((i) => `${i.severity} ${i.rule}`);

/** What stands beside the seen text of each cell that has something: "12 [struck 11]". */
export const showBeside = (grid: Grid | undefined): readonly string[] =>
  (grid?.rows ?? []).flatMap((row) =>
    row.flatMap(({ text, beside }) =>
      beside ? [`${text} ${beside.map((one) => `[${one.kind} ${one.text}]`).join("")}`] : [],
    ),
  );

/** A whole result on one line: rows after "/", what stands beside in brackets, then `told`: "Vols|12 / Rixes|8 [struck 11]". */
export const onOneLine = (
  { value: [grid], issues }: Result<readonly Grid[]>,
  told: readonly string[] = issues.map((issue) => `${issue.rule} ${quotedBy(issue)}`.trim()),
): string => {
  const beside = (grid?.rows ?? []).flatMap((row) =>
    row.flatMap((cell) => (cell.beside ?? []).map((one) => `[${one.kind} ${one.text}]`)),
  );
  return [show(grid).join(" / "), ...beside, ...told].join(" ");
};

/** Why nothing is read of it; undefined: it is read. */
export function refusal(
  read: () => unknown,
  file: SourceFile = source("a.xlsx", ""),
  format = "un fichier",
): Issue | undefined {
  try {
    read();
    return undefined;
  } catch (error) {
    if (error instanceof NotRead) return error.issueOf(file, format);
    throw error;
  }
}
