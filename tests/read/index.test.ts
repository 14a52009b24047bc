/** All the files of a folder: in their order, some of them read by another process, each with what is wrong with it. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { zipSync } from "fflate";
import { expect, test, vi } from "vitest";
import type { SourceFile } from "../../scripts/model/grid.ts";
import { read, readAll, readBases, readEach } from "../../scripts/read/index.ts";
import type { ReadingJob } from "../../scripts/read/read-file.ts";
import { rules, show, source } from "./source.ts";

/** The files that were given to the other process. */
const sent = vi.hoisted((): string[] => []);
vi.mock("../../scripts/read/reader-process.ts", () => ({
  readApart: (jobs: readonly ReadingJob[]) =>
    jobs.map((job) => {
      sent.push(job.file.name);
      return read(job.file, job);
    }),
}));

const FILES = [
  source("d.csv", "a;1\n"),
  source("b.pdf", "%PDF-1.7\n"),
  source("c.xlsx", zipSync({ "[Content_Types].xml": new Uint8Array(), "xl/workbook.xml": new Uint8Array() })),
  source("Thumbs.db", "a;1\n"),
  source("a.xls", readFileSync(join(import.meta.dirname, "../seen/xls/a-row-that-is-shown/file.xls"))),
  source(
    "g.png",
    Uint8Array.from("\x89PNG\r\n", (sign) => sign.charCodeAt(0)),
  ),
  source("vide.csv", ""),
  source("f.xls.zed", "x"),
];

test("are all read elsewhere, in their order, without those of the system", async () => {
  sent.length = 0;
  const { value, issues } = await readAll(FILES);
  expect(sent).toEqual(FILES.map(({ name }) => name).filter((name) => name !== "Thumbs.db"));
  expect(value.map(({ source: own, format, grids }) => [own.name, format, ...grids.flatMap(show)])).toEqual([
    ["d.csv", "csv", "a|1"],
    ["b.pdf", "pdf"],
    ["c.xlsx", "xlsx"],
    ["a.xls", "xls", "0|1|1", "1|1|1", "2|1|1"],
    ["g.png", null],
    ["vide.csv", null],
    ["f.xls.zed", null],
  ]);
  expect(rules({ value, issues })).toEqual([
    "error file-unreadable",
    "error file-unreadable",
    "error file-format-unknown",
    "error file-empty",
  ]);
});

test("say where they come from", async () => {
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

test("one that is empty, of the system, or encrypted itself is no content of an encrypted one", async () => {
  const container = source("IS 101.zed", "x");
  const alone = [source("vide.csv", ""), source("Thumbs.db", "a;1\n"), source("IST.zed", "y")];
  const severity = async (files: readonly SourceFile[]) => (await readEach(files)[0])?.issues[0]?.severity;
  expect(await severity([container, ...alone])).toBe("error");
  expect(await severity([container, ...alone, source("a.csv", "a;1\n")])).toBe(undefined);
});

test("a public base has more cells than a statement may have: the lines of other territories are left out", async () => {
  const line = (i: number): string => `"${i % 99}";"84";"2016";"Homicides";"5";"0,0078318";"638425";"62"`;
  const lines = Array.from({ length: 30_000 }, (_, i) => line(i));
  const base = source("base.csv", `\ufeff"Code_departement";"a"\n${lines.join("\n")}`, "reference");
  const [reading] = (await readBases([base, source("b.csv", "a;b\n1;2\n", "reference")], ["7", "62001"])).value;
  const rows = reading?.grids[0]?.rows ?? [];
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
