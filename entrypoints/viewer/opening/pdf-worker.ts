// pdf.js's worker, in a world whose arrays have an end: imported in this order.
import '../reading/capped.ts';
import 'pdfjs-dist/legacy/build/pdf.worker.min.mjs';
