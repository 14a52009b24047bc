/** "CPN Valmont | CGD Valmont", "DIPN | GGD": one service of each force heads the columns, and says whose facts they count. */
import type { Force } from "../../model/observation.ts";
import { fold } from "../../nomenclature/index.ts";
import type { ValueColumn } from "./columns.ts";
import type { ViewCell } from "./view.ts";

const SERVICES = [
  ["PN", /^(?:dipn|ddpn|ddsp|dcsp|dgpn|dtpn|cpn|csp|ciat|sp|commissariat|circo|circonscription de police)\b/],
  ["GN", /^(?:ggd|dggn|rggn|rgn|cgd|cob|bta|brigade(?! anti)|compagnie|groupement)\b/],
] as const;

/** What a heading says of its force: in a word that is known, or by the name of a service. */
const forceOf = ({ facets, text }: ViewCell): Force | null =>
  facets.force ?? SERVICES.find(([, pattern]) => pattern.test(fold(text)))?.[0] ?? null;

/** Not understood by itself; or the settings have said that its facts are the commune's. */
const isService = ({ facets }: ViewCell): boolean =>
  !facets.ignored && facets.force === null && (facets.residual !== "" || facets.ours);

/** The headings that name a service, where the table has just one name for each force. */
export function serviceHeadings(values: readonly ValueColumn[]): ReadonlyMap<ViewCell, Force> {
  const headings = new Set(values.flatMap((v) => v.headings.filter((h) => forceOf(h) !== null)));
  const names = (force: Force) => new Set([...headings].filter((h) => forceOf(h) === force).map((h) => fold(h.text)));
  if (names("PN").size !== 1 || names("GN").size !== 1) return new Map();
  return new Map(
    [...headings].flatMap((h): [ViewCell, Force][] => (isService(h) ? [[h, forceOf(h) ?? "ensemble"]] : [])),
  );
}
