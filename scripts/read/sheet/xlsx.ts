/** .xlsx and .xlsm -> one grid a sheet. One parser reads each part: what is verified is what is read. Nothing in the file is run or followed. */
import { openPackage, type Package, withChoices } from "../container/package.ts";
import { childrenOf, findChild, type XmlElement } from "../container/xml.ts";
import { damaged, refusing } from "../contract/reader.ts";
import { gridsOf } from "./workbook/grids.ts";
import type { Run, StoredSheet } from "./workbook/workbook.ts";
import { isOneReading, readRuns } from "./xlsx/xlsx-cells.ts";
import { readSheet, type Shared } from "./xlsx/xlsx-sheet.ts";
import { isOn, isSet, readStyles, type Styles } from "./xlsx/xlsx-styles.ts";

/** Types of the parts that are read, beside the workbook itself. */
const READ =
  "extended-properties sharedStrings styles theme worksheet comments drawing table vmlDrawing pivotCacheDefinition".split(
    " ",
  );

export const readXlsx = refusing("un classeur Excel (.xlsx)", async (file) => {
  const parts = openPackage(file.bytes, READ);
  const root = parts.parse(parts.main);
  if (root?.name !== "x:workbook") return damaged(`${parts.main}, sans classeur`);
  const from1904 = isSet(findChild(root, "x:workbookPr")?.attributes.date1904);
  return gridsOf(file, { from1904, sheets: readSheets(parts, root) });
});

/** Does the file say that an office program has computed its formulas when it was saved last? */
function isComputed(parts: Package, workbook: XmlElement): boolean {
  const properties = parts.text(parts.relations("").find(({ type }) => type === "extended-properties")?.target ?? "");
  const calculation = findChild(workbook, "x:calcPr")?.attributes;
  const isLeftToPerson = calculation?.calcMode === "manual" && !isOn(calculation.calcOnSave);
  const asks = isSet(calculation?.fullCalcOnLoad) || !isOn(calculation?.calcCompleted) || isLeftToPerson;
  return (
    !asks && (calculation?.calcId !== undefined || /<Application>[^<]*office|<Application>[^<]*excel/i.test(properties))
  );
}

function readSheets(parts: Package, workbook: XmlElement): readonly StoredSheet[] {
  const related = parts.relations(parts.main);
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
    return sheet ?? damaged(`${parts.main}, feuille « ${name} » introuvable`);
  });
}

function readTexts(parts: Package, part: string, styles: Styles): readonly (readonly Run[])[] {
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
