/** What recognition has to say to the operator: doubts, headings and rows that are not understood, other documents. */

import { anError, aWarning, type Issue, restOf } from "../../model/issue.ts";
import { OTHER_STATEMENT, type Provenance, placeAt } from "../../model/observation.ts";
import { CHOICES } from "../../model/question.ts";
import { own, received } from "../../model/received.ts";
import { ofKind, type PlacedOutcome } from "../layout/outcome.ts";
import type { View } from "../layout/view.ts";
import type { Tools } from "../words/tools.ts";
import type { BlockReading } from "./block.ts";

const place = (view: View, row: number, column: number): Provenance =>
  placeAt(view.grid, row, column, view.at(row, column)?.text ?? "");

/** The issues of one grid: one a doubt, one a heading or label that is not understood, however many cells it stands over. */
export function tableIssues(
  view: View,
  outcomes: readonly PlacedOutcome[],
  readings: readonly BlockReading[],
  tools: Tools,
): readonly Issue[] {
  if (readings.every((r) => r.statement === OTHER_STATEMENT)) return [];
  return [
    ...doubts(view, outcomes, tools),
    ...notUnderstood(view, outcomes, tools),
    ...fromFolder(view, outcomes, tools),
  ];
}

/** The first of those that are told as one, and how many they are. */
const firsts = <T>(items: readonly T[], key: (item: T) => string) =>
  [...Map.groupBy(items, key).values()].flatMap((group) =>
    group.slice(0, 1).map((first) => ({ first, of: group.length })),
  );

/** Issues of one rule that one grid may make; the rest is counted. */
const MOST = 5;

function bounded(issues: readonly Issue[]): readonly Issue[] {
  const [first] = issues;
  const more = issues.length - MOST;
  if (first === undefined || more <= 0) return issues;
  return [...issues.slice(0, MOST), restOf(first, more)];
}

/** What a heading or a text beside a label may say, where its words are not known. */
const WHAT_IT_MAY_BE = [CHOICES.leaveOut, CHOICES.count, "PN", "GN", "ensemble", CHOICES.change, CHOICES.rate];

function doubts(view: View, outcomes: readonly PlacedOutcome[], tools: Tools): readonly Issue[] {
  const all = ofKind(outcomes, "doubt");
  const issues = firsts(all, (o) => `${o.outcome.text}|${o.outcome.why}|${o.outcome.asks?.may.join()}`).map(
    ({ first }): Issue => {
      const { text, why, asks, hint } = first.outcome;
      return anError("ambiguous-reading", {
        about: {
          part: received(view.grid.part),
          text: received(text),
          readings: why === null ? [] : [received(why)],
          delivery: own(tools.file.delivery),
          canBeAnswered: asks !== undefined,
          todo: hint === undefined ? null : received(hint),
        },
        ...(asks && { asks: { ...asks, text } }),
        place: place(view, first.row, first.column),
      });
    },
  );
  return bounded(issues);
}

function notUnderstood(view: View, outcomes: readonly PlacedOutcome[], tools: Tools): readonly Issue[] {
  const all = ofKind(outcomes, "not-understood");
  const key = (o: (typeof all)[number]) =>
    o.outcome.of === "cell" ? `cell|${o.row}|${o.column}` : `${o.outcome.of}|${o.outcome.subject}|${o.outcome.why}`;
  const issueOf = ({ first, of: cells }: ReturnType<typeof firsts<(typeof all)[number]>>[number]): Issue => {
    const { of, subject, why, asks } = first.outcome;
    // a word of the settings speaks of every cell with this text: « 12 » would be each 12 of the file, « B » a mark of each of its tables
    const teachable =
      first.outcome.teachable && !/^(?:[\d\s.,%+\u00b9\u00b2\u00b3\u2070-\u2079-]*|[([]?[a-z][)\]]?)$/i.test(subject);
    const at = place(view, first.row, first.column);
    return aWarning(`${of}-not-understood`, {
      about: {
        subject: received(of === "cell" ? at.raw : subject),
        at: { row: at.row, column: at.column, ...(at.name === undefined ? {} : { name: own(at.name) }) },
        cells,
        why: received(why),
        raw: received(at.raw),
        delivery: own(tools.file.delivery),
        teachable: teachable === true || asks !== undefined,
      },
      ...(teachable && { asks: { kind: "head", text: subject, may: WHAT_IT_MAY_BE } }),
      ...(asks && { asks }),
      place: at,
    });
  };
  return [...Map.groupBy(all, (o) => o.outcome.of).values()].flatMap((same) => bounded(firsts(same, key).map(issueOf)));
}

/** No word of the file says the period: the folder's name did. */
function fromFolder(view: View, outcomes: readonly PlacedOutcome[], tools: Tools): readonly Issue[] {
  const first = ofKind(outcomes, "count").find((o) => o.outcome.fromFolder);
  if (!first) return [];
  return [
    aWarning("period-from-folder", {
      about: { part: received(view.grid.part), delivery: own(tools.file.delivery) },
      place: place(view, first.row, first.column),
    }),
  ];
}
