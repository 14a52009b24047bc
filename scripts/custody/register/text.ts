/** A line of the register as a sentence. */
import type { FileHash } from "../../disk/tree.ts";
import { deliveryOfPath } from "../../model/delivery.ts";
import { formatDate, plural, quote } from "../../model/format.ts";
import { dayOf, type RegisterLine } from "./entry.ts";
import type { Corrections } from "./in-force.ts";

/**
 * "  12  9 avril 2026 à 10:12  agent1  Bulletin 2026-T1 : version 1.0.0, contenu 3f2a…"
 * @param corrections see correctionsOf: a line that one of them puts right says so.
 */
export function describeLine(line: RegisterLine, corrections: Corrections): string {
  const time = new Date(line.at).toLocaleTimeString("fr-FR", { hour: "2-digit", minute: "2-digit" });
  const correction = corrections.get(line.n);
  const corrected = correction ? ` [annulée : voir la ligne ${correction.n}]` : "";
  return `${String(line.n).padStart(4)}  ${formatDate(dayOf(line.at))} à ${time}  ${line.who}  ${describeAction(line)}${corrected}`;
}

/** [1, 4] => "n° 1, n° 4" */
export const numbersOf = (numbers: readonly number[]): string => numbers.map((number) => `n° ${number}`).join(", ");

/** Files of the deliveries: neither the settings nor a public base, whose hashes the line has too, nor what is encrypted. */
const statementsOf = (inputs: readonly FileHash[]): number =>
  inputs.filter(({ path }) => deliveryOfPath(path) !== undefined && !/\.zed$/i.test(path)).length;

const WITHOUT = {
  unseen: "la personne ne voyait pas le document",
  wrong: "deux nombres n'étaient pas les siens",
  command: "par une commande, sans tous les lire",
} as const;

/** « , 3 nombres relus sur le document » */
function describeNumbers({ numbers }: Extract<RegisterLine, { action: "lecture" }>): string {
  if (!numbers) return "";
  const { read, without, readBy } = numbers;
  const by = readBy === undefined ? "" : `, lus par ${readBy}`;
  return `, ${plural(read, "nombre relu", "nombres relus")} sur le document${by}${without ? ` (${WITHOUT[without]})` : ""}`;
}

function describeAction(line: RegisterLine): string {
  switch (line.action) {
    case "reception":
      return `Réception de ${line.delivery} : message du ${formatDate(line.messageDate)}, ouvert par ${line.openedBy}, ${plural(line.files.length, "fichier")}${line.reason === undefined ? "" : ` ; motif du changement : ${line.reason}`}${line.corrects === undefined ? "" : ` ; corrige la ligne ${line.corrects}`}`;
    case "build":
      return `Bulletin ${line.quarter}${line.edition && line.edition.number > 1 ? `, édition ${line.edition.number}` : ""} : version ${line.programVersion}, contenu ${line.fingerprint.slice(0, 12)}, ${plural(statementsOf(line.inputs), "fichier lu", "fichiers lus")}, ${plural(line.accepted.length, "point signalé", "points signalés")}${line.replacedOlder === undefined ? "" : ` ; il remplace celui de la ligne ${line.replacedOlder}, qui n'était pas le dernier (commande interrompue, ou ancien bulletin remis à sa place)`}${line.replacedAltered ? ` ; ce qu'il remplace n'était pas ce qui était inscrit : ${line.replacedAltered.join(", ")}` : ""}`;
    case "copies":
      return `Exemplaires ${line.quarter} : ${line.copies.map((c) => `n° ${c.number} à ${c.recipient}${c.replaces ? ` (remplace ${numbersOf(c.replaces)})` : ""}`).join(", ")}${line.reason === undefined ? "" : ` ; motif d'un second exemplaire : ${line.reason}`}`;
    case "lecture":
      return `Lecture de ${quote(line.delivery)} confirmée : ${plural(line.files.length, "fichier")}${describeNumbers(line)}`;
    case "return":
      return `Retour de l'exemplaire n° ${line.number} (${line.quarter})`;
    case "destruction":
      return `Destruction de l'exemplaire n° ${line.number} (${line.quarter})${line.reason === undefined ? "" : `, jamais revenu ; motif : ${line.reason}`}`;
    case "index":
      return "Liste des bulletins refaite : ce qu'elle dit des exemplaires a changé";
    case "purge":
      return `Élimination de ${plural(line.data.length + line.out.length, "fichier")}, visa ${quote(line.visa)}`;
    case "binding":
      return "Dossier lié à ce poste";
    case "sharing":
      return `Dossiers ouverts au groupe ${quote(line.group)}`;
    case "backup":
      return `Sauvegarde de ${plural(line.files, "fichier")} : ${line.archive}`;
    case "restore":
      return `Restauration de la sauvegarde du ${formatDate(dayOf(line.madeAt))} dans ce dossier`;
    case "correction":
      return `Correction : la ligne ${line.line} est annulée ; motif : ${line.reason}`;
    case "form":
      return `Forme du fichier ${quote(line.of.path)} écrite, sans ce qu'il dit : ${line.form.path}`;
    case "repair":
      return `Réparation du registre : ${line.found.join(" ; ")}`;
  }
}
