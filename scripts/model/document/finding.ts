/** What a printed sentence says, for whoever checks it: analyses.json holds each with its sentence. */
import type { Degree, Direction } from "../degree.ts";

export interface Finding {
  /**
   * grave: facts that are told whatever a test says. quarter, year, course: what is announced of a line (`quarter` also where its quarter denies its
   * course). force: of one force alone. together: of most lines at once. followed: of what the bulletin before announced. quiet, unjudged: of none.
   */
  readonly of:
    | "grave"
    | "quarter"
    | "year"
    | "course"
    | "force"
    | "together"
    | "followed"
    | "territory"
    | "quiet"
    | "unjudged"
    | "edition"
    | "question";
  /** The fact of life: an indicator of IS 101, also for the line of I.S.T that counts it more widely; "all"; "" for none. */
  readonly subject: string;
  readonly direction: Direction | null;
  readonly degree: Degree | null;
  /** The count that the sentence is about. */
  readonly number: number | null;
}

/** "quarter/cambriolages-logement/rise" */
export const findingId = ({ of, subject, direction }: Finding): string =>
  [of, subject, direction ?? ""].filter((part) => part !== "").join("/");

/** A sentence of analyses.json. `on`: the files that hold it, by their names without ending. */
export interface WrittenFinding extends Omit<Finding, "of" | "subject" | "direction"> {
  readonly id: string;
  readonly says: string;
  readonly on: readonly string[];
}
