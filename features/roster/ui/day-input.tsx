/** A day, today by default and never later. */
export function DayInput({ name, label, today }: { name: string; label: string; today: string }) {
  return (
    <label className="block text-sm">
      {label}
      <input className="input" type="date" name={name} defaultValue={today} max={today} required />
    </label>
  )
}
