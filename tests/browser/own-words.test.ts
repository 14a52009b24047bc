/** A browser that does not start: its own words, the cause, what the technician types. */
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { launchBrowser } from "../../scripts/browser/browser.ts";
import { causeOf, ownWords } from "../../scripts/browser/own-words.ts";
import { changeableByOthers } from "../../scripts/disk/changeable.ts";
import { temporaryFolder } from "../temporary-folder.ts";

const NO_SANDBOX =
  "[1128/234422.893432:FATAL:../content/browser/zygote_host/zygote_host_impl_linux.cc:129] No usable sandbox! If you are running on Ubuntu 23.10+";
const having =
  (files: Readonly<Record<string, string>>) =>
  (path: string): string | null =>
    files[path] ?? null;

const onUnix = test.skipIf(process.platform === "win32");
const program = (folder: string, text: string): string => {
  const path = join(folder, "navigateur");
  writeFileSync(path, `#!/bin/sh\n${text}\n`, { mode: 0o755 });
  return path;
};

test.each([
  [
    "Ubuntu's AppArmor",
    { "/proc/sys/kernel/apparmor_restrict_unprivileged_userns": "1\n" },
    /sudo cp "[^"]+apparmor-bulletin-delinquance" .*\n.*sudo apparmor_parser -r/,
  ],
  ["a container, a chroot", {}, /^Au service informatique : installer Google Chrome/],
  [
    "Debian's older setting",
    { "/proc/sys/kernel/unprivileged_userns_clone": "0\n" },
    /"kernel\.unprivileged_userns_clone = 1" \| sudo tee .*\n.*sudo sysctl --system/,
  ],
  ["no namespaces at all", { "/proc/sys/user/max_user_namespaces": "0\n" }, /"user\.max_user_namespaces = 10000"/],
] as const)("no sandbox, by %s: what undoes it", (_, files, commands) => {
  const cause = causeOf(NO_SANDBOX, having(files));
  expect(cause?.message).toContain("refuse au navigateur son bac à sable");
  expect(cause?.remedy).toMatch(commands);
  expect(cause?.remedy).not.toContain("--no-sandbox");
});

test("a library that is missing is named; other words are no cause", () => {
  const words = "chrome: error while loading shared libraries: libnss3.so: cannot open shared object file";
  expect(causeOf(words, having({}))?.message).toContain("libnss3.so");
  expect(causeOf("Target closed", having({}))).toBeNull();
});

onUnix("the browser's own words are what is told, and not that it was closed", async () => {
  const dying = program(temporaryFolder("muet"), `echo '${NO_SANDBOX}' >&2; echo 'Trace' >&2; exit 133`);
  expect(ownWords(dying, [], process.env)).toBe(NO_SANDBOX);
  const refusal = await launchBrowser(dying).then(() => null, String);
  expect(refusal).toMatch(/refuse au navigateur son bac à sable.*No usable sandbox!/);
});

onUnix("an ordinary account's browser is never asked to do without its sandbox", async () => {
  vi.spyOn(process, "getuid").mockReturnValue(1000);
  const folder = temporaryFolder("arguments");
  const dying = program(folder, `echo "$@" >> "${join(folder, "dits")}"; exit 1`);
  await expect(launchBrowser(dying)).rejects.toThrow();
  const said = readFileSync(join(folder, "dits"), "utf8").trim().split("\n");
  expect([said.length, said.filter((line) => line.includes("sandbox"))]).toEqual([2, []]);
  vi.restoreAllMocks();
});

onUnix("a named browser that another account may change is not started", async () => {
  const folder = temporaryFolder("partage");
  const path = program(folder, "exit 1");
  expect(changeableByOthers(path)).toBeNull();
  chmodSync(path, 0o775);
  expect(changeableByOthers(path)).toBe(path);
  await expect(launchBrowser(path)).rejects.toThrow(/d’autres comptes que le vôtre peuvent changer/);
  chmodSync(path, 0o755);
  chmodSync(folder, 0o2770);
  expect(changeableByOthers(path)).toBe(folder);
  chmodSync(folder, 0o1777); // as /tmp
  expect(changeableByOthers(path)).toBeNull();
});

test.skipIf(process.getuid?.() !== 0)("nor one that is another account's", async () => {
  const { chownSync } = await import("node:fs");
  const folder = join(temporaryFolder("autrui"), "bin");
  mkdirSync(folder);
  const path = program(folder, "exit 1");
  chownSync(folder, 12_345, 12_345);
  expect(changeableByOthers(path)).toBe(folder);
});
