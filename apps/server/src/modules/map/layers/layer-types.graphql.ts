import { LIMITS, type Id } from '@mitsprache/terms'
import { MaxLength, ValidateNested } from 'class-validator'
import { createUnionType, Field, Float, ID, InputType, Int, ObjectType } from 'type-graphql'
import {
  InputRefused,
  Refusal,
  StaleVersion,
  TooManyAttempts,
  wordEnum,
} from '../../../platform/refusal.graphql.ts'
import { LocalizedText, LocalizedTextInput } from '../../tenants/index.ts'
import { LAYER_PROBLEMS, type LayerFailure, type LayerProblem } from './layer-problem.ts'
import { LAYER_KINDS, type LayerKind } from './tile-address.rules.ts'

export const LayerKindEnum = wordEnum('LayerKind', LAYER_KINDS)
export const LayerProblemEnum = wordEnum('LayerProblem', LAYER_PROBLEMS)

@ObjectType({
  simpleResolvers: true,
  description: 'A map of somebody else’s that can be laid over or under ours.',
})
export class MapLayer {
  @Field(() => ID) id!: Id
  @Field(() => LayerKindEnum) kind!: LayerKind
  @Field(() => LocalizedText) title!: LocalizedText
  @Field(() => LocalizedText, {
    nullable: true,
    description: 'What is to be seen on it, for who reads instead.',
  })
  legend?: LocalizedText | null
  @Field(() => String, { description: 'Whose it is; stands on the map while the layer does.' })
  attribution!: string
  @Field(() => Int) zoomLeast!: number
  @Field(() => Int) zoomMost!: number
  @Field(() => Float) opacity!: number
  @Field(() => Boolean, { description: 'Takes the place of the streets; otherwise lies over them.' })
  isBase!: boolean
  @Field(() => Boolean, { description: 'Shown until somebody switches it off.' }) isOn!: boolean
  @Field(() => String, { description: 'Tiles with {z}, {x} and {y}, or the address of GeoJSON.' })
  url!: string
}

@ObjectType({ simpleResolvers: true })
export class StaffMapLayer {
  @Field(() => MapLayer) layer!: MapLayer
  @Field(() => String) address!: string
  @Field(() => String) layerName!: string
  @Field(() => String) styleName!: string
  @Field(() => String) format!: string
  @Field(() => Boolean) published!: boolean
  @Field(() => Int) version!: number
}

@ObjectType({ simpleResolvers: true })
export class StaffMapLayers {
  @Field(() => [StaffMapLayer], { description: 'The lowest first.' }) layers!: StaffMapLayer[]
  @Field(() => [String], { description: 'Servers that whoever runs the installation allows.' })
  hosts!: string[]
}

@ObjectType({ simpleResolvers: true })
export class StyleOffered {
  @Field(() => String) name!: string
  @Field(() => String) title!: string
}

@ObjectType({ simpleResolvers: true })
export class LayerOffered {
  @Field(() => String) name!: string
  @Field(() => String) title!: string
  @Field(() => [StyleOffered]) styles!: StyleOffered[]
  @Field(() => [String]) formats!: string[]
  @Field(() => Boolean, {
    description: 'In EPSG:3857, as our map is drawn; otherwise it cannot be laid on it.',
  })
  webMercator!: boolean
}

@ObjectType({ simpleResolvers: true, description: 'What a map service says of itself.' })
export class LayerServiceRead {
  @Field(() => String) title!: string
  @Field(() => String) attribution!: string
  @Field(() => [LayerOffered]) layers!: LayerOffered[]
}

@ObjectType({ simpleResolvers: true })
export class LayerTested {
  @Field(() => Int) durationMs!: number
  @Field(() => Int) sizeBytes!: number
  @Field(() => String) format!: string
}

@ObjectType({ implements: Refusal, simpleResolvers: true })
export class LayerRefused extends Refusal {
  @Field(() => LayerProblemEnum) problem!: LayerProblem
  static of = ({ problem }: LayerFailure) =>
    Object.assign(new LayerRefused(), { code: 'LayerRefused', facts: [], problem })
}

@InputType()
export class MapLayerInput {
  @Field(() => ID, { nullable: true, description: 'Of the layer to change; none: a new one.' }) id?: Id | null
  @Field(() => Int, { nullable: true }) version?: number | null
  @Field(() => LayerKindEnum) kind!: LayerKind
  @Field(() => String) @MaxLength(LIMITS.layerAddress) address!: string
  @Field(() => String, { defaultValue: '' }) layerName!: string
  @Field(() => String, { defaultValue: '' }) styleName!: string
  @Field(() => String, { defaultValue: '' }) @MaxLength(100) format!: string
  @Field(() => LocalizedTextInput) @ValidateNested() title!: LocalizedTextInput
  @Field(() => LocalizedTextInput, { nullable: true }) @ValidateNested() legend?: LocalizedTextInput | null
  @Field(() => String) attribution!: string
  @Field(() => Int) zoomLeast!: number
  @Field(() => Int) zoomMost!: number
  @Field(() => Float) opacity!: number
  @Field(() => Boolean) isBase!: boolean
  @Field(() => Boolean) isOn!: boolean
  @Field(() => Boolean) published!: boolean
}

export const ReadLayerServiceResult = createUnionType({
  name: 'ReadLayerServiceResult',
  types: () => [LayerServiceRead, LayerRefused, TooManyAttempts] as const,
})
export const SaveMapLayerResult = createUnionType({
  name: 'SaveMapLayerResult',
  types: () => [StaffMapLayer, LayerRefused, InputRefused, StaleVersion, TooManyAttempts] as const,
})
export const TestMapLayerResult = createUnionType({
  name: 'TestMapLayerResult',
  types: () => [LayerTested, LayerRefused, TooManyAttempts] as const,
})
