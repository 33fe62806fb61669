import { getTranslations } from 'next-intl/server'
import { makeUscc } from '@/domain/roster/uscc'
import { handlerActor } from '@/server/auth/actor'
import { workbookResponse } from '@/server/files/workbook-response'

/** The template for a roster: our columns, one example row that an import passes over. */
export async function GET() {
  const actor = await handlerActor('import.run')
  if (actor instanceof Response) return actor
  const t = await getTranslations('roster.template')
  const example = [
    '（示例）示例甬江科技有限公司',
    makeUscc('330203', 1),
    '海曙区',
    '高桥镇',
    '是',
    '软件和信息技术服务业',
    '张三',
    '13800000000',
    '李四',
    '13900000000',
    '财务',
    '',
    '',
    '',
  ]
  const columns = t('columns')
    .split(',')
    .map((header) => ({
      header,
      width: header.includes('名称') || header.includes('代码') ? 26 : 14,
      format: 'text' as const,
    }))
  return workbookResponse(t('file'), [{ name: t('sheet'), columns, rows: [example], above: [t('note')] }])
}
