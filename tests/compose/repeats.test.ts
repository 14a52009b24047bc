import { expect, test } from "vitest";
import { withoutRepeats } from "../../scripts/compose/repeats.ts";
import type { Block } from "../../scripts/model/document/bulletin.ts";
import type { Table } from "../../scripts/model/document/table.ts";

const SOURCE = "Direction interdépartementale de la Police nationale, état IS 101, livraison 2026-T1.";
const CHAMP = "Rive-Blanche ; faits enregistrés par la police et la gendarmerie nationales.";

const table = (number: number, champ: string, source: string): Block => {
  const made: Table = { id: `t${number}`, number, title: "", columns: [], rows: [], champ, source };
  return { kind: "table", table: made };
};
const saidBefore = (...blocks: readonly Block[]) =>
  withoutRepeats([{ id: "is101", title: "", blocks }]).flatMap((section) =>
    section.blocks.map((b) => (b.kind === "table" ? b.table.saidBefore : b.kind === "charts" ? b.saidBefore : null)),
  );

test("a champ and a source said by an earlier table are named by its number, each by itself", () => {
  expect(
    saidBefore(
      table(1, CHAMP, SOURCE),
      table(2, CHAMP, SOURCE),
      table(3, "Un autre champ.", SOURCE),
      table(4, CHAMP, "Programme."),
    ),
  ).toEqual([undefined, { champ: 1, source: 1 }, { champ: undefined, source: 1 }, { champ: 1, source: undefined }]);
});

test("charts name the table that has said theirs, and are named by none", () => {
  const charts: Block = { kind: "charts", title: "", champ: CHAMP, source: SOURCE, charts: [] };
  expect(saidBefore(charts, table(1, CHAMP, SOURCE), charts)).toEqual([undefined, undefined, { champ: 1, source: 1 }]);
});

test("a short text is said again: it is read as quickly", () => {
  expect(saidBefore(table(1, "Programme.", "Programme."), table(2, "Programme.", "Programme."))).toEqual([
    undefined,
    undefined,
  ]);
});
