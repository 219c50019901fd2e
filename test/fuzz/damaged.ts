import fc from 'fast-check';

/** What takes the place of something that was valid. */
const strange: fc.Arbitrary<unknown> = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom(
    null,
    '',
    '__proto__',
    'constructor',
    'javascript:alert(1)',
    '<b>',
    '\u202e',
    'x'.repeat(5000),
    -1,
    1e300,
    1e21,
    0.5,
    [],
    {},
    Array.from({ length: 600 }, () => 'a'),
    true,
  ),
);

interface Damage {
  readonly at: number;
  readonly how: 'replace' | 'remove' | 'double' | 'add';
  readonly by: unknown;
  readonly key: string;
}

const damage: fc.Arbitrary<Damage> = fc.record({
  at: fc.nat(),
  how: fc.constantFrom('replace', 'replace', 'remove', 'double', 'add'),
  by: strange,
  key: fc.constantFrom('__proto__', 'constructor', 'toString', 'length', 'x', '0'),
});

/** Every object and list in a value, the value itself first. */
function containersIn(value: unknown): object[] {
  return typeof value !== 'object' || value === null ? [] : [value, ...Object.values(value).flatMap(containersIn)];
}

function apply(root: { value: unknown }, { at, how, key, ...rest }: Damage): void {
  const by = structuredClone(rest.by);
  const containers = containersIn(root);
  const container = containers[at % containers.length] ?? root;
  const names = Object.keys(container);
  const name = names[Math.floor(at / containers.length) % Math.max(1, names.length)] ?? key;
  if (how === 'add' && Array.isArray(container)) Array.prototype.push.call(container, by);
  else if (how === 'add')
    Object.defineProperty(container, key, { value: by, enumerable: true, configurable: true, writable: true });
  else if (how === 'double' && Array.isArray(container)) {
    // Its own `slice` and `push` may be damaged already.
    const first = Array.from({ length: Math.min(container.length, 300) }, (_, index): unknown => container[index]);
    Array.prototype.push.call(container, ...structuredClone(first));
  } else if (how === 'remove' && container !== root) Reflect.deleteProperty(container, name);
  else if (container !== root || how === 'replace')
    Reflect.set(container, Array.isArray(container) && name === 'length' ? '0' : name, by);
}

/** A value as it may lie in storage or in a file that somebody has edited: what it was, with a few things gone, doubled or replaced. */
export function damaged(value: unknown): fc.Arbitrary<unknown> {
  return fc.array(damage, { minLength: 1, maxLength: 4 }).map((damages) => {
    const root = { value: structuredClone(value) };
    for (const each of damages) apply(root, each);
    return root.value;
  });
}
