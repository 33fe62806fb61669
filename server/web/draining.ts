const holder = globalThis as { zhixingIsDraining?: boolean }

/** Whether this process was told to end: it finishes what it has, and readiness says no. */
export function isDraining(): boolean {
  return holder.zhixingIsDraining === true
}

/** From now on `isDraining`. */
export function startDraining(): void {
  holder.zhixingIsDraining = true
}
