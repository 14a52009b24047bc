/** npm run build as a process of its own, printed by a stand-in of the browser: for a disk that only that process sees. */
import { main } from "../../scripts/build.ts";
import { runAsProgram } from "../../scripts/shell/command.ts";
import { readHere } from "../read-here.ts";
import { publishHere } from "./without-browser.ts";

await runAsProgram((given, context) => main(given, context, { startPublisher: publishHere, reader: readHere }));
