/** What is held of some files, and what is understood of them in this process. */
import type { Holdings } from "../../scripts/holdings/holdings.ts";
import type { SourceFile } from "../../scripts/model/grid.ts";
import type { Lecture } from "../../scripts/model/lecture.ts";
import { loadNomenclature } from "../../scripts/nomenclature/index.ts";
import { type ReadingOptions, readDeliveries } from "../../scripts/reading/reading.ts";
import { readHere } from "../read-here.ts";
import { settingsOf } from "../recognise/tables.ts";

export const holdingsOf = (files: readonly SourceFile[]): Holdings => ({
  today: "2026-12-20",
  settings: settingsOf(),
  nomenclature: loadNomenclature(),
  deliveries: { names: [...new Set(files.map((f) => f.delivery))], files, references: [] },
  lectures: [],
  issues: [],
});

export const understand = async (
  files: readonly SourceFile[],
  lectures: readonly Lecture[] = [],
  options: ReadingOptions = {},
) => await readDeliveries(holdingsOf(files), lectures, { reader: readHere, ...options });
