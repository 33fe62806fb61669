/** How far an area has come (1 = as the city), and after how many days most of its people came. Zones stand beside the counties. */
export interface Pace {
  readonly speed: number
  readonly peak: number
}

const PACES: Readonly<Record<string, Pace>> = {
  '330203': { speed: 1.0, peak: 30 },
  '330205': { speed: 1.08, peak: 26 },
  '330206': { speed: 1.16, peak: 22 },
  '330211': { speed: 0.96, peak: 32 },
  '330212': { speed: 1.22, peak: 24 },
  '330213': { speed: 0.8, peak: 38 },
  '330225': { speed: 0.64, peak: 44 },
  '330226': { speed: 0.72, peak: 40 },
  '330281': { speed: 1.03, peak: 28 },
  '330282': { speed: 0.9, peak: 34 },
}

/** The pace of a county or zone, by its code. */
export function paceOf(countyCode: string): Pace {
  return PACES[countyCode] ?? { speed: 0.85, peak: 36 }
}

/** How many enterprises a township of the county has beside one of another county; an invented proportion, whole numbers. */
export function industryOf(countyCode: string): number {
  return INDUSTRY[countyCode] ?? 2
}

const INDUSTRY: Readonly<Record<string, number>> = {
  '330205': 5,
  '330206': 5,
  '330211': 6,
  '330212': 3,
  '330225': 1,
  '330226': 1,
  '330282': 3,
}

/** Days after the start on which a county holds its briefings; a few days apart from the neighbours'. */
export function briefingOffsets(countyCode: string): number[] {
  const shift = [...countyCode].reduce((sum, sign) => sum + sign.charCodeAt(0), 0) % 6
  return [11 + shift, 27 + shift, 43 + shift]
}
