/** Loaded first in each process: nothing in it can ask the network for anything. In plain JavaScript, as preload.js, which loads it. */

/**
 * Empty rather than absent, for a library that extends one of them must still load. They are deleted first: to define one anew,
 * Node would load the real one.
 */
for (const name of ["fetch", "Request", "Response", "Headers", "FormData", "WebSocket", "EventSource"]) {
  Reflect.deleteProperty(globalThis, name);
  Object.defineProperty(globalThis, name, { value: class {}, configurable: true, writable: true });
}

/** The browser's library imports this module, by which Node would load the same classes again. */
const http = process.getBuiltinModule("node:http");
for (const name of ["WebSocket", "CloseEvent", "MessageEvent"])
  Object.defineProperty(http, name, { value: class {}, configurable: true, enumerable: true });
