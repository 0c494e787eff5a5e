import express from 'express'
import { PrismaClient } from '@prisma/client'
const db = new PrismaClient()
express().post('/', async (_, res) => res.json(await db.note.create({ data: {} }))).listen(3000)
