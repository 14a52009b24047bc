/**
 * What a person left out, or could not tell: the figures that a question is about are taken by nobody, and the rest of the file is. A head
 * and a line are named by their own text, a doubt by the text that it is over.
 */
import { bareName } from "../../model/grid.ts";
import { type Aside, CHOICES } from "../../model/question.ts";
import type { Outcome } from "../layout/outcome.ts";
import type { BlockReading } from "../table/block.ts";
import { type OpenTable, withOutcomes } from "../table/table.ts";
import type { Tools } from "../words/tools.ts";
import { senderOfUnsaid } from "./unsaid-forces.ts";

export function withAsides(tables: readonly OpenTable[], tools: Tools): readonly OpenTable[] {
  const { asides, file } = tools;
  if (asides.length === 0) return tables;
  const isOfText = (own: BlockReading, text: string): boolean => {
    const sender = senderOfUnsaid(own, tools);
    return sender !== undefined && (sender?.text ?? bareName(file.name)) === text;
  };
  return withOutcomes(tables, (outcome, own) => {
    const found = asides.find((aside) => isAbout(aside, outcome, (text) => isOfText(own, text)));
    return found ? { kind: "ignored", why: WHY[found.choice] ?? "" } : outcome;
  });
}

/** What the control sheet says of them. */
const WHY: Readonly<Record<string, string>> = {
  [CHOICES.leaveOut]: "laissé de côté : réponse de la personne qui a confirmé",
  [CHOICES.unknown]: "en attente : la question est posée au service",
};

function isAbout({ kind, text }: Aside, outcome: Outcome, isOfText: (text: string) => boolean): boolean {
  switch (outcome.kind) {
    case "doubt":
      return outcome.asks?.kind === kind && outcome.text === text;
    case "not-understood":
      return outcome.subject === text && (outcome.asks?.kind ?? (outcome.teachable && "head")) === kind;
    case "count": {
      const { indicator, label } = outcome.observation;
      return (kind === "line" && indicator === null && label === text) || (kind === "force" && isOfText(text));
    }
    default:
      return false;
  }
}
