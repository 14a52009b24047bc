/**
 * Forms of received files, each with what is read of it: a file that a town hall's program did not read is a test once its form is here.
 * ACCEPT=1 writes what is read anew: read the difference line by line.
 */
import { existsSync, globSync, readFileSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { INVENTED } from "../../scripts/form/texts.ts";
import { periodKey } from "../../scripts/model/period.ts";
import { recogniserOf } from "../recognise/tables.ts";
import { readForm } from "./read-form.ts";

test.each(globSync("tests/forms/*.txt").filter((path) => !path.endsWith(".lu.txt")))("%s", (path) => {
  const { value, issues } = recogniserOf(`commune: { nom: ${INVENTED.name}, insee: "${INVENTED.insee}" }`)(
    readForm(readFileSync(path, "utf8")),
  );
  const figures = value.observations.map(
    ({ indicator, label, force, period, value: count, status, provenance: { row, column } }) =>
      `${row}:${column} ${indicator ?? label}, ${force}, ${periodKey(period)} = ${count ?? status}`,
  );
  const told = issues.map(
    ({ rule, severity, place }) =>
      `${severity} ${rule} ${place && "row" in place ? `${place.row}:${place.column}` : ""}`,
  );
  const read = [...figures, ...told, ""].map((line) => line.trim()).join("\n");
  const accepted = path.replace(/\.txt$/, ".lu.txt");
  if (process.env.ACCEPT) writeFileSync(accepted, read);
  expect(existsSync(accepted) ? readFileSync(accepted, "utf8") : "", accepted).toBe(read);
});
