/** What a person answers who keeps every line as it was sent, and knows that both forces are counted: the line of `lecture --confirmer`. */
import { runCommand } from "./run-main.ts";

const KEPT = new Set(["as-sent", "ensemble", "no-effect"]);

export async function keptAsSent(data: string): Promise<readonly string[]> {
  const answers: string[] = [];
  for (;;) {
    const asked = await runCommand("lecture", "--json", "--reponse", answers.join(","), "--data", data);
    const { questions } = JSON.parse(asked.stdout) as { questions: readonly { id: string; may: readonly string[] }[] };
    if (questions.length === 0) return ["--confirmer", "--reponse", answers.join(",")];
    answers.push(...questions.map(({ id, may }) => `${id}=${may.find((one) => KEPT.has(one)) ?? may[0]}`));
  }
}
