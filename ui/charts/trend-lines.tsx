import { scaleLinear } from 'd3-scale'
import { line } from 'd3-shape'

const WIDTH = 640
const HEIGHT = 180
const MARGIN = { top: 10, right: 56, bottom: 24, left: 8 }

export type TrendLine = {
  name: string
  color: string
  /** SVG dash pattern, so that lines differ without colour. */
  dash?: string
  /** Per mille per day; null = "—" that day. */
  points: readonly (number | null)[]
}

/**
 * Rates over days as lines, drawn on the server; the same figures stand in the table beneath it for screen readers and print.
 */
export function TrendLines(props: { label: string; days: readonly string[]; lines: readonly TrendLine[] }) {
  const x = scaleLinear()
    .domain([0, Math.max(1, props.days.length - 1)])
    .range([MARGIN.left, WIDTH - MARGIN.right])
  const y = scaleLinear()
    .domain([0, 1000])
    .range([HEIGHT - MARGIN.bottom, MARGIN.top])
  const path = line<number | null>()
    .defined((value) => value !== null)
    .x((_, index) => x(index))
    .y((value) => y(value ?? 0))
  const ends = [0, props.days.length - 1].filter((index, place, all) => all.indexOf(index) === place)
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className="h-auto w-full max-w-3xl" role="img" aria-label={props.label}>
      {[0, 500, 1000].map((value) => (
        <g key={value}>
          <line x1={MARGIN.left} x2={WIDTH - MARGIN.right} y1={y(value)} y2={y(value)} stroke="var(--color-rule)" />
          <text x={WIDTH - MARGIN.right + 6} y={y(value) + 4} fontSize="12" fill="var(--color-ink-3)">
            {value / 10}%
          </text>
        </g>
      ))}
      {props.lines.map((one) => (
        <path
          key={one.name}
          d={path(one.points) ?? ''}
          fill="none"
          stroke={one.color}
          strokeWidth="2"
          {...(one.dash ? { strokeDasharray: one.dash } : {})}
        />
      ))}
      {props.lines.flatMap((one) =>
        lonely(one.points).map((index) => (
          <circle key={`${one.name} ${index}`} cx={x(index)} cy={y(one.points[index] ?? 0)} r="4" fill={one.color} />
        )),
      )}
      {ends.map((index) => (
        <text
          key={index}
          x={x(index)}
          y={HEIGHT - 6}
          fontSize="12"
          fill="var(--color-ink-3)"
          textAnchor={index === 0 ? 'start' : 'end'}
        >
          {props.days[index]}
        </text>
      ))}
    </svg>
  )
}

/** Days with a figure and none beside it, through which no line runs. */
function lonely(points: TrendLine['points']): number[] {
  const has = (index: number) => (points[index] ?? null) !== null
  return points.flatMap((_, index) => (has(index) && !has(index - 1) && !has(index + 1) ? [index] : []))
}
