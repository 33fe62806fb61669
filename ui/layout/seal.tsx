/** The product's mark: 知行 in a small cinnabar square. Decorative; its name stands beside it or in `title`. */
export function Seal({ size = 28 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 28 28" aria-hidden="true" focusable="false">
      <rect x="1" y="1" width="26" height="26" rx="3" fill="var(--color-cinnabar)" />
      <text x="14" y="13" textAnchor="middle" fontSize="11" fill="var(--color-paper)" fontFamily="var(--font-serif)">
        知
      </text>
      <text x="14" y="24" textAnchor="middle" fontSize="11" fill="var(--color-paper)" fontFamily="var(--font-serif)">
        行
      </text>
    </svg>
  )
}
