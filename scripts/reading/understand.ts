/** One job of the process that reads. What a document needs is loaded with the first one: a public base has no need of it. */
import type { SourceFile } from "../model/grid.ts";
import { once } from "../model/remember.ts";
import { read } from "../read/index.ts";
import { recogniseReference, referenceCodes } from "../recognise/reference/reference.ts";
import type { Job, Knowledge, Understanding } from "./job.ts";

export function createUnderstanding(knowledge: Knowledge): (job: Job) => Promise<Understanding> {
  const documents = once(async () => (await import("./document.ts")).createDocumentReader(knowledge));
  return async (job) => {
    if (job.kind === "base") return await understandBase(job.file, knowledge);
    const reader = await documents();
    return { documents: await reader(job), rates: [], issues: [] };
  };
}

async function understandBase(file: SourceFile, { settings, nomenclature }: Knowledge): Promise<Understanding> {
  const { value, issues } = await read(file, { codes: referenceCodes(settings) });
  const rates = recogniseReference(value, settings, nomenclature);
  return { documents: [], rates: rates.value, issues: [...issues, ...rates.issues] };
}
