import { PrismaClient } from '@prisma/client'

export default async (_, answer) => answer.end(String(await new PrismaClient().$queryRaw`select 1`))
