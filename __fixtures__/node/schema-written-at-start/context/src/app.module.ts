import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo'
import { Module } from '@nestjs/common'
import { Field, GraphQLModule, Int, ObjectType, Query, Resolver } from '@nestjs/graphql'

@ObjectType()
class Shelf {
  @Field(() => Int)
  number = 4
}

@Resolver(() => Shelf)
class ShelfResolver {
  @Query(() => Shelf)
  shelf(): Shelf {
    return new Shelf()
  }
}

@Module({
  imports: [
    GraphQLModule.forRoot<ApolloDriverConfig>({
      driver: ApolloDriver,
      autoSchemaFile: 'src/schema.gql',
    }),
  ],
  providers: [ShelfResolver],
})
export class AppModule {}
