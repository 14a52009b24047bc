/** The main path ends where an error stops it. */

import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import type { SourceFile } from "../scripts/model/grid.ts";
import { loadNomenclature } from "../scripts/nomenclature/index.ts";
import { followMainPath } from "../scripts/pipeline.ts";
import { readHere } from "./read-here.ts";
import { settingsOf } from "./recognise/tables.ts";
import { spoken } from "./spoken.ts";

const file = (name: string, text: string, delivery = "2026-T1"): SourceFile => {
  const bytes = new TextEncoder().encode(text);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return { path: `${delivery}/${name}`, delivery, name, bytes, sha256 };
};
const SOUND = file("IS101.csv", "IS 101 - 1er trimestre 2026\nLibellé;T1 2026\nHomicides;0\nVols avec armes;3\n");

const follow = async (
  files: readonly SourceFile[],
  quarters: readonly string[] | "today",
  more: Partial<Parameters<typeof followMainPath>[1]> = {},
  settings = settingsOf(),
) => {
  const outcome = await followMainPath(
    {
      today: "2026-04-09",
      settings,
      nomenclature: loadNomenclature(),
      deliveries: { files, references: [], names: [...new Set(files.map((f) => f.delivery))] },
      issues: [],
      lectures: [],
    },
    { quarters, reader: readHere, ...more },
  );
  return { ...outcome, editions: [...outcome.editions] };
};

test("sound files give the bulletin that is wanted", async () => {
  const { editions } = await follow([SOUND], ["2026-T1"]);
  expect(editions.map(({ bulletin }) => bulletin.id)).toEqual(["2026-T1"]);
});

test("one file in error, and no bulletin is made; what was read of the others is still told", async () => {
  const { editions, issues, recognitions } = await follow([SOUND, file("IST.csv", "")], ["2026-T1"]);
  expect(issues.filter((i) => i.severity === "error").map((i) => i.rule)).toEqual(["file-empty"]);
  expect(editions).toEqual([]);
  expect(recognitions.flatMap((r) => r.observations)).toHaveLength(2);
});

test("a file of each force in one delivery says by its name whose facts it counts", async () => {
  const text = "IS 101 - 1er trimestre 2026\nLibellé;T1 2026\nHomicides;0\n";
  const names = ["IS101 Zinzolin POLICE.csv", "IS101 Zinzolin GENDARMERIE.csv"] as const;
  const forcesOf = async (files: readonly SourceFile[]) =>
    (await follow(files, "today")).recognitions.flatMap((r) => r.observations.map((o) => o.force));
  expect(await forcesOf(names.map((name) => file(name, text)))).toEqual(["PN", "GN"]);
  // the name of a service, which alone is a letterhead, too
  expect(await forcesOf(["CPN", "COB"].map((name) => file(`IS101 ${name} Valmont.csv`, text)))).toEqual(["PN", "GN"]);
  expect(await forcesOf(names.map((name, i) => file(name, text, `2026-T${i + 1}`)))).toEqual([]);
  // a letterhead of the same force says nothing else; one of the other is asked about
  const under = (heads: readonly string[]) => forcesOf(names.map((name, i) => file(name, `${heads[i]}\n${text}`)));
  const letterheads = ["Police nationale", "Gendarmerie nationale"];
  expect(await under(letterheads)).toEqual(["PN", "GN"]);
  expect(await under(letterheads.toReversed())).toEqual([]);
});

test("asked for today, it checks and makes nothing", async () => {
  const { editions, recognitions } = await follow([SOUND], "today");
  expect(editions).toEqual([]);
  expect(recognitions).toHaveLength(1);
});

test("what is missing of several quarters is told once when all are made, and by each bulletin as it knows it", async () => {
  const quarters = ["2026-T1", "2026-T2", "2026-T4"];
  const files = quarters.map((id) => file("IS101.csv", `IS 101\nLibellé;${id.slice(5)} 2026\nHomicides;0\n`, id));
  const { issues, editions } = await follow(files, quarters);
  const missing = issues.filter((i) => i.rule === "statement-missing");
  expect(missing.map((i) => i.place)).toEqual([{ file: "2026-T4" }]);
  expect(spoken(missing[0]).message).toContain("3\u00a0trimestres");
  expect(editions.map(({ bulletin }) => bulletin.warnings)).toEqual([1, 1, 2]); // and the third quarter
});

test("a bulletin knows its own quarter's deliveries and those before: what came later changes not a word nor a figure of it", async () => {
  const before = file("IS101.csv", "IS 101\nLibellé;T4 2025\nHomicides;1\nVols avec armes;4\n", "2025-T4");
  const later = [
    file("IS101.csv", "IS 101\nLibellé;T1 2026;T2 2026\nHomicides;0;1\nVols avec armes;5;2\nInconnue;1;1\n", "2026-T2"),
    file("IST.csv", "I.S.T\nLibellé;T2 2026\nZinzolins;7\nVols;néant\n", "2026-T2"),
  ];
  const alone = await follow([before, SOUND], ["2026-T1"]);
  const among = await follow([before, SOUND, ...later], ["2026-T1"]);
  expect(among.recognitions).toHaveLength(4);
  const [own, other] = [alone, among].map(({ editions }) => JSON.stringify(editions));
  expect(other).toBe(own);
  expect(own).toContain("2025-T4/IS101.csv");
});

test("a bulletin made before is outdated when it would say another thing now, and is compared only if what it is made of changed", async () => {
  const next = file("IS101.csv", "IS 101\nLibellé;T2 2026\nHomicides;1\n", "2026-T2");
  const [made] = (await follow([SOUND], ["2026-T1"])).editions;
  const found = async (
    published: { readonly fingerprint: string; readonly madeFrom: string },
    files = [SOUND, next],
  ) => {
    const steps: string[] = [];
    const { outdated, editions } = await follow(files, ["2026-T2"], {
      published: { "2026-T1": published },
      step: (text) => steps.push(text.replaceAll("\u00a0", " ")),
    });
    expect(editions.map(({ bulletin }) => bulletin.id)).toEqual(["2026-T2"]);
    return { outdated, steps };
  };
  const fingerprint = made?.bulletin.fingerprint ?? "";
  const madeFrom = made?.madeFrom ?? "";
  const reading = ["lecture de 2 fichiers", "analyse et rédaction"];
  const comparing = [...reading, "comparaison de 1 bulletin déjà fait"];
  expect(await found({ fingerprint, madeFrom })).toEqual({ outdated: [], steps: reading });
  expect(await found({ fingerprint, madeFrom: "other" })).toEqual({ outdated: [], steps: comparing });
  expect(await found({ fingerprint: "other", madeFrom: "other" })).toEqual({ outdated: ["2026-T1"], steps: comparing });
  const altered = file("IS101.csv", "IS 101 - 1er trimestre 2026\nLibellé;T1 2026\nHomicides;2\n");
  expect(await found({ fingerprint, madeFrom }, [altered, next])).toEqual({ outdated: ["2026-T1"], steps: comparing });
});

test("a statement whose file an error refuses is not said to be missing as well: one cause, one message", async () => {
  const refused = file(
    "IS101.csv",
    "IS 101 - Police - Gendarmerie\nLibellé;T1 2026;T1 2026\nHomicides;1;2\nVols avec armes;3;4\n",
  );
  const { issues } = await follow([refused], ["2026-T1"]);
  expect(issues.some((i) => i.severity === "error")).toBe(true);
  expect(issues.filter((i) => i.rule === "statement-missing").map((i) => spoken(i).message)).toEqual([
    expect.stringContaining("I.S.T"),
  ]);
});

test("one cause is told once: a statement of which a warning says why nothing is read is not said to be missing too", async () => {
  const settings = { ...settingsOf(), expectedStatements: ["IS101"] };
  const told = async (text: string) => {
    const { issues } = await follow([file("IS 101.csv", text)], "today", {}, settings);
    return issues.filter(({ severity }) => severity !== "info").map(({ rule }) => rule);
  };
  const rules = await told("IS 101 - Valmont-sur-Lys - 1er trimestre 2026\n\nVoir l'image jointe\n");
  expect(rules).toContain("no-figures-read");
  expect(rules).not.toContain("statement-missing");
});
