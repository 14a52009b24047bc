/** The remarks of the checks: what the counts say together. */

import type { Figure, NotAdding, OfLine, PlacedText, Printed, Sum, Without } from "../about-counts.ts";
import { FORCE_LABELS, formatDifference, formatNumber, formatPeriod, listSome, plural, quote } from "../format.ts";
import type { Told } from "../issue.ts";
import type { Force, Provenance } from "../observation.ts";
import { isHalfYear, isQuarter, isWholeYear, type Period, quarterAtEndOf, quarterId } from "../period.ts";
import type { French, Say } from "./told.ts";

const ofForce = (force: Force): string => FORCE_LABELS[force].toLowerCase();

/** « Cambriolages de logement », police nationale, 1er trimestre 2026 */
const describe = ({ label, force, period }: Figure, say: Say): string =>
  `${say(label, "Une ligne")}, ${ofForce(force)}, ${formatPeriod(period)}`;

/** "le 1er trimestre 2026", "l'année 2025", "la période janvier à septembre 2026" */
function withArticle(period: Period): string {
  const words = formatPeriod(period);
  if (isWholeYear(period)) return `l'${words}`;
  return isQuarter(period) || isHalfYear(period) ? `le ${words}` : `la période ${words}`;
}

/** Lines of one remark that are named. */
const MOST_LINES = 6;
/**
 * « Cambriolages de logement » (police nationale : 16 puis 18 ; ensemble : 25 puis 27), « Vols » (police nationale, ensemble : …): the
 * figures by line, with what is said of each.
 */
function listLines<Item>(lines: readonly OfLine<Item>[], wordsOf: (item: Item) => string, say: Say): string {
  const told = lines.map(({ label, items }) => {
    const said = [...Map.groupBy(items, wordsOf)].map(
      ([words, same]) => `${same.map(({ force }) => ofForce(force)).join(", ")} : ${words}`,
    );
    return `${say(label, "une ligne")} (${said.join(" ; ")})`;
  });
  return listSome(told, MOST_LINES, ", ", ["autre ligne", "autres lignes"]);
}

const ASK_SERVICE =
  "Vérifiez ces cellules dans le fichier reçu ; si elles sont bien lues, demandez au service lequel des nombres est le bon.";

function notTheSum(about: Sum, say: Say): Told {
  const { others, isExplained, value, sum } = about;
  return {
    message: `${"one" in about ? oneSum(about, say) : severalSums(about.lines, say)}${causeOf(others, isExplained)}`,
    hint: isExplained
      ? "Rien à demander : la correction est dans le dossier, le bulletin la retient et la montre dans « Révisions »."
      : others.length > 0
        ? "Demandez au service si un trimestre antérieur a été révisé, et l'état corrigé de ce trimestre."
        : ASK_SERVICE,
    actual: String(value),
    expected: String(sum),
  };
}

function oneSum({ one, parts, value, sum }: Extract<Sum, { one: Figure }>, say: Say): string {
  const words = parts.map((p) => `${formatPeriod(p.period)} : ${formatNumber(p.value)}`).join(" ; ");
  return `${describe(one, say)} : ${formatNumber(value)} imprimé, mais ses parties font ${formatNumber(sum)} (${words}).`;
}

function severalSums(lines: Extract<Sum, { lines: unknown }>["lines"], say: Say): string {
  const periods = new Map(lines.flatMap(({ items }) => items).map(({ period }) => [formatPeriod(period), period]));
  const [only, ...more] = periods.values();
  const listed = listLines(
    lines,
    ({ period, value, sum }) =>
      `${more.length > 0 ? `${formatPeriod(period)}, ` : ""}${formatNumber(value)} au lieu de ${formatNumber(sum)}`,
    say,
  );
  const of = only && more.length === 0 ? `Pour ${withArticle(only)}, des` : "Des";
  return `${of} nombres ne valent pas la somme de leurs parties : ${listed}.`;
}

function causeOf(others: readonly string[], isExplained: boolean): string {
  if (isExplained)
    return " La somme est juste avec les valeurs d'une autre livraison : un nombre a été corrigé, et la correction est dans le dossier.";
  if (others.length === 0) return "";
  return ` Une part vient d'une autre livraison (${others.join(", ")}) : elle a pu être révisée depuis.`;
}

const shown = ({ raw, value, measure }: Printed, say: Say): string =>
  say(raw, quote(measure === "change" ? formatDifference(value) : `${formatNumber(value, 2)} %`));

function notAdding(about: NotAdding, say: Say): Told {
  if (about.of === "sendings")
    return {
      message: `Pour ${withArticle(about.period)}, un envoi plus récent ne redonne pas à la fois l'ensemble et chaque force : les nombres retenus ne s'additionnent plus, pour ${listLines(
        about.lines,
        ({ all, police, gendarmerie }) =>
          `${formatNumber(all)}, et non ${formatNumber(police)} + ${formatNumber(gendarmerie)}`,
        say,
      )}.`,
      hint: "Demandez au service les nombres de chaque force de cet envoi ; d'ici là, ceux qui ne sont pas redonnés sont ceux d'avant.",
    };
  const { figure, value } = about.total;
  const sum = about.of === "forces" ? about.police + about.gendarmerie : about.sum;
  const parts =
    about.of === "forces"
      ? `police ${formatNumber(about.police)} et gendarmerie ${formatNumber(about.gendarmerie)}`
      : "les lignes au-dessus";
  return {
    message: `${describe(figure, say)} : ${parts} font ${formatNumber(sum)}, le total imprimé est ${formatNumber(value)}.`,
    hint: ASK_SERVICE,
    actual: String(value),
    expected: String(sum),
  };
}

const REASONS = {
  missing: "sans nombre (non disponible ou vide)",
  confidential: "sous secret statistique",
  "not-applicable": "sans objet",
} as const;
const MOST_LABELS = 6;
const without =
  (reason: string) =>
  ({ cells, part, labels, raw }: Without, say: Say): Told => ({
    message: `${plural(cells, "cellule")} de ${say(part, "ce fichier")} ${reason} : ${listSome(
      labels.map((label) => say(label, "une ligne")),
      MOST_LABELS,
    )}. Ce n'est pas zéro.`,
    actual: say.bare(raw, ""),
  });

/** Quarters that are named, the latest first. */
const MOST_QUARTERS = 4;

export const CHECKS = {
  "cumulative-below-part": ({ whole, part, from }, say) => ({
    message:
      `${describe(whole.figure, say)} : ${formatNumber(whole.value)}, moins que ${withArticle(part.period)} qui en fait partie ` +
      `(${formatNumber(part.value)}) ; le reste serait négatif (${formatNumber(whole.value - part.value)}).` +
      (from === null ? "" : ` Ce nombre vient de la livraison ${from} : il a pu être révisé depuis.`),
    hint: ASK_SERVICE,
    actual: String(whole.value),
    expected: `${part.value} au moins`,
  }),
  "cumulative-not-its-parts": notTheSum,
  "half-year-not-its-quarters": notTheSum,
  "figure-given-twice": ({ figure, first, other, correction }, say) => ({
    message:
      `${describe(figure, say)} : deux valeurs dans la même livraison, ${formatNumber(first.value)} (${say.place(placeOf(first.place))}) ` +
      `et ${formatNumber(other.value)} (${say.place(placeOf(other.place))}).`,
    hint:
      correction === null
        ? "Demandez au service laquelle est la bonne, et un état corrigé ; ou faites ignorer la colonne fautive dans data/convention.yaml."
        : `Si l'un des deux fichiers corrige l'autre, déplacez-le dans le dossier ${correction} (à créer), puis npm run reception. Sinon, demandez au service laquelle est la bonne et retirez l'autre fichier.`,
    actual: String(other.value),
    expected: String(first.value),
  }),
  "figure-revised": (about, say) => ({
    message:
      "one" in about
        ? `${describe(about.one, say)} : ${formatNumber(about.old)} dans la livraison ${about.from}, ${formatNumber(about.value)} dans celle-ci. Le nombre le plus récent est retenu.`
        : `Pour ${withArticle(about.period)}, des nombres de la livraison ${about.from} sont autres dans celle-ci : ${listLines(about.lines, ({ old, value }) => `${formatNumber(old)} puis ${formatNumber(value)}`, say)}. Les nombres les plus récents sont retenus.`,
    actual: String(about.value),
  }),
  /** `most`: of the other periods of the same length; null: the value is the number of a year. */
  "improbable-count": ({ count, most }, say) => ({
    message: `${describe(count.figure, say)} : ${formatNumber(count.value)} est improbable, ${
      most === null
        ? "car c'est le nombre d'une année"
        : `car les autres périodes de même durée ne dépassent pas ${formatNumber(most)}`
    }.`,
    hint: "Vérifiez la cellule dans le fichier reçu, et demandez confirmation au service.",
    actual: String(count.value),
  }),
  /** One line above its family; or all of them together. */
  "lines-exceed-family": ({ family, ...about }, say) => ({
    message:
      "line" in about
        ? `${describe(family.figure, say)} : la sous-ligne ${say(about.line, "d'une famille")} (${formatNumber(about.value)}) dépasse sa famille (${formatNumber(family.value)}).`
        : `${describe(family.figure, say)} : ses ${plural(about.lines, "sous-ligne")} font ${formatNumber(about.sum)}, plus que la famille (${formatNumber(family.value)}).`,
    hint:
      "line" in about
        ? ASK_SERVICE
        : `${ASK_SERVICE} Des sous-lignes qui se recoupent (« dont … ») peuvent l'expliquer.`,
    actual: String("line" in about ? about.value : about.sum),
    expected: `${family.value} au plus`,
  }),
  /** `before` null: the earlier count is not known; of a percentage, none could be. */
  "printed-change-impossible": ({ printed, after }, say) => ({
    message: after
      ? `${describe(after.figure, say)} : l'évolution imprimée ${shown(printed, say)} est impossible pour ${formatNumber(after.value)} : le nombre antérieur serait de ${formatNumber(after.value - printed.value)}.`
      : `${say(printed.label, "Une ligne")} : le pourcentage imprimé ${shown(printed, say)} est impossible : une baisse ne dépasse pas 100 %.`,
    hint: ASK_SERVICE,
    actual: say.bare(printed.raw, ""),
  }),
  /** `change`: that of the counts, rounded to `digits`; `isOneOfMany`: no other pair of the line fits either. */
  "printed-change-mismatch": ({ printed, before, after, change, digits, isOneOfMany }, say) => {
    const isChange = printed.measure === "change";
    const expected = isChange ? formatDifference(change) : `${change > 0 ? "+" : ""}${formatNumber(change, digits)} %`;
    // "+32 fait(s)" beside 21 says that there were -11 before
    const implied = after.value - printed.value;
    return {
      message:
        `${describe(after.figure, say)} : ${isChange ? "l'évolution imprimée" : "le pourcentage imprimé"} ${shown(printed, say)} ` +
        `ne correspond pas à ${formatNumber(before)} puis ${formatNumber(after.value)} (${expected})` +
        `${isOneOfMany ? ", ni à l'écart d'aucun autre couple de nombres de la ligne" : ""}.` +
        (isChange && implied < 0
          ? ` Il supposerait ${formatNumber(implied)} fait auparavant, ce qui est impossible.`
          : ""),
      hint: ASK_SERVICE,
      actual: say.bare(printed.raw, ""),
      expected,
    };
  },
  "statement-missing": ({ statement, quarters }) => {
    const [latest, ...others] = quarters;
    const names = quarters.map((quarter) => `le ${formatPeriod(quarter)}`);
    const which = listSome(names, MOST_QUARTERS, ", ", ["trimestre antérieur", "trimestres antérieurs"]);
    const of =
      others.length === 0 ? `le ${formatPeriod(latest)}` : `${plural(quarters.length, "trimestre")} (${which})`;
    return {
      message: `Aucun nombre de l'état ${statement} n'a été lu pour ${of} : l'état manque, ou son fichier n'a pas pu être lu.`,
      hint:
        others.length === 0
          ? `Vérifiez les fichiers du dossier ${quarterId(latest)} ; si l'état n'y est pas, demandez-le au service.`
          : "Vérifiez les fichiers de ces dossiers ; si l'état n'y est pas, demandez-le au service. S'il ne doit jamais venir, retirez-le de « etats_attendus: » dans data/convention.yaml.",
      expected: statement,
    };
  },
  "statement-of-another-quarter": ({ statement, period, delivery, quarter, folder }) => ({
    message: `Cet état (${statement}) porte sur ${withArticle(period)}, mais il est rangé dans la livraison ${quote(delivery)} (${formatPeriod(quarter)}).`,
    hint: `Déplacez le fichier dans le dossier ${folder}${folder === quarterId(quarterAtEndOf(period)) ? "" : " (à créer) : l'état de ce trimestre est déjà là, celui-ci le corrige"} ; puis npm run reception. S'il devait porter sur un autre trimestre, demandez au service le bon état.`,
    actual: quarterId(quarterAtEndOf(period)),
    expected: quarterId(quarter),
  }),
  "total-does-not-add-up": notAdding,
  "total-of-one-force": ({ without: none, of, period }) => ({
    message: `Aucun chiffre de la ${ofForce(none)} n'est donné pour ${withArticle(period)}, et le total imprimé est celui de la seule ${ofForce(of)}.`,
    hint: "Vérifiez dans le fichier reçu, et demandez au service l'état complet de ce trimestre.",
  }),
  /** `isConfirmed`: with a lecture. */
  "unknown-line": ({ line, statement, delivery, isConfirmed }, say) => ({
    message: `La ligne ${say(line, "d'un état")} (${statement}) n'est pas dans la nomenclature : elle est présentée telle que transmise${isConfirmed ? "" : ", et sous son libellé une fois la lecture confirmée"}.`,
    ...(isConfirmed
      ? {}
      : {
          hint: `Confirmez-la avec la lecture, npm run lecture -- ${delivery}, qui demande si c'est un autre nom d'une ligne connue, ou la garde telle quelle. Une ligne d'un tout autre nom : data/LISEZMOI.md, partie 5.`,
        }),
    actual: say.bare(line, ""),
  }),
  "value-confidential": without(REASONS.confidential),
  "value-missing": without(REASONS.missing),
  "value-not-applicable": without(REASONS["not-applicable"]),
} satisfies Partial<French>;

const placeOf = ({ file, part, name, ...at }: PlacedText): Provenance => ({
  ...at,
  file: file.received,
  part: part.received,
  raw: "",
  ...(name === undefined ? {} : { name }),
});
