import { expect, test } from "vitest";
import { deliveryMeant, typedDay, typedQuarter } from "../../scripts/model/typed.ts";

test.each([
  ["2026-10-08", "2026-10-08"],
  ["08/10/2026", "2026-10-08"],
  ["8/10/2026", "2026-10-08"],
  ["8.10.2026", "2026-10-08"],
  ["8 octobre 2026", "2026-10-08"],
  ["8\u00a0Octobre 2026", "2026-10-08"],
  ["1er août 2026", "2026-08-01"],
  ["01 fevrier 2026", "2026-02-01"],
  ["30/02/2026", undefined],
  ["10/13/2026", undefined], // the month comes second here
  ["08/10/26", "2026-10-08"],
  ["8 oct. 2026", "2026-10-08"],
  ["le 8 octobre 2026", "2026-10-08"],
  ["jeu. 08/10/2026 09:14", "2026-10-08"],
  ["jeudi 8 octobre 2026 à 9h14", "2026-10-08"],
  ["vendredi 8 octobre 2026", undefined], // it was a Thursday
  ["8 jui 2026", undefined], // June or July
  ["octobre 2026", undefined],
  ["8 brumaire 2026", undefined],
  ["20261008", undefined],
  ["", undefined],
])("the day « %s » is %s", (text, day) => {
  expect(typedDay(text)).toBe(day);
});

test.each([
  ["2026-T3", "2026-T3"],
  ["2026-t3", "2026-T3"],
  ["2026 T3", "2026-T3"],
  ["2026T3", "2026-T3"],
  ["T3 2026", "2026-T3"],
  ["t3-2026", "2026-T3"],
  ["3e trimestre 2026", "2026-T3"],
  ["1er\u00a0trimestre 2026", "2026-T1"],
  ["3ème trim. 2026", "2026-T3"],
  ["troisième trimestre 2026", "2026-T3"],
  ["2026_T3", "2026-T3"],
  ["T3/2026", "2026-T3"],
  ["../2026-T3", undefined],
  ["T5 2026", undefined],
  ["32026", undefined],
  ["3 2026", undefined],
  ["2026-3", undefined],
  ["T3", undefined],
  ["2026-T3-rectificatif", undefined],
])("the quarter « %s » is %s", (text, quarter) => {
  expect(typedQuarter(text)).toBe(quarter);
});

test.each([
  ["2026 T3", "2026-T3"],
  ["2026-t3", "2026-T3"],
  ["Livraison T3 2026", "2026-T3"],
  ["T3 2026 rectificatif", "2026-T3-rectificatif"],
  ["2026-T1bis", "2026-T1-bis"],
  ["3e trimestre 2026 (2)", "2026-T3-2"],
  ["2026-T10", undefined],
  ["12026 T3", undefined],
  ["T1 2026 et T2 2026", undefined],
  ["avril", undefined],
])("a folder « %s » is meant to be %s", (name, meant) => {
  expect(deliveryMeant(name)).toBe(meant);
});
