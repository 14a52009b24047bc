/**
 * A thread beside the one that works (limited-child.ts): it ends the process that takes more processor time or memory over one job
 * than it may, and says which on the standard output. The clock says nothing: a busy machine makes no sound file slow.
 * In plain JavaScript: it has nothing to load.
 */
import { writeSync } from "node:fs";
import { workerData } from "node:worker_threads";

/** `begun`: processor time in µs when the job began; Infinity between two jobs. */
const { begun, seconds, megabytes } = workerData;

/** Often enough that a hostile file has not taken the machine's memory meanwhile. */
const EVERY_MS = 50;

const usedMicroseconds = () => {
  const { user, system } = process.cpuUsage();
  return user + system;
};

const end = (why) => {
  writeSync(1, why);
  process.kill(process.pid, "SIGKILL");
};

setInterval(() => {
  if (usedMicroseconds() - begun[0] > seconds * 1e6) end("time");
  else if (begun[0] !== Number.POSITIVE_INFINITY && process.memoryUsage.rss() > megabytes * 1024 * 1024) end("memory");
}, EVERY_MS);
