/**
 * Each call to the disk fails in turn, in each thing that a command does there: it is told in French with the path, the register stays
 * whole, and the same thing then succeeds.
 */
import { cpSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import { backUp } from "../../scripts/custody/backup.ts";
import { distribute } from "../../scripts/custody/copies/distribute.ts";
import { appendRegister } from "../../scripts/custody/register/register.ts";
import { placesIn, restore } from "../../scripts/custody/restore.ts";
import { eliminate, findPast } from "../../scripts/custody/retention.ts";
import { verifyRegister } from "../../scripts/custody/verify-register.ts";
import { loadHoldings } from "../../scripts/holdings/holdings.ts";
import { UserError } from "../../scripts/model/issue.ts";
import { findSituation } from "../../scripts/walk/situation.ts";
import { unprinted } from "../run-main.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { recordBuild, recordReception } from "./recorded.ts";
import { samplePdf } from "./sample-pdf.ts";

/** Calls on what lies under `root` are counted; the one of number `failAt` fails. */
const disk = vi.hoisted(() => ({ root: "", calls: 0, failAt: 0, touched: "", asked: "" }));
vi.mock("node:fs", async (original) => {
  const real = await original<typeof import("node:fs")>();
  const opened = new Map<unknown, string>();
  const touch = (name: string, path: unknown): void => {
    if (typeof path !== "string" || disk.root === "" || !path.startsWith(disk.root)) return;
    disk.calls += 1;
    if (disk.calls !== disk.failAt) return;
    disk.touched = path;
    disk.asked = name;
    throw Object.assign(new Error("EIO: i/o error"), { code: "EIO", syscall: name.replace("Sync", ""), path });
  };
  type Call = (...args: readonly unknown[]) => unknown;
  const wrapped = (name: string, pathOf: (first: unknown) => unknown): readonly [string, Call] => [
    name,
    (...args) => {
      touch(name, pathOf(args[0]));
      if (name === "fsyncSync") return undefined; // waited for by thousands here
      const result = (real as unknown as Record<string, Call>)[name]?.(...args);
      if (name === "openSync") opened.set(result, String(args[0]));
      return result;
    },
  ];
  const byPath = [
    "chmodSync",
    "lstatSync",
    "mkdirSync",
    "openSync",
    "readdirSync",
    "renameSync",
    "rmSync",
    "statSync",
  ].map((name) => wrapped(name, (path) => path));
  const byDescriptor = ["fstatSync", "fsyncSync", "ftruncateSync", "readSync", "writeSync"].map((name) =>
    wrapped(name, (descriptor) => opened.get(descriptor)),
  );
  const both = wrapped("readFileSync", (file) => opened.get(file) ?? file);
  return { ...real, ...Object.fromEntries([...byPath, ...byDescriptor, both]) };
});

const TODAY = "2026-04-09";
const AT = "2026-04-09T08:00:00.000Z";
const PASSPHRASE = "cheval agrafe pile correcte";

let template: string;
let root: string;
const at = (path: string): string => join(root, path);
const put = (path: string, content: string | Uint8Array): void => {
  mkdirSync(dirname(at(path)), { recursive: true });
  writeFileSync(at(path), content);
};
const fresh = (): void => {
  disk.root = "";
  rmSync(root, { recursive: true, force: true });
  cpSync(template, root, { recursive: true });
};
const returned = (number: number) =>
  appendRegister(at("data"), { at: AT, who: "agent", action: "return", quarter: "2026-T1", number });
const give = (recipient: string) =>
  distribute({
    ...{ dataDir: at("data"), outDir: at("dist"), quarter: "2026-T1", at: AT, today: TODAY, who: "agent" },
    recipients: [{ name: recipient, role: "Maire", account: null, from: "2026-01-01", until: null }],
    ...{ marking: "Confidentiel", commune: "Ville-Fictive", print: unprinted },
  });
const save = (destination: string) =>
  backUp({
    ...{ dataDir: at("data"), outDir: at("dist"), destination: at(destination), passphrase: PASSPHRASE },
    ...{ at: AT, programVersion: "1", workFactor: 2 },
  });

beforeAll(async () => {
  template = `${process.env.TMPDIR ?? "/tmp"}/pannes-${process.pid}`;
  root = template;
  put("data/convention.yaml", "commune: { nom: Ville-Fictive }\nconservation: { annees: 5 }\n");
  put("data/2020-T1/IS101.csv", "a;1");
  put("data/2026-T1/IS101.csv", "a;1");
  put("dist/2020-T1/bulletin.html", "ancien");
  put("dist/2026-T1/bulletin.pdf", await samplePdf(1));
  for (const delivery of ["2020-T1", "2026-T1"]) recordReception(at("data"), delivery);
  recordBuild(at("data"), at("dist"));
  await give("Élise Martin");
  await save("sauvegarde.age");
  return () => rmSync(template, { recursive: true, force: true });
});
beforeEach(() => {
  root = join(temporaryFolder("panne"), "monde");
});

/** Paths that a message names: those of this world. */
const namedIn = (message: string): readonly string[] =>
  [...message.matchAll(/(\/[^»«\n]*?)(?=[\u00a0\u202f]?»| est | :|$)/g)].map(([, path = ""]) => path);
/** The path that failed, what it was needed for beside it, or the folder that it lies in. */
const isNear = (path: string): boolean =>
  path.startsWith(root) && (path.startsWith(dirname(disk.touched)) || disk.touched.startsWith(path));

const LEAVES_TRACES = /^(?:open|mkdir|rename|rm|write|ftruncate|chmod)Sync$/;

/** What is thrown is given. */
const attempt = async (work: () => unknown): Promise<unknown> => {
  try {
    return await work();
  } catch (error) {
    return error;
  }
};

test.each<readonly [string, () => unknown]>([
  ["what is held is read", () => loadHoldings(at("data"), TODAY)],
  ["the register is verified", () => verifyRegister(at("data"), at("dist"))],
  ["the walk looks where the quarter stands", () => findSituation(at("data"), at("dist"), TODAY)],
  ["a line is added", () => returned(1)],
  ["a copy is handed out", () => give("Jean Petit")],
  [
    "what has passed its time is eliminated",
    () =>
      eliminate(findPast(at("data"), at("dist"), 5, TODAY), {
        ...{ dataDir: at("data"), outDir: at("dist"), at: AT, who: "agent", visa: "AD 1" },
      }),
  ],
  ["all is saved", () => save(`autre-${disk.failAt}.age`)],
  ["a backup is restored", () => restore(at("sauvegarde.age"), placesIn(at("neuf")), PASSPHRASE)],
])("%s", async (_, work) => {
  fresh();
  Object.assign(disk, { root, calls: 0, failAt: 0 });
  const sound = JSON.stringify(await work());
  const { calls } = disk;
  expect(calls).toBeGreaterThan(3);
  const faults: unknown[] = [];
  for (let n = 1; n <= calls; n++) {
    fresh();
    Object.assign(disk, { root, calls: 0, failAt: n, touched: "" });
    const outcome = await attempt(work);
    const where = `${n}: ${disk.asked} ${relative(root, disk.touched)}`;
    disk.failAt = 0;
    if (outcome instanceof UserError) {
      if (!namedIn(outcome.message).some(isNear)) faults.push([where, "names no path", outcome.message]);
      if (!outcome.hint.endsWith(".")) faults.push([where, "does not say what to do", outcome.hint]);
    } else if (outcome instanceof Error) faults.push([where, "not told in French", outcome.message]);
    else if (JSON.stringify(outcome) !== sound && !JSON.stringify(outcome).includes("le disque répond mal"))
      faults.push([where, "another result, in silence"]);
    disk.root = "";
    const after = verifyRegister(at("data"), at("dist")).issues.filter(({ severity }) => severity === "error");
    if (after.length > 0) faults.push([where, "leaves", after]);
    if (!LEAVES_TRACES.test(disk.asked)) continue; // what was only looked at is as it was
    const again = await attempt(work);
    const isDone = disk.asked === "rmSync" && disk.touched.endsWith("/.restauration-en-cours"); // only its empty folder is left
    if (again instanceof Error && !isDone) faults.push([where, "cannot be done again", again.message]);
  }
  expect(faults).toEqual([]);
});
