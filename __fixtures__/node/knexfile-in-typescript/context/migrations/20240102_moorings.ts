import type { Knex } from 'knex'

export const up = (knex: Knex) => knex.schema.createTable('moorings', (table) => table.increments())
export const down = (knex: Knex) => knex.schema.dropTable('moorings')
