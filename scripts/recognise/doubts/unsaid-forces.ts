/**
 * Whose facts a statement counts, where no text says it: asked, once a file; once a sender, where a service of one force sends it. Until it
 * is answered its figures are those of both forces, as the convention has it.
 */
import { bareName } from "../../model/grid.ts";
import { aNote, aWarning, type Issue, type Place } from "../../model/issue.ts";
import { OTHER_STATEMENT, placeAt } from "../../model/observation.ts";
import { own, received } from "../../model/received.ts";
import { type Count, countsIn, ofKind } from "../layout/outcome.ts";
import type { Line } from "../layout/surroundings.ts";
import { senderOf } from "../meaning/sender.ts";
import type { BlockReading } from "../table/block.ts";
import type { OpenTable } from "../table/table.ts";
import type { Tools } from "../words/tools.ts";

/** Counts of which nothing says the force, under one sender or under none. */
interface Unsaid {
  readonly sender: Line | null;
  readonly view: OpenTable["view"];
  readonly counts: number;
}

const isUnsaid = ({ forceBy }: Count): boolean => forceBy === "nothing";

/** Who sends a table of which nothing says the force; null: no text names anybody; undefined: its force is said. */
export function senderOfUnsaid({ outcomes, statement, around }: BlockReading, tools: Tools): Line | null | undefined {
  const said = new Set(countsIn(outcomes).flatMap((count) => (isUnsaid(count) ? [] : [count.observation.force])));
  // the first lines are of both forces, where those of each follow; a total of one force says nothing of them
  if (statement === OTHER_STATEMENT || said.size > 1 || !countsIn(outcomes).some(isUnsaid)) return undefined;
  return senderOf(around, tools);
}

const unsaidIn = ({ view, readings }: OpenTable, tools: Tools): readonly Unsaid[] =>
  readings.flatMap((own): readonly Unsaid[] => {
    const sender = senderOfUnsaid(own, tools);
    return sender === undefined ? [] : [{ sender, view, counts: countsIn(own.outcomes).filter(isUnsaid).length }];
  });

const isRefused = ({ readings }: OpenTable): boolean =>
  readings.some(({ outcomes }) => ofKind(outcomes, "doubt").length > 0);

export function forceIssues(tables: readonly OpenTable[], tools: Tools): readonly Issue[] {
  const unsaid = tables.flatMap((table) => (isRefused(table) ? [] : unsaidIn(table, tools)));
  return [...Map.groupBy(unsaid, ({ sender }) => sender?.text).values()].flatMap((same) => {
    const counts = same.reduce((sum, one) => sum + one.counts, 0);
    return same.slice(0, 1).map((first) => forceIssue(first, counts, tools));
  });
}

function forceIssue({ sender, view }: Unsaid, counts: number, { file }: Tools): Issue {
  const about = {
    figures: counts,
    sender: sender === null ? null : received(sender.text),
    delivery: own(file.delivery),
  };
  // an answer is kept with the text that it is given for; where there is none, with the file's name
  const text = sender?.text ?? bareName(file.name);
  const cell = sender?.cell;
  const place: Place = cell ? placeAt(view.grid, cell.row, cell.column, cell.text) : { file: file.path };
  const asks = { kind: "force", text, may: ["PN", "GN", "ensemble"] } as const;
  if (sender) return aWarning("force-unsaid", { about, asks, place });
  return aNote("force-unsaid", { about, asks: { ...asks, proposal: "ensemble" }, place });
}
