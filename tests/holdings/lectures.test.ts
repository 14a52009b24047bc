/** A lecture goes to the disk and comes back as it was; what is no lecture is named, and trusted by nobody. */

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { lectureOf, lectureText } from "../../scripts/holdings/lecture-json.ts";
import { lectureKey, loadLectures, writeLecture } from "../../scripts/holdings/lectures.ts";
import { withoutUnused } from "../../scripts/lectures/index.ts";
import { aWarning } from "../../scripts/model/issue.ts";
import type { ConfirmedFile, Lecture } from "../../scripts/model/lecture.ts";
import { received } from "../../scripts/model/received.ts";
import { tell } from "../../scripts/model/remarks/index.ts";
import { readTables } from "../recognise/tables.ts";
import { temporaryFolder } from "../temporary-folder.ts";

const HASH = "a".repeat(64);
const TABLE = `
IS 101 – Saint-Aubin-les-Tilleuls – 1er trimestre 2026

Nature des faits{2x1} | Police{1x2} | ^
^ | T1 2025 | T1 2026 | Évol. %
Homicides | 0 | 1 | +100 %
Rodéos | nd | 3 | –
Cambriolages de logement¹ | 12 | 9 | -25 %
¹ Chiffres provisoires`;

function lecture(): Lecture {
  const { recognition, issues } = readTables(TABLE);
  const file = { ...recognition, file: { ...recognition.file, source: { ...recognition.file.source, sha256: HASH } } };
  return {
    delivery: "2026-T1",
    by: "agent",
    at: "2026-04-09T08:12:00.000Z",
    programVersion: "1.0.0",
    files: [
      {
        recognition: file,
        remarks: issues,
        answers: [
          { kind: "head", text: "Rodéos", choice: "leave-out", statement: null },
          { kind: "line", text: "Rodéos", choice: "as-sent", statement: "IS101" },
        ],
        pdf: null,
        settings: HASH,
        key: "",
      },
    ],
  };
}

test("a lecture that is written and loaded is the same, tables, figures and answers", () => {
  const data = temporaryFolder("lectures");
  const before = lecture();
  expect(before.files[0]?.recognition.observations.length).toBeGreaterThan(3);
  const { path, sha256 } = writeLecture(data, before);
  expect(path).toBe("lectures/2026-T1.json");
  const { value, issues } = loadLectures(data);
  expect(issues).toEqual([]);
  expect(value[0]?.sha256).toBe(sha256);
  // nothing is proposed any more about a remark that was accepted, and no sentence on what was read is kept
  const UNKEPT: Readonly<Record<string, unknown>> = { asks: undefined, expected: undefined, because: [] };
  const kept = (lecture: Lecture | undefined) =>
    JSON.parse(
      JSON.stringify(lecture?.files, (key, inner) => {
        if (key in UNKEPT) return UNKEPT[key];
        return (key === "why" || key === "means") && typeof inner === "string" ? "" : inner;
      }),
    );
  expect(kept(value[0])).toEqual(kept(before));
  expect(lectureText(before)).toBe(readFileSync(join(data, path), "utf8"));
});

test("a text that is not kept comes back as its place and its hash, with the key of the folder", () => {
  const data = temporaryFolder("lectures-scellees");
  const key = lectureKey(data);
  expect(lectureKey(data)).toBe(key);
  const [own] = lecture().files;
  const { tables } = own?.recognition ?? { tables: [] };
  const beside = [{ kind: "hidden" as const, text: "KERVADEC 12" }];
  const rows = (tables[0]?.grid.rows ?? []).map((cells) =>
    cells.map((cell, c) => (c === 0 ? { ...cell, beside } : cell)),
  );
  const part = {
    file: "2026-T1/etat.csv",
    part: "Kervadec",
    hidden: true as const,
    rows: [[{ text: "Kervadec, T1 2026" }]],
  };
  const known = { key, isKnown: () => false };
  const file = withoutUnused(
    {
      ...(own as ConfirmedFile),
      recognition: {
        ...(own as ConfirmedFile).recognition,
        tables: [
          ...tables.map((t) => ({ ...t, grid: { ...t.grid, rows, comments: ["Kervadec"] } })),
          { grid: part, statement: "AUTRE", anchor: null, readings: [[{ kind: "ignored", why: "Kervadec" }]] },
        ],
      },
      answers: [{ kind: "text", text: "Vu par Kervadec", choice: "no-effect", statement: null }],
    },
    known,
  );
  const { path } = writeLecture(data, { ...lecture(), files: [file] });
  expect(readFileSync(join(data, path), "utf8").toLowerCase()).not.toContain("kervadec");
  const [back] = loadLectures(data).value[0]?.files ?? [];
  expect(back?.key).toBe(key);
  expect(back?.answers).toEqual(file.answers);
  expect(back?.recognition.tables.map(({ grid }) => grid)).toEqual(file.recognition.tables.map(({ grid }) => grid));
  const [, hidden] = back?.recognition.tables ?? [];
  expect(hidden?.grid.sealedPart?.shape).toMatch(/^#[0-9a-f]{24}$/);
  expect(hidden?.grid.rows[0]?.[0]).toEqual({
    text: "",
    sealed: {
      shape: expect.stringMatching(/^#[0-9a-f]{24} \{trimestre\} \{an\}$/),
      dates: [
        { unit: "quarter", value: 1 },
        { unit: "year", value: 2026 },
      ],
    },
  });
  writeFileSync(join(data, "lectures/cle-des-textes"), "abc");
  expect(() => loadLectures(data)).toThrow("n'a pas la forme attendue");
});

test("what few files have comes back too, each under its own name", () => {
  const spec = JSON.parse(lectureText(lecture()));
  const [file] = spec.fichiers;
  const [table] = file.tableaux;
  Object.assign(file.chiffres[0], { forceNonDite: true, total: true });
  file.chiffres[0].ou.nom = "page 2, ligne 4";
  Object.assign(table, { masquee: true, lignesMasquees: [1], colonnesMasquees: [2], nomsDesLignes: ["a"] });
  Object.assign(table, { aCote: ["beside"], commentaires: ["comment"] });
  Object.assign(table.cellules[0], { aussi: [{ sorte: "struck", texte: "11" }] });
  file.pdf = { fichier: "2026-T1/IS101.pdf", sha256: HASH };
  file.remarques.push({ regle: "file-empty", gravite: "info", sur: {}, ou: { fichier: "f", partie: "p" }, reste: 2 });
  const read = lectureOf(JSON.parse(JSON.stringify(spec)));
  expect(JSON.parse(lectureText(read as Lecture))).toEqual(spec);
  const { recognition, remarks, pdf } = read?.files[0] ?? {};
  expect(recognition?.tables[0]?.grid).toMatchObject({
    hidden: true,
    hiddenRows: [1],
    hiddenColumns: [2],
    rowNames: ["a"],
    besides: ["beside"],
    comments: ["comment"],
  });
  expect(recognition?.tables[0]?.grid.rows.flat().flatMap(({ beside = [] }) => beside)).toContainEqual({
    kind: "struck",
    text: "11",
  });
  expect(recognition?.observations[0]).toMatchObject({ forceUnsaid: true, kind: "total" });
  expect(recognition?.observations[0]?.provenance.name).toBe("page 2, ligne 4");
  expect(remarks?.at(-1)).toEqual({
    rule: "file-empty",
    severity: "info",
    about: {},
    rest: 2,
    place: { file: "f", part: "p" },
  });
  expect(pdf).toEqual({ path: "2026-T1/IS101.pdf", sha256: HASH });
});

test.each([
  ["no JSON", (text: string) => text.slice(0, 200)],
  ["another version of the format", (text: string) => text.replace("lecture 2", "lecture 9")],
  ["a figure that is no number", (text: string) => text.replace(/"valeur": ?1/, '"valeur":"un"')],
  ["a key that nobody knows", (text: string) => text.replace('"livraison"', '"autre": 1, "livraison"')],
  ["another delivery than its name says", (text: string) => text.replace('"2026-T1"', '"2026-T2"')],
])("%s is told, and counts for nothing", (_, change) => {
  const data = temporaryFolder("lectures-fausses");
  mkdirSync(join(data, "lectures"));
  const text = lectureText(lecture());
  expect(change(text)).not.toBe(text);
  writeFileSync(join(data, "lectures/2026-T1.json"), change(text));
  const { value, issues } = loadLectures(data);
  expect(value).toEqual([]);
  expect(issues.map(({ rule, severity, place }) => [rule, severity, place?.file])).toEqual([
    ["lecture-unreadable", "error", "lectures/2026-T1.json"],
  ]);
});

test("a figure stands in the text with its line, force and months, so that anybody can read it", () => {
  const text = lectureText(lecture());
  expect(text).toMatch(/"libelle":"Homicides".*"force":"PN","periode":"2026-01\/2026-03","valeur":1/);
  expect(lectureOf(JSON.parse(text))?.files[0]?.answers).toHaveLength(2);
});

test("answers as versions before wrote them are read for ever, as ids", () => {
  const spec = JSON.parse(lectureText(lecture()));
  spec.fichiers[0].reponses = [
    { sur: "texte", texte: "Police", lecture: "police" },
    { sur: "texte", texte: "CGD", lecture: "gendarmerie" },
    { sur: "texte", texte: "Total", lecture: "ensemble" },
    { sur: "texte", texte: "Valmont", lecture: "commune" },
    { sur: "texte", texte: "zinzolin", lecture: "ignorer" },
    { sur: "texte", texte: "Nb", lecture: "nombre" },
    { sur: "texte", texte: "Évol.", lecture: "evolution" },
    { sur: "texte", texte: "Tx", lecture: "taux" },
    { sur: "texte", texte: "Rang", lecture: "autre" },
    { sur: "texte", texte: "2025", lecture: "2025-01/2025-03" },
    { sur: "texte", texte: "État", lecture: "IST" },
    { sur: "ligne", etat: "IS101", libelle: "Cambriolages", indicateur: "cambriolages-logement" },
    { sur: "ligne", etat: "IS101", libelle: "Rodéos", indicateur: null },
    { sur: "noms", textes: ["Rue Haute", "Place Basse"] },
    { sur: "chiffres", periode: "2026-01/2026-03" },
  ];
  const told = lectureOf(spec)?.files[0]?.answers.map((a) => [a.kind, a.text, a.choice, a.statement]);
  expect(told).toEqual([
    ["force", "Police", "PN", null],
    ["force", "CGD", "GN", null],
    ["force", "Total", "ensemble", null],
    ["place", "Valmont", "commune", null],
    ["text", "zinzolin", "no-effect", null],
    ["head", "Nb", "count", null],
    ["head", "Évol.", "change", null],
    ["head", "Tx", "rate", null],
    ["head", "Rang", "other", null],
    ["period", "2025", "2025-01/2025-03", null],
    ["statement", "État", "IST", null],
    ["line", "Cambriolages", "cambriolages-logement", "IS101"],
    ["line", "Rodéos", "as-sent", "IS101"],
    ["name", "Rue Haute", "nobody", null],
    ["name", "Place Basse", "nobody", null],
    ["copy", "2026-01/2026-03", "own", null],
  ]);
});

test("a lecture of before, whose remarks were sentences, is read: they are told as they were, and never on paper", () => {
  const before = JSON.parse(readFileSync(join(import.meta.dirname, "lecture-of-before.json"), "utf8"));
  const [remark] = lectureOf(before)?.files[0]?.remarks ?? [];
  expect(remark).toMatchObject({ rule: "remark-of-before", severity: "warning", place: { row: 5, column: 2 } });
  expect(remark && tell(remark, "eyes").message).toBe(before.fichiers[0].remarques[0].message);
  expect(remark && tell(remark, "paper").message).not.toContain("2 bis");
  // a rule that has gone since counts as little
  before.fichiers[0].remarques[0].regle = "gone-since";
  expect(lectureOf(before)?.files).toHaveLength(1);
});

test("what a lecture keeps of its remarks is no sentence", () => {
  const own = lecture();
  const remark = aWarning("rows-hidden", { about: { part: received("Feuil1"), rows: 2 }, place: { file: "f" } });
  const files = own.files.map((file) => ({ ...file, remarks: [remark] }));
  const [kept] = JSON.parse(lectureText({ ...own, files })).fichiers[0].remarques;
  expect(kept).toEqual({
    regle: "rows-hidden",
    gravite: "warning",
    sur: { part: { received: "Feuil1" }, rows: 2 },
    ou: { fichier: "f" },
  });
});
