/** npm ci downloads no browser: the one that prints comes with @sparticuz/chromium, or is the machine's own (scripts/browser/). */
module.exports = { skipDownload: true };
