/** All the files of a folder: in their order, some of them read by another process, each with what is wrong with it. */
import { zipSync } from "fflate";
import { expect, test, vi } from "vitest";
import type { Grid } from "../../scripts/model/grid.ts";
import type { Result } from "../../scripts/model/issue.ts";
import { read, readAll, readEach } from "../../scripts/read/index.ts";
import type { ReadingJob } from "../../scripts/read/reader-process.ts";
import { number, xf, xls } from "./sheet/hand-made-xls.ts";
import { rules, show, source } from "./source.ts";

/** The files that were given to the other process, by name and format. */
const sent = vi.hoisted((): string[] => []);
vi.mock("../../scripts/read/reader-process.ts", () => ({
  readApart: (jobs: readonly ReadingJob[]) => {
    sent.push(...jobs.map(({ file, format }) => `${file.name} ${format}`));
    const grid = (path: string): Result<readonly Grid[]> => ({
      value: [{ file: path, part: "ailleurs", rows: [[{ text: "9" }]] }],
      issues: [{ rule: "encoding-doubtful", severity: "info", message: path }],
    });
    return new Map(jobs.map(({ file: { path } }) => [path, Promise.resolve(grid(path))]));
  },
}));

const FILES = [
  source("d.csv", "a;1\n"),
  source("b.pdf", "%PDF-1.7\n"),
  source("c.xlsx", zipSync({ "[Content_Types].xml": new Uint8Array(), "xl/workbook.xml": new Uint8Array() })),
  source("Thumbs.db", "a;1\n"),
  source("a.xls", xls({ globals: [xf()], sheet: [number(0, 0, 1)] })),
  source("e.html", "<table><tr><td>a<td>1</table>"),
  source(
    "g.png",
    Uint8Array.from("\x89PNG\r\n", (sign) => sign.charCodeAt(0)),
  ),
  source("vide.csv", ""),
  source("f.xls.zed", "x"),
];

test("are read in their order, without those of the system; the formats that may take long elsewhere", async () => {
  sent.length = 0;
  const { value, issues } = await readAll(FILES);
  expect(sent).toEqual(["b.pdf pdf", "c.xlsx xlsx", "a.xls xls"]);
  expect(value.map(({ source: own, format, grids }) => [own.name, format, ...grids.flatMap(show)])).toEqual([
    ["d.csv", "csv", "a|1"],
    ["b.pdf", "pdf", "9"],
    ["c.xlsx", "xlsx", "9"],
    ["a.xls", "xls", "9"],
    ["e.html", "html", "a|1"],
    ["g.png", null],
    ["vide.csv", null],
    ["f.xls.zed", null],
  ]);
  expect(rules({ value, issues })).toEqual([
    "info encoding-doubtful",
    "info encoding-doubtful",
    "info encoding-doubtful",
    "error file-format-unknown",
    "error file-empty",
    "info file-still-encrypted",
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
  expect(rules(await read(container, [container, ...alone]))).toEqual(["error file-still-encrypted"]);
  expect(rules(await read(container, [container, ...alone, source("a.csv", "a;1\n")]))).toEqual([
    "info file-still-encrypted",
  ]);
  const [first] = readEach([container, source("a.csv", "a;1\n")]);
  expect((await first)?.issues[0]?.severity).toBe("info");
});

test("one that breaks a reader is told to whoever awaits it, and the next ones are read", async () => {
  const own = new Error("rompu");
  await expect(read(source("b.pdf", "%PDF-1.7\n"), [], Promise.reject(own))).rejects.toBe(own);
  expect((await read(source("d.csv", "a;1\n"))).value.format).toBe("csv");
});
