import { join } from 'node:path'
import { ApolloDriver } from '@nestjs/apollo'
import { Module } from '@nestjs/common'
import { NestFactory } from '@nestjs/core'
import { GraphQLModule } from '@nestjs/graphql'
import { TypeOrmModule } from '@nestjs/typeorm'

@Module({
  imports: [
    TypeOrmModule.forRoot({ type: 'postgres', url: process.env.FLEET_URL, logger: 'file' }),
    GraphQLModule.forRoot({
      driver: ApolloDriver,
      typePaths: ['./schema/*.graphql'],
      definitions: { path: join(process.cwd(), 'schema/types.ts') },
    }),
  ],
})
class FleetModule {}

NestFactory.create(FleetModule).then((app) => app.listen(3000))
