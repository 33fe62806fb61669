/** Prints the address and how to sign in. */
export function printWelcome({ port, access, setupPath }) {
  const origin = `http://localhost:${port}`
  const lines = ['', `  知行 Zhixing  →  ${origin}`, '']
  if (setupPath) {
    lines.push(
      '  创建首位市级管理员（一次性链接，只显示在这里）',
      '  Create the first city officer (one-time link, shown only here):',
      `  ${origin}${setupPath}`,
      '',
    )
  }
  if (access) lines.push(...demonstration(access, origin))
  lines.push('  按 Ctrl-C 停止  ·  Ctrl-C stops it', '')
  console.log(lines.join('\n'))
}

function demonstration({ signIns = [], links = [] }, origin) {
  const lines = ['  演示登录 Demonstration sign-ins', '']
  for (const { role, login, password, note } of signIns) {
    lines.push(`  ${role}`, `      ${login}    ${password}${note ? `    ${note}` : ''}`)
  }
  for (const { role, path, note } of links)
    lines.push(`  ${role}`, `      ${origin}${path}${note ? `    ${note}` : ''}`)
  return [...lines, '', '  （另存于 .data/demonstration.json  ·  kept there, too）', '']
}
