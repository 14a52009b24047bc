/** What recognition needs beside the grid. */
import type { ReadFile } from "../../model/grid.ts";
import type { Nomenclature } from "../../model/nomenclature.ts";
import type { StatementId } from "../../model/observation.ts";
import type { Aside } from "../../model/question.ts";
import type { Settings } from "../../model/settings.ts";
import type { PlaceWords, Words } from "../../nomenclature/index.ts";
import type { FacetParser } from "./facets.ts";
import type { Labels } from "./labels.ts";
import type { PlaceReader } from "./place-said.ts";

export interface Tools {
  readonly words: Words;
  readonly placeWords: PlaceWords;
  readonly nomenclature: Nomenclature;
  readonly settings: Settings;
  readonly labels: Labels;
  readonly parse: FacetParser;
  readonly placeIn: PlaceReader;
  readonly vocabulary: Vocabulary;
  readonly file: ReadFile["source"];
  /** What a person has left out of it. */
  readonly asides: readonly Aside[];
  /** Names of the other files of its delivery. */
  readonly beside: readonly string[];
  /** Sheets of the file that a person sees. */
  readonly sheets: number;
  /** The statement that its other tables are, by their lines or titles; null: none, several, or not looked at yet. */
  readonly statement: StatementId | null;
}

export interface Vocabulary {
  /** The piece of a title or caption that is not understood: "procédures clôturées", "Imercourt"; null where all is. */
  readonly strangePiece: (text: string) => string | null;
  readonly isStrangeNote: (text: string) => boolean;
  /** « PS : hors plaintes en ligne », « Chiffres de la circonscription. »: wherever it stands, it speaks of the figures. */
  readonly isOfFigures: (text: string) => boolean;
}
