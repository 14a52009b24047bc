import { expect, test } from "vitest";
import { markArtifacts } from "../../scripts/publish/pdf/content.ts";

const TAGGED = ["/P <</MCID 0 >>BDC", "BT", "(Vols) Tj", "ET", "EMC"];
const marked = (...lines: string[]): readonly string[] => markArtifacts(lines);

test("what no tag holds is declared an artifact, before, between and after what one holds", () => {
  expect(marked("q", "1 0 0 rg", ...TAGGED, "Q", ...TAGGED, "f")).toEqual([
    "/Artifact BMC",
    "q",
    "1 0 0 rg",
    "EMC",
    ...TAGGED,
    "/Artifact BMC",
    "Q",
    "EMC",
    ...TAGGED,
    "/Artifact BMC",
    "f",
    "EMC",
  ]);
});

test("an empty line among them changes nothing; empty lines alone are no artifact", () => {
  expect(marked("q", "", "f", ...TAGGED)).toEqual(["/Artifact BMC", "q", "", "f", "EMC", ...TAGGED]);
  expect(marked("", ...TAGGED)).toEqual(TAGGED);
});
