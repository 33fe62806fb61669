const project = (id: string, code: string, five: number, other: number) => {
  const line = { on: '2025-03-04', voucher: '记-001' }
  return {
    id,
    code,
    name: '伺服电缸轻量化设计',
    treatment: 'EXPENSED',
    status: 'FINISHED',
    lines: [
      { ...line, summary: '研发人员工资', kind: 'LABOR', amount: five },
      { ...line, summary: '专家咨询费', kind: 'OTHER', amount: other },
    ],
  }
}

const expected = {
  'p1-five': 162_000_000,
  'p1-other': 23_600_000,
  'p2-five': 75_600_000,
  'p2-other': 6_100_000,
  five: 237_600_000,
  other: 29_700_000,
  limit: 26_400_000,
  allowed: 26_400_000,
  cut: 3_300_000,
  base: 264_000_000,
  'old-allowed': 24_100_000,
  gain: 2_300_000,
}

/** A practice run of the lab 其他相关费用限额 as its generator's version 1 stored it (the worked example of Lab B). */
export const version1 = {
  labSlug: 'qita-xiane',
  labVersion: 1,
  generatorVersion: 1,
  mode: 'PRACTICE' as const,
  no: 1,
  seed: 'version-1',
  sheet: {
    generator: 'other-cost-cap',
    company: '示例·甬川智造有限公司',
    year: 2025,
    policy: 'CIT-2023+',
    projects: [
      project('p1', 'RD-2025-01', 162_000_000, 23_600_000),
      project('p2', 'RD-2025-02', 75_600_000, 6_100_000),
    ],
    cells: Object.keys(expected).map((id) => ({ id, step: id.startsWith('p') ? 'read' : 'pool' })),
  },
  gradingKey: {
    cells: Object.entries(expected).map(([id, amount]) => ({
      id,
      expected: amount,
      wrong: id === 'limit' ? [{ path: 'ten-percent', amount: 23_760_000 }] : [],
    })),
  },
  tolerances: { generator: 'other-cost-cap', toleranceFen: 1, passPercent: 80 },
}
