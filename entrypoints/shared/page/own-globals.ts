/**
 * Names of globals that are looked for by what we are built of, and that need not be there: `<div id="browser">` would be found in their place.
 * Imported before anything else.
 */
for (const name of ['browser', 'chrome', '__zod_globalConfig', '__zod_globalRegistry']) {
  if (!Object.hasOwn(globalThis, name))
    Object.defineProperty(globalThis, name, { value: undefined, writable: true, configurable: true });
}

export {};
