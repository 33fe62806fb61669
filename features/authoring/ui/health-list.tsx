import { getFormatter, getTranslations } from 'next-intl/server'
import type { BankHealth } from '@/domain/exams/bank-health'

/** What is good and what is not about a bank, each in one sentence; what needs somebody's eye is marked by a word, not by colour alone. */
export async function HealthList({ health, titles }: { health: BankHealth; titles: ReadonlyMap<string, string> }) {
  const [t, format] = await Promise.all([getTranslations('author.health'), getFormatter()])
  const percent = (share: number) => format.number(share, { style: 'percent', maximumFractionDigits: 0 })
  const { longest, positions, nearDuplicates, allOfThem, thinConcepts, kinds } = health
  const named = (ids: readonly string[]) => ids.map((id) => titles.get(id) ?? id).join('、')
  const pairs = nearDuplicates.map(({ one, other }) => `${one} / ${other}`).join('、')
  const lines = [
    {
      isFine: true,
      text: t('kinds', {
        list: Object.entries(kinds)
          .map(([kind, count]) => `${t(`kind.${kind}`)} ${count}`)
          .join('，'),
      }),
    },
    {
      isFine: !longest.isSkewed,
      text: t('longest', { share: percent(longest.share), chance: percent(longest.chance) }),
    },
    { isFine: !positions.isSkewed, text: t('positions', { counts: positions.counts.join(' / ') }) },
    {
      isFine: thinConcepts.length === 0,
      text: thinConcepts.length === 0 ? t('covered') : t('thin', { list: named(thinConcepts) }),
    },
    {
      isFine: nearDuplicates.length === 0,
      text: nearDuplicates.length === 0 ? t('different') : t('alike', { list: pairs }),
    },
    {
      isFine: allOfThem.length === 0,
      text: allOfThem.length === 0 ? t('noAll') : t('allOfThem', { list: allOfThem.join('、') }),
    },
  ]
  return (
    <ul>
      {lines.map(({ isFine, text }) => (
        <li key={text} className="flex gap-3 py-1">
          <span className={isFine ? 'text-pine' : 'text-ochre'}>{t(isFine ? 'fine' : 'look')}</span>
          <span>{text}</span>
        </li>
      ))}
    </ul>
  )
}
