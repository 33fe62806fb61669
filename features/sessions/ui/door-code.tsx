import { qrPath } from '@/server/pdf/qr-path'

const QUIET = 4

/** The code at the door, drawn large. `label` says what it leads to. */
export function DoorCode({ address, label }: { address: string; label: string }) {
  const { side, d } = qrPath(address)
  const width = side + 2 * QUIET
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`${-QUIET} ${-QUIET} ${width} ${width}`}
      className="h-auto w-full max-w-md bg-white"
      shapeRendering="crispEdges"
    >
      <rect x={-QUIET} y={-QUIET} width={width} height={width} fill="#FFFFFF" />
      <path d={d} fill="#1C1B19" />
    </svg>
  )
}
