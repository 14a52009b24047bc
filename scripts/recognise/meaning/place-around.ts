/** The place that the texts around a table say: captions, titles, a scope in a note, then the sheet where the file has several. */

import { CHOICES } from "../../model/question.ts";
import { foldPlace } from "../../nomenclature/index.ts";
import { asking, type Doubt, doubtful, ofOtherPlace } from "../layout/outcome.ts";
import { isNear, type Line, type Surroundings, titleIndex } from "../layout/surroundings.ts";
import { type Elsewhere, elsewhere, MORE, type PlaceSaid, sayPlace } from "../words/place-said.ts";
import type { Context } from "./context.ts";

/** The place that no row or column says. ours: said so. unsaid: no text says a place. */
export type PlaceFinding = "ours" | "unsaid" | ReturnType<typeof ofOtherPlace> | Doubt;

/** A line as it says a place: "Territoire : LENS". */
export const fieldOf = ({ cell, text }: Line): string => cell?.field ?? text;

const isSure = (said: PlaceSaid | null): boolean =>
  said?.kind === "ours" || (said?.kind === "elsewhere" && said.by !== "area");

/**
 * `isHead`: "VALMONT" over the title is where the service is; "Commune de Valmont" is whose facts are counted. `sends`: a service with
 * another seat in a letterhead, which is no place of the facts where another text says one.
 */
const SAYS_PLACE = /\b(?:communes?|villes?) d|^[^:]*\b(?:commune|ville|insee)\b[^:]*:/i;
const PARTNER = /\b(?:direction|ministere|prefecture|dipn|ddsp|ddpn)\b/;

function titlePlaces(
  context: Context,
  lines: readonly Line[],
): readonly { said: PlaceSaid; isHead: boolean; sends: boolean }[] {
  const { settings } = context.tools;
  const title = titleIndex(lines);
  return lines.flatMap((line, i) => {
    const said = context.placeOf(line);
    if (!said) return [];
    const text = fieldOf(line);
    const isOver = title !== -1 && i > title;
    const isBesideTitle = isOver && lines.length - 1 - title > 1;
    const isService = said.kind === "doubt" && said.by === "service";
    const isOurs = ` ${foldPlace(said.text)} `.includes(` ${foldPlace(settings.commune.name)} `);
    // under who sends everything: "Direction interdépartementale de la Police nationale"
    const isAlone = line.facets.statements.length === 0 && line.facets.periods.length === 0;
    const isOfPartner =
      isAlone &&
      !/^ddsp/i.test(text) &&
      [line, lines[i - 1], lines[i + 1]].some((l) => l && PARTNER.test(foldPlace(l.text)));
    if (isService && (isOfPartner || (isBesideTitle && isOurs))) return [];
    const sends = isService && isBesideTitle;
    return [{ said, isHead: isOver && !SAYS_PLACE.test(text), sends }];
  });
}

/** « VILLE-HAUTE » in one text, the commune in another. */
const twoPlaces = (other: Elsewhere): Doubt =>
  doubtful(
    other.text,
    `la commune est nommée aussi, et ${sayPlace(other)}`,
    "Demandez au service un fichier qui ne nomme que la commune.",
  );

/** A service, or a name that is not known, in place of the commune. */
const nameDoubt = ({ text }: Pick<PlaceSaid, "text">): Doubt =>
  asking(
    text,
    { kind: "place", may: [CHOICES.commune] },
    "Si ces faits ne sont pas ceux de la commune seule, retirez ce fichier de la livraison et demandez au service celui de la commune.",
  );

/** "Total" under captions of which one says another commune: that of all of them. Nearest first. */
function totalOfPlaces(captions: readonly Line[], { placeOf }: Context): Elsewhere | null {
  const nearest = captions.find((line) => placeOf(line) || line.facets.total || line.facets.force);
  const isTotal = nearest && !placeOf(nearest) && (nearest.facets.total || nearest.facets.force === "ensemble");
  const isOfSeveral = captions.map(placeOf).some((place) => place?.kind === "elsewhere" && place.by === "commune");
  return isTotal && isOfSeveral ? elsewhere(nearest.text, "other", "le total de plusieurs lieux") : null;
}

/**
 * Whose facts a number counts, where its own row and column do not say it. `everywhere`: what its row or column says, of which nothing
 * is sure; or what a column says on every row.
 */
export function findPlace(
  context: Context,
  { lines, sheet: sheetLine }: Surroundings,
  everywhere: PlaceSaid | null = context.plan.places.everywhere,
): PlaceFinding {
  const { placeIn, sheets } = context.tools;
  const total = totalOfPlaces(lines.filter(isNear), context);
  if (total) return ofOtherPlace(total);
  const captions = lines.flatMap((line) => (line.where === "within" ? (context.placeOf(line) ?? []) : []));
  // a page a commune: the titles of the first page are not those of a table that says its own place
  const saysOwn = lines.some((line) => line.where === "above" && isSure(context.placeOf(line)));
  const titles = titlePlaces(
    context,
    lines.filter((l) => l.where === "above" || (l.where === "top" && !saysOwn)),
  );
  const own = titles.filter(({ said }) => isSure(said));
  const rival = own.find(({ said, isHead }) => said.kind === "elsewhere" && !isHead)?.said;
  if (!captions.some(isSure) && own[0]?.said.kind === "ours" && rival?.kind === "elsewhere") return twoPlaces(rival);
  const said = [...captions, ...titles.flatMap((t) => (t.sends ? [] : [t.said]))];
  const named = said.find((s) => s.kind === "doubt" && s.by === "name");
  if (named?.kind === "doubt") return nameDoubt(named);
  const sheet = sheets === 1 ? null : placeIn(sheetLine.text, "sheet");
  const line = said.find(isSure) ?? (isSure(sheet) ? undefined : said.find((s) => s.kind === "elsewhere"));
  if (line?.kind === "elsewhere") return line.by === "area" ? nameDoubt(line) : ofOtherPlace(line);
  if (line?.kind === "ours" && sheet?.kind === "elsewhere" && sheet.by !== "area") return twoPlaces(sheet);
  const name = nameOfFile(context, sheets === 1 ? sheetLine.text : null);
  if (line?.kind === "ours" || sheet?.kind === "ours") return name ?? "ours";
  const strange = [sheet, everywhere].find((s) => s?.kind === "elsewhere");
  if (strange?.kind === "elsewhere") return ofOtherPlace(strange);
  const senders = titles.flatMap((t) => (t.sends ? [t.said] : []));
  const doubt = [...said, everywhere, sheet, ...senders].find((s) => s?.kind === "doubt");
  if (doubt?.kind === "doubt") return nameDoubt(doubt);
  return name ?? "unsaid";
}

/** A file, or its only sheet, called after another commune, where neither is called after ours: whose figures they are is asked. */
function nameOfFile({ tools, view }: Context, sheet: string | null): Doubt | null {
  const { placeIn, parse, file, settings } = tools;
  const own = ` ${foldPlace(settings.commune.name)} `;
  const saidBy = (name: string): PlaceSaid | null => {
    if (parse(name).ours) return { kind: "ours", text: name };
    const said = placeIn(name.replace(/\.[a-z]+$/i, "").replaceAll("_", " "), "sheet");
    if (said?.kind === "elsewhere" || (said?.kind === "doubt" && said.by === "name")) return said;
    return ` ${foldPlace(name)} `.includes(own) ? { kind: "ours", text: name } : said;
  };
  const names = [sheet, file.name].filter((name) => name !== null);
  const said = [...names.map(saidBy), ...(view.grid.besides ?? []).map((text) => placeIn(text, "line"))];
  if (said.some((one) => one?.kind === "ours")) return null;
  const name = names.find((own, i) => {
    const one = said[i];
    // "Communes voisines", "Circonscription"; a file may be called after the département of its commune
    if (one?.kind === "elsewhere") return one.by === "commune" || (own === sheet && one.what === MORE);
    return one?.kind === "doubt" && one.by === "name";
  });
  return name === undefined ? null : nameDoubt({ text: name });
}
