/** The program and what it runs on: runtime, browser, typeface, disk space, guard of git. */
import { existsSync } from "node:fs";
import type { KitState } from "../../disk/kit-hashes.ts";
import { formatNumber, plural, quote } from "../../model/format.ts";
import type { Settings } from "../../model/settings.ts";
import { asFinding, type Finding, ok, type Probes } from "./finding.ts";

const LEAST_NODE = [22, 18] as const;
const SCARCE_BYTES = 500e6;

export function runtime(version: string): Finding {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  return major > LEAST_NODE[0] || (major === LEAST_NODE[0] && minor >= LEAST_NODE[1])
    ? ok("Node", `version ${version}.`)
    : {
        subject: "Node",
        state: "fix",
        message: `version ${version}, trop ancienne : il faut au moins ${LEAST_NODE.join(".")}.`,
        remedy:
          "Lancez les commandes par « npm run … », qui emploie la version fournie ; sinon réinstallez les dépendances : npm ci",
      };
}

export async function browser({ startBrowser, isRoot }: Probes, settings: Settings | null): Promise<Finding> {
  try {
    const { version, sandboxed } = await startBrowser(settings);
    if (sandboxed) return ok("Navigateur", `${version} démarre, dans son bac à sable, sans réseau.`);
    return {
      subject: "Navigateur",
      state: "look",
      message: `${version} démarre sans bac à sable${isRoot ? " (compte root)" : ""}.`,
      remedy: "Lancez le programme depuis un compte ordinaire du poste, non depuis le compte d'administration.",
    };
  } catch (error) {
    return asFinding("Navigateur", error);
  }
}

export const fonts = (present: boolean): Finding =>
  present
    ? ok("Police de caractères", "Source Sans 3 est installée avec le programme.")
    : {
        subject: "Police de caractères",
        state: "fix",
        message: "Source Sans 3 manque : le bulletin serait imprimé dans une autre.",
        remedy: "Réinstallez les dépendances : npm ci",
      };

export function space({ dataDir, outDir, freeBytes }: Probes): Finding {
  const free = Math.min(...[dataDir, outDir].filter((folder) => existsSync(folder)).map(freeBytes));
  if (free === Number.POSITIVE_INFINITY)
    return {
      subject: "Place sur le disque",
      state: "fix",
      message: `${quote(dataDir)} n'existe pas.`,
      remedy: "Vérifiez le dossier donné par --data.",
    };
  const message = `${formatNumber(free / 1e9, 1)} Go libres.`;
  return free >= SCARCE_BYTES
    ? ok("Place sur le disque", message)
    : {
        subject: "Place sur le disque",
        state: "fix",
        message,
        remedy: "Libérez de la place : il faut au moins 0,5 Go pour imprimer.",
      };
}

/** @param prints does the browser start all the same? */
export const policies = (found: readonly string[], prints: boolean): readonly Finding[] =>
  found.length === 0
    ? []
    : [
        {
          subject: "Stratégies d'Edge",
          state: prints ? "look" : "fix",
          message: `${found.join(" ; ")} : ${prints ? "l'impression pourrait en être empêchée." : "Edge ne peut pas imprimer."}`,
          remedy:
            "Demandez au service informatique de lever cette stratégie pour ce poste, ou d'installer Chrome ou Chromium et de l'indiquer par la ligne « navigateur » de data/convention.yaml.",
        },
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
    {
      subject,
      state: "fix",
      message: `${told.join(" ; ")}.`,
      remedy:
        "Supprimez le dossier « programme » et extrayez de nouveau l'archive. Si cela revient, un antivirus retire peut-être des fichiers : montrez cette ligne au service informatique.",
    },
  ];
}

/** Silent outside a git repository: nobody could record anything there. */
export const guard = (active: boolean | null): readonly Finding[] => {
  if (active === null) return [];
  if (active) return [ok("Garde de git", "git refuse d'enregistrer data et dist.")];
  return [
    {
      subject: "Garde de git",
      state: "fix",
      message: "git accepterait d'enregistrer des fichiers de data ou de dist.",
      remedy: "git config core.hooksPath .githooks",
    },
  ];
};
