/** An array that grows as things are put in: twice as long, with what was in it. */
export function doubled<A extends Int32Array | Uint32Array | Float32Array | Uint8Array>(array: A): A {
  const longer = new (array.constructor as new (length: number) => A)(array.length * 2)
  longer.set(array)
  return longer
}
