import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { mapInOrder } from '../../src/verify/map-in-order.ts'

async function* numbers(count: number): AsyncGenerator<number> {
  for (let n = 0; n < count; n++) yield await Promise.resolve(n)
}

test('gives results in order, works on so many at once, and a slow one stops no other', async () => {
  let active = 0
  let most = 0
  const ended: number[] = []
  const results: number[] = []
  for await (const n of mapInOrder(numbers(10), 2, async (n) => {
    most = Math.max(most, ++active)
    await sleep(n === 0 ? 60 : 1)
    active--
    ended.push(n)
    return n * 2
  }))
    results.push(n)
  expect(results).toEqual([0, 2, 4, 6, 8, 10, 12, 14, 16, 18])
  expect(most).toBe(2)
  expect(ended.at(-1)).toBe(0)
})

test('an error ends the rest, what runs is waited for', async () => {
  const ended: number[] = []
  const run = async (): Promise<void> => {
    for await (const result of mapInOrder(numbers(10), 2, async (n) => {
      if (n === 1) throw new Error('boom')
      await sleep(20)
      ended.push(n)
    }))
      expect(result).toBeUndefined()
  }
  await expect(run()).rejects.toThrow('boom')
  const before = ended.length
  await sleep(40)
  expect(ended.length).toBe(before)
  expect(ended.length).toBeLessThan(9)
})
