import { describe, expect, test } from "vitest";
import type { StructureNode } from "../../scripts/publish/pdf/document.ts";
import { type Evidence, findFaults } from "../../scripts/publish/proofs/index.ts";

/** A table of one head and one row over two pages: the head is printed on both. */
function evidence(change: { [K in keyof Evidence]?: Evidence[K] } = {}): Evidence {
  const node = (role: string, ...children: StructureNode["children"]): StructureNode => ({
    role,
    alternative: "",
    children,
  });
  return {
    html: '<table id="t"><tr><th>Faits</th></tr></table>',
    facts: {
      tables: [
        {
          name: "T",
          cells: [
            { text: "Faits", place: "ligne 1, colonne 1", head: true },
            { text: "1\u202f012", place: "ligne 2, colonne 1", head: false },
            { text: "3", place: "ligne 3, colonne 1", head: false },
          ],
        },
      ],
      charts: [{ name: "C", hasTable: true, hasAlternative: true }],
    },
    pdf: {
      pages: [
        {
          tagged: new Map([
            [0, "Faits"],
            [1, "1 012"],
          ]),
          loose: "Page 1/2",
        },
        {
          tagged: new Map([
            [0, "Faits"],
            [1, "3"],
          ]),
          loose: "Page 2/2",
        },
      ],
      structure: node(
        "Root",
        node("H1", { page: 1, mark: 9 }),
        node(
          "Table",
          node("TR", node("TH", { page: 1, mark: 0 }, { page: 2, mark: 0 })),
          node("TR", node("TD", { page: 1, mark: 1 })),
          node("TR", node("TD", { page: 2, mark: 1 })),
        ),
      ),
      destinations: new Map(),
      images: [],
      addresses: [],
      finish: () => Promise.resolve(Buffer.alloc(0)),
    },
    requested: [],
    ...change,
  };
}
const { pdf, facts } = evidence();
const h1 = { role: "H1", alternative: "", children: [] };

describe("proofs", () => {
  test("a whole document has no fault", () => {
    expect(findFaults(evidence())).toEqual([]);
  });

  test("a cell cut off is named with its place", () => {
    const pages = [
      pdf.pages[0] ?? { tagged: new Map(), loose: "" },
      { tagged: new Map([[0, "Faits"]]), loose: "Page 2/2" },
    ];
    expect(findFaults(evidence({ pdf: { ...pdf, pages } }))).toEqual([
      "tableau « T », ligne 3, colonne 1 : « 3 » dans la page, «  » dans le PDF",
    ]);
  });

  test("a cell printed twice is a fault", () => {
    const pages = [
      pdf.pages[0] ?? { tagged: new Map(), loose: "" },
      {
        tagged: new Map([
          [0, "Faits"],
          [1, "33"],
        ]),
        loose: "2/2",
      },
    ];
    expect(findFaults(evidence({ pdf: { ...pdf, pages } }))[0]).toContain("« 33 » dans le PDF");
  });

  test("a row that comes before the one above it is a fault", () => {
    const pages = [...pdf.pages].reverse().map((page, index) => ({ ...page, loose: `${index + 1}/2` }));
    expect(findFaults(evidence({ pdf: { ...pdf, pages } })).length).toBeGreaterThan(0);
  });

  test("a table that the PDF lacks is a fault", () => {
    expect(
      findFaults(evidence({ pdf: { ...pdf, structure: { role: "Root", alternative: "", children: [h1] } } })),
    ).toContain("le PDF a 0 tableaux, la page 1");
  });

  test("a raster over 64 pixels is a fault, a smaller one is not", () => {
    expect(findFaults(evidence({ pdf: { ...pdf, images: [{ width: 64, height: 64 }] } }))).toEqual([]);
    expect(findFaults(evidence({ pdf: { ...pdf, images: [{ width: 65, height: 10 }] } }))).toEqual([
      "une image de 65 × 10 points est dans le PDF",
    ]);
  });

  test.each([
    '<img src="https://exemple.fr/a.png">',
    "<a href='//exemple.fr'>x</a>",
    "<style>a{background:url(http://exemple.fr/a)}</style>",
    '<style>@import "https://exemple.fr/a.css";</style>',
    '<a href="file:///home/agent/x">x</a>',
    "<form action=https://exemple.fr>",
    '<img alt="a > b" srcset="a.png 1x, //exemple.fr/b.png 2x">',
    "<p class=a style='background: url(//exemple.fr/a)'>",
    '<svg><use xlink:href="https://exemple.fr/a.svg#b"/></svg>',
    '<svg><rect fill="url(http://exemple.fr/a#b)"/></svg>',
    '<meta http-equiv="refresh" content="0; url=https://exemple.fr">',
  ])("an address outside the page is a fault: %s", (html) => {
    expect(findFaults(evidence({ html }))[0]).toMatch(/^la page mène à /);
  });

  test("an address in plain text, a data: address, an anchor and a vocabulary are no fault", () => {
    const html =
      '<p>https://www.data.gouv.fr</p><a href="#x">x</a><a href="controle.html">c</a><img src="data:image/png;base64,//8=">' +
      '<svg xmlns="http://www.w3.org/2000/svg"></svg><script>fetch("https://exemple.fr")</script>';
    expect(findFaults(evidence({ html }))).toEqual([]);
  });

  test.each([
    "<p>&lt;img src=http://exemple.fr&gt; href='//exemple.fr' url(http://exemple.fr)</p>",
    '<p aria-label="<a href=http://exemple.fr> src=//exemple.fr">x</p>',
    "<svg role=img aria-label='url(http://exemple.fr)'><title>@import &quot;http://exemple.fr&quot;</title></svg>",
    '<meta name="author" content="http://exemple.fr">',
    '<tr data-line="src=http://exemple.fr"><td>a &lt; b, href=//exemple.fr &gt; c</td></tr>',
  ])("a label that spells an address or a tag is no fault: %s", (html) => {
    expect(findFaults(evidence({ html }))).toEqual([]);
  });

  test("an address in the PDF, or asked for while printing, is a fault", () => {
    expect(findFaults(evidence({ pdf: { ...pdf, addresses: ["file:///home"] } }))).toEqual([
      "le PDF mène à file:///home",
    ]);
    expect(findFaults(evidence({ requested: ["http://exemple.fr/"] }))).toEqual([
      "la page a demandé http://exemple.fr/",
    ]);
  });

  test("a chart without its table or its text is a fault", () => {
    const charts = [{ name: "C", hasTable: false, hasAlternative: false }];
    expect(findFaults(evidence({ facts: { ...facts, charts } }))).toHaveLength(2);
  });

  test("a heading that skips a level, a second title, a drawing without words, a table without heads are faults", () => {
    const node = (role: string, ...children: StructureNode["children"]): StructureNode => ({
      role,
      alternative: "",
      children,
    });
    const faults = (...children: StructureNode["children"]): readonly string[] =>
      findFaults(evidence({ facts: { ...facts, tables: [] }, pdf: { ...pdf, structure: node("Root", ...children) } }));
    expect(faults(h1, node("H2"), node("H3"), node("H2"))).toEqual([]);
    expect(faults(h1, node("H3"))).toEqual(["PDF : un titre de niveau 3 suit un titre de niveau 1"]);
    expect(faults(h1, h1)).toEqual(["PDF : 2 titres de premier niveau"]);
    expect(faults(h1, node("Figure", { page: 1, mark: 5 }))).toEqual([
      "PDF : un dessin est sans texte de remplacement",
    ]);
    expect(faults(h1, node("Figure", node("Caption"), node("P")))).toEqual([]);
    expect(faults(h1, node("Table", node("TR", node("TD"))))).toContain("PDF : un tableau est sans en-tête");
  });

  test("a page without its number is a fault; 1/2 is not found in 11/22", () => {
    const pages = pdf.pages.map((page, index) => ({ ...page, loose: index === 0 ? "11/22" : page.loose }));
    expect(findFaults(evidence({ pdf: { ...pdf, pages } }))).toEqual(["page 1 : « 1/2 » n’y est pas"]);
  });
});
