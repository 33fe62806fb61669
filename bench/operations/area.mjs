/** An officer's area page: rates, trend, breakdown. */
export const area = of('area', 'demo-county', 15)

/** The same for the whole city. */
export const areaCity = of('area-city', 'demo-city', 15)

function of(name, loginName, target) {
  return {
    name,
    target,
    warm: 30,
    clients: { 1: 60, 8: 120 },
    async prepare({ page, people }) {
      const { cookie, code } = await people.officer(loginName)
      return { perform: () => page(`/manage/area/${code}`, cookie) }
    },
  }
}
