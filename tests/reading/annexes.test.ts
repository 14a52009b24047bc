/** A scanned annex beside statements that are all read is to be looked at; beside one that is not, it may be that one. */
import { expect, test } from "vitest";
import { withAnnexes } from "../../scripts/reading/annexes.ts";
import { handMadePdf, pagesOf } from "../read/pdf/hand-made-pdf.ts";
import { source } from "../read/source.ts";
import { understand } from "./files.ts";

const statement = (name: string, line: string) => `${name} - 1er trimestre 2026\nLibellé;Police\n${line};0\n`;
const IS101 = source("IS101.csv", statement("IS 101", "Homicides"));
const IST = source("IST.csv", statement("I.S.T", "Atteintes aux biens"));
const scan = (delivery = "2026-T1") => source("bordereau.pdf", handMadePdf(pagesOf(["0 0 50 50 re f"])), delivery);
const told = async (...files: Parameters<typeof understand>[0]) =>
  (await understand(files)).flatMap(({ issues }) =>
    issues.flatMap(({ rule, severity }) => (rule === "pdf-without-text" ? [severity] : [])),
  );

test("it is an error where a statement is not read, or is of another delivery", async () => {
  expect(await told(IS101, IST, scan())).toEqual(["warning"]);
  expect(await told(IS101, scan())).toEqual(["error"]);
  expect(await told(IS101, IST, scan("2026-T2"))).toEqual(["error"]);
  expect(await told(scan())).toEqual(["error"]);
});

test("no other fault is set aside with it, nor anything where no statement is expected or read", async () => {
  const broken = source("b.pdf", "%PDF-1.7\n");
  const rules = (await understand([IS101, IST, broken])).flatMap(({ issues }) => issues);
  expect(rules.find(({ rule }) => rule === "file-unreadable")?.severity).toBe("error");
  const alone = withAnnexes(await understand([scan()]), { expectedStatements: [] });
  expect(alone.flatMap(({ issues }) => issues.map(({ severity }) => severity))).toEqual(["error"]);
});
