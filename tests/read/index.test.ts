/** One file, from its bytes to its grids, or to what is wrong with it. */
import { expect, test } from "vitest";
import { read } from "../../scripts/read/index.ts";
import { source } from "./source.ts";

test("says where it comes from", async () => {
  const file = { ...source("d.csv", "a;1\n"), sha256: "abc" };
  expect((await read(file)).value.source).toEqual({
    path: "2026-T1/d.csv",
    delivery: "2026-T1",
    name: "d.csv",
    sha256: "abc",
  });
  const empty = await read({ ...file, bytes: new Uint8Array() });
  expect(empty.value).toEqual({
    source: { path: "2026-T1/d.csv", delivery: "2026-T1", name: "d.csv", sha256: "abc" },
    format: null,
    grids: [],
  });
  expect(empty.issues[0]).toMatchObject({
    message: "Fichier vide : il ne contient aucun octet.",
    place: { file: "2026-T1/d.csv" },
  });
});

test("a public base has more cells than a statement may have: the lines of other territories are left out", async () => {
  const line = (i: number): string => `"${i % 99}";"84";"2016";"Homicides";"5";"0,0078318";"638425";"62"`;
  const lines = Array.from({ length: 30_000 }, (_, i) => line(i));
  const base = source("base.csv", `\ufeff"Code_departement";"a"\n${lines.join("\n")}`, "reference");
  const { value } = await read(base, { codes: ["7", "62001"] });
  const rows = value.grids[0]?.rows ?? [];
  expect(rows).toHaveLength(30_001);
  expect(rows[0]?.map(({ text }) => text)).toEqual(["Code_departement", "a"]);
  expect(rows.filter((row) => row[0]?.text === "7")).toHaveLength(303);
  expect(rows[107]?.map(({ text }) => text)).toEqual([
    "7",
    "84",
    "2016",
    "Homicides",
    "5",
    "0,0078318",
    "638425",
    "62",
  ]);
  expect(rows.slice(21).filter((row) => row.length > 0 && row[0]?.text !== "7")).toEqual([]);
});
