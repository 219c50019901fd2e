/**
 * Bytes that a stream of a file may unpack to at a time. A page's text has a few megabytes, its largest picture (A3 at 600 dots to the inch,
 * in colours) 400; two thousand bytes that unpack twice to a gigabyte had taken 2.6.
 */
export const mostUnpacked = 512 * 1024 * 1024;

/** Pixels of a picture that is decoded where nobody looks at it. A larger one is left out, and its page told as a scan. */
export const largestPictureRead = 20_000_000;

/** So many pages of a file may be too much for reading before the file is. */
export const mostTooMuch = 3;

/**
 * Lets no array of bytes, and nothing that a native decoder unpacks, grow beyond a size. pdf.js, which knows no such limit, takes what is
 * thrown for damage, and goes on without a word. For a world that does nothing but read files: it replaces the world's own constructors.
 * @param world its globals
 * @param most bytes
 * @param onExcess told whenever something would have grown beyond
 */
export function capBuffers(world: typeof globalThis, most: number, onExcess: () => void): void {
  const tooLarge = () => {
    onExcess();
    return new RangeError('more bytes than a file may unpack to');
  };
  const Bytes = world.Uint8Array;
  const Capped = function (this: unknown, ...given: unknown[]): object {
    if (typeof given[0] === 'number' && given[0] > most) throw tooLarge();
    return Reflect.construct(Bytes, given, new.target === Capped ? Bytes : new.target) as object;
  };
  Object.setPrototypeOf(Capped, Bytes);
  Capped.prototype = Bytes.prototype;
  Object.assign(world, { Uint8Array: Capped });
  if (!('DecompressionStream' in world)) return;
  const Unpacking = world.DecompressionStream;
  Object.assign(world, {
    DecompressionStream: class {
      readonly readable: ReadableStream<Uint8Array>;
      readonly writable: WritableStream<BufferSource>;

      constructor(format: CompressionFormat) {
        const unpacking = new Unpacking(format);
        let unpacked = 0;
        this.writable = unpacking.writable;
        this.readable = unpacking.readable.pipeThrough(
          new TransformStream<Uint8Array, Uint8Array>({
            transform: (chunk, controller) => {
              unpacked += chunk.length;
              if (unpacked > most) controller.error(tooLarge());
              else controller.enqueue(chunk);
            },
          }),
        );
      }
    },
  });
}
