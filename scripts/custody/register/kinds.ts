/** What is said of a file that is no longer as the register knows it, by what it is. */
import { deliveryOfPath, deliveryQuarter } from "../../model/delivery.ts";
import { formatDate, quote } from "../../model/format.ts";
import { type CommandName, type Issue, issueOf, type Severity } from "../../model/issue.ts";
import { ACTION_NAMES, dayOf } from "./entry.ts";
import type { Known } from "./known.ts";

interface Kind {
  readonly name: string;
  readonly changed: readonly [rule: CommandName, severity: Severity];
  readonly gone: readonly [rule: CommandName, severity: Severity];
  /** What became of it, in French; what follows from it, as a sentence. */
  readonly words?: readonly [changed: string, gone: string, then: string];
  readonly hint: (path: string, isGone: boolean) => string;
}

/** "2026-T1/IS 101.xls", "lectures/2026-T1.json", "2026-T1" => "2026-T1"; any other path => a word that the person replaces by the quarter */
const named = (path: string): string => deliveryOfPath(path.replace(/^lectures\/|\.json$/g, "")) ?? "TRIMESTRE";

const WANTED = "Rien à faire si le changement est voulu : le prochain bulletin l'inscrira.";

const KINDS = {
  received: {
    name: "Fichier reçu",
    changed: ["input-altered", "error"],
    gone: ["input-missing", "error"],
    hint: (path, isGone) => {
      const record = `inscrivez-en la raison : npm run reception -- ${named(path)} --motif "pourquoi"`;
      return isGone
        ? `Reprenez-le de la messagerie ou de la sauvegarde. S'il a été retiré exprès, ${record}`
        : `Remettez le fichier de la messagerie ou de la sauvegarde ; un envoi corrigé se dépose à côté, dans un dossier ${quote(`${deliveryQuarter(named(path))}-rectificatif`)}. Si le changement est voulu, ${record}`;
    },
  },
  input: {
    name: "Fichier lu",
    changed: ["input-altered", "error"],
    gone: ["input-missing", "error"],
    hint: () =>
      "Reprenez le fichier de la messagerie ou de la sauvegarde, puis inscrivez sa réception : npm run reception.",
  },
  setting: {
    name: "Réglage",
    changed: ["setting-changed", "info"],
    gone: ["setting-missing", "warning"],
    hint: () => WANTED,
  },
  reference: {
    name: "Base publique",
    changed: ["reference-changed", "info"],
    gone: ["reference-missing", "warning"],
    hint: () => WANTED,
  },
  lecture: {
    name: "Lecture confirmée",
    changed: ["lecture-altered", "error"],
    gone: ["lecture-missing", "error"],
    words: [
      "modifiée depuis",
      "absente depuis",
      " Elle ne compte plus : les fichiers de sa livraison sont relus, et à confirmer.",
    ],
    hint: (path) => `Reprenez-la de la sauvegarde. Sinon, confirmez de nouveau : npm run lecture -- ${named(path)}`,
  },
  bulletin: {
    name: "Bulletin",
    changed: ["bulletin-altered", "error"],
    gone: ["bulletin-missing", "warning"],
    words: ["autre que celui de", "absent depuis", ""],
    hint: (_, isGone) =>
      `${isGone ? "" : "Modifié, ancien bulletin remis à sa place, ou commande interrompue. "}Refaites-le (npm run build -- --trimestre, et son trimestre) : les mêmes fichiers donnent le même bulletin.`,
  },
  copy: {
    name: "Exemplaire",
    changed: ["copy-altered", "error"],
    gone: ["copy-missing", "info"],
    hint: () =>
      "Un exemplaire imprimé puis effacé est normal ; un exemplaire modifié est à détruire et à refaire (npm run copies).",
  },
} as const satisfies Readonly<Record<string, Kind>>;
export type KindName = keyof typeof KINDS;

/** @param path of a file, or of a folder that is gone. @param actual its hash; undefined: it is not there. */
export function notAsKnown(of: KindName, path: string, known: Known, actual: string | undefined): Issue {
  const kind: Kind = KINDS[of];
  const isGone = actual === undefined;
  const [rule, severity] = isGone ? kind.gone : kind.changed;
  const [changed, gone, then] = kind.words ?? ["modifié depuis", "absent depuis", ""];
  const { line } = known;
  const recorded = `l'inscription ${quote(ACTION_NAMES[line.action])} du ${formatDate(dayOf(line.at))} (ligne ${line.n})`;
  return issueOf(severity)(rule, {
    message: `${kind.name} ${quote(path)} : ${isGone ? gone : changed} ${recorded}.${then}`,
    hint: kind.hint(path, isGone),
    place: { file: path },
  });
}
