import { getTranslations } from 'next-intl/server'
import {
  type SmsLayout,
  type SmsReceiver,
  smsLayoutProblems,
  smsParts,
  smsRow,
  smsText,
} from '@/domain/contacts/sms-layout'
import { smsTodo } from '@/domain/contacts/sms-todo'
import { appOrigin } from '@/server/env'
import { Notice } from '@/ui/layout/notice'

/** Somebody invented, with a link as long as a real one. */
function example(until: string): SmsReceiver {
  return {
    name: '示例一',
    mobile: '19900000000',
    enterprise: '示例·精密机械有限公司',
    seat: '负责人',
    todo: smsTodo('HEAD', null),
    link: `${appOrigin()}/l/${'x'.repeat(22)}`,
    code: 'XXXX-XXXX-XXXX',
    until,
  }
}

const SHORT = new Set<string>(['name', 'mobile', 'seat', 'code', 'until'])

/** The header and one row as the file will have them, how long the message is, and what keeps the layout from use. */
export async function SmsExample({ layout, until }: { layout: SmsLayout; until: string }) {
  const t = await getTranslations('links.layout')
  const problems = smsLayoutProblems(layout)
  const receiver = example(until)
  const cells = smsRow(layout, receiver).map((text, index) => ({
    key: `column${index}`,
    text,
    ...columnAt(layout, index),
  }))
  const hasText = layout.columns.some(({ kind }) => kind === 'text')
  return (
    <section aria-labelledby="example" className="mb-4">
      <h2 id="example" className="text-lg">
        {t('example')}
      </h2>
      {problems.length > 0 ? (
        <Notice tone="stop" live title={t('notUsable')}>
          <ul>
            {problems.map((problem) => (
              <li key={problem.code}>
                {t(`problem.${problem.code}`, { names: 'names' in problem ? problem.names.map(shown).join(' ') : '' })}
              </li>
            ))}
          </ul>
        </Notice>
      ) : null}
      {cells.length > 0 ? (
        <table className="cards-table" lang="zh-CN">
          {layout.hasHeader ? (
            <thead>
              <tr>
                {cells.map(({ key, header }) => (
                  <th key={key} scope="col">
                    {header}
                  </th>
                ))}
              </tr>
            </thead>
          ) : null}
          <tbody>
            <tr>
              {cells.map(({ key, label, kind, text }) => (
                <td key={key} className={SHORT.has(kind) ? 'whitespace-nowrap' : ''} data-label={label}>
                  {text}
                </td>
              ))}
            </tr>
          </tbody>
        </table>
      ) : null}
      {hasText ? (
        <p className="mt-2 text-ink-2 text-sm">{t('length', smsParts(smsText(layout.template, receiver)))}</p>
      ) : null}
    </section>
  )
}

/** What stands over a cell; without a header row, on a phone, its place. */
function columnAt({ columns, hasHeader }: SmsLayout, index: number) {
  const { kind, header } = columns[index] ?? { kind: 'fixed', header: '' }
  return { kind, header, label: hasHeader ? header : String(index + 1) }
}

/** A placeholder or a header as it was typed. */
function shown(name: string): string {
  return `“${name}”`
}
