/** « Contrôles »: what was verified, what was found, file by file. */
import type { Section } from "../../model/document/bulletin.ts";
import type { Table } from "../../model/document/table.ts";
import { formatNumber, joinWords, plural, SEVERITY_LABELS } from "../../model/format.ts";
import type { Issue } from "../../model/issue.ts";
import { tell } from "../../model/remarks/index.ts";
import { type Context, isSmall } from "../context/context.ts";
import { countsOf, earlierIssues } from "../context/found.ts";
import { isDeliveryOf } from "../context/issues.ts";
import { otherNotices } from "../sentences/notices.ts";
import { type Column, column, tableBlock, tableOf } from "../tables/table-of.ts";
import { paragraph, present } from "../words/present.ts";

const VERIFIED =
  "À chaque livraison, le programme vérifie, sans jamais corriger un nombre : que chaque état porte sur son trimestre, que les nombres " +
  "s'accordent entre eux, avec les évolutions imprimées et avec le passé de leur ligne, et qu'aucune colonne ne semble désigner une personne.";

/** Findings printed; the others stand on the control sheet. */
const MOST_ISSUES = 60;

export function checksSection(c: Context): Section {
  const own = c.ownIssues.filter(({ rule }) => rule !== "figure-revised"); // « Révisions » tells them
  const others = otherNotices(c);
  const left = own.length - MOST_ISSUES;
  const blocks = present(
    !isSmall(c) && paragraph(VERIFIED),
    paragraph(summary(c)),
    others.length > 0 && { kind: "notices" as const, items: others },
    own.length > 0 && tableBlock(issuesTable(c, own.slice(0, MOST_ISSUES))),
    left > 0 &&
      paragraph(`${plural(left, "autre constat figure", "autres constats figurent")} sur la feuille de contrôle.`),
  );
  return { id: "controles", title: "Contrôles", blocks };
}

function summary(c: Context): string {
  const { errors, warnings } = countsOf(c);
  const counted = present(errors > 0 && plural(errors, "erreur"), warnings > 0 && plural(warnings, "avertissement"));
  const found = counted.length === 0 ? "ni erreur ni avertissement" : joinWords(counted);
  const others = earlierIssues(c).length;
  const before =
    others === 0
      ? ""
      : ` ; les livraisons antérieures en gardent ${formatNumber(others)}, que la feuille de contrôle rappelle`;
  const earlier = c.recognitions.filter((r) => !isDeliveryOf(r.file.source.delivery, c.id)).length;
  return (
    `Relevé pour le ${c.name} : ${found}${before}. La feuille de contrôle montre chaque tableau reçu, cellule par cellule, avec ce que le ` +
    `programme y a lu${earlier > 0 ? ` ; elle couvre aussi ${plural(earlier, "fichier des livraisons antérieures", "fichiers des livraisons antérieures")}` : ""}.`
  );
}

function issuesTable(c: Context, issues: readonly Issue[]): Table {
  const columns: readonly Column<Issue>[] = [
    column.label("ou", "Où", ({ place }) => (place ? c.printed.place(place) : "Ensemble des fichiers")),
    column.text("nature", "Nature", ({ severity }) => SEVERITY_LABELS[severity]),
    column.text("constat", "Constat", (issue) => tell(issue, "paper").message),
  ];
  return tableOf(c, issues, ({ rule }) => rule, columns, {
    title: `Constats des contrôles, ${c.name}`,
    champ: `Livraisons du ${c.name} et réglages.`,
    source: "Contrôles du programme.",
  });
}
