/** Runs a task once those before it have ended. @returns what comes of the task */
export type Serial = <Value>(task: () => Promise<Value>) => Promise<Value>;

/**
 * Makes a queue: tasks run one after the other, in the order in which they were given, so that two quick changes of one thing are
 * two changes. A task that fails tells whoever gave it, and keeps nobody waiting.
 */
export function serial(): Serial {
  let last: Promise<unknown> = Promise.resolve();
  return (task) => {
    const done = last.then(task);
    last = done.catch(() => undefined);
    return done;
  };
}

/** Makes a queue for each key: tasks of one key run one after the other, those of different keys side by side. Queues that have run out are forgotten. */
export function serialByKey(): <Value>(key: number | string, task: () => Promise<Value>) => Promise<Value> {
  const queues = new Map<number | string, { readonly run: Serial; waiting: number }>();
  return async (key, task) => {
    const queue = queues.get(key) ?? { run: serial(), waiting: 0 };
    queues.set(key, queue);
    queue.waiting += 1;
    try {
      return await queue.run(task);
    } finally {
      queue.waiting -= 1;
      if (queue.waiting === 0) queues.delete(key);
    }
  };
}
