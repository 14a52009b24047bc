import { expect, it } from "vitest";
import { MAX_DEPTH } from "../../../scripts/read/contract/limits.ts";
import { createFlow } from "../../../scripts/read/document/document-flow.ts";
import { refusal } from "../source.ts";

const row = {
  left: 0,
  constructs: [],
  cells: [{ right: 1000, joinsLeft: false, merge: undefined, inks: [{}], constructs: [] }],
};
const marked = (text: string) => ({ text, inks: [] });

it("a table within a cell makes its row page layout, read cell after cell", () => {
  const flow = createFlow(() => ({}));
  flow.endCell(marked("12"), 2);
  flow.endRow(row, 2);
  flow.endCell(marked(""), 1);
  flow.endRow(row, 1);
  const blocks = flow.finish();
  expect(blocks).toHaveLength(1);
  expect(blocks[0]).toMatchObject({ kind: "table", rows: [{ cells: [{ text: "12", column: 0 }] }] });
});

it("a damaged depth of tables is told at once, without a table for each level", () => {
  for (const depth of [MAX_DEPTH + 1, 2_000_000_000]) {
    const flow = createFlow(() => ({}));
    expect(refusal(() => flow.endCell(marked("12"), depth))?.actual).toBe(
      `des tableaux sont imbriqués sur ${depth} niveaux`,
    );
  }
});

it("a row that its end never came for is told", () => {
  const flow = createFlow(() => ({}));
  flow.endCell(marked("12"), 1);
  expect(refusal(() => flow.endParagraph(marked("Note"), 0))?.actual).toBe("une ligne de tableau n'est pas finie");
});

it("a row that is not ended, but whose only cell ends with a table, is page layout, as LibreOffice writes it", () => {
  const layout = (...before: readonly string[]) => {
    const flow = createFlow(() => ({}));
    for (const text of before) flow.endCell(marked(text), 1);
    flow.endParagraph(marked("Titre"), 1);
    flow.endCell(marked("12"), 2);
    flow.endRow(row, 2);
    flow.endParagraph(marked("Note"), 0);
    return flow.finish();
  };
  expect(layout()).toMatchObject([{ text: "Titre" }, { kind: "table" }, { text: "Note" }]);
  expect(refusal(() => layout("9"))?.actual).toBe("une ligne de tableau n'est pas finie");
});

it("a cell without width, or whose end is before its start, is told", () => {
  for (const right of [1000, 900]) {
    const flow = createFlow(() => ({}));
    for (const text of ["12", "13"]) flow.endCell(marked(text), 1);
    const cells = [...row.cells, { right, joinsLeft: false, merge: undefined, inks: [{}], constructs: [] }];
    expect(refusal(() => flow.endRow({ ...row, cells }, 1))?.actual).toBe(
      `bords de cellules en désordre (1000, ${right})`,
    );
  }
});
