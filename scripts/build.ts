/** npm run build. The publisher starts first: its process loads its libraries while this one loads its own and reads. */
import { startPublisher } from "./publish/publisher.ts";

const publisher = startPublisher();
void import("./build-command.ts").then(({ runBuild }) => runBuild(publisher));
