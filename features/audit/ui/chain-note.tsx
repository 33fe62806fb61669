import { getFormatter, getTranslations } from 'next-intl/server'
import type { ChainState } from '@/server/audit/chain-state'

/** How far the trail is sealed and its last signed anchor, to be copied or printed and kept elsewhere. */
export async function ChainNote({ chain }: { chain: ChainState }) {
  const t = await getTranslations('audit.chain')
  const format = await getFormatter()
  const { sealed, anchor } = chain
  return (
    <section className="mt-10 border-rule border-t pt-4">
      <h2 className="mb-2 text-lg">{t('title')}</h2>
      <p>{t('sealed', { count: format.number(sealed) })}</p>
      <p className="break-all">
        {anchor
          ? t('anchor', {
              at: format.dateTime(anchor.at, { dateStyle: 'medium', timeStyle: 'short' }),
              seq: format.number(anchor.seq),
              hash: anchor.hash,
            })
          : t('noAnchor')}
      </p>
      <p className="mt-2 text-ink-2 text-sm">{t('text')}</p>
    </section>
  )
}
