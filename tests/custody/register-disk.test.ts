/** The register when the disk fails in the middle of a line. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, expect, test, vi } from "vitest";
import { appendRegister, repairRegister } from "../../scripts/custody/register/register.ts";
import { readRegister, verifyRegister } from "../../scripts/custody/verify-register.ts";
import { UserError } from "../../scripts/model/issue.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { returned } from "./entries.ts";

/** How many bytes the disk still takes, and whether it lets a file be shortened. */
const disk = vi.hoisted(() => ({ room: Number.POSITIVE_INFINITY, shortens: true }));
vi.mock("node:fs", async (original) => {
  const real = await original<typeof import("node:fs")>();
  const fault = (code: string): Error => Object.assign(new Error(code), { code });
  const writeSync = (fd: number, bytes: Uint8Array, offset: number): number => {
    if (disk.room <= 0) throw fault("ENOSPC");
    const written = real.writeSync(fd, bytes, offset, Math.min(bytes.length - offset, disk.room));
    disk.room -= written;
    return written;
  };
  const ftruncateSync = (fd: number, size: number): void => {
    if (!disk.shortens) throw fault("EIO");
    real.ftruncateSync(fd, size);
  };
  return { ...real, writeSync, ftruncateSync };
});

let data: string;
const text = (): string => readFileSync(join(data, "registre.jsonl"), "utf8");
const fillTheDisk = (room: number): void => {
  disk.room = room;
};
beforeEach(() => {
  disk.room = Number.POSITIVE_INFINITY;
  disk.shortens = true;
  data = temporaryFolder("registre-disque");
  appendRegister(data, returned(1));
  appendRegister(data, returned(2));
});

test.each([0, 1, 40])(
  "a disk that is full after %i bytes of a line leaves the register as it was, and says so",
  (room) => {
    const before = text();
    fillTheDisk(room);
    expect(() => appendRegister(data, returned(3))).toThrow(/le disque est plein/);
    expect(text()).toBe(before);
    fillTheDisk(Number.POSITIVE_INFINITY);
    expect(appendRegister(data, returned(3)).n).toBe(3);
    expect(verifyRegister(data, join(data, "dist")).issues).toEqual([]);
  },
);

test("half a line that cannot be taken back refuses every line after it, until it is repaired in the open", () => {
  fillTheDisk(40);
  disk.shortens = false;
  expect(() => appendRegister(data, returned(3))).toThrow(UserError);
  fillTheDisk(Number.POSITIVE_INFINITY);
  disk.shortens = true;
  const damaged = text();
  expect(() => appendRegister(data, returned(3))).toThrow(/ligne 3 : elle est incomplète/);
  expect(text()).toBe(damaged);
  expect(repairRegister(data, "2026-05-02T10:00:00.000Z", "agent1")?.action).toBe("repair");
  expect(appendRegister(data, returned(3)).n).toBe(4);
  expect(verifyRegister(data, join(data, "dist")).issues).toEqual([]);
  expect(readRegister(data).map((line) => line.action)).toEqual(["return", "return", "repair", "return"]);
});

test("a repair on a full disk loses nothing", () => {
  fillTheDisk(40);
  disk.shortens = false;
  expect(() => appendRegister(data, returned(3))).toThrow();
  const damaged = text();
  disk.shortens = true;
  fillTheDisk(10);
  expect(() => repairRegister(data, "2026-05-02T10:00:00.000Z", "agent1")).toThrow(/le disque est plein/);
  expect(text()).toBe(damaged);
});
