/** A setting that is on or off, with a line that says what it does. */
export function Toggle({
  name,
  label,
  note,
  on,
  disabled = false,
  onChange,
}: {
  readonly name: string;
  readonly label: string;
  readonly note: string;
  readonly on: boolean;
  readonly disabled?: boolean;
  readonly onChange: (on: boolean) => void;
}) {
  return (
    <label class="toggle">
      <input
        type="checkbox"
        role="switch"
        name={name}
        checked={on}
        disabled={disabled}
        aria-describedby={`${name}-note`}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <span class="track" aria-hidden="true" />
      <span class="text">
        <b>{label}</b>
        <small id={`${name}-note`}>{note}</small>
      </span>
    </label>
  );
}
