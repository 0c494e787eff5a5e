const { test } = require('node:test')
const assert = require('node:assert')
const { kilograms } = require('./weight')

test('grams to kilograms', () => assert.equal(kilograms(1500), 1.5))
