/** A certificate's PDF for its holder. */
export const certificate = {
  name: 'certificate',
  target: 40,
  clients: { 1: 30, 8: 60 },
  async prepare({ send, rows, people }) {
    const found = await rows('SELECT id, person_id AS "personId" FROM certificate ORDER BY id LIMIT 20')
    const certificates = []
    for (const { id, personId } of found) certificates.push({ id, cookie: await people.cookieOf(personId) })
    return {
      async perform(index) {
        const { id, cookie } = certificates[index % certificates.length]
        const { bytes } = await send(`/api/certificates/${id}/pdf`, { cookie })
        if (!bytes.subarray(0, 5).equals(Buffer.from('%PDF-'))) throw new Error('This is no PDF.')
      },
    }
  },
}
