/** No task of ours may keep the page waiting for longer than a frame or so. */
const slice = 8;

/**
 * Runs a generator in short tasks and gives way to the page between them.
 * @param onValue told of the last value of each task
 * @returns what the generator returns; rejects when the signal aborts
 */
export async function runInSlices<Value, Result>(
  work: Generator<Value, Result>,
  signal: AbortSignal,
  onValue: (value: Value) => void = () => undefined,
): Promise<Result> {
  for (;;) {
    signal.throwIfAborted();
    const end = performance.now() + slice;
    let step = work.next();
    while (step.done !== true && performance.now() < end) step = work.next();
    if (step.done === true) return step.value;
    onValue(step.value);
    await giveWay();
  }
}

/** Lets the page have its turn. A message, because timers are held back in a tab that nobody looks at. */
export function giveWay(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
