/** npm run diagnostic: the state of this installation, subject by subject, each with its remedy. */
import { existsSync, realpathSync, statfsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { diagnose, type Finding } from "./custody/doctor/index.ts";
import { currentAccount } from "./custody/index.ts";
import { thisSystem } from "./custody/system/index.ts";
import { writeWhole } from "./disk/files.ts";
import { compareHashes, hashesIn } from "./disk/kit-hashes.ts";
import { shortForm, signedBy, TRUSTED_KEY_FILE, trustedKey } from "./disk/kit-signature.ts";
import { showForm } from "./form/show.ts";
import { loadSettings } from "./holdings/load-settings.ts";
import { launchBrowser } from "./publish/index.ts";
import type { Reader } from "./reading/job.ts";
import { isSomebodyThere } from "./shell/ask.ts";
import { type CommandContext, defineCommand, runAsProgram } from "./shell/command.ts";
import { DATA_OPTION, localDay, OUT_OPTION } from "./shell/command-line.ts";
import { safeText } from "./shell/wrap.ts";

const STATES: Readonly<Record<Finding["state"], string>> = { ok: "OK", look: "À VOIR", fix: "À CORRIGER" };

/** What a diagnosis works with. */
export interface DiagnosticTools {
  /** The folder of the kit. */
  readonly home?: string;
  readonly reader?: Reader;
  readonly launchBrowser: (
    path: string | null,
  ) => Promise<Pick<Awaited<ReturnType<typeof launchBrowser>>, "version" | "close">>;
}

const HOME = fileURLToPath(new URL("../..", import.meta.url)); // scripts/ lies in programme/

/**
 * The key of a signed kit, asked for once: its digits came by another way than the kit, which therefore shows them to nobody.
 * @throws STOPPED
 */
async function learnKey(root: string, dataDir: string, { out, err, terminal }: CommandContext): Promise<void> {
  const signed = hashesIn(root) && signedBy(root);
  if (!signed || trustedKey(dataDir) !== undefined || !existsSync(dataDir) || !isSomebodyThere(terminal)) return;
  const typed = await terminal.askShown(
    "Les 24 chiffres de la clé du kit, reçus par un autre chemin que lui (Entrée : pas maintenant) : ",
  );
  const digits = typed.replace(/\D/g, "");
  if (digits === "") return;
  if (digits !== shortForm(signed.key).replaceAll(" ", ""))
    return err(
      "Ce ne sont pas ceux de la clé qui a signé ce kit. Relisez-les ; s'ils sont bien tapés, n'utilisez pas ce kit.",
    );
  writeWhole(join(dataDir, TRUSTED_KEY_FILE), `${signed.key}\n`);
  out("Clé retenue : seuls les kits qu'elle signe, ou annonce, seront installés.");
}

export const main = defineCommand(
  {
    name: "npm run diagnostic",
    summary: "Vérifie le poste et l'installation : pour chaque point, son état et le remède.",
    examples: ["", '--forme "2026-T1/IS101.xls"'],
    options: [
      {
        name: "forme",
        value: "FICHIER",
        help: "montre comment un fichier reçu est fait, sans rien de ce qu'il dit, pour qui tient le programme",
      },
      DATA_OPTION,
      OUT_OPTION,
    ],
    words: 0,
  },
  async (
    args,
    context,
    { launchBrowser: launch, home = HOME, reader }: DiagnosticTools = { launchBrowser },
  ): Promise<0 | 1 | 2> => {
    const { dataDir, outDir } = args;
    const file = args.get("forme");
    if (file !== undefined) return await showForm(file, args, context, reader);
    const { out, now } = context;
    await learnKey(home, dataDir, context);
    const isRoot = process.getuid?.() === 0;
    const findings = await diagnose({
      dataDir,
      outDir,
      today: localDay(now()),
      account: currentAccount(),
      nodeVersion: process.versions.node,
      isRoot,
      loadSettings: () => loadSettings(dataDir),
      startBrowser: async (settings) => {
        const browser = await launch(settings?.browser ?? null);
        await browser.close();
        return { version: browser.version, sandboxed: !isRoot };
      },
      printerPolicies: () => thisSystem.printerPolicies(),
      kit: () => compareHashes(home),
      signature: () => ({ signed: signedBy(home)?.key ?? null, trusted: trustedKey(dataDir) }),
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
