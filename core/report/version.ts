/** How the version of a report is told; what it promises: docs/report.md. */
export const reportVersion = 'tieout-report/2';
