/** A line of the register as a sentence. */
import { formatDate, plural, quote } from "../../model/format.ts";
import { dayOf, type RegisterLine } from "./entry.ts";

/** "  12  9 avril 2026 à 10:12  agent1  Bulletin 2026-T1 : version 1.0.0, contenu 3f2a…" */
export function describeLine(line: RegisterLine): string {
  const time = new Date(line.at).toLocaleTimeString("fr-FR", { hour: "2-digit", minute: "2-digit" });
  return `${String(line.n).padStart(4)}  ${formatDate(dayOf(line.at))} à ${time}  ${line.who}  ${describeAction(line)}`;
}

function describeAction(line: RegisterLine): string {
  switch (line.action) {
    case "reception":
      return `Réception de ${line.delivery} : message du ${formatDate(line.messageDate)}, ouvert par ${line.openedBy}, ${plural(line.files.length, "fichier")}${line.reason === undefined ? "" : ` ; motif du changement : ${line.reason}`}`;
    case "build":
      return `Bulletin ${line.quarter}${line.edition && line.edition.number > 1 ? `, édition ${line.edition.number}` : ""} : version ${line.programVersion}, contenu ${line.fingerprint.slice(0, 12)}, ${plural(line.inputs.length, "fichier lu", "fichiers lus")}, ${plural(line.accepted.length, "point signalé", "points signalés")}`;
    case "copies":
      return `Exemplaires ${line.quarter} : ${line.copies.map((c) => `n° ${c.number} à ${c.recipient}`).join(", ")}`;
    case "return":
      return `Retour de l'exemplaire n° ${line.number} (${line.quarter})`;
    case "destruction":
      return `Destruction de l'exemplaire n° ${line.number} (${line.quarter})`;
    case "purge":
      return `Élimination de ${plural(line.data.length + line.out.length, "fichier")}, visa ${quote(line.visa)}`;
    case "binding":
      return "Dossier lié à ce poste";
    case "backup":
      return `Sauvegarde de ${plural(line.files, "fichier")} : ${line.archive}`;
    case "repair":
      return `Réparation du registre : ${line.found.join(" ; ")}`;
  }
}
