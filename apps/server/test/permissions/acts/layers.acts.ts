import { newId } from '@mitsprache/terms'
import type { Acts, Asked } from '../act.ts'

const layerAt = (mapService: string) => ({
  kind: 'xyz',
  address: `${mapService}/xyz/${newId()}/{z}/{x}/{y}.png`,
  title: { de: 'Luftbild' },
  attribution: 'Vermessungsamt',
  zoomLeast: 0,
  zoomMost: 19,
  opacity: 0.8,
  isBase: false,
  isOn: false,
  published: true,
})

/** A layer that an administrator has registered. */
async function layerOf({ tenant, mapService, first }: Asked): Promise<string> {
  const { layers } = await first<{ layers: { layer: { id: string } }[] }>('staffMapLayers', { tenant })
  if (layers[0]) return layers[0].layer.id
  const input = layerAt(mapService)
  return (await first<{ layer: { id: string } }>('saveMapLayer', { tenant, input })).layer.id
}

export const LAYER_ACTS: Acts = {
  title: 'Layers of other servers',
  acts: {
    staffMapLayers: { does: 'See the layers of the authority', ask: ({ tenant }) => ({ tenant }) },
    readLayerService: {
      does: 'Ask a map service what it offers',
      ask: ({ tenant, mapService }) => ({ tenant, kind: 'wms', address: `${mapService}/wms` }),
    },
    saveMapLayer: {
      does: 'Register a layer',
      async ask(asked) {
        // As many as an authority may have are soon there.
        const { layers } = await asked.first<{ layers: { layer: { id: string } }[] }>('staffMapLayers', {
          tenant: asked.tenant,
        })
        for (const { layer } of layers)
          await asked.first('removeMapLayer', { tenant: asked.tenant, id: layer.id })
        return { tenant: asked.tenant, input: layerAt(asked.mapService) }
      },
    },
    testMapLayer: {
      does: 'Try a layer',
      ask: async (asked) => ({ tenant: asked.tenant, id: await layerOf(asked) }),
    },
    orderMapLayers: {
      does: 'Put the layers in order',
      ask: async (asked) => ({ tenant: asked.tenant, ids: [await layerOf(asked)] }),
    },
    mapLayers: {
      does: 'See which layers the maps of the authority have',
      async ask(asked) {
        await layerOf(asked)
        return { tenant: asked.tenant }
      },
    },
    removeMapLayer: {
      does: 'Remove a layer',
      ask: async (asked) => ({ tenant: asked.tenant, id: await layerOf(asked) }),
    },
  },
}
