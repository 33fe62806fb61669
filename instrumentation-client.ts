// Chromium before 112 ignores the second argument of `new FormData(form, submitter)`, which React uses: the name and value of the
// pressed button would be lost. There, the pressed button is written into the form as a hidden field before React reads it.

function sendsPressedButton(): boolean {
  const form = document.createElement('form')
  const button = document.createElement('button')
  button.name = 'pressed'
  form.append(button)
  try {
    return new FormData(form, button).has('pressed')
  } catch {
    return false
  }
}

if (!sendsPressedButton()) {
  document.addEventListener(
    'submit',
    (event) => {
      const form = event.target
      const button = event.submitter
      if (!(form instanceof HTMLFormElement) || !(button instanceof HTMLButtonElement) || !button.name) return
      for (const old of form.querySelectorAll('input[data-pressed]')) old.remove()
      const field = document.createElement('input')
      field.type = 'hidden'
      field.name = button.name
      field.value = button.value
      field.dataset.pressed = ''
      form.append(field)
    },
    true,
  )
}
