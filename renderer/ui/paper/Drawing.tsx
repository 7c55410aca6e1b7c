import { drawingFonts } from '#shared/payment/drawing.ts'
import type { Drawing as Shapes, Shape } from '#shared/payment/drawing.ts'

type DrawingProps = {
  readonly drawing: Shapes
  /** What it is, for who cannot see it. */
  readonly label: string
  readonly className?: string | undefined
}

/** A payment code or slip as part of the page: sharp at any size, and its words can be selected. */
export function Drawing({ drawing: { width, height, shapes }, label, className }: DrawingProps) {
  return (
    <svg
      className={className}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      {shapes.map((shape, at) => (
        <Part key={at} {...shape} />
      ))}
    </svg>
  )
}

function Part(shape: Shape) {
  if (shape.kind === 'area') return <path d={shape.path} fill={shape.fill} />
  if (shape.kind === 'line')
    return <path d={shape.path} fill="none" stroke="black" strokeWidth={shape.thickness} />
  return (
    <text
      x={shape.x}
      y={shape.y}
      fontSize={shape.size}
      fontWeight={shape.bold ? 700 : 400}
      textAnchor={shape.anchor}
      fontFamily={drawingFonts}
    >
      {shape.text}
    </text>
  )
}
