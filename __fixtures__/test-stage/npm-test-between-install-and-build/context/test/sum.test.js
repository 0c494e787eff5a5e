import assert from 'node:assert'
import test from 'node:test'

test('sums', () => assert.equal(1 + 1, 2))
