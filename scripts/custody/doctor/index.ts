/** The state of this installation, subject by subject, each with its remedy. What it asks of the machine is given to it: see Probes. */
import { assertReachable } from "../../disk/rights.ts";
import { UserError } from "../../model/issue.ts";
import { type Finding, fix, type Look, type Probes } from "./finding.ts";
import { browser, kit, runtime, signature, space } from "./installation.ts";
import { encryption, folders, list, register, settings, writingIn } from "./operator.ts";

export type { Finding, Probes } from "./finding.ts";

type Subjects = readonly (readonly [subject: string, look: Look])[];

/** In the order in which they are put right. */
const PROGRAM: Subjects = [
  ["Node", runtime],
  ["Programme", kit],
  ["Signature du kit", signature],
  ["Navigateur", browser],
];
/** What can only be said by an account that may read the folder. */
const DATA: Subjects = [
  ["Droits des dossiers", folders],
  ["Écriture", writingIn("dataDir")],
  ["Écriture", writingIn("outDir")],
  ["Personnes habilitées", list],
  ["Réglages", settings],
  ["Registre", register],
];
const MACHINE: Subjects = [
  ["Chiffrement du disque", encryption],
  ["Place sur le disque", space],
];

export async function diagnose(probes: Probes): Promise<readonly Finding[]> {
  const seeAll = async (subjects: Subjects): Promise<readonly Finding[]> => {
    const found: Finding[] = [];
    for (const [subject, look] of subjects) found.push(...(await see(subject, look, probes)));
    return found;
  };
  const closed = await see("Droits des dossiers", reachable, probes);
  const ofData = closed.length > 0 ? closed : await seeAll(DATA);
  return [...(await seeAll(PROGRAM)), ...ofData, ...(await seeAll(MACHINE))];
}

const reachable: Look = ({ dataDir }) => {
  assertReachable(dataDir);
  return [];
};

/** A fault that the operator can settle becomes a finding; anything else is a bug and goes on up. */
async function see(subject: string, look: Look, probes: Probes): Promise<readonly Finding[]> {
  try {
    return [await look(probes)].flat().map((said) => ({ subject, ...said }));
  } catch (error) {
    if (error instanceof UserError) return [{ subject, ...fix(error.message, error.hint) }];
    throw error;
  }
}
