/**
 * The form of a received file: how it is made, and nothing that it says. A text that a person reads whole before it leaves, and that
 * tests/forms/ reads back.
 */
import { randomInt } from "node:crypto";
import { deliveryQuarter } from "../model/delivery.ts";
import type { Cell, Grid } from "../model/grid.ts";
import type { Issue } from "../model/issue.ts";
import type { Nomenclature } from "../model/nomenclature.ts";
import type { Recognition } from "../model/observation.ts";
import type { Settings } from "../model/settings.ts";
import { fold } from "../nomenclature/index.ts";
import { blurGrid } from "./grid.ts";
import { shifted } from "./periods.ts";
import { createBlur, INVENTED } from "./texts.ts";

const HEAD = `FORME D'UN FICHIER REÇU
Les nombres sont tirés au sort et ne gardent rien des vrais, pas même leurs chiffres ni leurs zéros ; les sommes et les évolutions que le
tableau porte sont refaites. Un mot que le programme connaît de lui-même est resté ; tout autre est « xxxxx », et un nombre dans un texte
« 99 ». Toutes les années sont décalées d'autant. La commune est dite ${INVENTED.name}, une autre
commune Brest, Nancy, Dijon…, quelle qu'elle soit. Une case vide, un tiret, « nd » sont où ils étaient.
Relisez cette page avant de la donner : rien ne doit y nommer une personne, un service, un lieu.`;

/** @param recognition as it is read, or not; `issues`: why not. */
export function formOf(
  { file, tables, observations }: Recognition,
  issues: readonly Issue[],
  { settings, nomenclature }: { readonly settings: Settings; readonly nomenclature: Nomenclature },
): string {
  // by whole leap years: every day stays one
  const quarter = deliveryQuarter(file.source.delivery) ?? "";
  const shift = { by: -4 * randomInt(1, 4), near: Number(quarter.slice(0, 4)) };
  const families = nomenclature.statements.flatMap(({ indicators }) => indicators.filter(({ hasLines }) => hasLines));
  const names = new Set(families.flatMap(({ label, aliases }) => [label, ...aliases].map(fold)));
  const blurring = {
    blur: createBlur(nomenclature, settings, shift),
    shift,
    isFamily: (text: string) => names.has(fold(text)),
  };
  const grids = file.grids.map((grid) =>
    blurGrid(grid, tables.find((table) => table.grid.part === grid.part)?.readings ?? [], blurring),
  );
  const rules = [...Map.groupBy(issues, ({ rule }) => rule)].map(([rule, own]) => `${rule} (${own.length})`);
  const statements = [...new Set(tables.map(({ statement }) => statement))];
  return [
    HEAD,
    "",
    `format : ${file.format ?? "aucun"}`,
    `livraison : ${quarter.replace(/^\d{4}/, (year) => shifted(year, shift.by))}`,
    `lu comme : ${statements.join(", ") || "rien"} ; ${observations.length > 0 ? "des chiffres en sont lus" : "aucun chiffre n'en est lu"}`,
    `remarques : ${rules.join(", ") || "aucune"}`,
    ...grids.flatMap(linesOf),
    "",
  ].join("\n");
}

function linesOf({
  part,
  hidden,
  hiddenRows = [],
  hiddenColumns = [],
  rowNames,
  rows,
  besides = [],
  comments = [],
}: Grid) {
  const named = rows.map((row, r) => {
    const name = `${rowNames?.[r] ?? r + 1}${hiddenRows.includes(r) ? " (masquée)" : ""}`;
    return `${name} | ${row
      .map(written)
      .join(" | ")
      .replace(/[ |]+$/, "")}`.trimEnd();
  });
  return [
    "",
    `# ${oneLine(part)}${hidden ? " (masquée)" : ""}`,
    ...(hiddenColumns.length > 0
      ? [`colonnes masquées : ${hiddenColumns.map((column) => column + 1).join(", ")}`]
      : []),
    ...named,
    ...besides.map((text) => `à côté | ${oneLine(text)}`),
    ...comments.map((text) => `commentaire | ${oneLine(text)}`),
  ];
}

const oneLine = (text: string): string => text.replaceAll("\n", "⏎").replaceAll("|", "¦");

/** "Police {1×2}", "^" of a covered place, "12 [struck 14]". */
function written({ text, covered, rowSpan = 1, colSpan = 1, beside = [] }: Cell): string {
  if (covered) return "^";
  const span = rowSpan * colSpan > 1 ? [`{${rowSpan}×${colSpan}}`] : [];
  return [oneLine(text), ...span, ...beside.map((one) => `[${one.kind} ${oneLine(one.text)}]`)].join(" ").trim();
}
