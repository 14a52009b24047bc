/** The library's CommonJS form: ready at once, where the other is when a promise is kept, and loaded in half the time. */
module.exports = require("cephes");
