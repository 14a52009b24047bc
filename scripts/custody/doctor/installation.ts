/** The program and what it runs on: Node, browser, disk space, files of the kit. */
import { existsSync } from "node:fs";
import { shortForm } from "../../disk/kit-signature.ts";
import { formatNumber, listSome, plural, quote } from "../../model/format.ts";
import { UserError } from "../../model/issue.ts";
import type { Settings } from "../../model/settings.ts";
import { fix, type Look, look, ok } from "./finding.ts";

const SCARCE_BYTES = 500e6;

/** An older Node than is needed does not come this far: see preload.js. */
export const runtime: Look = ({ nodeVersion }) => ok(`version ${nodeVersion}.`);

export const browser: Look = async ({ startBrowser, loadSettings, isRoot, printerPolicies }) => {
  const found = printerPolicies();
  try {
    const { version, sandboxed } = await startBrowser(orNull(loadSettings));
    const started = sandboxed
      ? ok(`${version} démarre, dans son bac à sable, sans réseau.`)
      : look(
          `${version} démarre sans bac à sable${isRoot ? " (compte root)" : ""}.`,
          "Lancez le programme depuis un compte ordinaire du poste, non depuis le compte d'administration.",
        );
    return [started, ...policies(found, "l'impression pourrait en être empêchée.", look)];
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return [fix(error.message, error.hint), ...policies(found, "Edge ne peut pas imprimer.", fix)];
  }
};

/** Faulty settings have a finding of their own. */
function orNull(load: () => Settings): Settings | null {
  try {
    return load();
  } catch (error) {
    if (error instanceof UserError) return null;
    throw error;
  }
}

const policies = (found: readonly string[], effect: string, say: typeof fix) =>
  found.length === 0
    ? []
    : [
        {
          subject: "Stratégies d'Edge",
          ...say(
            `${found.join(" ; ")} : ${effect}`,
            "Demandez au service informatique de lever cette stratégie pour ce poste, ou d'installer Chrome ou Chromium et de l'indiquer par la ligne « navigateur » de data/convention.yaml.",
          ),
        },
      ];

export const space: Look = ({ dataDir, outDir, freeBytes }) => {
  const free = Math.min(...[dataDir, outDir].filter((folder) => existsSync(folder)).map(freeBytes));
  if (free === Number.POSITIVE_INFINITY)
    return fix(`${quote(dataDir)} n'existe pas.`, "Vérifiez le dossier donné par --data.");
  const message = `${formatNumber(free / 1e9, 1)} Go libres.`;
  return free >= SCARCE_BYTES
    ? ok(message)
    : fix(message, "Libérez de la place : il faut au moins 0,5 Go pour imprimer.");
};

/** Named, at most: a whole folder may be missing. */
const LISTED = 5;

export const kit: Look = (probes) => {
  const state = probes.kit();
  if (state === null) return [];
  const { files, faults } = state;
  return faults.length === 0
    ? ok(`entier : ${plural(files, "fichier")}, conformes à EMPREINTES.txt.`)
    : fix(
        `${plural(faults.length, "fichier manque, a changé ou est en trop", "fichiers manquent, ont changé ou sont en trop")} : ${listSome(faults, LISTED)}.`,
        "Supprimez le dossier « programme » et extrayez de nouveau l'archive. Si cela revient, un antivirus retire peut-être des fichiers : montrez cette ligne au service informatique.",
      );
};

const BY_ANOTHER_WAY =
  "Demandez à qui fait le programme, par un autre chemin que le kit, les 24 chiffres de sa clé ; npm run diagnostic, dans un terminal, les demande.";

export const signature: Look = (probes) => {
  if (probes.kit() === null) return [];
  const { signed, trusted } = probes.signature();
  if (signed === null)
    return trusted === undefined
      ? look(
          "non signé : rien ne dit qui l'a fait.",
          "Comparez la somme SHA-256 de l'archive à celle qu'annonce qui l'a faite.",
        )
      : fix(
          "non signé, alors que ce poste tient une clé.",
          "N'utilisez pas ce kit ; demandez-le de nouveau à qui fait le programme.",
        );
  if (signed === trusted) return ok(`signé par la clé que ce poste tient (${shortForm(signed)}).`);
  return trusted === undefined
    ? look("signé, par une clé que ce poste ne connaît pas encore.", BY_ANOTHER_WAY)
    : fix(
        `signé par une autre clé (${shortForm(signed)}) que celle que ce poste tient (${shortForm(trusted)}).`,
        BY_ANOTHER_WAY,
      );
};
