import type { OtherCostCapSheet } from '@/domain/labs/other-cost-cap/sheet'

/** Which sentence names a cell: `cell.<key>` and `formula.<key>` of the labs catalogue; cells of a project carry its code. */
export function cellName(sheet: OtherCostCapSheet, id: string): { key: string; code: string } {
  const project = sheet.projects.find((one) => id.startsWith(`${one.id}-`))
  return project ? { key: `project-${id.slice(project.id.length + 1)}`, code: project.code } : { key: id, code: '' }
}
