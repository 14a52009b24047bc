/** .xlsx and .xlsm -> one grid a sheet. One parser reads each part: what is verified is what is read. Nothing in the file is run or followed. */
import { withChoices } from "../container/choices.ts";
import { childrenOf, findChild, type XmlElement } from "../container/xml.ts";
import { damaged, refusing } from "../contract/reader.ts";
import { gridsOf } from "./workbook/grids.ts";
import type { Run, StoredSheet } from "./workbook/workbook.ts";
import { FORMAT, isOn, isSet, openParts, type Parts } from "./xlsx/xlsx-parts.ts";
import { readSheet, type Shared } from "./xlsx/xlsx-sheet.ts";
import { readStyles, type Styles } from "./xlsx/xlsx-styles.ts";
import { isOneReading, readRuns } from "./xlsx/xlsx-texts.ts";

export const readXlsx = refusing(FORMAT, async (file) => {
  const parts = openParts(file.bytes);
  const root = parts.parse(parts.workbook);
  if (root?.name !== "x:workbook") return damaged(`${parts.workbook}, sans classeur`);
  const from1904 = isSet(findChild(root, "x:workbookPr")?.attributes.date1904);
  return gridsOf(file, { from1904, sheets: readSheets(parts, root) });
});

/** Does the file say that an office program has computed its formulas when it was saved last? */
function isComputed(parts: Parts, workbook: XmlElement): boolean {
  const calculation = findChild(workbook, "x:calcPr")?.attributes;
  const isLeftToPerson = calculation?.calcMode === "manual" && !isOn(calculation.calcOnSave);
  const asks = isSet(calculation?.fullCalcOnLoad) || !isOn(calculation?.calcCompleted) || isLeftToPerson;
  return (
    !asks &&
    (calculation?.calcId !== undefined || /<Application>[^<]*office|<Application>[^<]*excel/i.test(parts.properties))
  );
}

function readSheets(parts: Parts, workbook: XmlElement): readonly StoredSheet[] {
  const related = parts.relations(parts.workbook);
  const partOf = (type: string): string => related.find((relation) => relation.type === type)?.target ?? "";
  const looks = parts.parse(partOf("styles"));
  const styles = readStyles(looks && withChoices(looks), parts.parse(partOf("theme")));
  const texts = readTexts(parts, partOf("sharedStrings"), styles);
  const refreshesPivots = related.some(
    ({ type, target }) => type === "pivotCacheDefinition" && isSet(parts.parse(target)?.attributes.refreshOnLoad),
  );
  const shared: Shared = { styles, texts, refreshesPivots, isComputed: isComputed(parts, workbook) };
  return childrenOf(findChild(withChoices(workbook), "x:sheets"), "x:sheet").flatMap(({ attributes }, i) => {
    const { name = `Feuille ${i + 1}`, state = "visible" } = attributes;
    const relation = related.find(({ id }) => id === attributes["r:id"]);
    // A sheet of one chart, or of old macros, which may have no part, has no cell to read.
    if (relation ? relation.type !== "worksheet" : attributes["r:id"] === "") return [];
    const sheet = relation && readSheet(parts, { part: relation.target, name, hidden: state !== "visible" }, shared);
    return sheet ?? damaged(`${parts.workbook}, feuille « ${name} » introuvable`);
  });
}

function readTexts(parts: Parts, part: string, styles: Styles): readonly (readonly Run[])[] {
  const texts: (readonly Run[])[] = [];
  parts.parse(part, {
    name: "x:si",
    take: (item, { name: holder }) => {
      if (!isOneReading(item) || holder !== "x:sst") damaged(`${part}, texte ${texts.length + 1} de plusieurs façons`);
      texts.push(readRuns(item, styles));
    },
  });
  return texts;
}
