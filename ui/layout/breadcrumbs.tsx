/** The way from the top to here; the last one is where we are. */
export function Breadcrumbs({ label, items }: { label: string; items: readonly { href?: string; label: string }[] }) {
  return (
    <nav aria-label={label} className="print:hidden">
      <ol className="flex flex-wrap gap-x-2 text-ink-2 text-sm">
        {items.map((item, index) => (
          <li key={`${item.href ?? ''}${item.label}`} className="flex gap-x-2">
            {index > 0 ? <span aria-hidden="true">›</span> : null}
            {item.href ? <a href={item.href}>{item.label}</a> : <span aria-current="page">{item.label}</span>}
          </li>
        ))}
      </ol>
    </nav>
  )
}
