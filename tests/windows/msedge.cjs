/**
 * The stand-in for Edge, made into msedge.exe by stand-in-edge.ts: hands the two pipes of the program to a Chromium of this machine, by
 * the loopback. Its first line is how it was started.
 */
const net = require("node:net");

const input = new net.Socket({ fd: 3, readable: true, writable: false });
const output = new net.Socket({ fd: 4, readable: false, writable: true });
const bridge = net.connect(Number(process.env.BRIDGE_PORT), "127.0.0.1");
bridge.write(`${JSON.stringify(process.argv.slice(2))}\0`);
input.pipe(bridge);
bridge.pipe(output);
const end = (code) => () => process.exit(code);
input.on("end", end(0)).on("error", end(0));
output.on("error", end(0));
bridge.on("close", end(0)).on("error", end(3));
