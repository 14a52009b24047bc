/** The doubt about a year alone is answered by the very cell of the confirmed file, and by no other. */

import { expect, test } from "vitest";
import { templateAnswers } from "../../scripts/lectures/template-answers.ts";
import { anError } from "../../scripts/model/issue.ts";
import type { ConfirmedFile } from "../../scripts/model/lecture.ts";
import { quarter } from "../../scripts/model/period.ts";
import { received } from "../../scripts/model/received.ts";

const like = {
  recognition: {
    file: { source: { delivery: "2026-T1" } },
    observations: [{ period: quarter(2025, 1), provenance: { part: "Feuil1", row: 2, column: 3 } }],
  },
} as unknown as ConfirmedFile;
const answered = (part: string, row: number, column: number) =>
  templateAnswers(
    [
      anError("ambiguous-header", {
        about: { page: 1, doubt: received("") },
        asks: { kind: "period", text: "2025", may: ["2025-04/2025-06", "2025-01/2025-12"] },
        place: { file: "2026-T2/a.xlsx", part, row, column, raw: "2025" },
      }),
    ],
    like,
    quarter(2026, 2),
  );

test("what stood there was the quarter of that year: it is so in a later file", () => {
  expect(answered("Feuil1", 2, 3)).toEqual([
    { kind: "period", text: "2025", choice: "2025-04/2025-06", statement: null },
  ]);
});

test.each([
  ["of another sheet", "Feuil2", 2, 3],
  ["of another row", "Feuil1", 4, 3],
  ["of another column", "Feuil1", 2, 5],
] as const)("a figure %s answers nothing", (_, part, row, column) => {
  expect(answered(part, row, column)).toEqual([]);
});
