import { getTranslations } from 'next-intl/server'

/** Label and value pairs of a certificate, one a line; empty values are left out. */
export async function CertificateFacts({
  facts,
}: {
  facts: readonly (readonly [key: string, value: string | null])[]
}) {
  const t = await getTranslations('certificates')
  return (
    <dl className="border-rule border-t">
      {facts.map(([key, value]) =>
        value === null ? null : (
          <div key={key} className="grid grid-cols-[7rem_1fr] gap-x-3 border-rule border-b py-2">
            <dt className="text-ink-2">{t(`fact.${key}`)}</dt>
            <dd>{value}</dd>
          </div>
        ),
      )}
    </dl>
  )
}
