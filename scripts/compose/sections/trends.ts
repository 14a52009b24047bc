/** « Tendances »: a figure for each indicator and each family, in the order of the tables, on one time axis. */
import type { Section } from "../../model/bulletin.ts";
import { chartedLines, charts } from "../charts/charts-block.ts";
import type { Context } from "../context/context.ts";
import { linesOf } from "../context/lines.ts";
import { rangesOverview } from "../sentences/overview.ts";

export function trendsSection(c: Context): Section | undefined {
  const statements = c.nomenclature.statements.map((s) => ({ id: s.id, lines: chartedLines(c, s.id) }));
  const all = statements.flatMap(({ lines }) => lines);
  if (all.length === 0) return undefined;
  // Of every line of the tables, charted or not: whatever is bold there is named here.
  const overview = rangesOverview(c.nomenclature.statements.flatMap((s) => linesOf(c, s.id)));
  return {
    id: "tendances",
    title: "Tendances",
    blocks: [
      {
        kind: "paragraph",
        text:
          "Chaque graphique montre les nombres de tous les trimestres connus. La bande est l'intervalle attendu : les " +
          "nombres que les mêmes trimestres des années précédentes rendent ordinaires. Une marque signale un trimestre " +
          "hors de la bande ; le pointillé est la moyenne par trimestre des douze derniers mois.",
      },
      ...(overview === "" ? [] : [{ kind: "paragraph" as const, text: overview }]),
      ...statements.flatMap(({ id, lines }) => charts(c, id, lines)),
    ],
  };
}
