/** What an enterprise is to the super-deduction: manufacturing, technology-based SME, on the list of integrated circuits or machine tools, or none of these. */
export type EnterpriseKind = 'GENERAL' | 'MANUFACTURING' | 'TSME' | 'IC_OR_MACHINE_TOOL'
export type Quarter = 1 | 2 | 3 | 4

/**
 * The extra percentage at which expensed R&D cost of a tax year is deducted, in percent (75 = 75 %).
 *
 * @param quarter matters in 2022 alone, when 75 % became 100 % for the last quarter; without it a year of two rates gives null
 * @returns null before 2016, for a year of two rates without its quarter, and for a kind that the year did not know
 *
 * What is capitalised is amortised on cost raised by the same percentage of the year in which it is deducted, not of the year it was formed.
 * Sources: 财税〔2015〕119号; 财税〔2017〕34号 (TSME 2017–2019); 财税〔2018〕99号; 公告2021年第6号, 第13号; 公告2022年第16号, 第28号; 公告2023年第7号, 第44号.
 */
export function rate(year: number, quarter: Quarter | null, kind: EnterpriseKind): number | null {
  if (!Number.isInteger(year) || year < 2016) return null
  if (year >= 2023) return kind === 'IC_OR_MACHINE_TOOL' && year <= 2027 ? 120 : 100
  if (kind === 'IC_OR_MACHINE_TOOL') return null
  if (year <= 2017) return kind === 'TSME' && year === 2017 ? 75 : 50
  if (year <= 2020) return 75
  if (kind === 'MANUFACTURING') return 100
  if (year === 2021) return 75
  if (kind === 'TSME') return 100
  return quarter === null ? null : quarter === 4 ? 100 : 75
}
