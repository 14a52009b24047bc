/** The folder of the unpacked browser: the account's own, and closed to the others whatever was there before. */
import { chmodSync, mkdirSync, realpathSync, statSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, test, vi } from "vitest";
import { privateFolderCandidates } from "../../scripts/disk/private-folder.ts";
import { temporaryFolder } from "../temporary-folder.ts";

test.each([
  ["linux", { XDG_CACHE_HOME: "/cache" }, "/cache/bulletin-delinquance"],
  ["linux", { XDG_CACHE_HOME: "cache" }, "/home/a/.cache/bulletin-delinquance"], // a relative one is no folder of the account's
  ["linux", {}, "/home/a/.cache/bulletin-delinquance"],
] as const)("of %s with %j: %s", (platform, env, expected) => {
  const [best, ...others] = privateFolderCandidates(platform, env, "/home/a");
  expect([best, others.length]).toEqual([expected, 1]);
});

describe.skipIf(process.platform !== "linux")("what stands there already", () => {
  afterEach(() => void vi.unstubAllEnvs());
  /** As the first command of a process finds it. */
  const found = async (cache: string): Promise<string> => {
    vi.stubEnv("XDG_CACHE_HOME", cache);
    vi.resetModules();
    return (await import("../../scripts/disk/private-folder.ts")).privateFolder();
  };
  test.each([0o755, 0o750, 0o701, 0o700])("is closed to the others, opened as it may be: %i", async (mode) => {
    const folder = join(temporaryFolder("cache"), "bulletin-delinquance");
    mkdirSync(folder);
    chmodSync(folder, mode);
    expect(await found(join(folder, ".."))).toBe(folder);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
  });
  test("none can be had: the places tried are named, and what to do", async () => {
    vi.doMock("node:fs", async (original) => ({
      ...(await original<typeof import("node:fs")>()),
      mkdirSync: () => {
        throw new Error("EROFS");
      },
    }));
    await expect(found("/cache")).rejects.toMatchObject({
      message: expect.stringMatching(/\(essayés : \/cache\/bulletin-delinquance, \/.*\.cache\)\.$/),
      hint: "Rendez l’un de ces dossiers accessible en écriture à votre seul compte.",
    });
    vi.doUnmock("node:fs");
  });
  test("is not taken where it is a link, which could lead anywhere", async () => {
    const cache = temporaryFolder("cache");
    const elsewhere = temporaryFolder("ailleurs");
    symlinkSync(elsewhere, join(cache, "bulletin-delinquance"));
    expect(realpathSync(await found(cache))).not.toBe(realpathSync(elsewhere));
  });
});
