import { isId, type Id } from '@mitsprache/terms'
import { Arg, Ctx, Field, ID, Mutation, ObjectType, Resolver } from 'type-graphql'
import { Denial, type Ctx as Context } from '../identity/index.ts'
import { eraseAuthor } from './erase-author.ts'

@ObjectType({ simpleResolvers: true })
export class AuthorErased {
  @Field(() => ID) contributionId!: Id
}

@Resolver()
export class EraseAuthorResolver {
  @Mutation(() => AuthorErased, {
    description:
      'Erases who wrote a contribution (Art. 17 GDPR): taken from the public, without name and address; what was written goes as well in a dialogue and stays to be weighed in a formal procedure. For administrators.',
  })
  async eraseAuthor(
    @Ctx() ctx: Context,
    @Arg('tenant', () => String) tenant: string,
    @Arg('contributionId', () => ID) contributionId: Id,
  ): Promise<AuthorErased> {
    if (!isId(contributionId)) throw new Denial('NOT_FOUND')
    return Object.assign(new AuthorErased(), {
      contributionId: await eraseAuthor(ctx, tenant, contributionId),
    })
  }
}
