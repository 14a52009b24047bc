/** Every chart has its figures as a table beside it, and a text alternative. */
import type { Proof } from "./proof.ts";

export const chartAlternatives: Proof = function* ({ facts }) {
  for (const chart of facts.charts) {
    if (!chart.hasTable) yield `figure « ${chart.name} » : sans tableau de ses chiffres`;
    if (!chart.hasAlternative) yield `figure « ${chart.name} » : sans texte de remplacement`;
  }
};
