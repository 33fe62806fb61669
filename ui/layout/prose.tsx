/**
 * HTML of our own content build (`npm run content:build`), never anything a person typed. `inline` for the words of a label.
 */
export function Prose({ html, inline, className }: { html: string; inline?: boolean; className?: string }) {
  const content = { lang: 'zh-CN', dangerouslySetInnerHTML: { __html: html } }
  return inline ? <span className={className} {...content} /> : <div className={className ?? 'prose'} {...content} />
}
