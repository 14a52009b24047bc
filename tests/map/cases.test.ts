/**
 * A file that was confirmed, the files that came after it, and what its map reads of each: the files of cases/. ACCEPT=1 writes them again.
 *
 *   == the name of the case
 *   IS 101 - T<n> 2026                           one table, in the notation of tests/recognise/tables.ts; "# Police" begins a sheet
 *   Libellé|<heads>                              <n>: the number of the delivery's quarter
 *   Homicides|1|2
 *   first 2026-T1: heads=Police|Gendarmerie      what stands there in the file that was confirmed ("\n": a line end), and in each later one
 *   then 2026-T2: heads=Police|Gendarmerie => homicides PN 2026-04/2026-06 = 1, GN 2026-04/2026-06 = 2
 *   then 2026-T2: heads=Gendarmerie|Police => not by the map: meaning B3 C3
 *
 * name: of the file; hidden, hiddenRows, hiddenColumns: what nobody sees of it; besides: in the head of its pages. What is read by no map is
 * recognised, and what is new of it is told at the cells that are named.
 */
import { globSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { drawMap, heldTo, readByMaps } from "../../scripts/map/index.ts";
import { columnName } from "../../scripts/model/format.ts";
import type { Recognition } from "../../scripts/model/observation.ts";
import { periodKey } from "../../scripts/model/period.ts";
import { confirmedFile, KEY } from "../lectures/confirmed.ts";
import { readTables } from "../recognise/tables.ts";

const FOLDER = join(import.meta.dirname, "cases");
const FILE = /^(first|then) (\d{4}-T(\d)):(.*?)(?: => (.*))?$/;

interface Sent {
  readonly isFirst: boolean;
  readonly line: string;
  readonly said: string;
  readonly read: () => Recognition;
}

function sentOf(written: string, table: readonly string[]): Sent {
  const [, which, delivery = "", n = "", values = "", said = ""] = FILE.exec(written) ?? [];
  const own = new Map(
    values.split(" ; ").map((pair): [string, string] => {
      const [name = "", ...value] = pair.split("=");
      return [name.trim(), value.join("=").replaceAll("\\n", "\n")];
    }),
  );
  const text = table
    .join("\n")
    .replace(/<(\w+)>/g, (hole, name: string) => (name === "n" ? n : (own.get(name) ?? hole)));
  const [untitled = "", ...parts] = text.split(/^# /m);
  const sheets = Object.fromEntries(parts.map((part) => [part.split("\n", 1)[0] ?? "", part.replace(/^.*\n/, "")]));
  const list = (name: string) => (own.has(name) ? { [name]: own.get(name)?.split(", ") ?? [] } : {});
  const options = {
    delivery,
    ...(own.has("name") && { name: own.get("name") ?? "" }),
    ...list("hiddenRows"),
    ...list("hiddenColumns"),
    ...list("besides"),
    ...(own.has("hidden") && { hidden: true }),
  };
  const read = () => readTables(parts.length === 0 ? untitled : sheets, options).recognition;
  return { isFirst: which === "first", line: `${which} ${delivery}:${values}`, said, read };
}

/** What is read of a later file by the map of the first one. */
function readLater(first: Recognition, later: Recognition): string {
  const map = drawMap(confirmedFile(first).recognition, KEY);
  const read = readByMaps([map], later.file);
  if (read === null) {
    const news = heldTo(map, later).map((one) => [
      one.is,
      "place" in one ? ` ${columnName(one.place.column)}${one.place.row}` : "",
    ]);
    const places = [...Map.groupBy(news, ([is]) => is)].map(([is, all]) => `${is}${all.map(([, at]) => at).join("")}`);
    return places.length === 0 ? "not by the map" : `not by the map: ${places.join(", ")}`;
  }
  let last = "";
  return [...read.value.observations, ...read.value.printed]
    .map((figure) => {
      const name = figure.indicator ?? `« ${figure.label} »`;
      const when =
        "period" in figure
          ? `${periodKey(figure.period)} = ${figure.value ?? figure.status}`
          : `${figure.measure}${figure.between ? ` ${figure.between.map(periodKey).join(" > ")}` : ""} = ${figure.value}`;
      const line = name === last ? ", " : last === "" ? `${name} ` : ` | ${name} `;
      last = name;
      return `${line}${figure.force} ${when}`;
    })
    .join("");
}

describe.each(globSync("*.txt", { cwd: FOLDER }).toSorted())("%s", (name) => {
  const path = join(FOLDER, name);
  const cases = readFileSync(path, "utf8")
    .split(/^== /m)
    .slice(1)
    .map((block) => {
      const [title = "", ...lines] = block.trimEnd().split("\n");
      const table = lines.filter((line) => !FILE.test(line));
      return { title, table, sent: lines.filter((line) => FILE.test(line)).map((line) => sentOf(line, table)) };
    });
  const readOf = (sent: readonly Sent[]): readonly string[] => {
    const first = sent.find(({ isFirst }) => isFirst)?.read();
    if (!first || first.observations.length + first.printed.length === 0) throw new Error("no file was confirmed");
    return sent.map((one) => (one.isFirst ? one.line : `${one.line} => ${readLater(first, one.read())}`));
  };
  if (process.env.ACCEPT === "1") {
    const blocks = cases.map(({ title, table, sent }) => [`== ${title}`, ...table, ...readOf(sent)].join("\n"));
    writeFileSync(path, `${blocks.join("\n\n")}\n`);
  }
  test.each(cases)("$title", ({ sent }) => {
    expect(readOf(sent)).toEqual(sent.map(({ isFirst, line, said }) => (isFirst ? line : `${line} => ${said}`)));
  });
});
