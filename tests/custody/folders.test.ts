import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { folderWarnings, synchronisedBy, tightenRights } from "../../scripts/custody/folders.ts";
import { systemFor } from "../../scripts/custody/system/index.ts";
import { networkMountIn } from "../../scripts/custody/system/linux.ts";
import type { SystemCalls } from "../../scripts/custody/system/system.ts";
import { wideReaders } from "../../scripts/custody/system/windows.ts";
import { UserError } from "../../scripts/model/issue.ts";
import { spoken } from "../spoken.ts";
import { temporaryFolder } from "../temporary-folder.ts";

const calls = (over: Partial<SystemCalls>): SystemCalls => ({
  readText: () => null,
  run: () => null,
  env: () => undefined,
  ...over,
});
const never = (): boolean => false;

let root: string;
beforeEach(() => {
  root = temporaryFolder("dossiers");
});

test.each([
  ["C:\\Users\\a\\OneDrive - Mairie\\Documents\\bulletin\\data", "OneDrive"],
  ["/home/a/Dropbox/bulletin", "Dropbox"],
  ["/home/a/Nextcloud2/bulletin", "Nextcloud"],
  ["/Users/a/Library/Mobile Documents/com~apple~CloudDocs/b", "iCloud"],
  ["/home/a/OneDrive/bulletin", "OneDrive"],
  ["G:\\Mon Drive\\bulletin", "Google Drive"],
  ["C:\\Users\\a\\kDrive\\b", "kDrive"],
])("%s is told to be synchronised by %s", (path, client) => {
  expect(synchronisedBy(path, never)).toBe(client);
});

test("an ordinary folder is not told to be synchronised, whatever its name resembles", () => {
  for (const path of [
    "C:\\bulletin\\data",
    "/home/a/dropboxes/data",
    "/srv/boxes/mega-projet",
    "/home/a/onedrive-notes/data",
  ])
    expect(synchronisedBy(path, never)).toBeNull();
});

test("the mark that a client leaves above tells a folder of any name", () => {
  expect(synchronisedBy("/srv/partage/bulletin/data", (path) => path === "/srv/partage/.nextcloudsync.log")).toBe(
    "Nextcloud",
  );
});

test("the nearest mount decides whether a folder is on the network", () => {
  const mounts = [
    "/dev/sda1 / ext4 rw 0 0",
    "srv:/partage /mnt/nas nfs4 rw 0 0",
    "//srv/mairie /mnt/Dossier\\040commun cifs rw 0 0",
    "/dev/sdb1 /mnt/nas/usb ext4 rw 0 0",
    "a@srv:/ /home/a/distant fuse.sshfs rw 0 0",
    "/dev/sdc1 /media/cle fuseblk rw 0 0",
    "/coffre /home/a/coffre fuse.gocryptfs rw 0 0",
  ].join("\n");
  expect(networkMountIn(mounts, "/home/a/data")).toBeNull();
  expect(networkMountIn(mounts, "/mnt/nas/data")).toBe("NFS4 (srv:/partage)");
  expect(networkMountIn(mounts, "/mnt/nas2/data")).toBeNull();
  expect(networkMountIn(mounts, "/mnt/nas/usb/data")).toBeNull();
  expect(networkMountIn(mounts, "/mnt/Dossier commun/data")).toBe("CIFS (//srv/mairie)");
  expect(networkMountIn(mounts, "/home/a/distant/x")).toBe("FUSE.SSHFS (a@srv:/)");
  expect(networkMountIn(mounts, "/media/cle/x")).toBeNull();
  expect(networkMountIn(mounts, "/home/a/coffre/x")).toBeNull();
});

test("a folder on a network disk is told, and so is one in a synchronised place; another is not", () => {
  const system = systemFor("linux", calls({ readText: () => `srv:/partage ${root}/nas nfs4 rw 0 0` }));
  const said = (data: string) => folderWarnings(join(root, data), root, { system }).map(({ rule }) => rule);
  expect(said("nas/data")).toEqual(["folder-on-network"]);
  expect(said("Dropbox/data")).toEqual(["folder-synchronised"]);
  expect(said("data")).toEqual([]);
});

test("on Windows a share is told by its path", () => {
  const windows = systemFor("win32", calls({}));
  expect(windows.networkMount("\\\\srv\\mairie\\bulletin\\data")).toBe("partage Windows \\\\srv\\mairie");
  expect(windows.networkMount("\\\\?\\UNC\\srv\\mairie\\data")).toBe("partage Windows \\\\srv\\mairie");
  expect(windows.networkMount("C:\\bulletin\\data")).toBeNull();
  expect(windows.networkMount("\\\\?\\C:\\bulletin")).toBeNull();
});

test("on Windows the groups that hold every account are found in the answer of icacls, in both languages", () => {
  expect(wideReaders("C:\\b\\data BUILTIN\\Utilisateurs:(I)(OI)(CI)(RX)\r\n         MAIRIE\\dupont:(F)\r\n")).toContain(
    "Utilisateurs",
  );
  expect(wideReaders("C:\\b\\data Everyone:(OI)(CI)(F)\r\n")).toContain("Everyone");
  expect(wideReaders("C:\\b\\data Tout le monde:(OI)(CI)(R)\r\n")).toContain("Tout le monde");
  expect(wideReaders("C:\\b\\data MAIRIE\\dupont:(OI)(CI)(F)\r\n         AUTORITE NT\\Système:(F)\r\n")).toBeNull();
  expect(wideReaders("C:\\b\\data MAIRIE\\Utilisateurs du domaine:(OI)(CI)(RX)\r\n")).toContain(
    "Utilisateurs du domaine",
  );
  expect(wideReaders("C:\\b\\data MAIRIE\\Invit\ufffds du domaine:(OI)(CI)(RX)\r\n")).toContain("du domaine");
  expect(wideReaders("C:\\b\\data MAIRIE\\Utilisateurs bulletin:(OI)(CI)(RX)\r\n")).toBeNull();
  // a group that is denied, as a right may be: not read from its name
  expect(wideReaders("C:\\b\\data BUILTIN\\Utilisateurs:(DENY)(RX)\r\n         MAIRIE\\dupont:(F)\r\n")).toBeNull();
  let started = 0;
  const windows = systemFor(
    "win32",
    calls({
      run: () => {
        started += 1;
        return "x Everyone:(F)";
      },
    }),
  );
  expect([windows.readers("x", false), started]).toEqual([null, 0]);
  expect([windows.readers("x", true), started]).toEqual(["les comptes du groupe Everyone", 1]);
  expect(windows.tighten("x")).toBe(false);
  expect(windows.tightenAdvice("C:\\b\\data")).toContain('icacls "C:\\b\\data" /inheritance:r');
});

test("a program of the system that complains, waits for an answer or is not there is one that says nothing", () => {
  const ask = (...program: readonly string[]) =>
    spawnSync(
      process.execPath,
      [
        "--input-type=module",
        "-e",
        `import { realCalls } from "./scripts/custody/system/index.ts";
        const [file, ...args] = ${JSON.stringify(program)};
        console.log(JSON.stringify(realCalls.run(file, args)));`,
      ],
      { encoding: "utf8", input: "typed ahead" },
    );
  const node = (script: string) => ask(process.execPath, "-e", script);
  expect(node("console.error('plainte'); console.log('réponse')")).toMatchObject({
    stdout: '"réponse\\n"\n',
    stderr: "",
  });
  expect(node("process.stdin.pipe(process.stdout)")).toMatchObject({ stdout: '""\n', stderr: "" });
  expect(node("console.log('moitié'); process.exit(1)")).toMatchObject({ stdout: "null\n", stderr: "" });
  expect(ask("/no/such/program")).toMatchObject({ stdout: "null\n", stderr: "" });
});

test("an answer of icacls that names no account is no answer: the folder is not said to be closed", () => {
  for (const answer of [
    null,
    "",
    "1 fichiers correctement traités ; échec du traitement de 0 fichiers\r\n",
    "C:\\data : Accès refusé.\r\n",
  ]) {
    const windows = systemFor("win32", calls({ run: () => answer }));
    expect(windows.readers("C:\\data", true)).toBeUndefined();
  }
  const unanswered = { ...systemFor("linux", calls({})), readers: () => undefined };
  const found = folderWarnings(root, join(root, "dist"), { system: unanswered, thorough: true });
  const answering = {
    ...systemFor("linux", calls({})),
    readers: (_: string, asked: boolean) => (asked ? "tous" : null),
  };
  expect(spoken(folderWarnings(root, join(root, "dist"), { system: answering, thorough: true })[0]).message).toContain(
    "par tous",
  );
  expect(folderWarnings(root, join(root, "dist"), { system: answering })).toEqual([]);
  expect(found.map(({ rule, severity }) => [rule, severity])).toEqual([["folder-readable-by-others", "info"]]);
  expect(spoken(found[0]).message).toContain("n'ont pas pu être lus");
});

test("the policies of Edge that keep it from printing are named with their key; others are not", () => {
  const key = "SOFTWARE\\Policies\\Microsoft\\Edge";
  const machine = `\r\nHKEY_LOCAL_MACHINE\\${key}\r\n    RemoteDebuggingAllowed    REG_DWORD    0x0\r\n    HeadlessModeEnabled    REG_DWORD    0x1\r\n    HomepageLocation    REG_SZ    https://mairie.example\r\n\r\nHKEY_LOCAL_MACHINE\\${key}\\URLBlocklist\r\n    1    REG_SZ    file:*\r\n    2    REG_SZ    exemple.fr\r\n`;
  const person = `\r\nHKEY_CURRENT_USER\\${key}\r\n    UserDataDir    REG_SZ    \${roaming_app_data}\\Edge\r\n`;
  const windows = systemFor(
    "win32",
    calls({ run: (_, [, asked = ""]) => (asked.startsWith("HKLM") ? machine : person) }),
  );
  expect(windows.printerPolicies()).toEqual([
    `HKLM\\${key}\\RemoteDebuggingAllowed = 0x0`,
    `HKLM\\${key}\\URLBlocklist = file:*`,
    `HKCU\\${key}\\UserDataDir = \${roaming_app_data}\\Edge`,
  ]);
  for (const name of ["RemoteDebuggingAllowed", "HeadlessModeEnabled", "PrintingEnabled"])
    for (const [value, count] of [
      ["0x0", 1],
      ["0x1", 0],
    ] as const) {
      const answer = `HKEY_LOCAL_MACHINE\\${key}\r\n    ${name}    REG_DWORD    ${value}\r\n`;
      const run = (_: string, [, asked = ""]: readonly string[]) => (asked.startsWith("HKLM") ? answer : "");
      expect([name, value, systemFor("win32", calls({ run })).printerPolicies().length]).toEqual([name, value, count]);
    }
  expect(systemFor("win32", calls({})).printerPolicies()).toEqual([]);
});

test.skipIf(process.platform === "win32")("rights are taken from other accounts, and then nothing is said", () => {
  const data = join(root, "data");
  mkdirSync(join(data, "2026-T1"), { recursive: true });
  writeFileSync(join(data, "2026-T1", "a.csv"), "1");
  const outside = join(root, "outside.txt");
  writeFileSync(outside, "1", { mode: 0o644 });
  symlinkSync(outside, join(data, "link"));
  for (const [path, mode] of [
    [root, 0o755],
    [data, 0o755],
    [join(data, "2026-T1"), 0o755],
    [join(data, "2026-T1", "a.csv"), 0o644],
  ] as const)
    chmodSync(path, mode);
  expect(folderWarnings(data, join(root, "dist")).map((i) => i.rule)).toEqual(["folder-readable-by-others"]);
  expect(tightenRights(data)).toBe(true);
  expect(
    [data, join(data, "2026-T1"), join(data, "2026-T1", "a.csv"), outside].map((p) =>
      (statSync(p).mode & 0o777).toString(8),
    ),
  ).toEqual(["700", "700", "600", "644"]);
  expect(folderWarnings(data, join(root, "dist"))).toEqual([]);
});

test.skipIf(process.platform === "win32")(
  "odd bits are put right too: those of the owner's rights lent, of a group",
  () => {
    const mode = (path: string): string => (statSync(join(root, path)).mode & 0o7777).toString(8);
    for (const [folder, rights] of [
      ["data", 0o700],
      ["shared", 0o2770],
    ] as const) {
      mkdirSync(join(root, folder, "2026-T1"), { recursive: true });
      writeFileSync(join(root, folder, "2026-T1", "a.csv"), "1");
      chmodSync(join(root, folder), rights);
      chmodSync(join(root, folder, "2026-T1"), 0o770);
      chmodSync(join(root, folder, "2026-T1", "a.csv"), 0o4660);
      expect(tightenRights(join(root, folder))).toBe(true);
    }
    expect(["data", "data/2026-T1", "data/2026-T1/a.csv"].map(mode)).toEqual(["700", "700", "600"]);
    expect(["shared", "shared/2026-T1", "shared/2026-T1/a.csv"].map(mode)).toEqual(["2770", "2770", "660"]);
  },
);

test.skipIf(process.platform === "win32")("a parent that lets its group alone pass leaves the group as readers", () => {
  const data = join(root, "data");
  mkdirSync(data);
  chmodSync(data, 0o750);
  for (const [parent, rules] of [
    [0o710, ["folder-readable-by-others"]],
    [0o700, []],
  ] as const) {
    chmodSync(root, parent);
    expect(folderWarnings(data, join(root, "dist")).map((i) => i.rule)).toEqual(rules);
  }
});

test.skipIf(process.platform === "win32")("both folders are looked at", () => {
  chmodSync(root, 0o755);
  for (const folder of ["data", "dist"]) mkdirSync(join(root, folder));
  for (const [data, dist, told] of [
    [0o755, 0o700, ["data"]],
    [0o700, 0o755, ["dist"]],
  ] as const) {
    chmodSync(join(root, "data"), data);
    chmodSync(join(root, "dist"), dist);
    const messages = folderWarnings(join(root, "data"), join(root, "dist")).map((i) => spoken(i).message);
    expect(messages.map((m) => /\/(data|dist)\u202f?\s?»/.exec(m)?.[1])).toEqual(told);
  }
});

test.skipIf(process.platform === "win32")(
  "a folder that its parent hides from others is not told to be readable",
  () => {
    chmodSync(root, 0o700);
    mkdirSync(join(root, "data"), { mode: 0o755 });
    expect(folderWarnings(join(root, "data"), join(root, "dist"))).toEqual([]);
  },
);

test.skipIf(process.platform === "win32")("a link into a synchronised folder is followed", () => {
  mkdirSync(join(root, "Nextcloud", "data"), { recursive: true, mode: 0o700 });
  symlinkSync(join(root, "Nextcloud", "data"), join(root, "data"));
  expect(folderWarnings(join(root, "data"), join(root, "dist")).map((i) => i.rule)).toEqual(["folder-synchronised"]);
});

test("a folder that is partly another account's is told, not taken for a fault of the program", () => {
  const system = {
    ...systemFor("linux", calls({})),
    tighten: () => {
      throw Object.assign(new Error("EPERM: operation not permitted, chmod"), { code: "EPERM", syscall: "chmod" });
    },
  };
  expect(() => tightenRights(root, system)).toThrow(UserError);
  expect(() => tightenRights(root, system)).toThrow(/votre compte n'en a pas le droit/);
});

test("on Linux the devices below the mount tell whether the disk is encrypted", () => {
  const mounts = [
    "/dev/mapper/vg-racine / ext4 rw 0 0",
    "/dev/sdb1 /media/cle vfat rw 0 0",
    "tmpfs /run tmpfs rw 0 0",
    "/coffre /home/a/coffre fuse.gocryptfs rw 0 0",
    "/autre /home/b/autre fuse.bindfs rw 0 0",
  ].join("\n");
  const below: Readonly<Record<string, string>> = {
    "/dev/mapper/vg-racine": "lvm\ncrypt\npart\ndisk\n",
    "/dev/sdb1": "part\ndisk\n",
  };
  const linux = systemFor(
    "linux",
    calls({ readText: () => mounts, run: (_, args) => below[args.at(-1) ?? ""] ?? null }),
  );
  expect(linux.encryption("/home/a/data")).toEqual({ state: "yes", why: "dm-crypt, sous /dev/mapper/vg-racine" });
  expect(linux.encryption("/media/cle/data")).toMatchObject({ state: "no", why: expect.stringContaining("/dev/sdb1") });
  expect(linux.encryption("/home/a/coffre/data")).toEqual({ state: "yes", why: "fuse.gocryptfs" });
  expect(linux.encryption("/home/b/autre/data")).toEqual({
    state: "unknown",
    why: "ce dossier n'est pas sur un disque que Linux décrit (fuse.bindfs)",
  });
  expect(linux.encryption("/run/data")).toMatchObject({ state: "unknown", why: expect.stringContaining("tmpfs") });
  expect(systemFor("linux", calls({})).encryption("/home/a")).toMatchObject({ state: "unknown" });
  const silent = systemFor("linux", calls({ readText: () => mounts }));
  expect(silent.encryption("/home/a")).toMatchObject({ state: "unknown", why: expect.stringContaining("lsblk") });
});

test("on Windows the answer of the system is understood, and its silence is not taken for a no", () => {
  const windows = (answer: string | null) => systemFor("win32", calls({ run: () => answer })).encryption("C:\\b\\data");
  expect(windows("    État de la protection :   Protection activée")).toEqual({ state: "yes", why: "BitLocker, C:" });
  expect(windows("    Protection Status:    Protection On")).toMatchObject({ state: "yes" });
  expect(windows("    Protection Status:    Protection Off")).toMatchObject({ state: "no" });
  expect(windows(null)).toEqual({
    state: "unknown",
    why: "Windows ne le dit qu'à un administrateur (manage-bde -status C:)",
  });
});

test("on Windows the sharing is dictated, not done", () => {
  const windows = systemFor("win32", calls({}));
  expect(windows.share("C:\\b\\data", "bulletin")).toContain(
    'icacls "C:\\b\\data" /inheritance:r /grant:r "%USERNAME%:(OI)(CI)F" "bulletin:(OI)(CI)M"',
  );
});

test.skipIf(process.platform === "win32")(
  "a folder opened to a group is told only where others may read it too",
  () => {
    const shared = join(root, "data");
    const warnings = () =>
      folderWarnings(shared, join(root, "dist"))
        .map(spoken)
        .map(({ rule, message }) => [rule, message]);
    chmodSync(root, 0o755);
    mkdirSync(shared);
    chmodSync(shared, 0o2770);
    expect(warnings()).toEqual([]);
    chmodSync(shared, 0o2775); // and others
    expect(warnings()).toEqual([["folder-readable-by-others", expect.stringContaining("les autres comptes du poste")]]);
    chmodSync(shared, 0o770); // open to the account's own group, which nobody chose
    expect(warnings()).toEqual([["folder-readable-by-others", expect.stringContaining("les comptes du même groupe")]]);
  },
);

test.skipIf(process.platform === "win32")("the group that a folder is opened to has its name, or its number", () => {
  const { gid } = statSync(root);
  const groups = `autre:x:${gid}1:\nbulletin:x:${gid}:agent1,agent2\n`;
  const sharedWith = (list: string | null) =>
    systemFor("linux", calls({ readText: (path) => (path === "/etc/group" ? list : null) })).sharedWith(root);
  chmodSync(root, 0o700);
  expect(sharedWith(groups)).toBeNull();
  chmodSync(root, 0o2770);
  expect([groups, `autre:x:${gid}1:\n`, null].map(sharedWith)).toEqual([
    "bulletin",
    `groupe n° ${gid}`,
    `groupe n° ${gid}`,
  ]);
});

test.skipIf(process.platform === "win32")("what is to be typed where the program may not", () => {
  expect(systemFor("linux", calls({})).tightenAdvice("/srv/a b")).toBe('chmod -R go-rwx "/srv/a b"');
});

test("a folder that is not there yet has nothing to be closed to anyone", () => {
  expect(tightenRights(join(root, "absent"))).toBe(true);
});
