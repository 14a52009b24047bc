/** A town hall of its own in a temporary folder: what comes is put in, asked about, confirmed, and read by the program itself. */
import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { answerAll } from "../../scripts/answering.ts";
import { main as check } from "../../scripts/check.ts";
import { loadHoldings } from "../../scripts/holdings/holdings.ts";
import { main as lecture } from "../../scripts/lecture.ts";
import { entersSeries } from "../../scripts/model/observation.ts";
import { periodKey } from "../../scripts/model/period.ts";
import type { ChoiceId, Question } from "../../scripts/model/question.ts";
import { readHere } from "../read-here.ts";
import { runMain } from "../run-main.ts";
import type { Figure } from "./truth.ts";

export type Answers = ReadonlyMap<string, ChoiceId>;

interface Told {
  readonly rule: string;
  readonly severity: string;
  readonly place: { readonly file?: string } | null;
}

export interface Asked {
  /** Those that no answer given has closed. */
  readonly open: readonly Question[];
  /** Of the delivery. */
  readonly figures: readonly Figure[];
}

const tools = { reader: readHere, openPage: async () => false };
const ofDelivery = (path: string | undefined, delivery: string): boolean => path?.startsWith(`${delivery}/`) === true;

export function openOffice(root: string, settings: string | null) {
  const data = join(root, "data");
  mkdirSync(data, { recursive: true });
  if (settings) {
    // the invented commune of the demonstration keeps no register
    const text = readFileSync(settings, "utf8").replace(/^fictif:.*$/m, "");
    writeFileSync(join(data, "convention.yaml"), text);
  }
  const where = ["--data", data, "--out", join(root, "dist")];
  return {
    receive: (delivery: string, folder: string): void => cpSync(folder, join(data, delivery), { recursive: true }),

    /** What is asked of a delivery once these answers are given, and what is read of it then. */
    async ask(delivery: string, answers: Answers): Promise<Asked> {
      const { outcome, open } = await answerAll(trusted(data), answers, {
        ask: null,
        isWanted: (source) => source.delivery === delivery,
        reader: readHere,
      });
      const figures = outcome.recognitions
        .filter(({ file }) => file.source.delivery === delivery)
        .flatMap(({ observations }) => observations)
        .filter(entersSeries)
        .map((o): Figure => ({ ...o, period: periodKey(o.period) }));
      return { open, figures };
    },

    /** Confirms it. @returns what the command printed. */
    async confirm(delivery: string, answers: Answers) {
      const given = [...answers].map((pair) => pair.join("=")).join(",");
      return await runMain(lecture, [delivery, "--confirmer", ...(given ? ["--reponse", given] : []), ...where], {
        tools,
      });
    },

    /** What is told of a delivery, warnings and errors alone, as `check` tells it. */
    async told(delivery: string): Promise<readonly Told[]> {
      const { stdout } = await runMain(check, ["--json", "--data", data], { tools });
      const { issues } = JSON.parse(stdout) as { issues: readonly Told[] };
      return issues.filter(({ severity, place }) => severity !== "info" && ofDelivery(place?.file, delivery));
    },
  };
}

export type Office = ReturnType<typeof openOffice>;

const trusted = (data: string) => loadHoldings(data, "2027-01-01");
