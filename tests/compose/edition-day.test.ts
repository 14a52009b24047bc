/** The day of an edition is that on which its inputs came, never the day on which they were due. */
import { describe, expect, test } from "vitest";
import { type ComposeInput, compose } from "../../scripts/compose/index.ts";
import { quarter } from "../../scripts/model/period.ts";
import { inputOf, type LineSpec } from "./builders.ts";
import { plain } from "./find.ts";

const base: LineSpec = { indicator: "cambriolages-logement", label: "Cambriolages de logement", counts: [9, 7, 6, 11] };
/** [day, what the cover says of it, beside it] of the bulletin of the first quarter of 2026. */
const dateOf = (more: Partial<Pick<ComposeInput, "received" | "edition">>, deliveryDay = 8) => {
  const input = inputOf([base], {
    settings: { expectedStatements: ["IS101"], deliveryDay },
    at: quarter(2026, 1),
    ...more,
  });
  return coverOf(input);
};
const coverOf = (input: ComposeInput) => {
  const { editionIso, editionDate, editionNote } = compose(input).bulletin;
  return [editionIso, plain(editionDate), editionNote && plain(editionNote)];
};
const EARLIER = { "2025-T2": ["2025-07-08"], "2025-T3": ["2025-10-08"], "2025-T4": ["2026-01-08"] };

test("is the day of the last message that brought one of them", () => {
  expect(dateOf({ received: { ...EARLIER, "2026-T1": ["2026-04-07"] } })).toEqual(["2026-04-07", "7 avril 2026", null]);
  // an earlier quarter that came after its own
  expect(dateOf({ received: { ...EARLIER, "2025-T4": ["2026-05-04"], "2026-T1": ["2026-04-07"] } })[0]).toBe(
    "2026-05-04",
  );
  // a delivery that came after the quarter's: unknown to this bulletin
  expect(dateOf({ received: { ...EARLIER, "2026-T1": ["2026-04-07"], "2026-T2": ["2026-07-08"] } })[0]).toBe(
    "2026-04-07",
  );
});

test("is not taken from the register while one of the quarter's deliveries is not in it", () => {
  const input = inputOf([base], {
    settings: { expectedStatements: ["IS101"] },
    at: quarter(2026, 1),
    received: { ...EARLIER, "2026-T1": ["2026-04-07"] },
  });
  const deliveries = [...input.analysis.deliveries, "2026-T1-rectificatif"];
  expect(compose(input).bulletin.isReceived).toBe(true);
  expect(compose({ ...input, analysis: { ...input.analysis, deliveries } }).bulletin.isReceived).toBe(false);
});

test("does not move with the day on which they are due, which says only whether they came late", () => {
  const received = { ...EARLIER, "2026-T1": ["2026-04-20"] };
  const late = (days: string, due: string) => `livraison reçue ${days} après l’échéance du ${due}`;
  expect(dateOf({ received })).toEqual(["2026-04-20", "20 avril 2026", late("12 jours", "8 avril 2026")]);
  expect(dateOf({ received }, 19)).toEqual(["2026-04-20", "20 avril 2026", late("1 jour", "19 avril 2026")]);
  expect(dateOf({ received }, 20)).toEqual(["2026-04-20", "20 avril 2026", null]);
});

test("a change of the files is the day of the edition, and makes a delivery that came in time no late one", () => {
  const received = { ...EARLIER, "2026-T1": ["2026-04-08", "2026-05-20"] };
  expect(dateOf({ received })).toEqual(["2026-05-20", "20 mai 2026", null]);
  const input = inputOf([base], { settings: { expectedStatements: ["IS101"] }, received });
  expect(plain(JSON.stringify(compose(input).bulletin))).toContain(
    "(reçue le 8 avril 2026, complétée ou corrigée le 20 mai 2026)",
  );
});

test("each change of the files is told, in the order of the days, whatever that of the deliveries", () => {
  const received = { ...EARLIER, "2026-T1": ["2026-04-08", "2026-05-20", "2026-05-04"] };
  const input = inputOf([base], { settings: { expectedStatements: ["IS101"] }, received });
  const { bulletin } = compose(input);
  expect(plain(JSON.stringify(bulletin))).toContain(
    "(reçue le 8 avril 2026, complétée ou corrigée le 4 mai 2026, puis le 20 mai 2026)",
  );
  expect(bulletin.editionIso).toBe("2026-05-20");
});

test("a second edition says which one it replaces", () => {
  const received = { ...EARLIER, "2026-T1": ["2026-04-08"] };
  expect(dateOf({ received, edition: { number: 2, replaces: "2026-04-08" } })[2]).toBe(
    "édition 2, remplace celle du 8 avril 2026",
  );
  expect(dateOf({ received: { "2026-T1": ["2026-04-09"] }, edition: { number: 3, replaces: "2026-04-08" } })[2]).toBe(
    "édition 3, remplace celle du 8 avril 2026 ; livraison reçue 1 jour après l’échéance du 8 avril 2026",
  );
});

describe("without a register", () => {
  test("is the quarter's last day, said as such", () => {
    expect(dateOf({ received: {} })).toEqual(["2026-03-31", "arrêtée au 31 mars 2026", null]);
    // the register knows others only: their days are not those of this one
    expect(dateOf({ received: EARLIER })).toEqual(["2026-03-31", "arrêtée au 31 mars 2026", null]);
  });

  const naming = (text: string) => {
    const input = inputOf([base], { settings: { expectedStatements: ["IS101"] }, received: {} });
    const [first, ...others] = input.recognitions;
    if (!first) throw new Error("no file");
    const tables = first.tables.map((t) => ({ ...t, grid: { ...t.grid, rows: [...t.grid.rows, [{ text }]] } }));
    return coverOf({ ...input, recognitions: [{ ...first, tables }, ...others] });
  };

  test.each([
    ["Édité le 8 avril 2026", "2026-04-08"],
    ["Date d'édition : 09/04/2026", "2026-04-09"],
    ["État imprimé le 1er avril 2026 à 8 h", "2026-04-01"],
    ["Extraction du 10.4.2026", "2026-04-10"],
    ["Mise à jour : 7 avril 2026", "2026-04-07"],
    ["ÉDITÉ LE 8 AVRIL 2026", "2026-04-08"],
    ["Édité le 9 avril 2026, extraction du 7 avril 2026", "2026-04-09"],
  ])("is the day that a statement says to be its own: %s", (text, day) => {
    expect(naming(text)[0]).toBe(day);
    expect(naming(text)[1]).not.toContain("arrêtée");
  });

  test("is said by any of the words for it, joined to its day in any way", () => {
    const words = [
      "édité",
      "éditée",
      "édités",
      "édition",
      "imprimé",
      "imprimées",
      "extrait",
      "extraites",
      "extraction",
    ];
    for (const word of [...words, "généré", "générée", "mise à jour", "mis à jour"])
      for (const joined of [" le ", " du ", " au ", " : ", ": "])
        expect(naming(`État ${word}${joined}12 avril 2026`)[0], `${word}${joined}`).toBe("2026-04-12");
    const months = ["avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"];
    for (const [i, month] of months.entries())
      for (const said of [`3 ${month} 2026`, `03/${String(i + 4).padStart(2, "0")}/2026`, `3-${i + 4}-2026`])
        expect(naming(`Édité le ${said}`)[0], said).toBe(`2026-${String(i + 4).padStart(2, "0")}-03`);
    for (const [i, month] of ["janvier", "février", "mars"].entries())
      expect(naming(`Édité le 3 ${month} 2027`)[0], month).toBe(`2027-0${i + 1}-03`);
  });

  test.each([
    "Prochain envoi le 8 juillet 2026",
    "Convention du 12 mai 2026",
    "Édité le 31 février 2027",
    "Édité le 31 mars 2026", // the quarter's last day: nothing more is known
    "Édité le 8 janvier 2026", // before the quarter ends: of another document
    "Imprimé par le bureau 12, note du 8 avril 2026",
  ])("is no other day that stands in it: %s", (text) => {
    expect(naming(text)).toEqual(["2026-03-31", "arrêtée au 31 mars 2026", null]);
  });
});
