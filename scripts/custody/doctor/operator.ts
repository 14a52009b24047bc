/** What the operator keeps: folders, machine, list of persons, settings, register. */
import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { unfinishedName } from "../../disk/files.ts";
import { toldInFrench } from "../../disk/refusal.ts";
import { writeWithRights } from "../../disk/rights.ts";
import { plural, quote } from "../../model/format.ts";
import type { Issue } from "../../model/issue.ts";
import { tell } from "../../model/remarks/index.ts";
import { folderWarnings } from "../folders.ts";
import { isEntitledOn, loadEntitlements } from "../people/entitlement.ts";
import { readRegisterText } from "../register/end.ts";
import { writingFaults } from "../register/verify-chain.ts";
import { readRegister, registerGone } from "../verify-register.ts";
import { fix, type Look, look, ok } from "./finding.ts";

/** Rule of a warning -> what it is about, and what is said where there is none. */
const FOLDER_QUESTIONS: Readonly<Record<string, readonly [subject: string, fine: string]>> = {
  "folder-synchronised": ["Dossier synchronisé", "ni data ni dist n'y sont."],
  "folder-on-network": ["Disque réseau", "data et dist sont sur le disque du poste."],
  "folder-readable-by-others": ["Droits des dossiers", "data et dist sont réservés à ce compte."],
};

/** A warning of other commands, as a finding. */
const findingOf = (issue: Issue) => {
  const { message, hint = "" } = tell(issue, "eyes");
  return (issue.severity === "info" ? look : fix)(message, hint);
};

export const folders: Look = ({ dataDir, outDir, sharedWith }) => {
  const group = sharedWith(dataDir);
  const issues = folderWarnings(dataDir, outDir, { thorough: true });
  return Object.entries(FOLDER_QUESTIONS).flatMap(([rule, [subject, fine]]) => {
    const own = issues.filter((issue) => issue.rule === rule).map(findingOf);
    const isOfGroup = rule === "folder-readable-by-others" && group !== null;
    const none = ok(isOfGroup ? `data et dist sont réservés aux comptes du groupe ${quote(group)}.` : fine);
    return (own.length === 0 ? [none] : own).map((said) => ({ subject, ...said }));
  });
};

/** What rights say is one thing, what the disk takes another: it is tried. A folder that is not there yet is made by who needs it. */
export const writingIn =
  (name: "dataDir" | "outDir"): Look =>
  ({ [name]: folder }) => {
    const trial = join(folder, unfinishedName());
    if (existsSync(folder))
      toldInFrench(folder, () => {
        writeWithRights(trial, "");
        rmSync(trial);
      });
    return [];
  };

/** Files in clear on a disk that is not encrypted can be read by whoever takes the disk. */
export const encryption: Look = ({ dataDir, encryptionOf }) => {
  const { state, why } = encryptionOf(dataDir);
  if (state === "yes") return ok(`le disque de data est chiffré (${why}).`);
  const remedy =
    "Demandez au service informatique de chiffrer tout le disque (BitLocker ou LUKS), ou de vous confirmer qu'il l'est : data et dist y sont en clair.";
  return state === "no" ? fix(`${why}.`, remedy) : look(`on ne peut pas le savoir d'ici : ${why}.`, remedy);
};

export const list: Look = ({ dataDir, today, account }) => {
  const entitlements = loadEntitlements(dataDir);
  if (!entitlements)
    return look(
      "aucune liste : le programme ne refuse aucun compte.",
      "npm run trimestre demande les noms, une fois, et écrit la liste pour vous.",
    );
  const valid = entitlements.persons.filter((person) => isEntitledOn(person, today));
  const others = entitlements.persons.length - valid.length;
  const message = `${plural(valid.length, "personne habilitée", "personnes habilitées")} aujourd'hui${others > 0 ? `, ${plural(others, "habilitation échue ou à venir", "habilitations échues ou à venir")}` : ""}.`;
  return valid.some((person) => person.account !== null)
    ? ok(message)
    : fix(
        `${message} Aucune n'a de compte sur ce poste : tout est refusé, à ${quote(account)} aussi.`,
        `Adressez-vous à ${entitlements.contact} : la ligne « compte » donne le nom d'ouverture de session.`,
      );
};

export const settings: Look = ({ loadSettings }) => {
  const { isDefault, retentionYears } = loadSettings();
  if (isDefault)
    return look(
      "data/convention.yaml est absent : la commune n'est pas connue, aucun bulletin ne peut être fait.",
      "npm run trimestre demande les réglages, une fois, et écrit le fichier pour vous.",
    );
  return retentionYears === null
    ? look(
        "lus ; la durée de conservation n'y est pas.",
        "Convenez-en avec les archives départementales, puis ajoutez « conservation: » et « annees: » à data/convention.yaml.",
      )
    : ok(`lus ; conservation ${plural(retentionYears, "an")}.`);
};

export const register: Look = ({ dataDir, outDir }) => {
  const text = readRegisterText(dataDir);
  const [gone] = registerGone(readRegister(dataDir), outDir);
  const faults = writingFaults(text);
  const own =
    faults.length === 0
      ? ok(`${plural(text.lines.length, "ligne")} ; « npm run registre » le vérifie en entier.`)
      : fix(`abîmé : ${faults.join(" ; ")}.`, "npm run registre, puis npm run registre -- --reparer");
  return gone ? findingOf(gone) : own;
};
