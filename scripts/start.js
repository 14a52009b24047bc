/**
 * Starts a command from one file: `node scripts/start.js build.ts --tous`.
 *
 * Loading the thousand modules of a build one by one took a third of its time. They are bundled once (bundle.ts) and kept, with
 * what V8 compiled of them while they ran, and nothing of what did not. The sources rule: as soon as one file that went into the
 * bundle is no longer what it was, all is bundled anew. Where nothing can be kept, the sources run as they are, only slower.
 */
import { readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import vm from "node:vm";
import { crc32 } from "node:zlib";
import { CACHE, tune } from "./runtime.js";

const ROOT = join(import.meta.dirname, "..");
const PROGRAMS = join(CACHE, "programs");

/** Any write to a file changes one of these, even one that sets its date back. Missing is a state too. */
function stateOf(file) {
  const found = statSync(file, { throwIfNoEntry: false });
  return found === undefined ? "" : `${found.size} ${found.mtimeMs} ${found.ctimeMs}`;
}

const readIfThere = (file) => {
  try {
    return readFileSync(file);
  } catch {
    return undefined; // not kept yet: it is made anew
  }
};

/** Folder of the bundle that was kept, when it still is what the sources say. */
function findCurrent() {
  const text = readIfThere(join(PROGRAMS, "current.json"))?.toString() ?? "";
  if (!text.endsWith("}")) return undefined; // none, or cut short
  const { node, root, folder, inputs } = JSON.parse(text);
  if (node !== process.version || root !== ROOT) return undefined;
  for (const [file, state] of inputs) if (stateOf(join(ROOT, file)) !== state) return undefined;
  return join(PROGRAMS, folder);
}

/** Under another name first: another process never reads half a file. What cannot be kept is made anew the next time. */
function keep(file, bytes) {
  try {
    writeFileSync(`${file}.${process.pid}`, bytes);
    renameSync(`${file}.${process.pid}`, file);
  } catch {}
}

/** Before what V8 compiled: its checksum, for V8 itself does not look, and how long the run lasted, in ms. */
const HEAD = 8;

function readCompiled(file) {
  const bytes = readIfThere(file);
  if (bytes === undefined || bytes.length <= HEAD) return undefined;
  const data = bytes.subarray(HEAD);
  return crc32(data) === bytes.readUInt32LE() ? { data, lasted: bytes.readUInt32LE(4) } : undefined;
}

/** At the end of a run, when the functions that it called are known. */
function keepCompiled(file, script) {
  const data = script.createCachedData();
  const head = Buffer.alloc(HEAD);
  head.writeUInt32LE(crc32(data));
  head.writeUInt32LE(uptime(), 4);
  keep(file, Buffer.concat([head, data]));
}

const uptime = () => Math.round(1000 * process.uptime());

/** Runs a module of the bundle, which is told the folder: its other processes start from there. @returns false when it is gone. */
function run(folder, source) {
  const file = join(folder, `${basename(source, ".ts")}.js`);
  const code = readIfThere(file);
  if (code === undefined) return false;
  const compiled = `${file}.compiled`;
  const kept = readCompiled(compiled);
  const script = new vm.Script(code.toString(), {
    filename: file,
    ...(kept && { cachedData: kept.data }),
  });
  process.once("exit", (code) => {
    // one that was kept after « --aide » holds next to nothing: a run three times as long has called more
    const isLess = kept === undefined || script.cachedDataRejected || uptime() > 3 * kept.lasted;
    if (code === 0 && isLess) keepCompiled(compiled, script);
  });
  const module = { exports: {} };
  script.runInThisContext()(module.exports, createRequire(source), module, folder);
  return true;
}

/** "--from FOLDER publish/publisher-child.ts" for the other processes, "build.ts --tous" for a command. */
const isChild = process.argv[2] === "--from";
const name = process.argv[isChild ? 4 : 2] ?? "";
const source = resolve(ROOT, "scripts", name);
const given = isChild ? process.argv[3] : findCurrent();
process.argv.splice(1, isChild ? 4 : 2, source);

/** Bundles anew. Where that fails, on a full disk for instance, the sources run; a fault in one of them is theirs to tell. */
async function prepare() {
  const { bundle } = await import("./bundle.ts");
  const tell = () => process.stderr.write("… préparation du programme\n");
  return bundle(ROOT, PROGRAMS, stateOf, tell).catch(() => undefined);
}

tune({ whole: false });
const folder = given ?? (await prepare());
if (folder === undefined || !run(folder, source)) await import(pathToFileURL(source).href);
