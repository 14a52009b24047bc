/** The library that parses a PDF file and its drawing orders. Wraps pdfjs-dist. */
import "./globals.ts"; // before pdf.js

export { getDocument, OPS, type PDFDocumentProxy, type PDFPageProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
