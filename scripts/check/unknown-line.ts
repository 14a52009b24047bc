/** A line that the nomenclature does not know is shown as sent; the settings can teach it. */
import { plural, quote } from "../model/format.ts";
import type { Issue } from "../model/issue.ts";
import { editDistance } from "../model/nearest.ts";
import { entersSeries } from "../model/observation.ts";
import { declaredKey, fold } from "../nomenclature/index.ts";
import type { CheckContext } from "./context.ts";

export function* unknownLine({ observations, nomenclature, settings }: CheckContext): Iterable<Issue> {
  const declared = new Set(settings.labels.map(declaredKey));
  const unknown = observations.filter((o) => o.indicator === null && entersSeries(o));
  for (const [key, own] of Map.groupBy(unknown, declaredKey)) {
    const [first] = own;
    if (!first || declared.has(key)) continue;
    const statement = nomenclature.statements.find((s) => s.id === first.statement);
    const indicators = statement?.indicators ?? [];
    const like = indicators.find((i) => isMistyped(first.label, i.label));
    const example = like
      ? `« indicateur: ${like.id} » s'il s'agit bien de ${quote(like.label)}`
      : `par exemple « indicateur: ${indicators[0]?.id ?? ""} » pour ${quote(indicators[0]?.label ?? "")}`;
    const files = new Set(own.map((o) => o.provenance.file)).size;
    yield {
      rule: "unknown-line",
      severity: "warning",
      message: `La ligne ${quote(first.label)} (${statement?.label ?? first.statement}, ${plural(files, "fichier")}) n'est pas dans la nomenclature : elle est présentée telle que transmise, sous ce libellé.`,
      hint: `Collez la ligne proposée dans data/convention.yaml, sous « lignes: », pour l'accepter telle quelle ; si c'est un autre nom d'une ligne connue, ajoutez-y ${example}.`,
      settingsLine: `  - { etat: ${first.statement}, libelle: ${JSON.stringify(first.label)} }`,
      place: first.provenance,
      actual: first.label,
    };
  }
}

/** One or two letters apart: "Cambriolage de logment". "Vols dans les magasins" is another line than "Vols dans les véhicules". */
const isMistyped = (label: string, known: string): boolean =>
  editDistance(fold(label).slice(0, MOST_LETTERS), fold(known)) <= 2;
/** Of a label that are compared: the work grows with their number, and a label is under a hundred. */
const MOST_LETTERS = 120;
