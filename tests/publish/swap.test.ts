/** The way a bulletin takes another's place where two folders cannot be exchanged in one step, and where the disk refuses half-way. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { assertReplaceable, heal, stage, swapIn } from "../../scripts/publish/swap.ts";
import { temporaryFolder } from "../temporary-folder.ts";

/** Whether `mv --exchange` works, and which renaming the disk refuses. */
const machine = vi.hoisted(() => ({
  exchanges: false,
  refuses: (_from: string, _to: string): boolean => false,
  /** A file of this folder is open in a reader: it can be renamed, not erased. */
  holds: (_folder: string): boolean => false,
}));
vi.mock("node:child_process", async (original) => {
  const real = await original<typeof import("node:child_process")>();
  const spawnSync = (program: string, args: readonly string[]) =>
    machine.exchanges ? real.spawnSync(program, args) : { status: 1 };
  return { ...real, spawnSync };
});
vi.mock("node:fs", async (original) => {
  const real = await original<typeof import("node:fs")>();
  const renameSync = (from: string, to: string): void => {
    if (machine.refuses(from, to)) throw Object.assign(new Error("refused"), { code: "EACCES", path: from });
    real.renameSync(from, to);
  };
  const rmSync = (path: string, options?: object): void => {
    if (machine.holds(path)) throw Object.assign(new Error("held"), { code: "EBUSY", path });
    real.rmSync(path, options);
  };
  return { ...real, renameSync, rmSync };
});

let out: string;
const at = (path: string): string => join(out, path);
const put = (text: string): void =>
  swapIn(stage(out, "2026-T1", new Map([["bulletin.html", text]])), ["bulletin.html"]);
const held = (): string => readFileSync(at("2026-T1/bulletin.html"), "utf8");
beforeEach(() => {
  out = temporaryFolder("remplacement");
  machine.refuses = () => false;
  machine.holds = () => false;
});

describe.each([
  ["where folders cannot be exchanged", false],
  ["where they can", true],
])("%s", (_, exchanges) => {
  beforeEach(() => {
    machine.exchanges = exchanges;
  });

  test("a new bulletin takes the old one's place, and leaves nothing beside", () => {
    put("ancien");
    put("nouveau");
    expect(held()).toBe("nouveau");
    expect(readdirSync(out)).toEqual(["2026-T1"]);
  });

  test("the numbered copies stay through every new build, with their bytes and their dates", () => {
    put("ancien");
    mkdirSync(at("2026-T1/copies"));
    writeFileSync(at("2026-T1/copies/exemplaire-01.pdf"), "%PDF 1");
    const { mtimeMs } = statSync(at("2026-T1/copies/exemplaire-01.pdf"));
    put("nouveau");
    put("dernier");
    expect(held()).toBe("dernier");
    expect(readdirSync(at("2026-T1/copies"))).toEqual(["exemplaire-01.pdf"]);
    expect(readFileSync(at("2026-T1/copies/exemplaire-01.pdf"), "utf8")).toBe("%PDF 1");
    expect(Math.trunc(statSync(at("2026-T1/copies/exemplaire-01.pdf")).mtimeMs)).toBe(Math.trunc(mtimeMs));
    expect(readdirSync(out)).toEqual(["2026-T1"]);
  });

  test("an old bulletin that a reader holds stops nothing, then or later, and is erased once it is free", () => {
    put("premier");
    machine.holds = (folder) => /\.(ancien|en-cours)-/.test(basename(folder));
    put("second");
    heal(out);
    put("troisième");
    expect(held()).toBe("troisième");
    expect(readdirSync(out).filter((name) => name !== "2026-T1").length).toBeGreaterThan(0);
    rmSync(at("2026-T1"), { recursive: true }); // eliminated meanwhile, with its visa: an older one must not come back
    heal(out);
    expect(existsSync(at("2026-T1"))).toBe(false);
    machine.holds = () => false;
    heal(out);
    expect(readdirSync(out)).toEqual([]);
  });

  test.skipIf(process.platform === "win32")("what is published is readable by its account only", () => {
    put("ancien");
    expect(statSync(at("2026-T1")).mode & 0o777).toBe(0o700);
    expect(statSync(at("2026-T1/bulletin.html")).mode & 0o777).toBe(0o600);
  });
});

describe("the disk refuses the second renaming", () => {
  beforeEach(() => {
    machine.exchanges = false;
    put("ancien");
    mkdirSync(at("2026-T1/copies"));
    writeFileSync(at("2026-T1/copies/exemplaire-01.pdf"), "%PDF 1");
  });

  test("the old bulletin is back in its place, copies and all, and the refusal is told", () => {
    machine.refuses = (from) => basename(from).startsWith(".en-cours-");
    expect(() => put("nouveau")).toThrow(/refused/);
    expect(held()).toBe("ancien");
    expect(readFileSync(at("2026-T1/copies/exemplaire-01.pdf"), "utf8")).toBe("%PDF 1");
    machine.refuses = () => false;
    heal(out);
    expect(readdirSync(out)).toEqual(["2026-T1"]);
    put("nouveau");
    expect(held()).toBe("nouveau");
  });

  test("where even that is refused, the next build puts it back first", () => {
    machine.refuses = (_, to) => basename(to) === "2026-T1";
    expect(() => put("nouveau")).toThrow(/refused/);
    expect(existsSync(at("2026-T1"))).toBe(false);
    machine.refuses = () => false;
    heal(out);
    expect(held()).toBe("ancien");
    expect(readdirSync(out)).toEqual(["2026-T1"]);
  });
});

test("several earlier bulletins that readers hold stop nothing", () => {
  machine.exchanges = false;
  put("premier");
  machine.holds = (folder) => basename(folder).startsWith(".ancien-");
  for (const text of ["second", "troisième", "quatrième", "dernier"]) put(text);
  expect(held()).toBe("dernier");
});

test("of two bulletins set aside, the latest is the one that goes back to its place", () => {
  for (const [rank, text] of ["premier", "second"].entries()) {
    mkdirSync(at(`.ancien-2026-T1.${rank + 1}`));
    writeFileSync(at(`.ancien-2026-T1.${rank + 1}/bulletin.html`), text);
  }
  heal(out);
  expect(held()).toBe("second");
  expect(readdirSync(out)).toEqual(["2026-T1"]);
});

test("on Windows, a bulletin that a reader holds is told before the new one is recorded; what is free stays where it is", () => {
  put("ancien");
  vi.stubGlobal("process", { ...process, platform: "win32" });
  try {
    assertReplaceable(out, "2026-T1");
    assertReplaceable(out, "index.html");
    expect(readdirSync(out)).toEqual(["2026-T1"]);
    machine.refuses = () => true;
    expect(() => assertReplaceable(out, "2026-T1")).toThrow(/refused/);
    expect(held()).toBe("ancien");
  } finally {
    vi.unstubAllGlobals();
  }
});

test("a renaming that another program holds up is tried again for a second", () => {
  put("ancien");
  machine.exchanges = false;
  let refusals = 3;
  machine.refuses = () => {
    refusals -= 1;
    return refusals >= 0;
  };
  put("nouveau");
  expect(held()).toBe("nouveau");
  expect(readdirSync(out)).toEqual(["2026-T1"]);
});

test("a file that a killed build was replacing does not stay, nor the folder that it was making", () => {
  put("ancien");
  writeFileSync(at(".1234.tmp"), "moitié");
  mkdirSync(at(".en-cours-2026-T1.1234"));
  writeFileSync(at(".notes.tmp"), "à quelqu'un");
  heal(out);
  expect(readdirSync(out)).toEqual([".notes.tmp", "2026-T1"]);
  rmSync(at(".notes.tmp"));
});
