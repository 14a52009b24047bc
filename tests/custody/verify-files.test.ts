/** What the verification says of the files that the register names: each way in which a folder can be other than it was recorded. */

import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { chain, FIRST_PREVIOUS, type RegisterEntry, type RegisterLine } from "../../scripts/custody/register/entry.ts";
import { verifyFiles } from "../../scripts/custody/register/verify-files.ts";
import { sha256 } from "../../scripts/disk/sha256.ts";
import { spoken } from "../spoken.ts";
import { temporaryFolder } from "../temporary-folder.ts";

/** Paths, each with what it holds; null: it is not there. */
type Files = Readonly<Record<string, string | null>>;
const WHEN = { at: "2026-04-09T10:00:00.000Z", who: "agent" } as const;
const hashes = (files: Files) => Object.entries(files).map(([path, text]) => ({ path, sha256: sha256(text ?? "") }));

const reception = (files: Files, delivery = "2026-T1"): RegisterEntry => ({
  ...{ ...WHEN, action: "reception", delivery, messageDate: "2026-04-08", openedBy: "agent" },
  files: hashes(files),
});
const build = (inputs: Files, outputs: Files, quarter = "2026-T1"): RegisterEntry => ({
  ...{ ...WHEN, action: "build", quarter, programVersion: "1", fingerprint: "f".repeat(64), accepted: [] },
  ...{ inputs: hashes(inputs), outputs: hashes(outputs) },
});
const copies = (files: Files): RegisterEntry => ({
  ...{ ...WHEN, action: "copies", quarter: "2026-T1", bulletin: "d".repeat(64) },
  copies: hashes(files).map((file, i) => ({ ...file, number: i + 1, recipient: "A", role: "Maire" })),
});
const lecture = (files: Files): RegisterEntry => {
  const [confirmed = { path: "", sha256: "" }] = hashes(files);
  return { ...WHEN, action: "lecture", delivery: "2026-T1", lecture: confirmed, files: [] };
};
const purge = (data: Files, out: Files): RegisterEntry => ({
  ...{ ...WHEN, action: "purge", visa: "AD" },
  ...{ data: hashes(data), out: hashes(out) },
});

const SENT: Files = { "2026-T1/IS101.csv": "a;1" };
const READ: Files = { "convention.yaml": "c", "reference/base.csv": "b", ...SENT };
const MADE: Files = { "2026-T1/bulletin.pdf": "%PDF 1", "2026-T1/bulletin.html": "<p>1", "index.html": "<a>1" };
const HANDED: Files = { "2026-T1/copies/exemplaire-01.pdf": "%PDF 1, 1" };
const LINES: readonly RegisterEntry[] = [reception(SENT), build(READ, MADE), copies(HANDED)];
/** The first edition, then a second one of other files, which has no page. */
const SECOND: Files = { "2026-T1/bulletin.pdf": "%PDF 2", "index.html": "<a>2" };
const REBUILT = [...LINES, build(READ, SECOND)];
const GONE: Files = { ...MADE, "2026-T1/bulletin.html": null };
const { "index.html": _, ...FOLDER } = { ...MADE, ...HANDED };
const ELIMINATED = [...LINES, purge(SENT, FOLDER)];
const EMPTY: Files = Object.fromEntries(Object.keys({ ...MADE, ...HANDED }).map((path) => [path, null]));
const CONFIRMED: Files = { "lectures/2026-T1.json": "{}" };
/** A delivery of which no reception was recorded, read by two builds. */
const NEW: Files = { "2026-T1/IS101.csv": "a;2" };

const SITUATIONS: readonly (readonly [
  string,
  lines: readonly RegisterEntry[],
  data: Files,
  out: Files,
  readonly string[],
])[] = [
  ["as it was recorded", LINES, {}, {}, []],
  ["a received file altered", LINES, NEW, {}, ["error input-altered 2026-T1/IS101.csv 1"]],
  [
    "a received file gone",
    LINES,
    { "2026-T1/IS101.csv": null, "2026-T1/a.txt": "a" },
    {},
    ["error input-missing 2026-T1/IS101.csv 1", "error file-not-recorded 2026-T1/a.txt"],
  ],
  ["a whole delivery gone", LINES, { "2026-T1/IS101.csv": null }, {}, ["error input-missing 2026-T1 1"]],
  [
    "a file in a delivery that was not received",
    LINES,
    { "2026-T1/IST.csv": "b" },
    {},
    ["error file-not-recorded 2026-T1/IST.csv"],
  ],
  [
    "a delivery that was not received",
    LINES,
    { "2025-T4/IS101.csv": "b" },
    {},
    ["warning delivery-not-recorded 2025-T4"],
  ],
  ["what is in no delivery", LINES, { "demo/a.csv": "b", "avril/a.csv": "b" }, {}, []],
  ["settings changed", LINES, { "convention.yaml": "d" }, {}, ["info setting-changed convention.yaml 2"]],
  ["settings gone", LINES, { "convention.yaml": null }, {}, ["warning setting-missing convention.yaml 2"]],
  ["a public base changed", LINES, { "reference/base.csv": "d" }, {}, ["info reference-changed reference/base.csv 2"]],
  [
    "a public base gone, and its folder",
    LINES,
    { "reference/base.csv": null },
    {},
    ["warning reference-missing reference 2"],
  ],
  [
    "a bulletin altered",
    LINES,
    {},
    { "2026-T1/bulletin.pdf": "%PDF 3" },
    ["error bulletin-altered 2026-T1/bulletin.pdf 2"],
  ],
  [
    "a bulletin's page gone",
    LINES,
    {},
    { "2026-T1/bulletin.html": null },
    ["warning bulletin-missing 2026-T1/bulletin.html 2"],
  ],
  ["a bulletin's folder gone", LINES, {}, { ...EMPTY, "index.html": "<a>1" }, ["warning bulletin-missing 2026-T1 2"]],
  [
    "everything gone of the bulletins",
    LINES,
    {},
    EMPTY,
    ["warning bulletin-missing 2026-T1 2", "warning bulletin-missing index.html 2"],
  ],
  [
    "a copy altered",
    LINES,
    {},
    { "2026-T1/copies/exemplaire-01.pdf": "%PDF" },
    ["error copy-altered 2026-T1/copies/exemplaire-01.pdf 3"],
  ],
  [
    "a copy gone",
    LINES,
    {},
    { "2026-T1/copies/exemplaire-01.pdf": null },
    ["info copy-missing 2026-T1/copies/exemplaire-01.pdf 3"],
  ],
  [
    "hidden files that nobody recorded, and those of the program at work",
    LINES,
    {},
    {
      ".notes": "a",
      ".cache/a.pdf": "a",
      ".verrou": "",
      ".123.tmp": "",
      ".en-cours-2026-T1.1/a": "",
      ".ancien-2026-T1.1/a": "",
    },
    ["warning output-unknown .cache/a.pdf", "warning output-unknown .notes"],
  ],
  [
    "files that nobody recorded",
    LINES,
    {},
    { "2026-T1/notes.txt": "a", "2026-T1/copies/exemplaire-02.pdf": "a", "a.txt": "a" },
    [
      "warning output-unknown 2026-T1/copies/exemplaire-02.pdf",
      "warning output-unknown 2026-T1/notes.txt",
      "warning output-unknown a.txt",
    ],
  ],
  [
    "papers, what is at work, the demonstration",
    LINES,
    {},
    {
      "documents/annexe-habilitations.pdf": "a",
      "documents/bordereau-elimination-2031-01-01.pdf": "a",
      "2026-T1/copies/emargement-01-03.pdf": "a",
      "demonstration/2026-T1/bulletin.pdf": "a",
    },
    [],
  ],
  [
    "a form under another name",
    LINES,
    {},
    { "documents/annexe.pdf": "a", "2026-T1/emargement-01.pdf": "a" },
    ["warning output-unknown 2026-T1/emargement-01.pdf", "warning output-unknown documents/annexe.pdf"],
  ],
  ["a second edition", REBUILT, {}, { ...GONE, ...SECOND }, []],
  ["a second edition, with a page of the first", REBUILT, {}, SECOND, ["warning output-unknown 2026-T1/bulletin.html"]],
  [
    "the first edition put back",
    REBUILT,
    {},
    MADE,
    [
      "error bulletin-altered 2026-T1/bulletin.pdf 4",
      "error bulletin-altered index.html 4",
      "warning output-unknown 2026-T1/bulletin.html",
    ],
  ],
  [
    "a copy altered after a second edition",
    REBUILT,
    {},
    { ...GONE, ...SECOND, "2026-T1/copies/exemplaire-01.pdf": "%PDF" },
    ["error copy-altered 2026-T1/copies/exemplaire-01.pdf 3"],
  ],
  [
    "another quarter built since",
    [...LINES, build(READ, { "2025-T4/bulletin.pdf": "%PDF", "index.html": "<a>2" }, "2025-T4")],
    {},
    { "2025-T4/bulletin.pdf": "%PDF", "index.html": "<a>2", "2026-T1/bulletin.html": "<p>" },
    ["error bulletin-altered 2026-T1/bulletin.html 2"],
  ],
  [
    "settings changed, and built again",
    [...LINES, build({ ...READ, "convention.yaml": "d" }, MADE)],
    { "convention.yaml": "d" },
    {},
    [],
  ],
  [
    "a received file altered, and built again",
    [...LINES, build({ ...READ, ...NEW }, MADE)],
    NEW,
    {},
    ["error input-altered 2026-T1/IS101.csv 1"],
  ],
  [
    "a delivery without reception, altered since it was built",
    LINES.slice(1),
    NEW,
    {},
    ["warning delivery-not-recorded 2026-T1", "error input-altered 2026-T1/IS101.csv 1"],
  ],
  [
    "such a delivery, altered and built again",
    [...LINES.slice(1), build({ ...READ, ...NEW }, MADE)],
    NEW,
    {},
    ["warning delivery-not-recorded 2026-T1", "error input-altered 2026-T1/IS101.csv 1"],
  ],
  [
    "such a delivery, put back as it was",
    [...LINES.slice(1), build({ ...READ, ...NEW }, MADE)],
    {},
    {},
    ["warning delivery-not-recorded 2026-T1"],
  ],
  ["eliminated", ELIMINATED, { "2026-T1/IS101.csv": null }, { ...EMPTY, "index.html": "<a>1" }, []],
  [
    "eliminated, and still there",
    ELIMINATED,
    {},
    {},
    [
      "warning purged-file-present 2026-T1/IS101.csv",
      "warning purged-file-present 2026-T1/bulletin.pdf",
      "warning purged-file-present 2026-T1/bulletin.html",
      "warning purged-file-present 2026-T1/copies/exemplaire-01.pdf",
    ],
  ],
  ["eliminated, then received again", [...ELIMINATED, reception(SENT)], {}, { ...EMPTY, "index.html": "<a>1" }, []],
  [
    "eliminated, then received and built again",
    [...ELIMINATED, reception(SENT), build(READ, MADE)],
    {},
    { "2026-T1/copies/exemplaire-01.pdf": null },
    [],
  ],
  [
    "a delivery without reception eliminated",
    [...LINES.slice(1), purge(SENT, {})],
    { "2026-T1/IS101.csv": null },
    {},
    [],
  ],
  [
    "a delivery eliminated, and another that was not received",
    ELIMINATED,
    { "2026-T1/IS101.csv": null, "2026-T2/IS101.csv": "b" },
    { ...EMPTY, "index.html": "<a>1" },
    ["warning delivery-not-recorded 2026-T2"],
  ],
  ["a lecture eliminated", [...LINES, lecture(CONFIRMED), purge(CONFIRMED, {})], {}, {}, []],
  [
    "a lecture eliminated, and still there",
    [...LINES, lecture(CONFIRMED), purge(CONFIRMED, {})],
    CONFIRMED,
    {},
    ["error lecture-altered lectures/2026-T1.json", "warning purged-file-present lectures/2026-T1.json"],
  ],
  [
    "a lecture eliminated, then confirmed again",
    [...LINES, lecture(CONFIRMED), purge(CONFIRMED, {}), lecture(CONFIRMED)],
    CONFIRMED,
    {},
    [],
  ],
];

function put(folder: string, files: Files): void {
  for (const [path, text] of Object.entries(files)) {
    if (text === null) continue;
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

test.each(SITUATIONS)("%s", (_title, entries, inData, inOut, said) => {
  const root = temporaryFolder("verification");
  const [data, out] = [join(root, "data"), join(root, "dist")];
  put(data, { ...READ, ...inData });
  put(out, { ...MADE, ...HANDED, ...inOut });
  const lines: RegisterLine[] = [];
  for (const entry of entries) lines.push(chain(entry, lines.length + 1, lines.at(-1)?.hash ?? FIRST_PREVIOUS));
  const issues = verifyFiles(lines, data, out);
  const told = issues.map(spoken).map(({ rule, severity, message, place }) => {
    const named = [...message.matchAll(/ligne (\d+)/g)].map(([, n]) => n);
    return [severity, rule, place?.file, ...named].join(" ");
  });
  expect(told).toEqual(said);
});
