/** Does the work for every item, a few at a time: a server with two cores gains nothing from more. */
export async function severally<T>(items: readonly T[], work: (item: T) => Promise<void>, width = 4): Promise<void> {
  const left = [...items]
  const lane = async () => {
    for (let item = left.shift(); item !== undefined; item = left.shift()) await work(item)
  }
  await Promise.all(Array.from({ length: width }, lane))
}
