/**
 * What a kit is made of, for whoever watches over the faults that are found in its parts: a list in CycloneDX, as npm writes it of the lock file,
 * kept to the libraries that are shipped; and, in the same list, the programs among them (Node, Chromium, PDFium), by the SHA-256 of the file
 * itself. What changes from one making to the next (a number drawn, the hour) is left out.
 */
import { sha256 } from "../disk/sha256.ts";
import type { KitFiles } from "./archive.ts";
import type { Package } from "./licences.ts";

export const SBOM_FILE = "COMPOSANTS.cdx.json";

interface Component {
  readonly "bom-ref": string;
  readonly [member: string]: unknown;
}
interface Sbom {
  readonly metadata?: { readonly component?: object };
  readonly components?: readonly Component[];
  readonly dependencies?: readonly { readonly ref: string; readonly dependsOn: readonly string[] }[];
}

const refOf = ({ name, version }: Pick<Package, "name" | "version">): string => `${name}@${version}`;

/** Compiled for a machine: no source of it is in the kit, and its package says who compiled it, not of what. */
const PROGRAM = /\.(?:wasm|br|exe|node)$|\/bin\/node$/;

/** @param made what « npm sbom » said. @param files of programme/, by their path there. */
export function sbomOf(made: string, program: string, packages: readonly Package[], files: KitFiles): Buffer {
  const { metadata, components = [], dependencies = [], ...head } = JSON.parse(made) as Sbom & Record<string, unknown>;
  const shipped = new Set(packages.map(refOf));
  const own = packages.filter((one) => !components.some((component) => component["bom-ref"] === refOf(one)));
  const { serialNumber: _, ...kept } = head;
  const list = {
    ...kept,
    metadata: { component: { ...metadata?.component, name: program } },
    components: [
      ...components.filter((component) => shipped.has(component["bom-ref"])),
      ...own.map((one) => ({ "bom-ref": refOf(one), type: "library", name: one.name, version: one.version })),
      ...programsIn(files, packages),
    ],
    dependencies: dependencies
      .filter(({ ref }) => shipped.has(ref))
      .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((other) => shipped.has(other)) })),
  };
  return Buffer.from(`${JSON.stringify(list, null, 2)}\n`);
}

function programsIn(files: KitFiles, packages: readonly Package[]): readonly Component[] {
  return [...files]
    .filter(([path]) => PROGRAM.test(path))
    .map(([path, bytes]) => {
      const from = packages.find((one) => path.startsWith(`${one.path}/`));
      return {
        "bom-ref": path,
        type: "file",
        name: path,
        ...(from && { version: from.version, description: `Compilé, tel que le paquet ${refOf(from)} l'apporte.` }),
        hashes: [{ alg: "SHA-256", content: sha256(bytes) }],
      };
    });
}
