import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import type { ListSpec, ValueSpec } from '@/domain/documents/placeholder-spec'
import { placeholdersOf, type TemplatePurpose } from '@/domain/documents/placeholders'

/** Every placeholder of a purpose: how it is written, what it stands for, an example. The many of a rate, and lists, unfold. */
export async function PlaceholderTable({ purpose }: { purpose: TemplatePurpose }) {
  const t = await getTranslations('templates')
  const specs = placeholdersOf(purpose)
  const values = specs.filter((spec): spec is ValueSpec => spec.kind !== 'list')
  const rates = [...new Set(values.flatMap(({ about }) => about?.rate ?? []))]
  return (
    <>
      <Values caption={t('placeholders.values')} values={values.filter(({ about }) => !about?.rate)} />
      {rates.map((rate) => {
        const own = values.filter(({ about }) => about?.rate === rate)
        return (
          <Unfolding key={rate} title={t('placeholders.ofRate', { rate: t(`about.${rate}`), count: own.length })}>
            <Values caption={t(`about.${rate}`)} values={own} />
          </Unfolding>
        )
      })}
      {specs
        .filter((spec): spec is ListSpec => spec.kind === 'list')
        .map((list) => (
          <Unfolding
            key={list.name}
            title={t('placeholders.list', { name: list.name, meaning: t(`meaning.${list.meaning}`) })}
          >
            <p className="mb-2">
              <code>{`{#${list.name}}`}</code> … <code>{`{/${list.name}}`}</code>
              <span className="ml-4">
                {t('placeholders.none')} <code>{`{^${list.name}}`}</code> … <code>{`{/${list.name}}`}</code>
              </span>
            </p>
            <Values caption={t('placeholders.columns', { name: list.name })} values={list.columns} />
          </Unfolding>
        ))}
    </>
  )
}

function Unfolding({ title, children }: { title: string; children: ReactNode }) {
  return (
    <details className="border-rule border-b">
      <summary className="min-h-11 cursor-pointer py-2 text-indigo">{title}</summary>
      <div className="pb-4">{children}</div>
    </details>
  )
}

async function Values({ caption, values }: { caption: string; values: readonly ValueSpec[] }) {
  const t = await getTranslations('templates')
  const about = (value: ValueSpec) =>
    Object.fromEntries(Object.entries(value.about ?? {}).map(([word, code]) => [word, t(`about.${code}`)]))
  const [name, meaning, example] = [t('placeholders.name'), t('placeholders.meaning'), t('placeholders.example')]
  return (
    <table className="cards-table">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{name}</th>
          <th scope="col">{meaning}</th>
          <th scope="col">{example}</th>
        </tr>
      </thead>
      <tbody>
        {values.map((value) => (
          <tr key={value.name}>
            <th scope="row">
              <code>{`{${value.name}}`}</code>
            </th>
            <td data-label={meaning}>{t(`meaning.${value.meaning}`, about(value))}</td>
            <td data-label={example} className="break-all">
              {String(value.example)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
