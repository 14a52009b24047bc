/** Where Edge, Chrome and Chromium are installed. The paths of Windows were not yet tried on a real one. */
import path from "node:path";

export interface System {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly exists: (file: string) => boolean;
}

const WINDOWS = [
  ["Microsoft", "Edge", "Application", "msedge.exe"],
  ["Google", "Chrome", "Application", "chrome.exe"],
  ["Chromium", "Application", "chrome.exe"],
] as const;

/** The packages of the distributions, those of the makers, then the snap, which a command of Ubuntu only stands for. */
const LINUX = [
  ...["microsoft-edge", "google-chrome", "chromium"].map((name) => `/usr/bin/${name}`),
  "/opt/microsoft/msedge/msedge",
  "/opt/google/chrome/chrome",
  "/snap/bin/chromium",
];

function candidates({ platform, env }: System): readonly string[] {
  if (platform !== "win32") return LINUX; // never through PATH: it may name a folder of others
  const roots = [env["PROGRAMFILES(X86)"], env.PROGRAMFILES, env.LOCALAPPDATA];
  const folders = [...new Set(roots.filter((root) => root !== undefined && root !== ""))] as readonly string[];
  return WINDOWS.flatMap((parts) => folders.map((root) => path.win32.join(root, ...parts)));
}

/** Paths of the browsers found, Edge first (it is on every Windows machine). */
export const installedBrowsers = (system: System): readonly string[] => candidates(system).filter(system.exists);
