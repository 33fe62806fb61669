const formats = ['docx', 'xlsx'] as const

/** The id of the file of a format that a path names; null for a path that names none ('constructor' is no format) or a file not made. */
export function fileOfFormat(
  asked: string,
  ids: Readonly<Record<(typeof formats)[number], string | null | undefined>>,
): string | null {
  const format = formats.find((one) => one === asked)
  return (format && ids[format]) ?? null
}
