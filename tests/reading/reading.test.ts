/** The files of the deliveries, in their order: each is understood, with what is wrong with it; what was confirmed is not read again. */

import { expect, test } from "vitest";
import type { SourceFile } from "../../scripts/model/grid.ts";
import type { Lecture } from "../../scripts/model/lecture.ts";
import { confirmedOf } from "../../scripts/reading/confirmed.ts";
import type { Job, Reader } from "../../scripts/reading/job.ts";
import { KEY, KNOWN } from "../lectures/confirmed.ts";
import { handMadePdf, pagesOf, text } from "../read/pdf/hand-made-pdf.ts";
import { source } from "../read/source.ts";
import { readHere } from "../read-here.ts";
import { madeIssue } from "../spoken.ts";
import { understand } from "./files.ts";

const CSV = "IS 101 - 1er trimestre 2026\nLibellé;Police\nHomicides;0\nVols avec armes;3\n";
const rulesOf = (understood: Awaited<ReturnType<typeof understand>>) =>
  understood.flatMap(({ remarks }) => remarks.map((i) => `${i.place?.file} ${i.severity} ${i.rule}`));

test("each is understood in its order, and told what is wrong with it", async () => {
  const files = [source("d.csv", CSV), source("b.pdf", "%PDF-1.7\n"), source("vide.csv", ""), source("f.zed", "x")];
  const understood = await understand(files);
  expect(understood.map(({ recognition: { file, observations } }) => [file.source.name, observations.length])).toEqual([
    ["d.csv", 2],
    ["b.pdf", 0],
    ["vide.csv", 0],
  ]);
  expect(rulesOf(understood)).toEqual(["2026-T1/b.pdf error file-unreadable", "2026-T1/vide.csv error file-empty"]);
});

test("one that is empty, of another delivery, or encrypted itself is no content of an encrypted one", async () => {
  const container = source("IS 101.zed", "x");
  const alone = [source("vide.csv", ""), source("IST.zed", "y"), source("IS 101.csv", CSV, "2025-T4")];
  const told = async (files: readonly SourceFile[]) =>
    rulesOf(await understand(files)).filter((t) => t.includes("101.zed"));
  expect(await told([container, ...alone])).toEqual(["2026-T1/IS 101.zed error file-still-encrypted"]);
  expect(await told([container, ...alone, source("a.csv", CSV)])).toEqual([]);
});

test("nothing is asked of a file that could not be read whole: no answer would confirm it", async () => {
  const row = (y: number, ...cells: readonly string[]) => cells.map((cell, i) => text(50 + 250 * i, y, cell)).join(" ");
  const table = [
    ["IS 101 - police nationale - 1er trimestre 2026"],
    ["Infractions", "T1 2026"],
    ["Homicides", "1"],
    ["Vols avec armes", "2"],
    ["Vols de", "3"],
  ];
  const questions = async (...after: readonly string[]) => {
    const pages = pagesOf([table.map((cells, i) => row(700 - 20 * i, ...cells)).join(" "), ...after]);
    const pdf = source("IS101.pdf", Buffer.from(handMadePdf(pages), "latin1"));
    return (await understand([pdf], [], { asks: true })).flatMap((one) => one.questions).length;
  };
  expect([await questions(), await questions(text(300, 500, "146"))]).toEqual([1, 0]);
});

/** The paths that a reading asked for. */
function noting(): { readonly asked: string[]; readonly reader: Reader } {
  const asked: string[] = [];
  const pathsOf = (job: Job): readonly string[] => job.files.flatMap((file) => file?.path ?? []);
  return {
    asked,
    reader: (knowledge, jobs) => {
      asked.push(...jobs.flatMap(pathsOf));
      return readHere(knowledge, jobs);
    },
  };
}

async function confirmed(files: readonly SourceFile[]): Promise<readonly Lecture[]> {
  const kept = confirmedOf(await understand(files), "2026-T1", KNOWN, KEY);
  return [{ delivery: "2026-T1", by: "", at: "", programVersion: "", files: kept }];
}

test("a confirmed file is not read again: another one is", async () => {
  const lectures = await confirmed([source("a.csv", CSV)]);
  const { asked, reader } = noting();
  const understood = await understand([source("a.csv", CSV), source("b.csv", CSV, "2026-T2")], lectures, { reader });
  expect(asked).toEqual(["2026-T2/b.csv"]);
  expect(understood.map(({ held }) => held?.state)).toEqual([undefined, "changed"]);
});

test("what is read beside an error is compared all the same; what an error has left out of a file is not", async () => {
  const lectures = await confirmed([source("a.csv", CSV)]);
  const remark = madeIssue({ rule: "twin-disagrees", severity: "error", message: "" });
  const after =
    (keep: boolean): Reader =>
    (knowledge, jobs) =>
      readHere(knowledge, jobs).map(async (read) =>
        (await read).map((one) => ({
          ...one,
          remarks: [remark],
          recognition: keep ? one.recognition : { ...one.recognition, observations: [] },
        })),
      );
  const changes = async (keep: boolean) =>
    (await understand([source("b.csv", CSV, "2026-T2")], lectures, { reader: after(keep) })).map(({ held }) => [
      held?.state,
      (held?.differences.length ?? 0) > 0,
    ]);
  expect([await changes(true), await changes(false)]).toEqual([[["changed", true]], [["changed", false]]]);
});

test("a document is confirmed with its PDF: with another PDF, or without, it is read again, and told", async () => {
  const file = (name: string, sha256: string, text: string): SourceFile => ({
    ...source(name, text),
    sha256: sha256.repeat(64),
  });
  const original = file("IS101.csv", "a", CSV);
  const pdf = (sha256: string) => file("IS101.pdf", sha256, "%PDF-1.7\n");
  const lectures = await confirmed([original, pdf("b")]);
  expect(lectures[0]?.files.map((kept) => kept.pdf)).toEqual([{ path: "2026-T1/IS101.pdf", sha256: "b".repeat(64) }]);
  const told = async (files: readonly SourceFile[]) => {
    const { asked, reader } = noting();
    const [first] = await understand(files, lectures, { reader });
    return [asked.length, first?.held?.differences.map(({ says }) => says)];
  };
  expect(await told([original, pdf("b")])).toEqual([0, undefined]);
  expect(await told([original, pdf("c")])).toEqual([2, ["le PDF lu avec lui n'est pas celui qui a été confirmé"]]);
  expect(await told([original])).toEqual([1, ["le PDF confirmé avec lui n'y est plus"]]);
});
