import L from 'leaflet'
import { paintLettering } from './lettering.ts'
import { FRAME, inkOf, type Theme } from './palette.ts'
import { paintChosen, paintShape, traced, type Sheet } from './paint.ts'
import { shapesIn, type Shape, type Shapes } from './shapes.ts'

/** What the layer shows; a new object draws anew, `chosen` and `pointed` only their outline. */
export type PlanScene = {
  shapes: Shapes
  boundary: Shape | null
  theme: Theme
  isShown: (shape: Shape) => boolean
}

/** Drawn beyond the view on each side, so that panning moves a picture instead of drawing one. */
const BEYOND = 0.3
/** A slice of drawing; the page answers between two of them. */
const SLICE_MS = 8

type Frame = { zoom: number; centre: L.LatLng; min: L.Point; size: L.Point; origin: L.Point }

/**
 * A plan on a canvas: drawn in slices on a hidden sheet, then shown at once. Panning and zooming move and scale
 * the finished picture; a new one is begun when they come to rest or leave what is drawn.
 */
export class PlanCanvas extends L.Layer {
  private holder!: HTMLElement
  private sheet!: HTMLCanvasElement
  private spare!: HTMLCanvasElement
  private marks!: HTMLCanvasElement
  private shown: Frame | null = null
  private underway: { frame: Frame; cancelled: boolean } | null = null
  private outlined: { id: string; width: number }[] = []
  private scene: PlanScene
  private here: L.Map | null = null

  constructor(scene: PlanScene) {
    super()
    this.scene = scene
  }

  override onAdd(map: L.Map): this {
    this.here = map
    this.holder = L.DomUtil.create('div', 'plan-canvas leaflet-zoom-animated')
    const made = () => L.DomUtil.create('canvas', '', this.holder)
    ;[this.sheet, this.spare, this.marks] = [made(), made(), made()]
    this.spare.hidden = true
    this.holder.setAttribute('aria-hidden', 'true')
    map.getPane('overlayPane')!.append(this.holder)
    this.begin()
    return this
  }

  override onRemove(): this {
    this.cancel()
    this.holder.remove()
    this.here = null
    return this
  }

  override getEvents() {
    return {
      zoomanim: (event: L.LeafletEvent) => {
        const { center, zoom } = event as L.ZoomAnimEvent
        this.move(center, zoom)
      },
      zoom: () => this.here && this.move(this.here.getCenter(), this.here.getZoom()),
      zoomend: () => this.begin(),
      moveend: () => this.follow(),
      move: () => this.follow(),
      resize: () => this.begin(),
      viewreset: () => this.begin(),
    }
  }

  show(scene: PlanScene): void {
    this.scene = scene
    this.begin()
  }

  /** Outlines parts; cheap enough for a pointer on its way. */
  outline(parts: { id: string; width: number }[]): void {
    this.outlined = parts
    this.paintMarks()
  }

  /** Leaflet moves the holder with its pane; only where the view leaves the picture a new one is needed. */
  private follow(): void {
    const map = this.here
    if (!map || (map as unknown as { _animatingZoom?: boolean })._animatingZoom) return
    const wanted = this.underway?.frame ?? this.shown
    const seen = L.point(map.containerPointToLayerPoint([0, 0]))
    const size = map.getSize()
    const holds =
      wanted &&
      wanted.zoom === map.getZoom() &&
      wanted.origin.equals(map.getPixelOrigin()) &&
      seen.x >= wanted.min.x &&
      seen.y >= wanted.min.y &&
      seen.x + size.x <= wanted.min.x + wanted.size.x &&
      seen.y + size.y <= wanted.min.y + wanted.size.y
    if (!holds) this.begin()
  }

  private cancel(): void {
    if (this.underway) this.underway.cancelled = true
    this.underway = null
  }

  private begin(): void {
    const map = this.here
    if (!map) return
    this.cancel()
    const size = map.getSize()
    if (!size.x || !size.y) return
    const min = map.containerPointToLayerPoint(size.multiplyBy(-BEYOND)).round()
    const frame: Frame = {
      zoom: map.getZoom(),
      centre: map.getCenter(),
      min,
      size: size.multiplyBy(1 + 2 * BEYOND).round(),
      origin: map.getPixelOrigin(),
    }
    const job = { frame, cancelled: false }
    this.underway = job
    // Leaflet tells one zoom in several words; drawing begins after the last of them.
    window.setTimeout(() => this.draw(job))
  }

  private sheetOn(canvas: HTMLCanvasElement, { min, size, origin, zoom }: Frame): Sheet {
    const density = Math.min(3, window.devicePixelRatio || 1)
    const [width, height] = [Math.round(size.x * density), Math.round(size.y * density)]
    // Setting the width also wipes.
    canvas.width = width
    canvas.height = height
    canvas.style.width = `${size.x}px`
    canvas.style.height = `${size.y}px`
    // Drawn in the machine's memory: read back from a graphics card each slice would wait for all before it.
    const ctx = canvas.getContext('2d', { willReadFrequently: canvas !== this.marks })!
    // Shapes are drawn in the pixels of Leaflet's pane, so that hatches stay where they are while one pans.
    ctx.setTransform(density, 0, 0, density, -min.x * density, -min.y * density)
    return {
      ctx,
      scale: 256 * 2 ** zoom,
      originX: origin.x,
      originY: origin.y,
      zoom,
      theme: this.scene.theme,
      density,
    }
  }

  private draw(job: { frame: Frame; cancelled: boolean }): void {
    if (job.cancelled) return
    const { frame } = job
    const sheet = this.sheetOn(this.spare, frame)
    const { scale } = sheet
    const west = (frame.min.x + frame.origin.x) / scale
    const north = (frame.min.y + frame.origin.y) / scale
    const { shapes, boundary, isShown } = this.scene
    const box = [west, north, west + frame.size.x / scale, north + frame.size.y / scale] as const
    const visible = shapesIn(shapes, box).filter(isShown)
    // Trees often stand on the boundary; they are more than it hides.
    const firstSign = visible.findIndex(({ kind }) => kind === 'point')
    let next = 0
    const slice = () => {
      if (job.cancelled) return
      const until = performance.now() + SLICE_MS
      while (next < visible.length && performance.now() < until) {
        if (next === firstSign && boundary) paintBoundary(sheet, boundary)
        paintShape(sheet, visible[next++]!)
      }
      // The canvas only notes down what to draw; asked for a pixel it draws, now and not all at the end.
      sheet.ctx.getImageData(0, 0, 1, 1)
      window.setTimeout(next < visible.length ? slice : finish)
    }
    const finish = () => {
      if (job.cancelled) return
      if (firstSign < 0 && boundary) paintBoundary(sheet, boundary)
      paintLettering(sheet, visible)
      this.swap(job)
    }
    slice()
  }

  private swap(job: { frame: Frame }): void {
    ;[this.sheet, this.spare] = [this.spare, this.sheet]
    this.sheet.hidden = false
    this.spare.hidden = true
    this.underway = null
    this.shown = job.frame
    L.DomUtil.setTransform(this.holder, job.frame.min, 1)
    this.paintMarks()
  }

  /** Scales the picture at hand to another zoom, as Leaflet's own renderers do. */
  private move(centre: L.LatLng, zoom: number): void {
    const map = this.here
    if (!map || !this.shown) return
    const { shown } = this
    const factor = map.getZoomScale(zoom, shown.zoom)
    const origin = map
      .project(centre, zoom)
      .subtract(map.getSize().divideBy(2))
      .subtract((map as unknown as { _getMapPanePos(): L.Point })._getMapPanePos())
    const corner = shown.min.add(shown.origin).multiplyBy(factor).subtract(origin)
    L.DomUtil.setTransform(this.holder, corner.round(), factor)
  }

  private paintMarks(): void {
    if (!this.shown) return
    if (this.outlined.length === 0) {
      this.marks.width = 0
      return
    }
    const sheet = this.sheetOn(this.marks, this.shown)
    for (const { id, width } of this.outlined) {
      const shape = this.scene.shapes.byId.get(id)
      if (shape) paintChosen(sheet, shape, width)
    }
  }
}

function paintBoundary(sheet: Sheet, boundary: Shape): void {
  const { ctx, theme, zoom } = sheet
  const path = traced(sheet, boundary)
  const thinner = zoom < 15 ? 0.6 : 1
  ctx.strokeStyle = inkOf(FRAME.halo, theme)
  ctx.lineWidth = 7 * thinner
  ctx.stroke(path)
  ctx.strokeStyle = inkOf(FRAME.boundary, theme)
  ctx.lineWidth = 3.5 * thinner
  ctx.setLineDash([11 * thinner, 7 * thinner])
  ctx.stroke(path)
  ctx.setLineDash([])
}
