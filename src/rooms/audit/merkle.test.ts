import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { append, EMPTY_FRONTIER, hashLeaf, hashNode, packPeaks, rootOf, unpackPeaks } from './merkle.ts'

// The eight reference leaves of the Certificate Transparency test suite and the roots over the first n of them.
const LEAVES = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f']
const ROOTS = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
]

/** The definition of the standard, word for word: split at the largest power of two below n. */
function slowRoot(leaves: readonly Buffer[]): Buffer {
  const [only] = leaves
  if (only === undefined) return rootOf(EMPTY_FRONTIER)
  if (leaves.length === 1) return only
  let split = 1
  while (split * 2 < leaves.length) split *= 2
  return hashNode(slowRoot(leaves.slice(0, split)), slowRoot(leaves.slice(split)))
}

describe('Merkle tree', () => {
  it.each(ROOTS.map((root, n) => [n, root] as const))('gives the published root over %i leaves', (n, root) => {
    const tree = LEAVES.slice(0, n).reduce((t, hex) => append(t, hashLeaf(Buffer.from(hex, 'hex'))), EMPTY_FRONTIER)
    expect(rootOf(tree).toString('hex')).toBe(root)
  })

  it('grown leaf by leaf is the tree of the definition, and goes on from its packed frontier', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 4 }), { maxLength: 40 }), fc.nat(40), (data, cut) => {
        const hashes = data.map(bytes => hashLeaf(Buffer.from(bytes)))
        const first = hashes.slice(0, cut).reduce(append, EMPTY_FRONTIER)
        const again = unpackPeaks(first.size, packPeaks(first.peaks))
        const whole = hashes.slice(cut).reduce(append, again)
        expect(rootOf(whole)).toEqual(slowRoot(hashes))
      }),
      { numRuns: 200 },
    )
  })

  it('refuses a frontier whose length cannot be right', () => {
    expect(() => unpackPeaks(3, Buffer.alloc(32))).toThrow(RangeError)
  })
})
