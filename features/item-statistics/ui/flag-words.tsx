import { getTranslations } from 'next-intl/server'
import type { ItemFlag } from '@/domain/item-statistics/flags'

/** What is odd about a question, in words; an option is called by its letter in the bank. */
export async function FlagWords({ flags, options }: { flags: readonly ItemFlag[]; options: readonly string[] }) {
  const t = await getTranslations('author.flags')
  const word = (flag: ItemFlag) =>
    typeof flag === 'string' ? t(flag) : t(flag.kind, { option: options.indexOf(flag.option) + 1 })
  return (
    <>
      {flags.map((flag) => (
        <span key={word(flag)} className="block text-ochre text-sm">
          {word(flag)}
        </span>
      ))}
    </>
  )
}
