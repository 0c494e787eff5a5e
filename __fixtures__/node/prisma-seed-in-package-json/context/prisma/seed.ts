import { PrismaClient } from '@prisma/client'

await new PrismaClient().berth.create({ data: { name: 'North 1' } })
