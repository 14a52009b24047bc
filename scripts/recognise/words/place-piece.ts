/**
 * What one piece of a text says of a place. A piece is a name, alone or after « faits constatés à »; or it holds a word for what is no
 * commune – a service, a part, a wider area – beside a name: whose facts they are is asked. Any other words say no place: those of a label
 * are a label.
 */
import { foldPlace, type PlaceWords } from "../../nomenclature/index.ts";
import type { IsProper } from "./original-words.ts";
import type { PlaceNames } from "./place-names.ts";
import { elsewhere, MORE, type PlaceSaid } from "./place-said.ts";

/** Words that stand before or after a place's name and say nothing of it. */
const SMALL = "sur|pour|dans|a|au|aux|en|de|du|des|d|la|le|les|l";
const AHEAD = new RegExp(
  `^(?:(?:chiffres?|donnees|faits?|commis|survenus?|recenses?|releves?|etat|statistiques?|bilan|niveau|constates?|enregistres?|(?:communes?|villes?)(?= d(?:e|u|es)? )|commune|${SMALL})(?: |$))+`,
);
/** « Faits enregistrés par nos services à Valmont », « par la brigade de Gex sur la commune de Gex »: who records them, wherever it is. */
const BY_SERVICES =
  / par (?:(?:nos|les|mes|ses) (?:services|unites)(?= (?:a|au|aux|dans|en|pour|sur) )|(?:la|le|les) .*(?= (?:sur|dans) la (?:commune|ville) d))/;
const BEHIND = new RegExp(`(?: (?:${SMALL}))+$`);
const NUMBER_BESIDE = /^\d[\dab]\d{0,3} (?=[a-z])|(?<=[a-z]) \d[\dab]\d{0,3}$/g;
/** "faits constatés à Valmont" => "valmont"; "99002 Ville-Haute" => "ville haute" */
const bare = (text: string): string => text.trim().replace(AHEAD, "").replace(BEHIND, "").replace(NUMBER_BESIDE, "");
/** "Les Andelys", "faits constatés au Mans" => "les andelys", "le mans": a name may begin with the article, which stands before it. */
function withArticle(text: string): string | null {
  const [ahead = ""] = AHEAD.exec(text.trim()) ?? [];
  const article = ARTICLES[ahead.trim().split(" ").at(-1) ?? ""];
  return article === undefined ? null : `${article} ${bare(text)}`;
}
const ARTICLES: Readonly<Record<string, string>> = {
  le: "le",
  au: "le",
  du: "le",
  la: "la",
  les: "les",
  aux: "les",
  des: "les",
  l: "l",
};
/** "Bordeaux Métropole", "Lens Agglo" */
const ENDS_WIDER = / (?:metropole|agglo|agglomeration)$/;
const JOINED = /\s*[,/+&;]\s*| (?:et|ou|avec|plus|ainsi que) /i;

/** "Code INSEE 76259", "Commune 76259" */
export const INSEE =
  /(?:^| )(?:code |n |no )?(?:insee|codgeo|cog|commune|code commune|code geographique) (?:commune )?(\d[\dab]\d{3})$/;
/** "Nord", "hors agglomération" alone: of the commune that another piece names. */
export const isSide = (folded: string): boolean =>
  /^(?:nord|sud|est|ouest|centre|gare|haut|bas|plage|bourg|(?:hors|en) agglo(?:meration)?)$/.test(folded);

/** Kinds of words: each is taken out of a piece before the next is looked for. */
const kindsOf = ({ services, wider, whole, others, parts, seats }: PlaceWords) =>
  Object.entries({
    others: /\b(?:autres communes|communes autres|\d+ communes)\b/,
    service: services,
    wider,
    all: whole,
    beside: others,
    part: parts,
    seat: new RegExp(`\\b(?:${[...seats].join("|")})\\b`),
  } satisfies Record<string, RegExp>).map(([kind, { source }]) => [kind, new RegExp(source, "g")] as const);

export type PieceReader = (piece: string, text: string, isProper: IsProper) => PlaceSaid | null;

export function createPieceReader(places: PlaceWords, names: PlaceNames): PieceReader {
  const { own, isOwn, ofCode, isOrdinary } = names;
  const named = (folded: string, text: string): PlaceSaid | null =>
    names.named(withArticle(folded) ?? "", text) ?? names.named(bare(folded), text);
  const kinds = kindsOf(places);
  // « par quartier » divides what the text names: each part is named elsewhere
  const divided = new RegExp(` par ${places.parts.source}`, "g");
  const ownIn = new RegExp(`(?<![a-z0-9])${own}(?![a-z0-9])`, "g");

  return (piece, text, isProper) => {
    const folded = foldPlace(piece);
    if (isOwn(folded)) return { kind: "ours", text };
    const code = INSEE.exec(folded)?.[1];
    if (code) return ofCode(code, text);
    const whole = named(folded, text);
    if (whole && !/^communes /.test(folded)) return whole;
    const doubt = (by: "service" | "name"): PlaceSaid => ({ kind: "doubt", text, by });
    const found = new Map<string, number>();
    const rest = kinds.reduce(
      (left, [kind, pattern]) =>
        left.replace(pattern, (word, at: number) => {
          found.set(kind, Math.min(at, found.get(kind) ?? at));
          return "|".padEnd(word.length, "|");
        }),
      folded
        .replace(divided, "")
        .replace(BY_SERVICES, "")
        .replace(ownIn, (word) => "|".padEnd(word.length, "|")),
    );
    const parts = rest.split(/\|+/);
    const left = parts.flatMap((part) => bare(part).split(" ")).filter((word) => word !== "" && !isOrdinary(word));
    const isNamed = left.some(isProper) || parts.some((part) => named(part, text) !== null);
    const several = piece.split(JOINED).flatMap((part) => named(foldPlace(part), text) ?? []);
    const hasOther = several.some((s) => s.kind === "elsewhere" && s.by === "commune");
    const has = (...kind: readonly string[]): boolean => kind.some((one) => found.has(one));
    const longer = names.longerIn(folded);
    if (longer !== undefined) return named(longer, text);
    if (ownIn.test(folded)) {
      if (has("service") && !hasOther) return folded.startsWith(own) ? { kind: "ours", text } : doubt("service");
      if (has("wider") && !hasOther && !folded.startsWith(own)) return elsewhere(text, "area", MORE);
      const isMore = left.some((word) => isSide(word)) || hasOther;
      return isMore || has("others", "wider", "beside", "part", "seat") ? doubt("name") : { kind: "ours", text };
    }
    if (has("service")) return isNamed || /\d|^total/.test(folded) ? doubt("service") : null;
    const start = folded.length - folded.replace(AHEAD, "").length;
    const begins = (kind: string): boolean => (found.get(kind) ?? start + 1) <= start;
    const isPart = (begins("part") && left.length > 0) || (has("beside") && (has("part") || several.length > 0));
    const isWider = has("wider") && (begins("wider") || begins("all") || ENDS_WIDER.test(folded));
    if (isWider && !has("all", "others")) return elsewhere(text, "area", MORE);
    const isSeveral = whole !== null || several.length > 1 || (/^(?:communes?|villes?) d/.test(folded) && isNamed);
    return isPart || isWider || has("others") || isSeveral ? doubt("name") : null;
  };
}
