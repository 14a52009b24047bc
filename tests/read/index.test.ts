/** One file, from its bytes to its grids, or to what is wrong with it. */

import { expect, test } from "vitest";
import { read } from "../../scripts/read/index.ts";
import { spoken } from "../spoken.ts";
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
  expect(spoken(empty.issues[0])).toMatchObject({
    message: "Fichier vide : il ne contient aucun octet.",
    place: { file: "2026-T1/d.csv" },
  });
});
