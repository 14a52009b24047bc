/** Every sentence that says something of a line or of the quarter, with what it says: for whoever checks the bulletin (analyses.json). */
import type { Bulletin } from "../model/document/bulletin.ts";
import { type Finding, findingId, type WrittenFinding } from "../model/document/finding.ts";
import type { FrontPage, Point, Question } from "../model/document/front-page.ts";

export function writtenFindings(
  bulletin: Bulletin,
  asked: readonly Question[],
  year: Bulletin | null,
): readonly WrittenFinding[] {
  const askedOn = bulletin.sections.some(({ id }) => id === "questions") ? ["bulletin", "questions"] : ["questions"];
  return [
    ...ofFront(bulletin.front, ["bulletin", "fiche", "projection"]),
    ...asked.flatMap(({ findings = [], lead, figures, asked: question }) =>
      written(findings, [lead, figures, question].filter((part) => part !== "").join(" "), askedOn),
    ),
    ...(year ? ofFront(year.front, ["annee"]) : []),
  ];
}

const ofFront = ({ headline, findings = [], points }: FrontPage, on: readonly string[]): readonly WrittenFinding[] => [
  ...written(findings, headline, on),
  ...points.flatMap((point: Point) =>
    written(point.findings ?? [], point.lead === "" ? point.text : `${point.lead} ${point.text}`, on),
  ),
];

const written = (findings: readonly Finding[], says: string, on: readonly string[]): readonly WrittenFinding[] =>
  findings.map((finding) => ({
    id: findingId(finding),
    degree: finding.degree,
    number: finding.number,
    says,
    on,
  }));
