import { expect, test } from "vitest";
import { earlierQuarters } from "../../scripts/editions/earlier.ts";
import { defaultSettings } from "../../scripts/holdings/settings.ts";
import { quarter } from "../../scripts/model/period.ts";
import { loadNomenclature } from "../../scripts/nomenclature/index.ts";
import { readTables } from "../recognise/tables.ts";

const around = { nomenclature: loadNomenclature(), settings: defaultSettings(), references: [] };

test("the announcements of the four quarters before are followed, as the register's files say them", () => {
  const ids = ["2024-T4", "2025-T1", "2025-T2", "2025-T3", "2025-T4", "2026-T1"];
  const { followed } = earlierQuarters(
    [],
    around,
    Object.fromEntries(ids.map((id) => [id, { edition: 1, changed: {}, announcements: [], printed: {} }])),
  );
  expect(followed(quarter(2026, 1)).map((told) => told.quarter)).toEqual(
    [4, 3, 2, 1].map((number) => quarter(2025, number as 1 | 2 | 3 | 4)),
  );
  expect(earlierQuarters([], around, {}).followed(quarter(2026, 1))).toEqual([]); // nothing is held of them
});

test("of a year, the three quarters before its last, the first one first, as far as they are held", () => {
  const received = [2, 3, 4].map(
    (n) => readTables(`IS 101 - T${n} 2025\nFaits|T${n} 2025\nHomicides|${n}`, { delivery: `2025-T${n}` }).recognition,
  );
  const { yearBefore } = earlierQuarters(received, around, {});
  const quartersOf = (year: number, n: 1 | 4) => yearBefore(quarter(year, n)).map((one) => one.quarter);
  expect(quartersOf(2026, 1)).toEqual([quarter(2025, 2), quarter(2025, 3), quarter(2025, 4)]);
  expect(quartersOf(2025, 4)).toEqual([quarter(2025, 2), quarter(2025, 3)]);
});
