import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { privateFolder } from "../../scripts/disk/private-folder.ts";
import { statement } from "./small-world.ts";

const root = mkdtempSync(join(tmpdir(), "sans-reseau-"));
afterAll(() => rmSync(root, { recursive: true }));
beforeAll(() => {
  for (const quarter of ["2025-T4", "2026-T1"]) {
    mkdirSync(join(root, "data", quarter), { recursive: true });
    writeFileSync(join(root, "data", quarter, "IS101.csv"), statement(quarter, 4));
  }
  writeFileSync(join(root, "data/convention.yaml"), "commune: { nom: Ville-Fictive }\netats_attendus: [IS101]\n");
});
/** A temporary folder of its own, cold: what anything makes there is seen, and nobody else's work is. */
const TEMPORARY = join(root, "tmp");
mkdirSync(TEMPORARY);
const run = (program: string, args: readonly string[]) =>
  spawnSync(program, args, { encoding: "utf8", env: { ...process.env, TMPDIR: TEMPORARY } });
const written = (out: string): readonly string[] =>
  readdirSync(join(root, out)).filter((name) => existsSync(join(root, out, name, "bulletin.pdf")));

/** A namespace of the kernel with no network at all, not even the machine itself; without root, in a user namespace too. */
const UNSHARE = process.getuid?.() === 0 ? ["-n"] : ["-rn"];

const SENDING = "connect,bind,sendto,sendmsg,sendmmsg,sendfile,listen,accept,accept4";
const MAKING = "open,openat,openat2,creat,mkdir,mkdirat,mknod,mknodat,link,linkat,symlink,rename,renameat,renameat2";

/** One build, as far from the network and as closely looked at as this system lets it be. */
let built: ReturnType<typeof run>;
let hasNoNetwork: boolean;
let calls: readonly string[] | undefined;
beforeAll(() => {
  const trace = join(root, "trace");
  hasNoNetwork = run("unshare", [...UNSHARE, "true"]).status === 0;
  const isTraced = run("strace", ["-f", "-qq", "-o", trace, "true"]).status === 0;
  // npm starts the program through a shell: the trace begins there, for npm's own files are not the program's
  const shell = join(root, "shell");
  writeFileSync(
    shell,
    `#!/bin/sh\nexec strace -f -qq -y -s 500 -e trace=${SENDING},${MAKING} -o '${trace}' sh "$@"\n`,
    { mode: 0o700 },
  );
  const npm = ["npm", "run", "-s", ...(isTraced ? ["--script-shell", shell] : []), "build", "--"];
  const folders = ["--data", join(root, "data"), "--out", join(root, "dist")];
  const line = [...(hasNoNetwork ? ["unshare", ...UNSHARE] : []), ...npm, ...folders];
  built = run(line[0] ?? "", line.slice(1));
  if (isTraced) calls = readFileSync(trace, "utf8").split("\n");
});

test("the whole build succeeds where there is no network at all", ({ skip }) => {
  const { status, stdout, stderr } = built;
  expect([status, status === 0 ? "" : stdout + stderr]).toEqual([0, ""]);
  expect(written("dist")).toHaveLength(1);
  if (!hasNoNetwork) skip("this system gives no network namespace (unshare -n)");
});

describe("the calls that the processes of one build make", () => {
  const NO_TRACE = "strace is not installed, or may not trace here";

  test("none connects, binds or sends to an Internet address", ({ skip }) => {
    if (!calls) return skip(NO_TRACE);
    const sending = calls.filter((call) => new RegExp(`^\\d+ +(?:${SENDING.replaceAll(",", "|")})\\(`).test(call));
    expect(sending.length).toBeGreaterThan(10); // the browser talks to its own processes
    expect(calls.filter((call) => /AF_INET6?\b|<(?:TCP|UDP|RAW)/.test(call))).toEqual([]);
  });

  test("none makes a file, even without a name, in a folder that other accounts share", ({ skip }) => {
    if (!calls) return skip(NO_TRACE);
    const makes =
      /O_CREAT|O_TMPFILE|^\d+ +(?:creat|mkdir|mkdirat|mknod|mknodat|link|linkat|symlink|rename|renameat2?)\(/;
    const made = calls.filter((call) => makes.test(call) && !/ = -1 /.test(call));
    // the last path is the one that is made: rename("old", "new"); a relative one is of the program's folder
    const paths = made.flatMap((call) =>
      [...call.matchAll(/"([^"]*)"/g)].slice(-1).map(([, path = ""]) => resolve(path)),
    );
    expect(paths.some((path) => path.startsWith(privateFolder()))).toBe(true); // the browser's profile, its temporary files
    const folders = ["data", "dist"].map((name) => join(root, name));
    const own = [...folders, privateFolder(), resolve("node_modules/.cache"), resolve(".cache"), "/proc/", "/dev/"];
    expect(paths.filter((path) => !own.some((folder) => path.startsWith(folder)))).toEqual([]);
  });
});
