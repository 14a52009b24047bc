/** What a value says under a heading of places, or after « Territoire : »: « Commune », « Département », « Quartier », « Unité ». */
import type { Settings } from "../../model/settings.ts";
import { foldPlace, type PlaceKey, type PlaceWords } from "../../nomenclature/index.ts";
import type { IsProper } from "./original-words.ts";
import type { PlaceNames } from "./place-names.ts";
import { isSide, type PieceReader } from "./place-piece.ts";
import { elsewhere, MORE, type PlaceSaid } from "./place-said.ts";

const PART = "une partie d'une commune";
const CODE = /^\d[\dab]\d{3}$/;

export type KeyedReader = (piece: string, text: string, key: PlaceKey, isProper: IsProper) => PlaceSaid | null;

export const createKeyedReader =
  (places: PlaceWords, names: PlaceNames, read: PieceReader, { commune }: Settings): KeyedReader =>
  (piece, text, key, isProper) => {
    const folded = foldPlace(piece);
    const isAll = places.whole.test(folded);
    if (folded === "") return null;
    if (key === "postal") return { kind: "doubt", text, by: "name" };
    if (places.sites.has(folded)) return elsewhere(text, "other", "un genre de lieu, donc une partie des faits");
    if (key === "part") return isAll || names.isOwn(folded) ? null : elsewhere(text, "other", PART);
    if (key === "wider") return elsewhere(text, isAll ? "all" : "area", MORE);
    const said = read(piece, text, key === "service" ? isProper : () => true);
    // a brigade at Valmont may be that of our commune too
    if (key === "service")
      return said?.kind === "elsewhere" && said.by === "commune" ? { kind: "doubt", text, by: "service" } : said;
    if (/^(?:la )?(?:commune|ville)$/.test(folded)) return { kind: "ours", text };
    if (/^\d{1,2}$/.test(folded) || isSide(folded)) return elsewhere(text, "other", PART);
    if (CODE.test(folded))
      return names.ofCode(folded, text) ?? (commune.insee === null ? null : { kind: "doubt", text, by: "name" });
    if (said || /^\d+$/.test(folded)) return said;
    if (isAll) return elsewhere(text, "all", MORE);
    return /[a-z]{2}/.test(folded) && !names.isKnown(piece) ? { kind: "doubt", text, by: "name" } : null;
  };
