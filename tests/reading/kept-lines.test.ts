/** A line that a lecture of before kept as it was sent, when nothing was asked about such lines, is not asked about again. */
import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { declaredKey } from "../../scripts/nomenclature/index.ts";
import { createDocumentReader } from "../../scripts/reading/document.ts";
import { NOMENCLATURE, settingsOf } from "../recognise/tables.ts";

test("of two lines of no list, the one that no lecture has is asked about", async () => {
  const bytes = Buffer.from("IS 101 - T1 2026\nNature;Police\nHomicides;1\nRodéos;2\nTags;3\n");
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const file = { path: "2026-T1/a.csv", delivery: "2026-T1", name: "a.csv", bytes, sha256 };
  const keptLines = [declaredKey({ statement: "IS101", label: "Rodéos" })];
  const knowledge = { settings: settingsOf(), nomenclature: NOMENCLATURE, kept: [], keptLines, maps: [], asks: true };
  const [read] = await createDocumentReader(knowledge)({ files: [file], given: new Map() });
  expect(read?.questions.map(({ text }) => text)).toEqual(["Tags"]);
});
