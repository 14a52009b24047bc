/**
 * Imported first by a process that opens files from outside: nothing in it can ask the network for anything. The classes are
 * empty rather than absent, for a library that extends one of them must still load. They are deleted first: to define one anew,
 * Node would load the real one.
 */
for (const name of ["fetch", "Request", "Response", "Headers", "FormData", "WebSocket", "EventSource"]) {
  Reflect.deleteProperty(globalThis, name);
  Object.defineProperty(globalThis, name, { value: class {}, configurable: true, writable: true });
}
