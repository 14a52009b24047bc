/** The remarks of the checks on sums: parts and wholes, lines and their families, both forces. */
import type { Figure, NotAdding, Sum } from "../about-counts.ts";
import { formatNumber, formatPeriod, plural } from "../format.ts";
import type { Told } from "../issue.ts";
import { ASK_SERVICE, describe, listLines, ofForce, withArticle } from "./figure-words.ts";
import type { French, Say } from "./told.ts";

function notTheSum(about: Sum, say: Say): Told {
  const { others, isExplained } = about;
  return {
    message: `${"one" in about ? oneSum(about, say) : severalSums(about.lines, say)}${causeOf(others, isExplained)}`,
    hint: isExplained
      ? "Rien à demander : la correction est dans le dossier, le bulletin la retient et la montre dans « Révisions »."
      : others.length > 0
        ? "Demandez au service si un trimestre antérieur a été révisé, et l'état corrigé de ce trimestre."
        : ASK_SERVICE,
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
  };
}

export const SUMS = {
  "cumulative-below-part": ({ whole, part, from }, say) => ({
    message:
      `${describe(whole.figure, say)} : ${formatNumber(whole.value)}, moins que ${withArticle(part.period)} qui en fait partie ` +
      `(${formatNumber(part.value)}) ; le reste serait négatif (${formatNumber(whole.value - part.value)}).` +
      (from === null ? "" : ` Ce nombre vient de la livraison ${from} : il a pu être révisé depuis.`),
    hint: ASK_SERVICE,
  }),
  "cumulative-not-its-parts": notTheSum,
  "half-year-not-its-quarters": notTheSum,
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
  }),
  "total-does-not-add-up": notAdding,
  "total-of-one-force": ({ without: none, of, period }) => ({
    message: `Aucun chiffre de la ${ofForce(none)} n'est donné pour ${withArticle(period)}, et le total imprimé est celui de la seule ${ofForce(of)}.`,
    hint: "Vérifiez dans le fichier reçu, et demandez au service l'état complet de ce trimestre.",
  }),
} satisfies Partial<French>;
