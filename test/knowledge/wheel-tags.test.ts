import { expect, test } from 'vitest'
import { wheelFits } from '../../src/knowledge/pypi-packages/wheel-tags.ts'

const bookworm = { libc: 'glibc', release: 'bookworm', python: [3, 12] } as const
const alpine = { libc: 'musl', release: '3.20', python: [3, 12] } as const

test.each<[string, boolean | undefined, boolean | undefined]>([
  ['a-1.0-py3-none-any.whl', true, true],
  ['a-1.0-py2.py3-none-any.whl', true, true],
  ['a-1.0-1-py3-none-any.whl', true, true],
  ['a-1.0-py2-none-any.whl', false, false],
  ['a-1.0-cp312-cp312-manylinux_2_17_x86_64.manylinux2014_x86_64.whl', true, false],
  ['a-1.0-cp312-cp312-musllinux_1_2_x86_64.whl', false, true],
  ['a-1.0-cp311-cp311-manylinux_2_17_x86_64.whl', false, false],
  ['a-1.0-cp312-cp312-manylinux_2_39_x86_64.whl', false, false],
  ['a-1.0-cp312-cp312-manylinux_2_17_aarch64.whl', false, false],
  ['a-1.0-cp312-cp312-macosx_11_0_arm64.whl', false, false],
  ['a-1.0-cp312-cp312-win_amd64.whl', false, false],
  ['a-1.0-cp39-abi3-manylinux_2_28_x86_64.whl', true, false],
  ['a-1.0-cp313-abi3-manylinux_2_28_x86_64.whl', false, false],
  ['a-1.0-py3-none-manylinux1_x86_64.whl', true, false],
  ['a-1.0-cp312-none-manylinux1_x86_64.whl', true, false],
  ['a-1.0-pp310-pypy310_pp73-manylinux_2_17_x86_64.whl', false, false],
  ['a-1.0-pp312-pypy312_pp73-manylinux_2_17_x86_64.whl', false, false],
  ['a-1.0-cp312-cp312t-manylinux_2_17_x86_64.whl', false, false],
  ['a-1.0.tar.gz', false, false],
])('%s', (file, onDebian, onAlpine) => {
  expect(wheelFits(file, bookworm)).toBe(onDebian)
  expect(wheelFits(file, alpine)).toBe(onAlpine)
})

test('of a Python that is not known', () => {
  const place = { ...bookworm, python: undefined }
  expect(wheelFits('a-1.0-py3-none-any.whl', place)).toBe(true)
  expect(wheelFits('a-1.0-cp38-abi3-manylinux_2_17_x86_64.whl', place)).toBe(true)
  expect(wheelFits('a-1.0-cp312-cp312-manylinux_2_17_x86_64.whl', place)).toBeUndefined()
})
