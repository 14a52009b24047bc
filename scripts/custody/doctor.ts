/** The state of this installation, subject by subject, each with its remedy. What it asks of the machine is given to it: see Probes. */
import { existsSync } from "node:fs";
import { formatNumber, plural, quote } from "../model/format.ts";
import { type Issue, UserError } from "../model/issue.ts";
import type { Settings } from "../model/settings.ts";
import { isEntitledOn, loadEntitlements } from "./entitlement.ts";
import { folderWarnings } from "./folders.ts";
import { isThisMachine } from "./machine.ts";
import { endFaults, readRegisterText } from "./register.ts";

export interface Finding {
  readonly subject: string;
  readonly state: "ok" | "look" | "fix";
  readonly message: string;
  readonly remedy?: string;
}

export interface Probes {
  readonly dataDir: string;
  readonly outDir: string;
  /** "2026-04-09" */
  readonly today: string;
  readonly account: string;
  /** "24.21.0" */
  readonly nodeVersion: string;
  readonly isRoot: boolean;
  readonly loadSettings: () => Settings;
  /** Starts the browser that would print, and stops it. @throws UserError when none starts. */
  readonly startBrowser: (
    settings: Settings | null,
  ) => Promise<{ readonly version: string; readonly sandboxed: boolean }>;
  /** Is the typeface of the bulletin installed with the program? */
  readonly hasFonts: () => boolean;
  /** Bytes free for this account on the disk that holds the folder. */
  readonly freeBytes: (folder: string) => number;
  /** Does git refuse to record data/ and dist/? null: no git repository here. */
  readonly gitGuard: () => boolean | null;
}

const LEAST_NODE = [22, 18] as const;
const SCARCE_BYTES = 500e6;

const ok = (subject: string, message: string): Finding => ({ subject, state: "ok", message });

/** A fault that the operator can settle becomes a finding; anything else is a bug and goes on up. */
function orFix<T>(subject: string, work: () => T): T | Finding {
  try {
    return work();
  } catch (error) {
    return asFinding(subject, error);
  }
}
function asFinding(subject: string, error: unknown): Finding {
  if (error instanceof UserError) return { subject, state: "fix", message: error.message, remedy: error.hint };
  throw error;
}
const isFinding = (value: unknown): value is Finding =>
  typeof value === "object" && value !== null && "subject" in value;

/** Every subject of issue 6, in the order in which they are put right. */
export async function diagnose(probes: Probes): Promise<readonly Finding[]> {
  const settings = orFix("Réglages", probes.loadSettings);
  return [
    runtime(probes.nodeVersion),
    await browser(probes, isFinding(settings) ? null : settings),
    probes.hasFonts()
      ? ok("Police de caractères", "Source Sans 3 est installée avec le programme.")
      : {
          subject: "Police de caractères",
          state: "fix",
          message: "Source Sans 3 manque : le bulletin serait imprimé dans une autre.",
          remedy: "Réinstallez les dépendances : npm ci",
        },
    ...folders(probes),
    machine(probes.dataDir),
    list(probes),
    isFinding(settings) ? settings : settingsFinding(settings),
    register(probes.dataDir),
    space(probes),
    guard(probes.gitGuard()),
  ];
}

function runtime(version: string): Finding {
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

async function browser({ startBrowser, isRoot }: Probes, settings: Settings | null): Promise<Finding> {
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

const FOLDER_SUBJECTS: Readonly<Record<string, string>> = {
  "folder-synchronised": "Dossier synchronisé",
  "folder-on-network": "Disque réseau",
  "folder-readable-by-others": "Droits des dossiers",
};

function folders({ dataDir, outDir }: Probes): readonly Finding[] {
  const issues = folderWarnings(dataDir, outDir, { thorough: true });
  return Object.entries(FOLDER_SUBJECTS).flatMap(([rule, subject]): readonly Finding[] => {
    const own = issues.filter((issue: Issue) => issue.rule === rule);
    return own.length === 0
      ? [
          ok(
            subject,
            rule === "folder-readable-by-others"
              ? "data et dist sont réservés à ce compte."
              : "non : data et dist sont sur le disque du poste.",
          ),
        ]
      : own.map((issue) => ({
          subject,
          state: "fix" as const,
          message: issue.message,
          ...(issue.hint ? { remedy: issue.hint } : {}),
        }));
  });
}

function machine(dataDir: string): Finding {
  const bound = orFix("Poste", () => isThisMachine(dataDir));
  if (isFinding(bound)) return bound;
  if (bound) return ok("Poste", "le dossier est lié à ce poste.");
  return bound === null
    ? {
        subject: "Poste",
        state: "look",
        message: "le dossier n'est lié à aucun poste.",
        remedy: "Sur le poste dédié : npm run poste",
      }
    : {
        subject: "Poste",
        state: "fix",
        message: "le dossier est lié à un autre poste.",
        remedy: "Si celui-ci est le nouveau poste dédié : npm run poste -- --relier",
      };
}

function list({ dataDir, today, account }: Probes): Finding {
  const subject = "Personnes habilitées";
  const entitlements = orFix(subject, () => loadEntitlements(dataDir));
  if (isFinding(entitlements)) return entitlements;
  if (!entitlements)
    return {
      subject,
      state: "look",
      message: "aucune liste : le programme ne refuse aucun compte.",
      remedy: "Copiez data/habilitations.example.yaml sous le nom data/habilitations.yaml et remplissez-la.",
    };
  const valid = entitlements.persons.filter((person) => isEntitledOn(person, today));
  const others = entitlements.persons.length - valid.length;
  const message = `${plural(valid.length, "personne habilitée", "personnes habilitées")} aujourd'hui${others > 0 ? `, ${plural(others, "habilitation échue ou à venir", "habilitations échues ou à venir")}` : ""}.`;
  return valid.some((person) => person.account !== null)
    ? ok(subject, message)
    : {
        subject,
        state: "fix",
        message: `${message} Aucune n'a de compte sur ce poste : tout est refusé, à ${quote(account)} aussi.`,
        remedy: `Adressez-vous à ${entitlements.contact} : la ligne « compte » donne le nom d'ouverture de session.`,
      };
}

function settingsFinding(settings: Settings): Finding {
  if (settings.isDefault)
    return {
      subject: "Réglages",
      state: "look",
      message: "data/convention.yaml est absent : le bulletin ne connaît ni la commune ni sa population.",
      remedy: "Copiez data/convention.example.yaml sous le nom data/convention.yaml et remplissez-le.",
    };
  return settings.retentionYears === null
    ? {
        subject: "Réglages",
        state: "look",
        message: "lus ; la durée de conservation n'y est pas.",
        remedy:
          "Convenez-en avec les archives départementales, puis ajoutez « conservation: » et « annees: » à data/convention.yaml.",
      }
    : ok("Réglages", `lus ; conservation ${plural(settings.retentionYears, "an")}.`);
}

function register(dataDir: string): Finding {
  const text = readRegisterText(dataDir);
  const faults = endFaults(text);
  return faults.length === 0
    ? ok("Registre", `${plural(text.lines.length, "ligne")} ; « npm run registre » le vérifie en entier.`)
    : {
        subject: "Registre",
        state: "fix",
        message: `abîmé à la fin : ${faults.join(" ; ")}.`,
        remedy: "npm run registre, puis npm run registre -- --reparer",
      };
}

function space({ dataDir, outDir, freeBytes }: Probes): Finding {
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

const guard = (active: boolean | null): Finding =>
  active === false
    ? {
        subject: "Garde de git",
        state: "fix",
        message: "git accepterait d'enregistrer des fichiers de data ou de dist.",
        remedy: "git config core.hooksPath .githooks",
      }
    : ok(
        "Garde de git",
        active ? "git refuse d'enregistrer data et dist." : "sans objet : le dossier n'est pas un dépôt git.",
      );
