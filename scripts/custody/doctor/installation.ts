/** The program and what it runs on: runtime, browser, typeface, disk space, guard of git. */
import { existsSync } from "node:fs";
import type { KitState } from "../../disk/kit-hashes.ts";
import { formatNumber, plural, quote } from "../../model/format.ts";
import type { Settings } from "../../model/settings.ts";
import { asFinding, type Finding, fix, look, ok, type Probes } from "./finding.ts";

const SCARCE_BYTES = 500e6;

/** An older Node than is needed does not come this far: see preload.js. */
export const runtime = (version: string): Finding => ok("Node", `version ${version}.`);

export async function browser({ startBrowser, isRoot }: Probes, settings: Settings | null): Promise<Finding> {
  try {
    const { version, sandboxed } = await startBrowser(settings);
    if (sandboxed) return ok("Navigateur", `${version} démarre, dans son bac à sable, sans réseau.`);
    return look(
      "Navigateur",
      `${version} démarre sans bac à sable${isRoot ? " (compte root)" : ""}.`,
      "Lancez le programme depuis un compte ordinaire du poste, non depuis le compte d'administration.",
    );
  } catch (error) {
    return asFinding("Navigateur", error);
  }
}

export function space({ dataDir, outDir, freeBytes }: Probes): Finding {
  const subject = "Place sur le disque";
  const free = Math.min(...[dataDir, outDir].filter((folder) => existsSync(folder)).map(freeBytes));
  if (free === Number.POSITIVE_INFINITY)
    return fix(subject, `${quote(dataDir)} n'existe pas.`, "Vérifiez le dossier donné par --data.");
  const message = `${formatNumber(free / 1e9, 1)} Go libres.`;
  return free >= SCARCE_BYTES
    ? ok(subject, message)
    : fix(subject, message, "Libérez de la place : il faut au moins 0,5 Go pour imprimer.");
}

/** @param prints does the browser start all the same? */
export const policies = (found: readonly string[], prints: boolean): readonly Finding[] =>
  found.length === 0
    ? []
    : [
        (prints ? look : fix)(
          "Stratégies d'Edge",
          `${found.join(" ; ")} : ${prints ? "l'impression pourrait en être empêchée." : "Edge ne peut pas imprimer."}`,
          "Demandez au service informatique de lever cette stratégie pour ce poste, ou d'installer Chrome ou Chromium et de l'indiquer par la ligne « navigateur » de data/convention.yaml.",
        ),
      ];

/** Named, at most: a whole folder may be missing. */
const LISTED = 5;

export function kit(state: KitState | null): readonly Finding[] {
  if (state === null) return [];
  const { files, faults, extra } = state;
  const subject = "Programme";
  if (faults.length + extra.length === 0)
    return [ok(subject, `entier : ${plural(files, "fichier")}, conformes à EMPREINTES.txt.`)];
  const named = (paths: readonly string[]): string => {
    const more = paths.length - LISTED;
    return `${paths.slice(0, LISTED).join(", ")}${more > 0 ? ` et ${plural(more, "autre")}` : ""}`;
  };
  const told = [
    ...(faults.length > 0
      ? [`${plural(faults.length, "fichier manque ou a changé", "fichiers manquent ou ont changé")} : ${named(faults)}`]
      : []),
    ...(extra.length > 0
      ? [`${plural(extra.length, "fichier n'est pas du kit", "fichiers ne sont pas du kit")} : ${named(extra)}`]
      : []),
  ];
  return [
    fix(
      subject,
      `${told.join(" ; ")}.`,
      "Supprimez le dossier « programme » et extrayez de nouveau l'archive. Si cela revient, un antivirus retire peut-être des fichiers : montrez cette ligne au service informatique.",
    ),
  ];
}

/** Silent outside a git repository: nobody could record anything there. */
export const guard = (active: boolean | null): readonly Finding[] => {
  if (active === null) return [];
  if (active) return [ok("Garde de git", "git refuse d'enregistrer data et dist.")];
  const message = "git accepterait d'enregistrer des fichiers de data ou de dist.";
  return [fix("Garde de git", message, "git config core.hooksPath .githooks")];
};
