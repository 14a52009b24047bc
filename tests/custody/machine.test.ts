import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { assertThisMachine, bindMachine, isThisMachine, readBinding } from "../../scripts/custody/machine.ts";
import { systemFor } from "../../scripts/custody/system/index.ts";
import type { SystemCalls } from "../../scripts/custody/system/system.ts";
import { UserError } from "../../scripts/model/issue.ts";
import { temporaryFolder } from "../temporary-folder.ts";

const calls = (over: Partial<SystemCalls>): SystemCalls => ({
  readText: () => null,
  run: () => null,
  env: () => undefined,
  ...over,
});
const machine = (id: string) =>
  systemFor("linux", calls({ readText: (path) => (path === "/etc/machine-id" ? `${id}\n` : null) }));
const here = machine("a".repeat(32));
const elsewhere = machine("b".repeat(32));

let data: string;
beforeEach(() => {
  data = temporaryFolder("poste");
});

test("a folder bound to no machine opens anywhere, with an information", () => {
  expect(assertThisMachine(data, here).map((i) => [i.rule, i.severity])).toEqual([["machine-not-bound", "info"]]);
  expect(isThisMachine(data, here)).toBeNull();
});

test("a bound folder opens on its machine only, and says elsewhere how to bind it again", () => {
  bindMachine(data, "2026-04-09", () => {}, here);
  expect(assertThisMachine(data, here)).toEqual([]);
  try {
    assertThisMachine(data, elsewhere);
    expect.unreachable();
  } catch (error) {
    expect(error).toBeInstanceOf(UserError);
    expect(error instanceof UserError && [error.exitCode, error.hint]).toEqual([
      2,
      expect.stringContaining("npm run poste -- --relier"),
    ]);
  }
  bindMachine(data, "2026-04-10", () => {}, elsewhere);
  expect([isThisMachine(data, here), isThisMachine(data, elsewhere)]).toEqual([false, true]);
});

test("the file holds no identifier, and two folders of one machine do not look alike", () => {
  bindMachine(data, "2026-04-09", () => {}, here);
  const first = readFileSync(join(data, "poste.json"), "utf8");
  bindMachine(data, "2026-04-09", () => {}, here);
  expect(first).not.toContain("a".repeat(32));
  expect(readFileSync(join(data, "poste.json"), "utf8")).not.toBe(first);
});

test("a damaged binding refuses, it does not open", () => {
  writeFileSync(join(data, "poste.json"), "{");
  expect(() => assertThisMachine(data, here)).toThrow(/est abîmé/);
});

test("Windows is asked by the full path of reg.exe", () => {
  let asked = "";
  const windows = systemFor(
    "win32",
    calls({
      env: (name) => (name === "SystemRoot" ? "D:\\WINNT" : undefined),
      run: (file) => {
        asked = file;
        return "\r\nHKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Cryptography\r\n    MachineGuid    REG_SZ    1c2d3e4f-0000-4000-8000-123456789abc\r\n\r\n";
      },
    }),
  );
  expect(windows.machineId()).toBe("1c2d3e4f-0000-4000-8000-123456789abc");
  expect(asked).toBe("D:\\WINNT\\System32\\reg.exe");
  expect(() => systemFor("win32", calls({})).machineId()).toThrow(/MachineGuid/);
});

test("a system that gives no identifier is an error, never a constant", () => {
  expect(() => systemFor("linux", calls({})).machineId()).toThrow(/systemd|identifiant/);
  expect(() => systemFor("linux", calls({ readText: () => "\n" })).machineId()).toThrow(UserError);
});

test.each(["win32", "linux"] as const)(
  "%s: each program is started with these arguments, each file is read",
  (name) => {
    const path = name === "win32" ? "C:\\dossier" : "/";
    const asked: string[] = [];
    const system = systemFor(
      name,
      calls({
        run: (file, args) => {
          asked.push([file, ...args].join(" "));
          return null;
        },
        readText: (path) => {
          asked.push(path);
          return null;
        },
      }),
    );
    expect(system.machineId).toThrow(UserError);
    for (const ask of [system.networkMount, system.encryption, system.closedToGroup, system.sharedWith]) ask(path);
    system.readers(path, true);
    system.printerPolicies();
    expect(asked).toEqual(ASKED[name]);
  },
);
const ASKED = {
  win32: [
    String.raw`C:\Windows\System32\reg.exe query HKLM\SOFTWARE\Microsoft\Cryptography /v MachineGuid /reg:64`,
    String.raw`C:\Windows\System32\manage-bde.exe -status C:`,
    String.raw`C:\Windows\System32\icacls.exe C:\dossier`,
    String.raw`C:\Windows\System32\reg.exe query HKLM\SOFTWARE\Policies\Microsoft\Edge /s`,
    String.raw`C:\Windows\System32\reg.exe query HKCU\SOFTWARE\Policies\Microsoft\Edge /s`,
  ],
  linux: ["/etc/machine-id", "/var/lib/dbus/machine-id", "/proc/self/mounts", "/proc/self/mounts"],
};

test("a binding is recorded before the folder is bound: one that cannot be recorded binds nothing", () => {
  const refuse = (): never => {
    throw new RangeError("killed");
  };
  expect(() => bindMachine(data, "2026-04-09", refuse, here)).toThrow("killed");
  expect(readBinding(data)).toBeNull();
});
