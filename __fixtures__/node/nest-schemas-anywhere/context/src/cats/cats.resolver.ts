import { Query, Resolver } from '@nestjs/graphql'

@Resolver('Cat')
export class CatsResolver {
  @Query('cats')
  cats() {
    return [{ name: 'Felix' }]
  }
}
