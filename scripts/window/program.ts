/** What the window has the program do: the functions of the commands, the person being asked by it. */
import type { Asked } from "../asking/asked.ts";
import type { NumbersRead } from "../asking/read-numbers.ts";
import type { LabelOf } from "../lectures/index.ts";
import type { Issue } from "../model/issue.ts";
import type { Recognition } from "../model/observation.ts";
import type { ChoiceId, Question } from "../model/question.ts";
import type { Settings } from "../model/settings.ts";
import type { PagePicture } from "../read/pdf/drawn/page-pictures.ts";
import type { Understood } from "../reading/job.ts";
import type { Talk } from "../shell/ask.ts";
import type { Card } from "../shell/question-cards.ts";
import type { Situation } from "../walk/situation.ts";
import type { Glass } from "./glass.ts";
import type { Screen, StepId } from "./screen.ts";

/** The answers to a card; null: it is of another file. */
export type AskFile = (card: Card, file: Understood) => Promise<readonly (readonly [Question, ChoiceId])[]>;

/** A file whose questions are answered. */
export interface Ready {
  readonly file: Asked["files"][number];
  /** What may be said of a line or of a heading that is read wrong. */
  readonly corrections: readonly Question[];
  /** Read, and without an error. */
  readonly isConfirmable: boolean;
  /** Writes the lecture of its delivery, with this file, and its line of the register. */
  readonly confirm: (numbers: NumbersRead | null) => Promise<void>;
}

export interface Program {
  readonly dataDir: string;
  readonly outDir: string;
  readonly commune: Settings["commune"];
  readonly labels: LabelOf;
  readonly situation: () => Situation;
  /** All that is not recorded yet. */
  readonly receive: (talk: Talk) => Promise<void>;
  /** Every file that is not confirmed, as it is read. */
  readonly read: () => Promise<readonly Asked["files"][number][]>;
  /** The first file to confirm that is not among these, its questions asked but those answered already; null: there is none. */
  readonly nextFile: (
    left: ReadonlySet<string>,
    given: ReadonlyMap<string, ChoiceId>,
    ask: AskFile,
  ) => Promise<Ready | null>;
  /** Of a PDF and of a web page: as they are seen. */
  readonly pictures: (recognition: Recognition) => Promise<readonly PagePicture[]>;
  readonly check: () => Promise<readonly Issue[]>;
  /** @returns was it made? */
  readonly build: (quarter: string, step: (text: string) => void) => Promise<boolean>;
  /** Opens a file in its own program. */
  readonly openFile: (path: string) => Promise<boolean>;
}

/** @returns the step that follows. */
export type Step = (glass: Glass, program: Program) => Promise<StepId>;

/** What is shown while the program works. */
export const working = (step: StepId, title: string): Screen => ({
  step,
  title,
  cards: [{ tone: "plain", title: "Un instant…", isBusy: true }],
});
