import { appendFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { canonicalJson, hashOf } from "../../scripts/custody/register/entry.ts";
import { appendRegister, assertRegister, repairRegister } from "../../scripts/custody/register/register.ts";
import { verifyRegister } from "../../scripts/custody/verify-register.ts";
import { sha256 } from "../../scripts/disk/sha256.ts";
import { UserError } from "../../scripts/model/issue.ts";
import { spoken } from "../spoken.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { build, reception, returned } from "./entries.ts";

let data: string;
let out: string;
const register = (): string => join(data, "registre.jsonl");
const lines = (): string[] => readFileSync(register(), "utf8").trimEnd().split("\n");
const rewrite = (texts: readonly string[]): void => writeFileSync(register(), `${texts.join("\n")}\n`);
const rules = (): string[] => verifyRegister(data, out).issues.map((issue) => issue.rule);

const files = [{ path: "2026-T1/IS 101.csv", sha256: sha256("a;1") }];
const outputs = [{ path: "2026-T1/bulletin.pdf", sha256: sha256("%PDF") }];

beforeEach(() => {
  const root = temporaryFolder("registre");
  data = join(root, "data");
  out = join(root, "dist");
  mkdirSync(join(data, "2026-T1"), { recursive: true });
  mkdirSync(join(out, "2026-T1"), { recursive: true });
  writeFileSync(join(data, "2026-T1", "IS 101.csv"), "a;1");
  writeFileSync(join(out, "2026-T1", "bulletin.pdf"), "%PDF");
  appendRegister(data, reception({ files }));
  appendRegister(data, build({ inputs: files, outputs }));
  appendRegister(data, returned(1));
  appendRegister(data, returned(2));
});

test("an untouched register and its files are found whole", () => {
  const { value, issues } = verifyRegister(data, out);
  expect(issues).toEqual([]);
  expect(value.map((line) => [line.n, line.action])).toEqual([
    [1, "reception"],
    [2, "build"],
    [3, "return"],
    [4, "return"],
  ]);
});

test("a register taken away is missed where it told of a bulletin", () => {
  rmSync(register());
  expect(rules()).toEqual(["delivery-not-recorded", "output-unknown"]); // a PDF alone may be anybody's
  writeFileSync(join(out, "2026-T1", "manifest.json"), "{}");
  const gone = ["register-gone", "delivery-not-recorded", "output-unknown", "output-unknown"];
  expect(rules()).toEqual(gone);
  appendRegister(data, reception({ files })); // the next command begins another register
  const [issue] = verifyRegister(data, out).issues;
  expect([issue?.rule, spoken(issue).message?.includes("un autre a été commencé")]).toEqual(["register-gone", true]);
});

test.each([
  ["exchanged", [0, 2, 1, 3], [0, 1, 2, 3]],
  ["doubled", [0, 1, 1, 2, 3], [0, 1, 2, 3]],
  ["put at the end", [0, 2, 3, 1], [0, 1, 2, 3]],
])("lines %s in the middle: nothing is added; the repair puts them in their order, each once", (_, order, right) => {
  const honest = lines();
  rewrite(order.map((i) => honest[i] ?? ""));
  const damaged = readFileSync(register(), "utf8");
  expect(() => appendRegister(data, returned(3))).toThrow(/porte le numéro 2, qui devait venir plus haut/);
  expect(readFileSync(register(), "utf8")).toBe(damaged);
  expect(repairRegister(data, "2026-05-02T10:00:00.000Z", "agent1")?.n).toBe(5);
  expect(lines().slice(0, 4)).toEqual(right.map((i) => honest[i]));
  expect(readFileSync(join(data, "registre.abime-20260502100000.txt"), "utf8")).toBe(damaged);
  expect(rules()).toEqual([]);
  expect(appendRegister(data, returned(3)).n).toBe(6);
});

test("of two lines that bear one number, the repair keeps the one that the chain holds; a line that was changed stays where it stands", () => {
  const honest = lines();
  const other = { ...(JSON.parse(honest[2] ?? "") as Record<string, unknown>), previous: "0".repeat(64), who: "x" };
  const changed = (honest[1] ?? "").replace('"who":"', '"who":"x');
  rewrite([honest[0] ?? "", changed, JSON.stringify({ ...other, hash: hashOf(other) }), ...honest.slice(2)]);
  expect(() => appendRegister(data, returned(3))).toThrow(/ligne 4 : elle porte le numéro 3/);
  repairRegister(data, "2026-05-02T10:00:00.000Z", "agent1");
  expect(lines().slice(0, 2)).toEqual([honest[0], changed]);
  expect(lines()).toHaveLength(5);
});

test("a line of the middle that was changed is told, and keeps none from being added", () => {
  const honest = lines();
  rewrite(honest.with(1, (honest[1] ?? "").replace('"who":"', '"who":"x')));
  expect(appendRegister(data, returned(3)).n).toBe(5);
  expect(rules()).toContain("register-line-changed");
});

test("a line cut short by a crash is named, refuses what follows, and is repaired in the open", () => {
  appendFileSync(register(), '{"n":5,"at":"2026-05');
  expect(rules()).toEqual(["register-end-damaged"]);
  const damaged = readFileSync(register(), "utf8");
  expect(() => appendRegister(data, returned(3))).toThrow(UserError);
  expect(() => assertRegister(data)).toThrow(/ligne 5 : elle est incomplète/);
  const repaired = repairRegister(data, "2026-05-02T10:00:00.000Z", "agent1");
  expect(repaired?.action === "repair" && repaired.aside).toBe("registre.abime-20260502100000.txt");
  expect(readFileSync(join(data, "registre.abime-20260502100000.txt"), "utf8")).toBe(damaged);
  expect(rules()).toEqual([]);
  expect(appendRegister(data, returned(3)).n).toBe(6);
  expect(repairRegister(data, "2026-05-02T10:00:00.000Z", "agent1")).toBeUndefined();
});

test("a line that lacks only its line feed is whole; a head that a program of before left beside it changes nothing", () => {
  writeFileSync(register(), readFileSync(register(), "utf8").trimEnd());
  writeFileSync(join(data, "registre.tete"), '{"n":9,"hash":""}');
  expect(rules()).toEqual([]);
  expect(appendRegister(data, returned(3)).n).toBe(5);
  expect(rules()).toEqual([]);
  expect(lines()).toHaveLength(5);
});

test.each([
  ["the last line", 1, [4]],
  ["the last two lines", 2, [3, 4]],
  ["every line", 4, [1, 2, 3, 4]],
])(
  "where somebody changed %s, the repair keeps it aside, and the register goes on from what is whole",
  (_, count, said) => {
    const honest = lines();
    const changed = honest.slice(-count).map((line) => line.replace('"who":"', '"who":"x'));
    rewrite([...honest.slice(0, -count), ...changed]);
    const damaged = readFileSync(register(), "utf8");
    const found = said.map((line) =>
      expect.stringMatching(new RegExp(`^ligne ${line} : l'inscription .* a été modifiée$`)),
    );
    expect(() => appendRegister(data, returned(3))).toThrow(/ligne 4 : l'inscription .* a été modifiée/);
    const repaired = repairRegister(data, "2026-05-02T10:00:00.000Z", "agent1");
    expect(repaired).toMatchObject({ n: 5 - count, aside: "registre.abime-20260502100000.txt" });
    expect(repaired?.action === "repair" && repaired.found).toEqual(found);
    expect(readFileSync(join(data, "registre.abime-20260502100000.txt"), "utf8")).toBe(damaged);
    expect(lines().slice(0, -1)).toEqual(honest.slice(0, -count));
    const issues = () => verifyRegister(data, out).issues.filter(({ rule }) => rule.startsWith("register-"));
    expect(issues()).toEqual([]);
    expect(appendRegister(data, returned(3)).n).toBe(6 - count);
    expect(issues()).toEqual([]);
  },
);
test("a repair keeps every whole line, blank lines between them or not", () => {
  const honest = lines();
  writeFileSync(register(), `${honest.join("\n\n\n")}\n{"n":5,"at"`);
  expect(repairRegister(data, "2026-05-02T10:00:00.000Z", "agent1")?.n).toBe(5);
  expect(lines().slice(0, 4)).toEqual(honest);
  expect(rules()).toEqual([]);
});

test("canonical JSON sorts keys at every depth and leaves out what is undefined", () => {
  expect(canonicalJson({ b: [{ d: 1, c: "é\n" }], a: null, x: undefined })).toBe('{"a":null,"b":[{"c":"é\\n","d":1}]}');
});

test("the hash of a line is that of what it says, in whatever order it is written", () => {
  expect(hashOf({ n: 1, who: "agent" })).toBe(hashOf({ who: "agent", n: 1 }));
  expect(hashOf({ n: 1, who: "agent", hash: "f" })).toBe(hashOf({ n: 1, who: "agent" }));
  expect(hashOf({ n: 2, who: "agent" })).not.toBe(hashOf({ n: 1, who: "agent" }));
});
