import 'server-only'
import { addDays } from '@/domain/calendar/day'
import type { DocumentData } from '@/domain/documents/document-data'
import type { TemplatePurpose } from '@/domain/documents/placeholders'
import { subjectTitles } from '@/server/content/subject-titles'
import { documentWords as words } from './document-words'
import { type AttendanceFacts, attendanceToFill } from './queries/attendance-to-fill'
import type { RunScope } from './queries/full-name-entries'
import { type LetterFacts, lettersToFill } from './queries/letters-to-fill'

/** One document of a run. */
export interface RunDocument {
  /** A file name without ending. */
  name: string
  data: DocumentData
  hasLink: boolean
  /** A letter whose addressee has no personal link yet. */
  isLinkless: boolean
}

export interface RunFrame {
  scope: RunScope
  /** `lastOn`: the first day after it, or null. */
  programme: { name: string; lastOn: string | null }
  office: string
  dueOn: string | null
  limit: number
}

/** What a run is to fill: the documents, and how many were left out because of masked names or the limit. */
export async function documentsOf(
  purpose: TemplatePurpose,
  frame: RunFrame,
): Promise<{ documents: RunDocument[]; masked: number; beyond: number }> {
  if (purpose === 'LETTER') {
    const { letters, ...left } = await lettersToFill(frame.scope, frame.limit, words)
    return { ...left, documents: letters.map((facts) => letter(facts, frame)) }
  }
  const { people, ...left } = await attendanceToFill(frame.scope, frame.limit)
  const titleOf = subjectTitles()
  return { ...left, documents: people.map((facts) => proof(facts, frame, titleOf)) }
}

function common({ programme, office, scope }: RunFrame) {
  return { 专项行动: programme.name, 单位: office, 日期: words.day(scope.on) }
}

function letter(facts: LetterFacts, frame: RunFrame): RunDocument {
  const { programme, dueOn } = frame
  const due = dueOn ?? (programme.lastOn ? addDays(programme.lastOn, -1) : null)
  return {
    name: fileName(facts.enterprise),
    hasLink: facts.link !== null,
    isLinkless: facts.link === null,
    data: {
      ...common(frame),
      企业: facts.enterprise,
      统一社会信用代码: facts.uscc,
      区域: facts.region,
      收件人: facts.addressee,
      收件人职务: facts.addresseeKind ? words.seat(facts.addresseeKind) : '',
      待完成事项: facts.items.map(({ item, kind, holder }, i) => ({
        序号: i + 1,
        事项: item,
        岗位: words.seat(kind),
        承担人: holder,
      })),
      专属链接: facts.link?.address ?? '',
      短码: facts.link?.code ?? '',
      截止日: due ? words.day(due) : '',
    },
  }
}

function proof(facts: AttendanceFacts, frame: RunFrame, titleOf: (kind: string, slug: string) => string): RunDocument {
  return {
    name: fileName(`${facts.enterprise} ${facts.person}`),
    hasLink: false,
    isLinkless: false,
    data: {
      ...common(frame),
      姓名: facts.person,
      企业: facts.enterprise,
      区域: facts.region,
      岗位: words.seat(facts.kind),
      培训名称: titleOf(facts.subjectKind, facts.slug),
      培训日期: words.day(facts.happenedOn),
      佐证类别: words.evidence(facts.evidence),
      说明: words.caveat,
    },
  }
}

/** A name that every file system takes. */
function fileName(text: string): string {
  const plain = text
    .replace(/[\\/:*?"<>|\p{C}]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  return (
    [...plain]
      .slice(0, 60)
      .join('')
      .replace(/[. ]+$/, '') || '-'
  )
}
