import { getTranslations } from 'next-intl/server'
import type { ListSpec, PlaceholderSpec, ValueSpec } from '@/domain/documents/placeholder-spec'
import { placeholdersOf, type TemplatePurpose } from '@/domain/documents/placeholders'

/** Every placeholder of a purpose: how it is written, what it stands for, an example. Lists have a table of their columns. */
export async function PlaceholderTable({ purpose }: { purpose: TemplatePurpose }) {
  const t = await getTranslations('templates')
  const specs = placeholdersOf(purpose)
  const lists = specs.filter((spec): spec is ListSpec => spec.kind === 'list')
  const values = specs.filter((spec: PlaceholderSpec): spec is ValueSpec => spec.kind !== 'list')
  return (
    <>
      <Values caption={t('placeholders.values')} values={values} />
      {lists.map((list) => (
        <section key={list.name} className="mt-6">
          <h3 className="mb-1 text-lg">
            {t('placeholders.list', { name: list.name })}{' '}
            <span className="text-ink-2 text-sm">{t(`meaning.${list.meaning}`)}</span>
          </h3>
          <p className="mb-2">
            <code>{`{#${list.name}}`}</code> … <code>{`{/${list.name}}`}</code>
            <span className="ml-4">
              {t('placeholders.none')} <code>{`{^${list.name}}`}</code> … <code>{`{/${list.name}}`}</code>
            </span>
          </p>
          <Values caption={t('placeholders.columns', { name: list.name })} values={list.columns} />
        </section>
      ))}
    </>
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
