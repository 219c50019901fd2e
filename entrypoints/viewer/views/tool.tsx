import { Icon } from './icons.tsx';

type IconName = Parameters<typeof Icon>[0]['name'];

/** A button of the toolbar. */
export function Tool({
  icon,
  label,
  pressed,
  disabled,
  name = '',
  onClick,
}: {
  readonly icon: IconName;
  readonly label: string;
  readonly pressed?: boolean;
  readonly disabled?: boolean;
  readonly name?: string;
  readonly onClick: () => void;
}) {
  return (
    <button
      type="button"
      class={`tool ${name}`}
      title={label}
      aria-label={label}
      aria-pressed={pressed}
      disabled={disabled}
      onClick={onClick}
    >
      <Icon name={icon} />
    </button>
  );
}
