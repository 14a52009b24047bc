/** npm run build. The publisher starts first: its process loads its libraries while this one loads its own and reads. */
import { startPublisher } from "./publish/publisher.ts";

const publisher = startPublisher();
const { runBuild } = await import("./build-command.ts");
await runBuild(publisher);
