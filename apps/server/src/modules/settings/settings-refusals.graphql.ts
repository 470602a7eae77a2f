import type { WeakContrast } from '@mitsprache/terms'
import { CONTRAST_NEEDED } from '@mitsprache/terms'
import { Field, Float, Int, ObjectType } from 'type-graphql'
import { Refusal } from '../../platform/refusal.graphql.ts'

@ObjectType({
  implements: Refusal,
  simpleResolvers: true,
  description: 'Text of this colour, or on it, could not be read by everybody (WCAG 2.2, 1.4.3).',
})
export class ContrastTooLow extends Refusal {
  @Field(() => String, { description: '`primary` or `primaryDark`' }) colour!: string
  @Field(() => String, { description: 'What it was measured against, `#rrggbb`' }) against!: string
  @Field(() => Float, { description: 'As measured, 1 to 21' }) ratio!: number
  @Field(() => Float) needed!: number
  static of = (weak: WeakContrast) =>
    Object.assign(new ContrastTooLow(), {
      code: 'ContrastTooLow',
      facts: [],
      ...weak,
      // Cut, not rounded: 4.499 is not enough and must not look like it.
      ratio: Math.floor(weak.ratio * 100) / 100,
      needed: CONTRAST_NEEDED,
    })
}

@ObjectType({
  implements: Refusal,
  simpleResolvers: true,
  description:
    'With this retention files of dialogues would be deleted for good within the hour; to be confirmed.',
})
export class DialoguesWouldEnd extends Refusal {
  @Field(() => Int) count!: number
  static of = (count: number) =>
    Object.assign(new DialoguesWouldEnd(), { code: 'DialoguesWouldEnd', facts: [], count })
}
