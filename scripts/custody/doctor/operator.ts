/** What the operator keeps: folders, machine, list of persons, settings, register. */
import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { unfinishedName } from "../../disk/files.ts";
import { toldInFrench } from "../../disk/refusal.ts";
import { writeWithRights } from "../../disk/rights.ts";
import { isOlder } from "../../disk/version.ts";
import { plural, quote } from "../../model/format.ts";
import type { Issue } from "../../model/issue.ts";
import type { Settings } from "../../model/settings.ts";
import { folderWarnings } from "../folders.ts";
import { isThisMachine } from "../machine.ts";
import { isEntitledOn, loadEntitlements } from "../people/entitlement.ts";
import { describeFaults, endFaults, readRegisterText } from "../register/end.ts";
import { readRegister, registerGone } from "../verify-register.ts";
import { type Finding, fix, isFinding, look, ok, orFix, type Probes } from "./finding.ts";

/** Rule of a warning -> what it is about, and what is said where there is none. */
const FOLDER_QUESTIONS: Readonly<Record<string, readonly [subject: string, fine: string]>> = {
  "folder-synchronised": ["Dossier synchronisé", "ni data ni dist n'y sont."],
  "folder-on-network": ["Disque réseau", "data et dist sont sur le disque du poste."],
  "folder-readable-by-others": ["Droits des dossiers", "data et dist sont réservés à ce compte."],
};

const toFix = (subject: string, { severity, message, hint }: Issue): Finding => ({
  subject,
  state: severity === "info" ? "look" : "fix",
  message,
  ...(hint && { remedy: hint }),
});

export function folders({ dataDir, outDir, sharedWith }: Probes): readonly Finding[] {
  const group = sharedWith(dataDir);
  const issues = folderWarnings(dataDir, outDir, { thorough: true });
  return Object.entries(FOLDER_QUESTIONS).flatMap(([rule, [subject, fine]]): readonly Finding[] => {
    const own = issues.filter((issue) => issue.rule === rule);
    if (own.length === 0 && rule === "folder-readable-by-others" && group !== null)
      return [ok(subject, `data et dist sont réservés aux comptes du groupe ${quote(group)}.`)];
    return own.length === 0 ? [ok(subject, fine)] : own.map((issue) => toFix(subject, issue));
  });
}

/** What rights say is one thing, what the disk takes another: it is tried. A folder that is not there yet is made by who needs it. */
export const writing = ({ dataDir, outDir }: Probes): readonly Finding[] =>
  [dataDir, outDir]
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => {
      const trial = join(folder, unfinishedName());
      const refused = orFix("Écriture", () =>
        toldInFrench(folder, () => {
          writeWithRights(trial, "");
          rmSync(trial);
        }),
      );
      return isFinding(refused) ? [refused] : [];
    });

/** A register that a newer program has written in may hold what this one does not know. */
export function olderProgram({ dataDir, programVersion }: Probes): readonly Finding[] {
  const lines = orFix("Version", () => readRegister(dataDir));
  if (isFinding(lines)) return []; // the register's own finding says it
  const newest = lines
    .flatMap((line) => (line.action === "build" ? [line.programVersion] : []))
    .reduce((found, version) => (isOlder(found, version) ? version : found), programVersion);
  if (newest === programVersion) return [];
  return [
    fix(
      "Version",
      `ce programme est la version ${programVersion} ; un bulletin de ce dossier a été fait par la ${newest}, plus récente.`,
      "Remettez la version la plus récente : npm run mise-a-jour -- KIT",
    ),
  ];
}

/** Files in clear on a disk that is not encrypted can be read by whoever takes the disk. */
export function encryption({ dataDir, encryptionOf }: Probes): Finding {
  const subject = "Chiffrement du disque";
  const { state, why } = encryptionOf(dataDir);
  if (state === "yes") return ok(subject, `le disque de data est chiffré (${why}).`);
  const remedy =
    "Demandez au service informatique de chiffrer tout le disque (BitLocker ou LUKS), ou de vous confirmer qu'il l'est : data et dist y sont en clair.";
  return state === "no"
    ? fix(subject, `${why}.`, remedy)
    : look(subject, `on ne peut pas le savoir d'ici : ${why}.`, remedy);
}

export function machine(dataDir: string): Finding {
  const bound = orFix("Poste", () => isThisMachine(dataDir));
  if (isFinding(bound)) return bound;
  if (bound) return ok("Poste", "le dossier est lié à ce poste.");
  return bound === null
    ? look("Poste", "le dossier n'est lié à aucun poste.", "Sur le poste dédié : npm run poste")
    : fix(
        "Poste",
        "le dossier est lié à un autre poste.",
        "Si celui-ci est le nouveau poste dédié : npm run poste -- --relier",
      );
}

export function list({ dataDir, today, account }: Probes): Finding {
  const subject = "Personnes habilitées";
  const entitlements = orFix(subject, () => loadEntitlements(dataDir));
  if (isFinding(entitlements)) return entitlements;
  if (!entitlements)
    return look(
      subject,
      "aucune liste : le programme ne refuse aucun compte.",
      "npm run trimestre demande les noms, une fois, et l'écrit pour vous.",
    );
  const valid = entitlements.persons.filter((person) => isEntitledOn(person, today));
  const others = entitlements.persons.length - valid.length;
  const message = `${plural(valid.length, "personne habilitée", "personnes habilitées")} aujourd'hui${others > 0 ? `, ${plural(others, "habilitation échue ou à venir", "habilitations échues ou à venir")}` : ""}.`;
  return valid.some((person) => person.account !== null)
    ? ok(subject, message)
    : fix(
        subject,
        `${message} Aucune n'a de compte sur ce poste : tout est refusé, à ${quote(account)} aussi.`,
        `Adressez-vous à ${entitlements.contact} : la ligne « compte » donne le nom d'ouverture de session.`,
      );
}

export function settingsFinding(settings: Settings): Finding {
  if (settings.isDefault)
    return look(
      "Réglages",
      "data/convention.yaml est absent : la commune n'est pas connue, aucun bulletin ne peut être fait.",
      "npm run trimestre demande lesquels, une fois, et l'écrit pour vous.",
    );
  return settings.retentionYears === null
    ? look(
        "Réglages",
        "lus ; la durée de conservation n'y est pas.",
        "Convenez-en avec les archives départementales, puis ajoutez « conservation: » et « annees: » à data/convention.yaml.",
      )
    : ok("Réglages", `lus ; conservation ${plural(settings.retentionYears, "an")}.`);
}

export function register(dataDir: string): Finding {
  const text = orFix("Registre", () => readRegisterText(dataDir));
  if (isFinding(text)) return text;
  const gone = orFix("Registre", () => registerGone(text, dataDir));
  if (isFinding(gone)) return gone;
  if (gone[0]) return toFix("Registre", gone[0]);
  const faults = endFaults(text);
  return faults.length === 0
    ? ok("Registre", `${plural(text.lines.length, "ligne")} ; « npm run registre » le vérifie en entier.`)
    : fix(
        "Registre",
        `abîmé à la fin : ${describeFaults(faults)}.`,
        "npm run registre, puis npm run registre -- --reparer",
      );
}
