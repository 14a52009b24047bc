/** npm run diagnostic: the state of this installation, subject by subject, each with its remedy. */
import { existsSync, realpathSync, statfsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { diagnose, type Finding } from "./custody/doctor/index.ts";
import { currentAccount } from "./custody/index.ts";
import { thisSystem } from "./custody/system/index.ts";
import { compareHashes } from "./disk/kit-hashes.ts";
import { PROGRAM_VERSION } from "./holdings/holdings.ts";
import { loadSettings } from "./holdings/load-settings.ts";
import { launchBrowser } from "./publish/index.ts";
import { defineCommand, runAsProgram } from "./shell/command.ts";
import { DATA_OPTION, localDay, OUT_OPTION } from "./shell/command-line.ts";
import { safeText } from "./shell/wrap.ts";

const STATES: Readonly<Record<Finding["state"], string>> = { ok: "OK", look: "À VOIR", fix: "À CORRIGER" };

/** What a diagnosis works with. */
export interface DiagnosticTools {
  readonly launchBrowser: (
    path: string | null,
  ) => Promise<Pick<Awaited<ReturnType<typeof launchBrowser>>, "version" | "close">>;
}

export const main = defineCommand(
  {
    name: "npm run diagnostic",
    summary: "Vérifie le poste et l'installation : pour chaque point, son état et le remède.",
    examples: [""],
    options: [DATA_OPTION, OUT_OPTION],
    words: 0,
  },
  async (
    { dataDir, outDir },
    { out, now },
    { launchBrowser: launch }: DiagnosticTools = { launchBrowser },
  ): Promise<0 | 2> => {
    const isRoot = process.getuid?.() === 0;
    const findings = await diagnose({
      dataDir,
      outDir,
      today: localDay(now()),
      account: currentAccount(),
      programVersion: PROGRAM_VERSION,
      nodeVersion: process.versions.node,
      isRoot,
      loadSettings: () => loadSettings(dataDir),
      startBrowser: async (settings) => {
        const browser = await launch(settings?.browser ?? null);
        await browser.close();
        return { version: browser.version, sandboxed: !isRoot };
      },
      printerPolicies: () => thisSystem.printerPolicies(),
      kit: () => compareHashes(fileURLToPath(new URL("../..", import.meta.url))), // scripts/ lies in programme/
      sharedWith: (folder) => (existsSync(folder) ? thisSystem.sharedWith(folder) : null),
      encryptionOf: (folder) => thisSystem.encryption(existsSync(folder) ? realpathSync.native(folder) : folder),
      freeBytes: (folder) => {
        const { bavail, bsize } = statfsSync(folder);
        return bavail * bsize;
      },
    });
    const width = Math.max(...Object.values(STATES).map((state) => state.length));
    for (const { subject, state, message, remedy } of findings) {
      out(safeText(`${STATES[state].padEnd(width)}  ${subject} : ${message}`));
      if (remedy) out(`${" ".repeat(width)}  → ${remedy}`);
    }
    return findings.some((finding) => finding.state === "fix") ? 2 : 0;
  },
);

if (import.meta.main) await runAsProgram(main);
