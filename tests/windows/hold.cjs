/** Holds a file so that nobody else may open it, as a spreadsheet does: node hold.cjs FILE SIGN; the file is let go once SIGN is gone. */
const fs = require("node:fs");

const NOBODY_ELSE = 0x10000000; // UV_FS_O_EXLOCK
const [file, sign] = process.argv.slice(2);
fs.openSync(file, fs.constants.O_RDWR | NOBODY_ELSE);
fs.writeFileSync(sign, "");
setInterval(() => {
  if (!fs.existsSync(sign)) process.exit(0);
}, 100);
