/**
 * The oldest browsers that the extension runs in: the manifests say so, the build writes no newer syntax, and a test finds newer functions
 * (test/entrypoints/minimum-browsers.test.ts). Chrome 123: `light-dark()` and all of ES2023. Firefox 140: the CSS Custom Highlight API.
 */
export const minimumBrowsers = { chrome: 123, firefox: 140 } as const;
